/** Arguments of helpers as they are written in C#. */
import type { Slot, Wrap } from '../../remedies/remedy.js';
import { type Subject, sourceOf } from '../../remedies/subject.js';
import { literal } from './writer.js';

/** A slot as an argument; undefined where it is not written for the call's library. */
export function slotOf(slot: Slot, _subject: Subject): string | undefined {
  if ('code' in slot) return slot.code;
  return 'literal' in slot ? literal(slot.literal) : undefined;
}

/** The call as a function; undefined where a function must not hold it. */
export function lambdaOf(wrap: Wrap, call: string, subject: Subject): string | undefined {
  if (!capturable(subject)) return undefined;
  const head = wrap.lifted?.name ?? '()';
  if (!/\bawait\b/.test(sourceOf(subject, subject.call.range))) return `${head} => ${call}`;
  return subject.deferred ? `async ${head} => await ${call}` : undefined;
}

/** A lambda cannot hold `ref`, `out` and `in` parameters, nor `this` of a struct; what it declares is not seen outside. */
export function capturable(subject: Subject): boolean {
  const { file } = subject.candidate.cell;
  const call = sourceOf(subject, subject.call.range);
  if (/\b(?:ref|out)\s+\w/.test(call)) return false;
  if (file.enclosingType(subject.call)?.kind === 'struct') return false;
  for (let fn = file.enclosingFn(subject.call); fn; fn = file.enclosingFn(fn)) {
    const byRef = fn.params.filter((param) =>
      /(?:^|[\s[\]])(?:ref|out|in)\s/.test(file.text.slice(param.range.start, param.range.end)),
    );
    if (byRef.some((param) => new RegExp(`\\b${param.name}\\b`).test(call))) return false;
  }
  return true;
}
