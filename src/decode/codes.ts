/** The error codes a text holds that the catalog knows. */
import { scenarios } from '../catalog/index.js';
import type { Scenario } from '../catalog/types.js';
import { signs } from './signs.js';

/** A code of the catalog found in a text. */
export interface FoundCode {
  /** As the catalog spells it. */
  code: string;
  /** The text spells it in the same way: `nameAlreadyExists` is another service's `NameAlreadyExists`. */
  exact: boolean;
}

/**
 * Words that services, and others too, use for anything: they support what else is known and tell nothing by themselves.
 */
const GENERIC = new Set(
  [
    'Conflict BadRequest Request_BadRequest NotFound ResourceNotFound itemNotFound ServiceUnavailable InvalidRequest',
    'PreconditionFailed FailedDependency UnknownError ExtensionError notAllowed DbUpdateException RetryWith',
    'DbUpdateConcurrencyException DuplicateKey PropertyConflict ResourceIsLocked resourceLocked accessConflict',
    'PreconditionFailedException 409 412 449',
  ].flatMap((line) => line.toLowerCase().split(' ')),
);

/** A code in its place: a field called code, or in front of a message. */
const PLACED =
  /\b(?:error[ _]?)?(?:code|FullyQualifiedErrorId|OData error|type)["']?\s{0,4}[:=]\s{0,3}["']?([A-Za-z0-9_][\w.]{2,60})|\(([A-Z][A-Za-z_]{5,40})\)|^\s{0,8}([A-Z][A-Za-z_]{5,40})(?:: |\(\{)/gim;
const WORD = /\b[A-Za-z][A-Za-z0-9]*(?:[a-z0-9][A-Z]|_)[A-Za-z0-9_]{2,60}\b/g;

/** By the lower-case spelling: every spelling of the catalog. */
const known = new Map<string, Set<string>>();
/** How many scenarios a code belongs to, by lower-case spelling and status class. */
const owners = new Map<string, Set<string>>();
for (const scenario of scenarios)
  for (const code of codesOf(scenario)) {
    const key = code.toLowerCase();
    known.set(key, (known.get(key) ?? new Set()).add(code));
    // What a 409 means in general is no owner: it lists what the others answer.
    if (scenario.operations.length > 0 || scenario.service === 'cosmos')
      owners.set(key, (owners.get(key) ?? new Set()).add(scenario.id));
  }

/** Every code a scenario answers with. */
export function codesOf(scenario: Scenario): string[] {
  return [
    ...scenario.answers.flatMap(({ codes }) => codes),
    ...signs.flatMap(({ rule, codes }) => (rule === scenario.id ? (codes ?? []) : [])),
  ];
}

/** How many scenarios spell a code so: files write `conflict` where others write `Conflict`. */
const spellers = new Map<string, number>();
for (const scenario of scenarios)
  for (const code of new Set(scenario.operations.length > 0 ? codesOf(scenario) : []))
    spellers.set(code, (spellers.get(code) ?? 0) + 1);

/** By the lower-case spelling: the one status a code comes with, wherever it comes. */
const statusByCode = new Map<string, number | undefined>();
for (const { status, codes } of scenarios.flatMap(({ answers }) => answers))
  for (const code of codes) {
    const key = code.toLowerCase();
    statusByCode.set(key, !statusByCode.has(key) || statusByCode.get(key) === status ? status : undefined);
  }

/** The status a code stands for where a text tells none; undefined for a word for anything and where it comes with several. */
export function statusOf(code: string): number | undefined {
  return isGeneric(code) ? undefined : statusByCode.get(code.toLowerCase());
}

/** True for a word that tells nothing by itself. */
export function isGeneric(code: string): boolean {
  return GENERIC.has(code.toLowerCase());
}

/** The number of scenarios that answer with a code. */
export function ownersOf(code: string): number {
  return owners.get(code.toLowerCase())?.size ?? 0;
}

/** The number of scenarios that answer with a code in just this spelling. */
export function spelledBy(code: string): number {
  return spellers.get(code) ?? 0;
}

/** Every known code in the text, by its lower-case spelling. A plain word counts only where a code stands. */
export function codesIn(text: string): Map<string, FoundCode> {
  const out = new Map<string, FoundCode>();
  const note = (word: string): void => {
    const spellings = known.get(word.toLowerCase());
    if (!spellings) return;
    const exact = spellings.has(word);
    const before = out.get(word.toLowerCase());
    // `Status Code: PreconditionFailed` names the status, `preconditionFailed` beside it is the code.
    const isName = before?.exact === true && /^[A-Z]/.test(before.code) && /^[a-z]/.test(word);
    if (before && (!exact || (before.exact && !isName))) return;
    out.set(word.toLowerCase(), { code: exact ? word : ([...spellings][0] ?? word), exact });
  };
  for (const [word] of text.matchAll(WORD)) note(word);
  const placed = [...text.matchAll(PLACED)];
  // A field holds the code as the service spells it; a name in front may be that of the status.
  for (const [, field] of placed) if (field !== undefined) note(field);
  for (const [, , inBrackets, first] of placed) note(inBrackets ?? first ?? '');
  return out;
}
