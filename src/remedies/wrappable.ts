/** Whether a call can be handed to a helper as it stands. */
import type { Refusal } from '../analysis/findings.js';
import type { Subject } from './subject.js';

/** How it is handed over: as it was started, or, where it blocks, as a function that makes it. */
export function handOver(subject: Subject): 'started' | 'function' {
  return subject.deferred ? 'started' : 'function';
}

/**
 * Why it cannot; undefined where it can.
 *
 * @param batch the single results of a batch will be looked at
 */
export function wrappable(subject: Subject, batch = false): Refusal | undefined {
  const { candidate, call } = subject;
  if ((candidate.runsAt || candidate.steps) && !batch) return 'batch';
  // Run in more than one place, or in another file.
  if (candidate.runsAt && call === candidate.cell.val) return 'batch';
  // A function among the arguments that is given the error: the failure never comes back out of the call.
  if (call.args.at(-1)?.value.v === 'fn' && !subject.deferred) return 'callback';
  if (subject.deferred && subject.use === 'dropped' && !subject.asyncHere) return 'not-asynchronous';
  if (candidate.sdk?.events) return 'callback';
  if (subject.tells.length === 0) return 'identity-unknown';
  // An option in the wrong place stays there, whatever is put around the call.
  if (subject.judgement.reason === 'ignored-option') return 'nothing-to-mend';
  const around = candidate.cell.file.enclosingFn(call)?.range ?? { start: 0, end: subject.text.length };
  if (candidate.cell.file.model.damaged.some(({ start, end }) => start < around.end && end > around.start))
    return 'damaged';
  return undefined;
}
