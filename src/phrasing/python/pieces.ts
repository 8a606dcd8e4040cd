/** Pieces of a rewritten line in Python. */
import { handlersAround } from '../../remedies/comparisons.js';
import type { Piece, Test } from '../../remedies/remedy.js';
import type { Subject } from '../../remedies/subject.js';
import { styleOf } from '../style.js';
import { literal } from './literal.js';
import { Writer } from './writer.js';

/** A piece in the canonical style; undefined where it cannot be written for the call's library. */
export function pieceOf(piece: Piece, subject: Subject): string | undefined {
  if ('code' in piece) return piece.code;
  if ('method' in piece) return piece.method;
  if ('anyOf' in piece) return joined(piece.anyOf, ' or ', subject);
  if ('allOf' in piece) return joined(piece.allOf, ' and ', subject);
  if ('conflict' in piece) return conflictTest(piece, subject);
  if ('catches' in piece) return caught(piece.catches, subject);
  if ('type' in piece) return piece.type;
  if ('rounds' in piece) return `for ${piece.rounds} in itertools.count(1)`;
  if ('guards' in piece) return guard(piece, subject);
  if ('ensures' in piece) return behind(subject, `${piece.ensures}.${piece.by}()`);
  if ('entry' in piece) return `, ${literal(piece.entry)}: ${literal(piece.word)}`;
  if ('record' in piece) return `${literal(piece.record)}: {${piece.source}}`;
  if ('awaits' in piece) return 'await ';
  return 'path' in piece ? [piece.root, ...piece.path].join('.') : undefined;
}

/** What a piece needs to be imported, by module. */
export function importsOf(piece: Piece, subject: Subject): Record<string, readonly string[]> {
  if ('rounds' in piece) return { itertools: [] };
  const { error } = new Writer(subject);
  if ('type' in piece && !piece.qualified && error) return { [error.module]: [piece.type] };
  return 'catches' in piece ? new Writer(subject).imports() : {};
}

function caught(name: string, subject: Subject): string | undefined {
  const { error } = new Writer(subject);
  return error && `except ${error.type} as ${name}:`;
}

/** In front of the first statement of a handler. */
function guard({ guards, of }: Extract<Piece, { guards: unknown }>, subject: Subject): string | undefined {
  const test = typeof guards === 'string' ? guards : conflictTest(guards, subject);
  const lead = leadOf(subject, of.start);
  if (test === undefined || lead === undefined) return undefined;
  const { indent, eol } = styleOf(subject.text);
  return `if ${test}:${eol}${lead}${indent}raise${eol}${lead}`;
}

/** A statement behind that of the call, on a line of its own. */
function behind(subject: Subject, statement: string): string | undefined {
  const own = subject.candidate.cell.file.statementOf(subject.candidate.cell.val);
  const lead = own && leadOf(subject, own.range.start);
  return lead === undefined ? undefined : `${styleOf(subject.text).eol}${lead}${statement}`;
}

/** The white space before a statement; undefined where something else stands there. */
function leadOf({ text }: Subject, start: number): string | undefined {
  const lead = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return lead.trim() === '' ? lead : undefined;
}

/** Tests in brackets; undefined where one of them cannot be written. */
function joined(tests: readonly Test[], operator: string, subject: Subject): string | undefined {
  const written = tests.map((test) => (typeof test === 'string' ? test : conflictTest(test, subject)));
  return written.includes(undefined) ? undefined : `(${written.join(operator)})`;
}

/** The test that an error or answer of a name is the conflict, or is not; undefined where the library's are not known. */
function conflictTest({ conflict: name, not }: Exclude<Test, string>, subject: Subject): string | undefined {
  const w = new Writer(subject);
  const isError = handlersAround(subject).some((handler) => handler.name === name);
  const isAnswer = subject.candidate.channel === 'returns';
  const test = isAnswer ? w.isConflictAnswer(isError ? `${name}.response` : name) : w.isConflict(name);
  if (test === '') return undefined;
  const joins = / (?:and|or) /.test(test);
  if (not) return joins ? `not (${test})` : test.replace(' == ', ' != ');
  return joins ? `(${test})` : test;
}
