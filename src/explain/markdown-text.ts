/** Text that stays text in Markdown. */

/**
 * Escapes every character that could be markup, so that the text is shown as it is: no links, not even from a bare
 * address, no images, no icons, no line of its own. (`MarkdownString.appendText` of the editor leaves bare addresses to
 * become links, and makes its spaces unbreakable.)
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\$\(/g, '$\u200b(')
    .replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
