/** Predicates of retry policies, widened by the conflict. */
import type { Piece } from '../../remedies/remedy.js';
import type { Subject } from '../../remedies/subject.js';
import { Writer } from './writer.js';

type Widening = Extract<Piece, { orConflict: string } | { alsoFor: string }>;

/** One more exception the policy handles, or one more way for its predicate to be true; undefined where the library's are not known. */
export function predicate(piece: Widening, subject: Subject): string | undefined {
  const w = new Writer(subject);
  if (!w.error) return undefined;
  const type = w.type(w.error.type);
  const test = (name: string): string => w.isConflict(name).replace(/\s*\n\s*/g, ' ');
  if ('alsoFor' in piece) return `.${piece.alsoFor}<${type}>(error => ${test('error')})`;
  return undefined;
}
