/** Commands to a notebook (`%pip install …`, `!ls`), which stand among the lines of a cell and are no Python. */

const MAGIC = /^(?:%{1,2}[A-Za-z]|!\S|\?\S)/gm;

/**
 * The text with such lines made comments. Nothing moves: one character is another.
 *
 * @param text a file or the cell of a notebook
 */
export function withoutMagics(text: string): string {
  return text.includes('%') || text.includes('!') || text.includes('?')
    ? text.replace(MAGIC, (start) => `#${start.slice(1)}`)
    : text;
}
