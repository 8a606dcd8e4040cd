/** Counts and rates over scored rows: by language, by service, pooled, and what stands apart. Pure. */
import { fileKey, type Judgement } from './labels.js';
import type { Extra, Outcome, Score } from './score.js';

/** Counts of one side. */
export interface Counts {
  /** Rows labelled `unhandled` or `mismatched`. */
  prone: number;
  found: number;
  /** Rows labelled `handled`, `idempotent` or `not-prone`. */
  safe: number;
  /** Marks among them. */
  marked: number;
  /** Marks on lines without a row, not yet judged or judged to be wrong. */
  extra: number;
  /** Marks on lines without a row that were judged to be right. */
  judgedRight: number;
}

export interface Rates extends Counts {
  name: string;
  /** Share from 0 to 1; absent where there is no row. */
  recall?: number;
  /** False marks, those without a row included, per safe row. The stricter of the possible readings. */
  falseMarks?: number;
}

/** A language is judged by itself only where a side has this many rows. */
export const ENOUGH_ROWS = 30;

/** The rates of the rows and extra marks that a selection keeps. */
export function rates(name: string, score: Score, keep: (at: Outcome['row'] | Extra) => boolean = () => true): Rates {
  const outcomes = score.outcomes.filter((o) => keep(o.row));
  const extras = score.extras.filter(keep);
  const prone = outcomes.filter((o) => o.group === 'prone');
  const safe = outcomes.filter((o) => o.group === 'safe');
  const counts: Counts = {
    prone: prone.length,
    found: prone.filter((o) => o.marked).length,
    safe: safe.length,
    marked: safe.filter((o) => o.marked).length,
    extra: extras.filter((e) => e.judged?.judgement !== 'prone').length,
    judgedRight: extras.filter((e) => e.judged?.judgement === 'prone').length,
  };
  return {
    name,
    ...counts,
    ...(counts.prone > 0 ? { recall: counts.found / counts.prone } : {}),
    ...(counts.safe > 0 ? { falseMarks: (counts.marked + counts.extra) / counts.safe } : {}),
  };
}

/** TypeScript with JSX counts as TypeScript, JavaScript with JSX as JavaScript. */
export const familyOf = (lang: string): string => ({ tsx: 'typescript', jsx: 'javascript' })[lang] ?? lang;

/** The recall over rows whose evidence stands in the file or one relative import away, as judged by hand. */
export function nearRates(score: Score, judgements: readonly Judgement[]): Rates {
  const far = new Set(judgements.filter((j) => j.judgement === 'far').map((j) => `${fileKey(j)}:${j.line}`));
  return rates('evidence near', score, (at) => !('line' in at) || !far.has(`${fileKey(at)}:${at.line}`));
}

/** What is reported apart: how many rows of a kind, and how many of them are marked. */
export interface Apart {
  name: string;
  rows: number;
  marked: number;
}

export function apart(score: Score): Apart[] {
  const row = (name: string, keep: (o: Outcome) => boolean): Apart => {
    const list = score.outcomes.filter(keep);
    return { name, rows: list.length, marked: list.filter((o) => o.marked).length };
  };
  return [
    row('wrapper (left out of both rates)', (o) => o.group === 'wrapper'),
    row('fresh-id (left out of both rates)', (o) => o.group === 'fresh-id'),
    row('handled in another file (left out of both rates)', (o) => o.group === 'other-file'),
    row('ambiguous (not scored)', (o) => o.group === 'ambiguous'),
    row('default-rename (scored, and shown here)', (o) => o.row.note === 'default-rename'),
  ];
}

/** How labels and verdicts meet: label -> verdict or `no site` -> rows. */
export function agreement(score: Score): Map<string, Map<string, number>> {
  const out = new Map<string, Map<string, number>>();
  for (const o of score.outcomes) {
    const row = out.get(o.row.label) ?? new Map<string, number>();
    const verdict = o.site?.verdict ?? 'no site';
    row.set(verdict, (row.get(verdict) ?? 0) + 1);
    out.set(o.row.label, row);
  }
  return out;
}
