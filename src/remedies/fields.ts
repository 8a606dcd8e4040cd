/** The body of a call by its fields. */
import type { Rec } from '../analysis/code-model.js';
import { bodyOf, fieldOf, steadySource } from './pieces.js';
import type { Subject } from './subject.js';

/** The body where its fields are written in the call. */
export function recordOf(subject: Subject): Rec | undefined {
  const body = bodyOf(subject);
  if (body?.v === 'rec') return body;
  return body?.v === 'new' && body.init?.v === 'rec' ? body.init : undefined;
}

/** A field of the body as source text that can be written twice. */
export function fieldSource(subject: Subject, name: string): string | undefined {
  const spelled = subject.candidate.sdk?.capitals ? name.replace(/^./, (first) => first.toUpperCase()) : name;
  const record = recordOf(subject);
  if (record) return steadySource(subject, fieldOf(record, spelled));
  const body = bodyOf(subject);
  const source = steadySource(subject, body);
  return source === undefined || body?.v !== 'ref' ? undefined : `${source}.${spelled}`;
}
