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

/** True for a word that tells nothing by itself. */
export function isGeneric(code: string): boolean {
  return GENERIC.has(code.toLowerCase());
}

/** The number of scenarios that answer with a code. */
export function ownersOf(code: string): number {
  return owners.get(code.toLowerCase())?.size ?? 0;
}

/** Every known code in the text, by its lower-case spelling. A plain word counts only where a code stands. */
export function codesIn(text: string): Map<string, FoundCode> {
  const out = new Map<string, FoundCode>();
  const note = (word: string): void => {
    const spellings = known.get(word.toLowerCase());
    if (!spellings) return;
    const exact = spellings.has(word);
    const before = out.get(word.toLowerCase());
    if (before && (before.exact || !exact)) return;
    out.set(word.toLowerCase(), { code: exact ? word : ([...spellings][0] ?? word), exact });
  };
  for (const [word] of text.matchAll(WORD)) note(word);
  for (const [, field, inBrackets, first] of text.matchAll(PLACED)) note(field ?? inBrackets ?? first ?? '');
  return out;
}
