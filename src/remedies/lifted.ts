/** A call as a function of its body. */
import type { Refusal } from '../analysis/findings.js';
import { bodyOf } from './pieces.js';
import type { Slot, Wrap } from './remedy.js';
import { type Subject, sourceOf } from './subject.js';

/** So that the body is written once and can be looked at. `name` is the function's parameter, `slots` stand before the body. */
export function withBody(subject: Subject, helper: string, name: string, slots: Slot[]): Wrap | Refusal {
  const body = bodyOf(subject);
  if (!body) return 'identity-unknown';
  const parameter = new RegExp(`\\b${name}\\b`).test(sourceOf(subject, subject.call.range))
    ? renamed(subject, name)
    : name;
  return {
    kind: 'wrap',
    helper,
    call: 'lifted',
    lifted: { range: body.range, name: parameter },
    slots: [...slots, { code: sourceOf(subject, body.range) }],
  };
}

/** Another name, as the language writes names of two words. */
function renamed({ candidate }: Subject, name: string): string {
  const joined = candidate.cell.file.traits.builderCase === 'snake';
  return joined ? `the_${name}` : `the${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
