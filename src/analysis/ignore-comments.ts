/**
 * `guard409-ignore RULE: reason` in a comment: on the line before the call, or at the end of its line.
 *
 * A reason is required, since the comment is what a reviewer reads instead of the mark; a comment that covers nothing
 * is reported, so that it does not outlive its cause.
 */
import { t as globalT, type Translate } from '../l10n/t.js';
import { closest } from './closest.js';
import type { Comment, Range } from './code-model.js';
import type { Problem, ProblemFix, Site, Verdict } from './findings.js';
import { reasonFault } from './ignore-reason.js';

/** The word that makes a comment an instruction. */
export const IGNORE_WORD = 'guard409-ignore';

/** One instruction as written. */
export interface IgnoreComment {
  /** Rule ids as written; `*` is never one: what is accepted is named. */
  rules: string[];
  /** The reason, without comment marks; empty when missing. */
  reason: string;
  /** 1-based line and column of the instruction's word. */
  line: number;
  column: number;
  /** 1-based line on which the comment ends. */
  endLine: number;
  /** 0-based offsets of the whole comment, of its word, of each rule, and of the reason's first line. */
  range: Range;
  word: Range;
  ruleRanges: Range[];
  reasonRange: Range;
}

export interface IgnoreInput {
  file: string;
  /** The file's text, in which the edits that mend a comment are made. */
  text: string;
  comments: readonly Comment[];
  /** 0-based offset (UTF-16 code units) to 1-based line and column. */
  position: (offset: number) => { line: number; column: number };
  /** The file's sites; those covered get `ignored`. */
  sites: readonly Site[];
  /** 1-based line on which the statement of a site begins, where calls run over lines. Without it the site's own line. */
  firstLine?: ((site: Site) => number) | undefined;
  /** Rule ids that exist. */
  rules: ReadonlySet<string>;
  t?: Translate;
}

/** Verdicts that show a mark. */
const MARKED: ReadonlySet<Verdict> = new Set(['unhandled', 'mishandled', 'race']);

export interface IgnoreResult {
  sites: Site[];
  problems: Problem[];
}

/** Reads the instructions out of a file's comments. Any text is accepted. */
export function parseIgnoreComments(comments: readonly Comment[], position: IgnoreInput['position']): IgnoreComment[] {
  const found: IgnoreComment[] = [];
  for (const comment of comments) {
    const at = comment.text.indexOf(IGNORE_WORD);
    // The word must begin the comment: a text that speaks of the instruction is none.
    if (at < 0 || /[^\s/*#<!;'"-]/.test(comment.text.slice(0, at))) continue;
    const after = comment.text.slice(at + IGNORE_WORD.length);
    if (/^[\w-]/.test(after)) continue;
    const { head, reason } = split(withoutMarks(after));
    const rules = head.split(/[\s,]+/).filter((word) => word !== '');
    const word = { start: comment.range.start + at, end: comment.range.start + at + IGNORE_WORD.length };
    found.push({
      rules,
      reason,
      ...position(word.start),
      endLine: position(Math.max(comment.range.end - 1, comment.range.start)).line,
      range: comment.range,
      word,
      ...placesOf(after, rules, reason, word.end),
    });
  }
  return found;
}

/** Where the rules and the reason stand that were read from the text after the word. */
function placesOf(
  after: string,
  rules: readonly string[],
  reason: string,
  offset: number,
): Pick<IgnoreComment, 'ruleRanges' | 'reasonRange'> {
  let from = 0;
  const ruleRanges = rules.map((rule) => {
    const start = after.indexOf(rule, from);
    from = start + rule.length;
    return { start: offset + start, end: offset + from };
  });
  const first = reason.split(' ', 1)[0] ?? '';
  const start = after.indexOf(first, after.indexOf(':', from));
  const line = after.slice(start).split(/\r?\n/, 1)[0] ?? '';
  const length = after.startsWith(reason, start) ? reason.length : line.length;
  return { ruleRanges, reasonRange: { start: offset + start, end: offset + start + length } };
}

/** Drops what closes the comment and the marks at the start of its further lines. */
function withoutMarks(text: string): string {
  return text
    .replace(/(\*\/|-->|#>)\s*$/, '')
    .replace(/\r?\n[ \t]*[*#/]*[ \t]*/g, ' ')
    .trim();
}

function split(text: string): { head: string; reason: string } {
  const colon = text.indexOf(':');
  if (colon < 0) return { head: text, reason: '' };
  return { head: text.slice(0, colon).trim(), reason: text.slice(colon + 1).trim() };
}

/**
 * Applies a file's ignore comments to its sites.
 *
 * @returns the sites in the same order, those covered with `ignored`; problems for instructions that cannot count
 */
export function applyIgnoreComments(input: IgnoreInput): IgnoreResult {
  const { t = globalT } = input;
  const instructions = parseIgnoreComments(input.comments, input.position);
  if (instructions.length === 0) return { sites: [...input.sites], problems: [] };
  const sites = input.sites.map((site) => ({ ...site }));
  const problems: Problem[] = [];
  for (const instruction of instructions) {
    problems.push(...faultsOf(instruction, input, t));
    if (reasonFault(instruction.reason) !== undefined) continue;
    const near = reached(instruction, input.sites, sites, instructions, input.firstLine);
    for (const [index, rule] of instruction.rules.entries()) {
      if (!input.rules.has(rule)) continue;
      let used = false;
      for (const site of near) {
        if (site.rule === rule) site.ignored = instruction.reason;
        else if (site.also.includes(rule)) site.also = site.also.filter((id) => id !== rule);
        else continue;
        used = true;
      }
      if (used) continue;
      const message = t('guard409-ignore {0} covers no marked call here; remove it', rule);
      const fixes = [removal(instruction, index, input, t)];
      problems.push(problemAt(input, instruction.ruleRanges[index] ?? instruction.word, message, fixes));
    }
  }
  return { sites, problems };
}

function problemAt(input: IgnoreInput, range: Range, message: string, fixes: ProblemFix[]): Problem {
  return { file: input.file, message, ...span(range, input.position), ...(fixes.length > 0 ? { fixes } : {}) };
}

function span(range: Range, position: IgnoreInput['position']): Omit<ProblemFix, 'title' | 'newText'> {
  const end = position(range.end);
  return { ...position(range.start), endLine: end.line, endColumn: end.column };
}

/** What is wrong with an instruction by itself. */
function faultsOf(instruction: IgnoreComment, input: IgnoreInput, t: Translate): Problem[] {
  const faults: Problem[] = [];
  const { reason, rules, ruleRanges, word } = instruction;
  if (rules.length === 0) {
    const message = t('guard409-ignore names no rule; write "guard409-ignore RULE: reason"');
    faults.push(problemAt(input, word, message, [removal(instruction, 0, input, t)]));
  }
  for (const [index, rule] of rules.entries()) {
    if (input.rules.has(rule)) continue;
    const range = ruleRanges[index] ?? word;
    const meant = closest(rule, [...input.rules]);
    const replace = meant && { title: t('Change to "{0}"', meant), ...span(range, input.position), newText: meant };
    const fixes = [...(replace ? [replace] : []), removal(instruction, index, input, t)];
    faults.push(problemAt(input, range, t('guard409-ignore names the unknown rule "{0}"', rule), fixes));
  }
  const fault = reasonFault(reason);
  const title = t('Give a reason…');
  if (fault === 'missing') {
    const end = (ruleRanges.at(-1) ?? word).end;
    const colon = /^[ \t]*:/.exec(input.text.slice(end))?.[0].length ?? 0;
    const place = span({ start: end, end: end + colon }, input.position);
    const fixes: ProblemFix[] = rules.length === 0 ? [] : [{ title, ...place, newText: ': ', asks: 'reason' }];
    const message = t('guard409-ignore gives no reason; write "guard409-ignore RULE: reason"');
    faults.push(problemAt(input, word, message, fixes));
  } else if (fault !== undefined) {
    const message = t(
      'guard409-ignore gives "{0}" as its reason, which says nothing; say why the conflict may stay',
      reason,
    );
    const place = span(instruction.reasonRange, input.position);
    faults.push(problemAt(input, instruction.reasonRange, message, [{ title, ...place, newText: '', asks: 'reason' }]));
  }
  return faults;
}

/** The edit that removes one rule of an instruction, or the comment where it is the only one. */
function removal(instruction: IgnoreComment, index: number, input: IgnoreInput, t: Translate): ProblemFix {
  const { rules, ruleRanges, range } = instruction;
  const own = ruleRanges[index];
  if (rules.length < 2 || own === undefined) {
    const place = span(commentPlace(input.text, range), input.position);
    return { title: t('Remove this guard409-ignore comment'), ...place, newText: '' };
  }
  // With the gap to the rule after it; the last one with the gap before it.
  const next = ruleRanges[index + 1];
  const cut = next ? { start: own.start, end: next.start } : { start: ruleRanges[index - 1]?.end ?? 0, end: own.end };
  const title = t('Remove "{0}" from this guard409-ignore comment', rules[index] ?? '');
  return { title, ...span(cut, input.position), newText: '' };
}

/** A comment with the space that stands there for its sake: its whole line where it is alone on it. */
function commentPlace(text: string, range: Range): Range {
  const lineStart = Math.max(text.lastIndexOf('\n', range.start - 1), text.lastIndexOf('\r', range.start - 1)) + 1;
  const before = text.slice(lineStart, range.start);
  const after = /^[ \t]*(\r\n|\n|\r|$)/.exec(text.slice(range.end));
  if (after && before.trim() === '') return { start: lineStart, end: range.end + after[0].length };
  if (after) return { start: lineStart + before.trimEnd().length, end: range.end };
  const gap = /^[ \t]*/.exec(text.slice(range.end))?.[0].length ?? 0;
  return { start: range.start, end: range.end + gap };
}

/**
 * The marked sites an instruction speaks of: those on the comment's own line, else those whose statement begins on the
 * first line after it. Several instructions may stand above one another.
 */
function reached(
  comment: IgnoreComment,
  originals: readonly Site[],
  copies: Site[],
  all: readonly IgnoreComment[],
  firstLine: IgnoreInput['firstLine'],
): Site[] {
  const spans = copies.flatMap((site, index) => {
    const original = originals[index];
    if (original === undefined || !MARKED.has(site.verdict)) return [];
    return [{ site, first: Math.min(firstLine?.(original) ?? site.line, site.line) }];
  });
  const here = spans.filter(({ site, first }) => first <= comment.endLine && comment.endLine <= site.line);
  if (here.length > 0) return here.map(({ site }) => site);
  let next = comment.endLine + 1;
  while (all.some((other) => other.line === next)) next++;
  return spans.filter(({ site, first }) => first <= next && next <= site.line).map(({ site }) => site);
}
