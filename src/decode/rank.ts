/**
 * Which scenarios fit the evidence, and how well. Each kind of evidence has a weight; the sum becomes a confidence by a
 * table. A status alone says little; a code that only one scenario answers with, together with its operation, says it.
 */
import { scenarios } from '../catalog/index.js';
import type { Scenario } from '../catalog/types.js';
import { codesOf, isGeneric, ownersOf, spelledBy } from './codes.js';
import { CONFLICTS, type Evidence } from './evidence.js';
import type { OperationHit } from './requests.js';
import { resourceScore } from './resource-words.js';
import { signs } from './signs.js';

/** Why a scenario fits: kinds of evidence, worded in why.ts. */
export type Ground =
  | { kind: 'status'; status: number }
  | { kind: 'code'; code: string }
  | { kind: 'text'; text: string }
  | { kind: 'operation'; operation: string; certain: boolean }
  | { kind: 'words' }
  | { kind: 'service' };

export interface Ranked {
  scenario: Scenario;
  score: number;
  confidence: number;
  grounds: Ground[];
}

/** Weights of the kinds of evidence. */
const W = {
  codeOne: 6,
  codeFew: 4,
  codeMany: 2.5,
  codeGeneric: 1,
  exact: 0.6,
  textOne: 7,
  textFew: 4.5,
  textWeak: 2,
  marked: 5,
  conditional: 4,
  explained: 2,
  guessed: -1,
  status: 2,
  otherStatus: -4,
  /** The scenario's own sentence with a status it is not known with: services change 400 to 409. */
  newStatus: -1,
  /** The text has codes, and none of those the scenario answers this status with. */
  otherCode: -1.5,
  sharedText: 2,
  service: 1,
  otherOperation: -3,
  noOperation: -1.5,
} as const;

/** From a score to a confidence; between the rows by the straight line. */
const CONFIDENCE: readonly [number, number][] = [
  [0, 0.05],
  [2.5, 0.2],
  [4, 0.4],
  [6, 0.6],
  [8, 0.78],
  [10, 0.88],
  [13, 0.95],
  [18, 0.98],
];

/** What a like answer of several scenarios means most often. */
const COMMON: Readonly<Record<string, number>> = {
  'cosmos/item-id-exists': 2,
  'cosmos/stale-etag': 2,
  'graph/what-409-means': 1.5,
  'graph/drive-name-exists': 1,
  'graph/drive-stale-etag': 0.5,
  'graph/user-exists': 0.3,
};

/** What a 409 means in general: it lists the codes of the others, and none is its own. */
const GENERAL = 'graph/what-409-means';

/** Words of this weight tell the circumstances of a call, whatever its operation is. */
const circumstances = 9;

/** Words of this weight are a scenario's own. */
const ownWords = 4;

const lowest = 3;
/** A match far behind the best one is noise. */
const share = 0.45;
const mostMatches = 5;
/** Statuses with which a code for anything, where one scenario alone has it, tells by itself. */
const TELLING: ReadonlySet<number> = new Set([...CONFLICTS, 422]);
/** A text of the catalog with as many words tells by itself. */
const tellingWords = 4;

/** The scenarios that fit, best first; empty where the text is no conflict of theirs. */
export function rank(evidence: Evidence): Ranked[] {
  const found = scenarios.flatMap((scenario) => judge(scenario, evidence) ?? []).sort((a, b) => b.score - a.score);
  const best = found[0]?.score ?? 0;
  return found.filter(({ score }) => score >= lowest && score >= best * share).slice(0, mostMatches);
}

function judge(scenario: Scenario, evidence: Evidence): Ranked | undefined {
  const { statuses, origin } = evidence;
  if (scenario.answers.length === 0) return undefined;
  const own = origin.services.has(scenario.service === 'cosmos' ? 'cosmos' : 'graph');
  const grounds: Ground[] = [];
  const texts = textScore(scenario, evidence, grounds);
  const codes = codeScore(scenario, evidence, own, grounds);
  const words = wordScore(scenario, evidence, grounds);
  const operation = evidence.operations.get(scenario.id);
  const shared = isMeant(scenario, operation, evidence);
  const telling = texts.telling || codes.telling || words.decides || shared;
  if (!telling && (!own || (origin.foreign && origin.strength < 2))) return undefined;
  if (origin.foreign && !own) return undefined;
  const answered = scenario.answers.filter((a) => statuses.has(a.status)).map((a) => a.status);
  const status = answered.find((s) => CONFLICTS.has(s)) ?? answered[0];
  if (
    !telling &&
    !isConflict(scenario, status, operation, evidence, { codes: codes.score, words: words.score, texts: texts.score })
  )
    return undefined;
  let score =
    texts.score +
    codes.score +
    words.score +
    operationScore(scenario, operation, Math.max(texts.score, codes.score), words.score, evidence, grounds);
  if (status !== undefined) {
    score += W.status;
    grounds.push({ kind: 'status', status });
    if (codes.score === 0 && hasOtherCodes(scenario, status, evidence)) score += W.otherCode;
  } else if ([...statuses].some((s) => s >= 400)) {
    const said = words.decides || (texts.telling && scenario.cause === 'duplicate');
    score += said && [...statuses].some((s) => s === 400 || CONFLICTS.has(s)) ? W.newStatus : W.otherStatus;
  }
  if (shared && !texts.telling) score += W.sharedText;
  if (own) {
    score += W.service;
    grounds.push({ kind: 'service' });
  }
  // Words for the resource decide between scenarios with the same answer, where the operation does not.
  if (!operation && score > 0) score += resourceScore(scenario, evidence.text);
  // What holds for any operation gives way to a scenario of the operation that the text names.
  const named = scenario.id === GENERAL && [...evidence.operations.values()].some((hit) => hit.certain);
  score += named ? 0 : (COMMON[scenario.id] ?? 0);
  return { scenario, score, confidence: confidenceOf(score), grounds };
}

/** Sentences of the directory that several scenarios answer with: they tell of a conflict, and the operation of which. */
const SHARED = [...new Set(scenarios.flatMap((s) => s.answers.flatMap((a) => a.texts ?? [])))]
  .filter((text) => text.split(' ').length >= tellingWords && textOwners(text) > 1)
  .map((text) => text.toLowerCase());

const DIRECTORY = /^Request_/;

/** The text has a sentence of several duplicates and names the operation of this one. */
function isMeant({ answers }: Scenario, hit: OperationHit | undefined, { words }: Evidence): boolean {
  if (hit?.marks !== true || !hit.certain || !answers.some((a) => a.codes.some((c) => DIRECTORY.test(c)))) return false;
  return SHARED.some((text) => words.includes(text));
}

function hasOtherCodes({ answers }: Scenario, status: number, { codes }: Evidence): boolean {
  return (
    [...codes.keys()].some((code) => !isGeneric(code)) &&
    answers.some((answer) => answer.status === status && answer.codes.length > 0)
  );
}

/** Without any status: the operation is named, and the text says that what it makes is there already. */
function isSaid(
  { cause }: Scenario,
  hit: OperationHit | undefined,
  statuses: ReadonlySet<number>,
  words: string,
): boolean {
  if (cause !== 'duplicate' || hit?.marks !== true || !hit.certain || [...statuses].some((s) => s >= 400)) return false;
  return /\balready (?:exists?|in use)\b/.test(words) && !/\bif\b.{0,60}\balready exists?\b/.test(words);
}

/** Whether status and operation tell of a conflict where neither code nor text does. */
function isConflict(
  scenario: Scenario,
  status: number | undefined,
  operation: OperationHit | undefined,
  { statuses, words: said }: Evidence,
  { codes, words, texts }: { codes: number; words: number; texts: number },
): boolean {
  if (status === undefined) return isSaid(scenario, operation, statuses, said);
  if (CONFLICTS.has(status)) return true;
  // A script's own conflict stands as a number in the answer for the script.
  const numbers = scenario.answers.flatMap((a) => a.codes).filter((code) => CONFLICTS.has(Number(code)));
  if (words >= circumstances && numbers.some((code) => statuses.has(Number(code)))) return true;
  // Other statuses mean many things: the operation and a code of the scenario must say that it is this one.
  const codesOfStatus = scenario.answers.filter((a) => a.status === status).flatMap((a) => a.codes);
  if (status === 500) return operation?.marks === true && codes > 0;
  if (status === 429) return operation?.marks === true && codesOfStatus.length === 0;
  if (texts > 0 && operation?.marks === true) return true;
  return codes > W.codeGeneric + W.exact && (operation !== undefined || words > 0);
}

function textScore(scenario: Scenario, { words }: Evidence, grounds: Ground[]) {
  let score = 0;
  let telling = false;
  for (const text of new Set(scenario.answers.flatMap((a) => a.texts ?? []))) {
    if (!words.includes(text.toLowerCase())) continue;
    const many = isTelling(text, words);
    const value = many ? (textOwners(text) === 1 ? W.textOne : W.textFew) : W.textWeak;
    if (value > score) score = value;
    telling ||= many;
    if (many) grounds.push({ kind: 'text', text });
  }
  return { score, telling };
}

/**
 * A text of the catalog that says by itself what clashes: as long as a sentence and not only of words that say that
 * something exists; or with the name of a type, where the text says that it exists.
 */
function isTelling(text: string, words: string): boolean {
  const parts = text.split(' ');
  if (parts.length >= tellingWords) return parts.some((part) => !EXISTS.test(part));
  return parts.some((part) => TYPE.test(part)) && /\balready (?:exists?|in use)\b/.test(words);
}
const EXISTS = /^(?:is|are|already|in|use|exists?|the|an?)$/i;
const TYPE = /^(?:[A-Z][a-z]+){3,}$/;

function textOwners(text: string): number {
  return scenarios.filter((s) => s.answers.some((a) => a.texts?.includes(text))).length;
}

function codeScore(scenario: Scenario, { codes, statuses }: Evidence, own: boolean, grounds: Ground[]) {
  let score = 0;
  let telling = false;
  for (const code of new Set(codesOf(scenario))) {
    const found = codes.get(code.toLowerCase());
    if (!found) continue;
    const exact = found.exact && found.code === code;
    const owners = ownersOf(code);
    const generic = isGeneric(code) || scenario.id === GENERAL;
    // A word for anything, where only one answer has it, is that answer if the status is its own too.
    const rare = isGeneric(code) && exact && /\D/.test(code) && spelledBy(code) <= 3;
    const sole = rare && owners === 1 && exact && hasAnswer(scenario, code, statuses);
    // So it tells of the conflict by itself, unless the status is one of many meanings.
    telling ||= own && sole && [...statuses].some((s) => TELLING.has(s));
    const value = sole
      ? W.codeFew
      : generic
        ? rare && scenario.id !== GENERAL
          ? W.codeMany
          : W.codeGeneric
        : owners <= 1
          ? W.codeOne
          : owners <= 3
            ? W.codeFew
            : W.codeMany;
    score = Math.max(score, value + (exact ? W.exact : 0));
    telling ||= !generic;
    grounds.push({ kind: 'code', code });
  }
  return { score, telling };
}

/** The scenario answers a status of the text with this code. */
function hasAnswer({ answers }: Scenario, code: string, statuses: ReadonlySet<number>): boolean {
  return answers.some((answer) => statuses.has(answer.status) && answer.codes.includes(code));
}

function wordScore(scenario: Scenario, { text }: Evidence, grounds: Ground[]) {
  let score = 0;
  let decides = false;
  for (const sign of signs) {
    if (sign.rule !== scenario.id || !sign.words?.test(text)) continue;
    score = Math.max(score, sign.weight ?? 0) + (score > 0 ? 1 : 0);
    decides ||= sign.decides === true;
  }
  if (score > 0) grounds.push({ kind: 'words' });
  return { score, decides };
}

function operationScore(
  scenario: Scenario,
  hit: OperationHit | undefined,
  answered: number,
  words: number,
  { operations }: Evidence,
  grounds: Ground[],
): number {
  if (!hit) {
    if (words >= circumstances || answered >= W.codeOne) return 0;
    if ([...operations.values()].some((o) => o.certain && o.marks)) return W.otherOperation;
    // Words that are this scenario's own take the place of an operation where the text tells of none.
    return words < ownWords && scenario.operations.some((row) => row.marks) ? W.noOperation : 0;
  }
  grounds.push({ kind: 'operation', operation: hit.operation, certain: hit.certain });
  const value = hit.marks ? (hit.needs ? W.conditional : W.marked) : W.explained;
  return value + (hit.certain ? 0 : W.guessed);
}

function confidenceOf(score: number): number {
  let [below, low] = CONFIDENCE[0] ?? [0, 0];
  for (const [at, confidence] of CONFIDENCE) {
    if (score < at) return rounded(low + ((confidence - low) * (score - below)) / (at - below));
    [below, low] = [at, confidence];
  }
  return low;
}

function rounded(value: number): number {
  return Math.round(Math.max(0.05, value) * 100) / 100;
}
