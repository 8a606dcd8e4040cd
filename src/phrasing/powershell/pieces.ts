/** Pieces of a rewritten line in PowerShell. */
import type { Piece, Test } from '../../remedies/remedy.js';
import type { Subject } from '../../remedies/subject.js';
import { isConflict } from './test.js';

/** A piece; undefined where it cannot be written for the call's command. */
export function pieceOf(piece: Piece, subject: Subject): string | undefined {
  if ('stops' in piece) return ' -ErrorAction Stop';
  if ('code' in piece) return piece.code;
  if ('anyOf' in piece) return joined(piece.anyOf, ' -or ', subject);
  if ('allOf' in piece) return joined(piece.allOf, ' -and ', subject);
  if ('conflict' in piece) return conflictTest(piece, subject);
  return 'path' in piece ? [piece.root, ...piece.path].join('.') : undefined;
}

/** Tests in brackets; undefined where one of them cannot be written. */
function joined(tests: readonly Test[], operator: string, subject: Subject): string | undefined {
  const written = tests.map((test) => (typeof test === 'string' ? bracketed(test) : conflictTest(test, subject)));
  return written.includes(undefined) ? undefined : `(${written.join(operator)})`;
}

/** All operators that join tests are of one rank. */
const bracketed = (test: string): string => (/ -(?:and|or|xor) /i.test(test) ? `(${test})` : test);

/** The test that the error at hand is the conflict, or is not. */
function conflictTest({ conflict: name, not }: Exclude<Test, string>, subject: Subject): string | undefined {
  const test = isConflict(subject);
  if (test === '' || !/^(?:_|PSItem)$/i.test(name)) return undefined;
  return not ? `-not (${test})` : bracketed(test);
}
