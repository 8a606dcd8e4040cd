/**
 * `guard409-ignore RULE: reason` in a comment: on the line before the call, or at the end of its line.
 *
 * A reason is required, since the comment is what a reviewer reads instead of the mark; a comment that covers nothing
 * is reported, so that it does not outlive its cause.
 */
import { t as globalT, type Translate } from '../l10n/t.js';
import type { Comment } from './code-model.js';
import type { Problem, Site, Verdict } from './findings.js';

/** The word that makes a comment an instruction. */
const IGNORE_WORD = 'guard409-ignore';

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
}

export interface IgnoreInput {
  file: string;
  comments: readonly Comment[];
  /** 0-based offset (UTF-16 code units) to 1-based line and column. */
  position: (offset: number) => { line: number; column: number };
  /** The file's sites; those covered get `ignored`. */
  sites: readonly Site[];
  /** 1-based line on which the statement of a site begins, where calls run over lines. Without it the site's own line. */
  firstLine?: ((site: Site) => number) | undefined;
  /** Rule ids that exist. */
  isRule: (id: string) => boolean;
  t?: Translate;
}

/** Verdicts that show a mark. */
const MARKED: ReadonlySet<Verdict> = new Set(['unhandled', 'mishandled', 'race']);

export interface IgnoreResult {
  sites: Site[];
  problems: Problem[];
}

/** Words that stand where a reason should and say nothing. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(
  [
    'todo',
    'tbd',
    'fixme',
    'xxx',
    'reason',
    'reason here',
    'your reason',
    'n/a',
    'na',
    'none',
    'ignore',
    'ignored',
  ].concat(['because', 'why', 'ok', 'test', 'no', 'yes', 'false positive', 'fp', 'wontfix', 'later', 'add reason']),
);

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
    found.push({
      rules: head.split(/[\s,]+/).filter((word) => word !== ''),
      reason,
      ...position(comment.range.start + at),
      endLine: position(Math.max(comment.range.end - 1, comment.range.start)).line,
    });
  }
  return found;
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

function isPlaceholder(reason: string): boolean {
  const words = reason
    .toLowerCase()
    .replace(/[^\p{L}\p{N}/ ]+/gu, ' ')
    .trim();
  return words.length < 2 || PLACEHOLDERS.has(words);
}

/**
 * Applies a file's ignore comments to its sites.
 *
 * @returns the sites in the same order, those covered with `ignored`; problems for instructions that cannot count
 */
export function applyIgnoreComments(input: IgnoreInput): IgnoreResult {
  const { file, isRule, t = globalT } = input;
  const instructions = parseIgnoreComments(input.comments, input.position);
  if (instructions.length === 0) return { sites: [...input.sites], problems: [] };
  const sites = input.sites.map((site) => ({ ...site }));
  const problems: Problem[] = [];
  for (const instruction of instructions) {
    const report = (message: string) =>
      problems.push({ file, message, line: instruction.line, column: instruction.column });
    const faults = faultsOf(instruction, isRule, t);
    for (const fault of faults) report(fault);
    const valid = instruction.rules.filter(isRule);
    if (valid.length === 0 || isPlaceholder(instruction.reason)) continue;
    const near = reached(instruction, input.sites, sites, instructions, input.firstLine);
    for (const rule of valid) {
      let used = false;
      for (const site of near) {
        if (site.rule === rule) site.ignored = instruction.reason;
        else if (site.also.includes(rule)) site.also = site.also.filter((id) => id !== rule);
        else continue;
        used = true;
      }
      if (!used) report(t('guard409-ignore {0} covers no marked call here; remove it', rule));
    }
  }
  return { sites, problems };
}

function faultsOf(instruction: IgnoreComment, isRule: (id: string) => boolean, t: Translate): string[] {
  const faults: string[] = [];
  if (instruction.rules.length === 0) {
    faults.push(t('guard409-ignore names no rule; write "guard409-ignore RULE: reason"'));
  }
  for (const rule of instruction.rules) {
    if (!isRule(rule)) faults.push(t('guard409-ignore names the unknown rule "{0}"', rule));
  }
  if (isPlaceholder(instruction.reason)) {
    faults.push(
      instruction.reason === ''
        ? t('guard409-ignore gives no reason; write "guard409-ignore RULE: reason"')
        : t(
            'guard409-ignore gives "{0}" as its reason, which says nothing; say why the conflict may stay',
            instruction.reason,
          ),
    );
  }
  return faults;
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
