/** By what the conflict is known among other failures: status, and where others share the status a code or text. */
import type { Candidate } from '../analysis/operations/operation.js';
import type { Scenario } from '../catalog/types.js';

/** One answer that means the conflict. */
export interface Tell {
  status: number;
  /** Service codes, needed where the status alone does not tell. */
  codes: string[];
  /** Words of the message, needed where there is no code of its own. */
  texts: string[];
}

/** Statuses that mean a conflict by themselves. */
const OWN_STATUS = new Set([409, 412]);

/** Codes that a service gives for every kind of bad request: they tell nothing apart. */
const GENERAL_CODES = new Set(['BadRequest', 'Request_BadRequest', 'invalidRequest', 'Bad Request']);

/**
 * The answers of a scenario that the call can get. 412 is only an answer where a condition was sent. A status that other
 * failures share (400) keeps its codes and texts, which have to be tested too.
 */
export function answersFor(candidate: Candidate, scenario: Scenario): Tell[] {
  const conditional = candidate.traits.ifMatch || candidate.traits.condition;
  const tells = new Map<number, Tell>();
  for (const { status, codes: all, texts = [] } of scenario.answers) {
    if (status === 412 && !conditional) continue;
    const shared = !OWN_STATUS.has(status);
    const codes = all.filter((code) => !GENERAL_CODES.has(code));
    if (shared && codes.length + texts.length === 0) continue;
    const known = tells.get(status) ?? { status, codes: [], texts: [] };
    tells.set(
      status,
      shared ? { status, codes: [...known.codes, ...codes], texts: [...known.texts, ...texts] } : known,
    );
  }
  const all = [...tells.values()].map((tell) => ({
    ...tell,
    codes: distinct(tell.codes),
    texts: shortest(tell.texts),
  }));
  return all.sort((a, b) => Number(OWN_STATUS.has(b.status)) - Number(OWN_STATUS.has(a.status)));
}

function distinct(words: string[]): string[] {
  return [...new Set(words)];
}

/** A text that holds another one of the list adds nothing to it. */
function shortest(texts: string[]): string[] {
  return distinct(texts).filter((text) => !texts.some((other) => other !== text && text.includes(other)));
}
