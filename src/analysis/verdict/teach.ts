/** What the project could say about a marked call in its configuration, found out while everything is at hand. */
import { AnalysisTimeout } from '../evaluate/evaluate.js';
import type { Teachable } from '../findings.js';
import { clientName } from '../operations/client-names.js';
import type { Candidate } from '../operations/operation.js';
import type { Recognition } from '../operations/recognition.js';
import { helperNames } from './helpers.js';
import { type Judgement, judge } from './judge.js';

/** `Teachable` without its place. */
export type Taught = Pick<Teachable, 'client' | 'helpers'>;

/** Helpers tried for one call: each is judged once more. */
const MAX_HELPERS = 3;

/** Undefined where the call is not marked. */
export function teachable(rx: Recognition, c: Candidate, judgement: Judgement): Taught | undefined {
  const { verdict } = judgement;
  if (verdict !== 'unhandled' && verdict !== 'mishandled' && verdict !== 'race') return undefined;
  const name = c.certain ? undefined : clientName(rx, c.cell);
  const form = c.sdk === undefined && c.service !== 'cosmos' ? 'http' : 'library';
  // A mistake that can be named is not to be vouched for.
  const helpers = verdict === 'mishandled' ? [] : vouchedFor(rx, c);
  return { ...(name === undefined ? {} : { client: { name, form } }), helpers };
}

/** The helpers around the call or its error with which it would be handled, if the project vouched for them. */
function vouchedFor(rx: Recognition, c: Candidate): string[] {
  return helperNames(c.cell)
    .slice(0, MAX_HELPERS)
    .filter((name) => {
      try {
        return judge(rx.ev.withHandler(name), c)?.verdict === 'handled';
      } catch (error) {
        // The time of the file is over: what was found so far is worth more than an offer.
        if (error instanceof AnalysisTimeout) return false;
        throw error;
      }
    });
}
