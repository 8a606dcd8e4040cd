/** A line of code and the marks under it. */
import { printable, widthOf } from './style.js';

export interface Frame {
  code: string;
  /** Blanks up to the marks. */
  indent: string;
  /** `^` for each column of the range. */
  marks: string;
}

/** Longer lines are cut around the marks. */
const MAX_WIDTH = 140;
const TAB = '    ';

/**
 * @param text the line without its line break
 * @param start 1-based column in UTF-16 code units
 * @param end exclusive; past the end of the line for a range that goes on
 */
export function frame(text: string, start: number, end: number): Frame {
  const from = Math.min(Math.max(start - 1, 0), text.length);
  const to = Math.min(Math.max(end - 1, from + 1), Math.max(text.length, from + 1));
  let before = text.slice(0, from).trimStart();
  const marked = text.slice(from, to);
  let after = text.slice(to).trimEnd();
  // The code's own indentation says nothing here.
  if (before.length + marked.length + after.length > MAX_WIDTH) {
    const room = Math.max(MAX_WIDTH - Math.min(marked.length, MAX_WIDTH / 2), 20);
    if (before.length > room / 2) before = `…${before.slice(-Math.floor(room / 2))}`;
    if (after.length > room / 2) after = `${after.slice(0, Math.floor(room / 2))}…`;
  }
  const cut = marked.length > MAX_WIDTH ? `${marked.slice(0, MAX_WIDTH)}…` : marked;
  const [a, b, c] = [before, cut, after].map((part) => printable(part.replaceAll('\t', TAB)));
  return {
    code: `${a}${b}${c}`.trimEnd(),
    indent: ' '.repeat(widthOf(a ?? '')),
    marks: '^'.repeat(Math.max(widthOf((b ?? '').trimEnd()), 1)),
  };
}
