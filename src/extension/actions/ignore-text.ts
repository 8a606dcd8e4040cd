/** Where a `guard409-ignore` comment belongs and how it is written. */
import { IGNORE_WORD } from '../../analysis/ignore-comments.js';
import type { Language } from '../../analysis/languages/index.js';

/** What the text around a statement looks like. Lines and columns are 0-based. */
export interface StatementPlace {
  line: number;
  column: number;
  /** The line on which the statement begins. */
  text: string;
  /** The line before it; undefined for the first one. */
  before: string | undefined;
  eol: string;
}

/** Text to be inserted. */
export interface Insertion {
  line: number;
  column: number;
  text: string;
}

/** Comments that speak of the line after them: nothing may come between. */
const SPEAKS_OF_NEXT_LINE =
  /next-line|(?:biome|prettier|deno-lint|pylint|oxlint|dprint|istanbul|c8|v8)[- ]ignore|@ts-|ReSharper disable once|noinspection/i;

/**
 * The comment as a line of its own before the statement, with its indentation. Where the statement does not begin its line
 * (it may stand in a text or in markup, of which a line above would become a part), or where the line above must stay next
 * to it, directly before the statement.
 */
export function ignoreInsertion(
  comments: Language['comments'],
  place: StatementPlace,
  rule: string,
  reason: string,
): Insertion {
  const { line, column, text, before, eol } = place;
  const indent = text.slice(0, column);
  const instruction = `${IGNORE_WORD} ${rule}: ${reason}`;
  const [open, close] = comments.block ?? [];
  const alone = indent.trim() === '' && !SPEAKS_OF_NEXT_LINE.test(before ?? '');
  if (alone || open === undefined || close === undefined) {
    const own = /^[ \t]*/.exec(text)?.[0] ?? '';
    return { line, column: 0, text: `${own}${comments.line} ${instruction}${eol}` };
  }
  // A reason must not end the comment it stands in.
  const inside = instruction.replaceAll(close, [...close].join(' '));
  return { line, column, text: `${open} ${inside} ${close} ` };
}
