/** What one text tells, gathered once: statuses, codes, requests, where it comes from. */
import { codesIn, type FoundCode, statusOf } from './codes.js';
import { type OperationHit, operationHits, type Request, requestsIn } from './requests.js';
import { type Origin, originOf } from './services.js';
import { statusesIn, substatusIn } from './statuses.js';

export interface Evidence {
  /** The text it was read from, in one form and short. */
  text: string;
  /** The same in lower case with single spaces, for the catalog's words. */
  words: string;
  statuses: ReadonlySet<number>;
  substatus: number | undefined;
  codes: ReadonlyMap<string, FoundCode>;
  requests: readonly Request[];
  /** By scenario. */
  operations: ReadonlyMap<string, OperationHit>;
  origin: Origin;
}

/** Statuses that tell of a conflict by themselves. */
export const CONFLICTS: ReadonlySet<number> = new Set([409, 412, 423, 424, 449]);

/** What a code stands for where no status is told. */
const IMPLIED: Readonly<Record<string, number>> = {
  conflict: 409,
  namealreadyexists: 409,
  preconditionfailed: 412,
  errorpreconditionfailed: 412,
  retrywith: 449,
  resourcelocked: 423,
};

/** The directory's names over the years, in sentences that are otherwise the same. */
const RENAMED = /\b(?:microsoft entra(?: id)?|entra id|azure active directory|aad)\b/g;

/** What a sentence stands for where no status is told. */
const IMPLIED_BY_WORDS: readonly [RegExp, number][] = [
  [/\bspecified (?:id|name)\b.{0,40}\balready exists/, 409],
  [/\bspecified pre-?condition is not met/, 412],
  [/\bconflicting request to resource has been attempted/, 449],
  [/\be-?tag (?:does not match|mismatch)|\be-?tag value .{0,120} does not match/, 412],
  [/\bpre-?condition[ -]?fail/, 412],
];

/** @param text in one form, see normalise.ts and focus.ts */
export function evidenceOf(text: string): Evidence {
  const codes = codesIn(text);
  const statuses = statusesIn(text);
  if (statuses.size === 0)
    for (const code of codes.keys()) {
      const status = IMPLIED[code] ?? statusOf(code);
      if (status !== undefined) statuses.add(status);
    }
  const words = text.toLowerCase().replace(/\s+/g, ' ').replace(RENAMED, 'azure ad');
  if (statuses.size === 0) for (const [said, status] of IMPLIED_BY_WORDS) if (said.test(words)) statuses.add(status);
  const origin = originOf(text);
  const requests = requestsIn(text, origin.services.has('cosmos'));
  return {
    text,
    words,
    statuses,
    substatus: substatusIn(text),
    codes,
    requests,
    operations: operationHits(requests),
    origin,
  };
}
