/** From any pasted text to the conflicts it tells of. Pure: nothing leaves the machine, nothing is kept. */
import type { Scenario } from '../catalog/types.js';
import { type Evidence, evidenceOf } from './evidence.js';
import { focus } from './focus.js';
import { mask } from './mask.js';
import { normalise } from './normalise.js';
import { type Ranked, rank } from './rank.js';
import { recordsFor } from './records.js';
import { split } from './split.js';
import { whyOf } from './why.js';

/** A scenario that explains the text. */
export interface Match {
  rule: string;
  scenario: Scenario;
  /** Ids of the conflict reference that the text is like. */
  records: string[];
  /** 0 to 1. About 0.95: code and operation are the scenario's own. Under 0.5: a guess among several. */
  confidence: number;
  /** In words, in the reader's language. */
  why: string;
}

/** What was read in the text, fit to be shown. */
export interface Read {
  statuses: number[];
  substatus: number | undefined;
  codes: string[];
  /** In the catalog's grammar, of operations it knows. */
  operations: string[];
  sdks: string[];
  /** The telling lines, without what belongs to the tenant. */
  excerpt: string;
}

export interface Decoded {
  /** Best first; empty where the text is no such conflict. */
  matches: Match[];
  read: Read;
}

/** From this confidence on, an error of several in a text speaks for itself. */
const sure = 0.75;
const excerptCharacters = 1_500;

/**
 * Decodes a text: an error body, a log, an exception with its stack, a recorded request, the output of a tool. Never
 * throws; the time grows with the length of the text and is bounded.
 */
export function decode(input: string): Decoded {
  const text = normalise(input);
  const whole = evidenceOf(focus(text));
  const matches = matchesOf(whole);
  const parts = split(text).map((part) => matchesOf(evidenceOf(focus(part))));
  const tellers = parts.filter(([best]) => best !== undefined && best.confidence >= sure);
  const severalRules = new Set(tellers.map(([best]) => best?.rule)).size > 1;
  return {
    matches: severalRules ? merged([...tellers.map((m) => m.slice(0, 1)), matches]) : matches,
    read: readOf(whole),
  };
}

function matchesOf(evidence: Evidence): Match[] {
  const ranked = rank(evidence);
  const ambiguous = ranked.filter(({ score }) => score === ranked[0]?.score).length;
  return ranked.map((r) => ({
    rule: r.scenario.id,
    scenario: r.scenario,
    records: recordsFor(r.scenario, evidence),
    confidence: shared(r, ambiguous, ranked[0]),
    why: whyOf(r),
  }));
}

/** Scenarios that fit alike share the confidence. */
function shared({ confidence, score }: Ranked, ambiguous: number, best: Ranked | undefined): number {
  if (ambiguous < 2 || score !== best?.score) return confidence;
  return Math.round((confidence / Math.sqrt(ambiguous)) * 100) / 100;
}

/** Each scenario once, with its best confidence; best first. */
function merged(lists: readonly Match[][]): Match[] {
  const best = new Map<string, Match>();
  for (const match of lists.flat()) {
    const before = best.get(match.rule);
    if (!before || match.confidence > before.confidence) best.set(match.rule, match);
  }
  return [...best.values()].sort((a, b) => b.confidence - a.confidence);
}

function readOf({ statuses, substatus, codes, operations, origin, text }: Evidence): Read {
  return {
    statuses: [...statuses].filter((s) => s >= 400 || s === 207),
    substatus,
    codes: [...codes.values()].map(({ code }) => code),
    operations: [...new Set([...operations.values()].filter((o) => o.certain).map((o) => o.operation))],
    sdks: [...new Set(origin.sdks)],
    excerpt: mask(excerptOf(text)),
  };
}

const TELLING = /error|exception|conflict|exists|precondition|violat|locked|\b4\d\d\b|\b5\d\d\b/i;

function excerptOf(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const telling = lines.filter((line) => TELLING.test(line));
  return (telling.length > 0 ? telling : lines).slice(0, 12).join('\n').slice(0, excerptCharacters);
}
