/** A retry without an end: it is counted, and the conflict comes out when it was tried often enough. */
import { isFn } from '../../analysis/bind/walk.js';
import type { Handler, Loop } from '../../analysis/code-model.js';
import { t } from '../../l10n/t.js';
import { type Comparison, comparisons, handlersAround } from '../comparisons.js';
import type { Plan, Rewrite } from '../remedy.js';
import { functionText, type Subject, sourceOf } from '../subject.js';

const ATTEMPTS = 5;

/** Only of a loop without a condition, whose handler tells the conflict apart by one comparison and lets the rest out. */
export function bounded(subject: Subject): Plan | undefined {
  const loop = endless(subject);
  const head = loop && sourceOf(subject, { start: loop.range.start, end: loop.body[0]?.range.start ?? loop.range.end });
  const [written] = /^(?:while\s*\(\s*true\s*\)|for\s*\(\s*;\s*;\s*\)|while\s+True(?=\s*:))/.exec(head ?? '') ?? [];
  const [handler, ...more] = handlersAround(subject);
  if (!loop || written === undefined || !handler || more.length > 0) return undefined;
  const [test, ...others] = comparisons(subject, handler.range);
  if (others.length > 0) return undefined;
  const name = /(?<![\w$])attempt(?![\w$])/.test(functionText(subject)) ? 'round' : 'attempt';
  const { start } = loop.range;
  const counted = test ? countedIn(subject, test, name) : countedBefore(handler, name);
  if (!counted) return undefined;
  return {
    title: t('Stop after {0} attempts, and let the conflict out then', ATTEMPTS),
    // How often is enough is for somebody to say.
    safe: false,
    edit: { kind: 'rewrite', edits: [{ range: { start, end: start + written.length }, rounds: name }, counted] },
  };
}

/** The comparison holds only so many times. */
function countedIn(subject: Subject, { op, not }: Comparison, name: string): Rewrite['edits'][number] {
  const whole = sourceOf(subject, op.range);
  return not
    ? { range: op.range, anyOf: [`${name} >= ${ATTEMPTS}`, whole] }
    : { range: op.range, allOf: [`${name} < ${ATTEMPTS}`, whole] };
}

/** A clause for a type of error lets the last one out. */
function countedBefore({ types, body: [first] }: Handler, name: string): Rewrite['edits'][number] | undefined {
  if (types.length === 0 || !first) return undefined;
  const range = { start: first.range.start, end: first.range.start };
  return { range, guards: `${name} >= ${ATTEMPTS}`, of: first.range };
}

/** The loop that goes round with the call. */
function endless({ candidate, call }: Subject): Loop | undefined {
  const { file } = candidate.cell;
  for (let up = file.parent(call); up && !isFn(up.node); up = file.parent(up.node))
    if ('s' in up.node && up.node.s === 'loop') return up.node;
  return undefined;
}
