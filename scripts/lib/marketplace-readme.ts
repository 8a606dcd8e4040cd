/** The text that the gallery and the editor show beside the extension, from docs/marketplace.md. */

/**
 * Makes a text in which nothing leads nowhere. Galleries and the editor's own page of an extension show a picture only by
 * an `https:` address: one that is named by a path, or is part of the text, they leave out or show broken. So without an
 * address for them the pictures are taken out; what they show must stand in the text as well.
 *
 * @param pictures where the folder of the text is published, without a slash at the end; undefined where it is not
 * @throws when anything else leads out of the text, or a picture is none that galleries take
 */
export function selfContained(markdown: string, pictures?: string): string {
  const text = markdown.replace(
    /(!?)\[([^\]]*)\]\(([^)\s]+)\)/g,
    (whole, picture: string, alt: string, target: string) => {
      if (picture && /^[\w-][\w./-]*\.png$/.test(target)) return pictures ? `![${alt}](${pictures}/${target})` : '';
      if (!picture && /^(?:https:|#)/.test(target)) return whole;
      throw new Error(`${target} would lead nowhere from the package`);
    },
  );
  return text.replace(/\n{3,}/g, '\n\n');
}
