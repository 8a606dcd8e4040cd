/** Tests for the conflict: predicates of retry policies, clauses, parts of a condition. */
import type { Piece, Test } from '../../remedies/remedy.js';
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

/** The clause that catches the conflict alone. */
export function clause(name: string, subject: Subject): string | undefined {
  const w = new Writer(subject);
  if (!w.error) return undefined;
  return `catch (${w.type(w.error.type)} ${name}) when (${w.isConflict(name).replace(/\s*\n\s*/g, ' ')})`;
}

/** The test that an error of the library is the conflict, or is not. */
export function conflictTest({ conflict: name, not }: Exclude<Test, string>, subject: Subject): string | undefined {
  const w = new Writer(subject);
  if (!w.error) return undefined;
  const test = w.isConflict(name).replace(/\s*\n\s*/g, ' ');
  return not ? `!(${test})` : test.includes('&&') || test.includes('||') ? `(${test})` : test;
}

/** Tests in brackets; undefined where one of them cannot be written. */
export function joined(tests: readonly Test[], operator: string, subject: Subject): string | undefined {
  const written = tests.map((test) => (typeof test === 'string' ? test : conflictTest(test, subject)));
  return written.includes(undefined) ? undefined : `(${written.join(operator)})`;
}
