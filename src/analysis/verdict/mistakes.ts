/**
 * Counterfactuals: where nothing tells the conflict apart, the failure is followed again as if one thing were different.
 */
import type { Answer } from '../../catalog/types.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import type { Reason } from '../findings.js';
import { type Asked, nothingAsked } from '../handling/assumptions.js';
import type { Fate } from '../handling/fate.js';
import type { Candidate } from '../operations/operation.js';
import { fateOf, type Pretence } from './fate-of.js';

/** A run that was made, and what was asked of it. */
interface Run {
  pretence: Pretence;
  answer: Answer;
  asked: Asked;
}

/**
 * One thing different: the first that would make it handled is the mistake.
 *
 * @param a the answer under which nothing told the conflict apart
 * @param asked what was looked at then
 */
export function mistaken(
  ev: Evaluator,
  c: Candidate,
  a: Answer,
  asked: Asked,
): { reason: Reason; fate: Fate } | undefined {
  const strict = c.sdk !== undefined && c.channel !== 'either';
  const tries: { reason: Reason; pretence: Pretence; when: boolean; answer?: Answer }[] = [
    { reason: 'non-terminating', pretence: { thrown: true }, when: c.channel === 'stream' },
    { reason: 'not-awaited', pretence: { awaited: true }, when: true },
    { reason: 'wrong-property', pretence: { property: true }, when: strict },
    { reason: 'wrong-type', pretence: { type: true }, when: strict && c.channel === 'throws' },
    { reason: 'wrong-type', pretence: { type: true, property: true }, when: strict },
    { reason: 'never-thrown', pretence: { thrown: true, property: true, type: true }, when: c.channel === 'returns' },
    ...swapped(a).map((answer) => ({ reason: answerFault(a), pretence: {}, when: true, answer })),
    ...swapped(a).map((answer) => ({ reason: answerFault(a), pretence: { property: true }, when: strict, answer })),
    // A handler that never runs tests nothing, whatever it would test.
    ...swapped(a).map((answer) => ({
      reason: 'wrong-type' as const,
      pretence: { property: true, type: true },
      when: strict,
      answer,
    })),
  ];
  const made: Run[] = [{ pretence: {}, answer: a, asked }];
  for (const { reason, pretence, when, answer = a } of tries) {
    if (!when || made.some((run) => isAlike(run, pretence, answer))) continue;
    const run: Run = { pretence, answer, asked: nothingAsked() };
    const fate = fateOf(ev, c, answer, pretence, run.asked);
    if (fate.told) return { reason, fate };
    made.push(run);
  }
  return undefined;
}

/** True if a run would go as one did that was made: it differs only in what that one never asked for. */
function isAlike({ pretence, answer, asked }: Run, other: Pretence, otherAnswer: Answer): boolean {
  if (pretence.thrown !== other.thrown || (asked.answer && answer !== otherAnswer)) return false;
  return (['awaited', 'property', 'type'] as const).every((part) => !asked[part] || pretence[part] === other[part]);
}

/** The other statuses that code mistakes for this one. */
function swapped(a: Answer): Answer[] {
  if (a.status === 409) return [{ status: 412, codes: ['PreconditionFailed'] }];
  if (a.status === 412) return [{ status: 409, codes: ['Conflict'] }];
  return [{ status: 409, codes: ['Conflict'] }];
}

function answerFault(a: Answer): Reason {
  return a.status === 409 || a.status === 412 ? 'wrong-status' : 'partial-answers';
}
