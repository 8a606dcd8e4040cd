/** The text that the gallery and the editor show beside the extension, from docs/marketplace.md. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes a text that needs nothing beside it: pictures become part of it. A picture named by an address is shown only with
 * a network and only as long as the address lives; one named by a path is not shown at all in the editor.
 *
 * @param folder where the text stands; its pictures (PNG only, which is what galleries take) are named from there
 * @throws when a link or picture leads anywhere else
 */
export function selfContained(markdown: string, folder: string): string {
  return markdown.replace(/(!?)\[([^\]]*)\]\(([^)\s]+)\)/g, (whole, picture: string, text: string, target: string) => {
    if (picture && /^[\w./-]+\.png$/.test(target)) {
      return `![${text}](data:image/png;base64,${readFileSync(join(folder, target), 'base64')})`;
    }
    if (!picture && /^(?:https:|#)/.test(target)) return whole;
    throw new Error(`${target} would lead nowhere from the package`);
  });
}
