/** Pieces of a rewritten line in TypeScript and JavaScript. */
import type { Piece } from '../../remedies/remedy.js';
import { type Subject, sourceOf } from '../../remedies/subject.js';
import { predicate } from './predicate.js';
import { readerOf, slotOf } from './slots.js';
import { typeForOther } from './types.js';
import { literal, Writer } from './writer.js';

/** A piece in the canonical style; undefined where it cannot be written for the call's library. `restyled` gives it the file's. */
export function pieceOf(piece: Piece, subject: Subject, restyled: (source: string) => string): string | undefined {
  // What is the user's own keeps its style.
  if ('code' in piece) return piece.code;
  if ('anyOf' in piece) return `(${piece.anyOf.join(' || ')})`;
  if ('entry' in piece)
    return `${lead(subject, piece.like)}${restyled(`${literal(piece.entry)}: ${literal(piece.word)}`)}`;
  const written = canonical(piece, subject);
  return written === undefined ? undefined : restyled(written);
}

type Canonical = Exclude<Piece, { code: string } | { anyOf: string[] } | { entry: string }>;

function canonical(piece: Canonical, subject: Subject): string | undefined {
  if ('method' in piece) return piece.method + typeForOther(subject);
  if ('orConflict' in piece || 'alsoFor' in piece) return predicate(piece, subject);
  if ('text' in piece) return slotOf({ parts: piece.text }, subject);
  if ('word' in piece) return literal(piece.word);
  if ('createsMissing' in piece) return "header('Prefer', 'create-if-missing').patch";
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
