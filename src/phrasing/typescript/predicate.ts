/** Predicates of retry policies, widened by the conflict. */
import type { Piece, Test } from '../../remedies/remedy.js';
import type { Subject } from '../../remedies/subject.js';
import { Writer } from './writer.js';

type Widening = Extract<Piece, { orConflict: string } | { alsoFor: string }>;

/** One more way for the predicate to be true; undefined where the library's errors are not known. */
export function predicate(piece: Widening, subject: Subject): string | undefined {
  const w = new Writer(subject);
  if (w.isConflict('error') === '') return undefined;
  if ('alsoFor' in piece) return `.${piece.alsoFor}((error${w.ts(': any')}) => ${w.isConflict('error')})`;
  const { orConflict: error, after } = piece;
  // What the parameter is declared as need not have a status, unless it is read already, and not behind a test of what it is.
  const read = new RegExp(`(?<![\\w$.])${error.replace('.', '\\.')}\\??\\.${statusOf(subject)}\\b`).test(after);
  const test = w.isConflict(w.typed && (!read || after.includes('&&')) ? `(${error} as any)` : error);
  return ` || ${test.includes('&&') && !test.startsWith('(') ? `(${test})` : test}`;
}

const statusOf = ({ candidate }: Subject): string => (candidate.error?.status[0] ?? '').replace(/\./g, '\\??\\.');

/** The test that a caught error is the conflict, or is not; undefined where the library's errors are not known. */
export function conflictTest({ conflict: name, not }: Exclude<Test, string>, subject: Subject): string | undefined {
  const w = new Writer(subject);
  const isAny = !w.typed || new RegExp(`\\b${name}: any\\b`).test(subject.text);
  const test = w.isConflict(isAny ? name : `(${name} as any)`);
  if (test === '') return undefined;
  if (not) return w.not(test);
  return test.includes('&&') || test.includes('||') ? `(${test})` : test;
}
