/** Pieces of a rewritten line in TypeScript and JavaScript. */
import type { Piece, Test } from '../../remedies/remedy.js';
import { type Subject, sourceOf } from '../../remedies/subject.js';
import { conflictTest, predicate } from './predicate.js';
import { readerOf, slotOf } from './slots.js';
import { typeForOther } from './types.js';
import { literal, Writer } from './writer.js';

/** A piece in the canonical style; undefined where it cannot be written for the call's library. `restyled` gives it the file's. */
export function pieceOf(piece: Piece, subject: Subject, restyled: (source: string) => string): string | undefined {
  // What is the user's own keeps its style.
  if ('code' in piece) return piece.code;
  if ('anyOf' in piece) return joined(piece.anyOf, ' || ', subject, restyled);
  if ('allOf' in piece) return joined(piece.allOf, ' && ', subject, restyled);
  if ('entry' in piece)
    return `${lead(subject, piece.like)}${restyled(`${literal(piece.entry)}: ${literal(piece.word)}`)}`;
  const written = canonical(piece, subject);
  return written === undefined ? undefined : restyled(written);
}

type Canonical = Exclude<Piece, { code: string } | { anyOf: Test[] } | { allOf: Test[] } | { entry: string }>;

function canonical(piece: Canonical, subject: Subject): string | undefined {
  if ('method' in piece) return piece.method + typeForOther(subject);
  if ('orConflict' in piece || 'alsoFor' in piece) return predicate(piece, subject);
  if ('text' in piece) return slotOf({ parts: piece.text }, subject);
  if ('record' in piece) return `${piece.record}: { ${piece.source} }`;
  if ('guards' in piece || 'ensures' in piece || 'type' in piece) return undefined;
  if ('word' in piece) return literal(piece.word);
  if ('createsMissing' in piece) return "header('Prefer', 'create-if-missing').patch";
  if ('rounds' in piece) return `for (let ${piece.rounds} = 1; ; ${piece.rounds}++)`;
  if ('conflict' in piece) return conflictTest(piece, subject);
  if ('catches' in piece) return undefined;
  // JavaScript would run it.
  if ('merges' in piece) return new Writer(subject).typed ? `mergeChanges(${piece.merges.join(', ')})` : undefined;
  if ('elseReads' in piece) {
    const url = slotOf({ parts: piece.elseReads }, subject);
    const read = url === undefined ? undefined : readerOf(subject, url);
    return read && `.then((made${new Writer(subject).ts(': any')}) => made ?? ${read})`;
  }
  return 'path' in piece ? `${piece.root}.${piece.path.join('?.')}` : 'await ';
}

/** What stands between an entry and the one before: a line of its own where that one has one. */
function lead(subject: Subject, before: { start: number; end: number }): string {
  const line = subject.text.lastIndexOf('\n', before.start - 1) + 1;
  const indent = sourceOf(subject, { start: line, end: before.start });
  const eol = subject.text.includes('\r\n') ? '\r\n' : '\n';
  return indent.trim() === '' && line > 0 ? `,${eol}${indent}` : ', ';
}

/** Tests in brackets; undefined where one of them cannot be written. */
function joined(
  tests: readonly Test[],
  operator: string,
  subject: Subject,
  restyled: (source: string) => string,
): string | undefined {
  const written = tests.map((test) => {
    if (typeof test === 'string') return test;
    const own = conflictTest(test, subject);
    return own === undefined ? undefined : restyled(own);
  });
  return written.includes(undefined) ? undefined : `(${written.join(operator)})`;
}
