/** Pieces of a rewritten line in Java. */
import { handlersAround } from '../../remedies/comparisons.js';
import type { Members, Piece, Test } from '../../remedies/remedy.js';
import type { Subject } from '../../remedies/subject.js';
import { styleOf } from '../style.js';
import { answerRows, errorRows } from './errors.js';
import { filled, Writer } from './writer.js';

/** A piece in the canonical style; undefined where it cannot be written for the call's library. */
export function pieceOf(piece: Piece, subject: Subject): string | undefined {
  if ('code' in piece) return piece.code;
  if ('method' in piece) return piece.method;
  if ('anyOf' in piece) return joined(piece.anyOf, ' || ', subject);
  if ('allOf' in piece) return joined(piece.allOf, ' && ', subject);
  if ('conflict' in piece) return conflictTest(piece, subject);
  if ('catches' in piece) return clause(piece.catches, subject);
  if ('type' in piece) return piece.qualified ? piece.type : beside(piece.type, subject);
  if ('rounds' in piece) return `for (int ${piece.rounds} = 1; ; ${piece.rounds}++)`;
  if ('guards' in piece) return guard(piece, subject);
  if ('awaits' in piece) return waited(subject);
  if ('merges' in piece) return `mergeChanges(${piece.merges.join(', ')})`;
  return 'path' in piece ? status(piece, subject) : undefined;
}

/** The status where the library has it, as a number where it is compared with one. */
function status({ root, path, against }: Members, subject: Subject): string {
  const rows = subject.candidate.channel === 'returns' ? answerRows : errorRows;
  const row = rows[subject.candidate.sdk?.id ?? '']?.status;
  const written = row === undefined ? [root, ...path].join('.') : filled(row, root);
  return typeof against === 'string' ? written.replace(/\.value\(\)$/, '') : written;
}

/** Errors that have to be declared: whatever else throws them in the block would be caught by nothing. */
const CHECKED = /^(?:Exception|Throwable|IOException|DocumentClientException|ExecutionException|InterruptedException)$/;

/** The head of a clause for the errors of the library. */
function clause(name: string, subject: Subject): string | undefined {
  const w = new Writer(subject);
  const was = handlersAround(subject).flatMap(({ types }) => types);
  if (!w.error || w.error.checked || was.some(({ path }) => CHECKED.test(path.at(-1) ?? ''))) return undefined;
  return `catch (${w.type(w.error.type)} ${name})`;
}

/** Another type of error of the library, from where the file has the one that stands there. */
function beside(type: string, subject: Subject): string | undefined {
  const [was] = handlersAround(subject).flatMap(({ types }) => types);
  const old = was?.path.at(-1) ?? '';
  const { imports } = subject.candidate.cell.file.model;
  const home = imports.find(({ names }) => names.some(({ local }) => local === old));
  return home && new Writer(subject).type(`${home.module}.${type}`);
}

/** In front of the first statement of a handler. */
function guard({ guards, of }: Extract<Piece, { guards: unknown }>, subject: Subject): string | undefined {
  const test = typeof guards === 'string' ? guards : conflictTest(guards, subject);
  const name = handlersAround(subject)[0]?.name;
  const { text } = subject;
  const lead = text.slice(text.lastIndexOf('\n', of.start - 1) + 1, of.start);
  if (test === undefined || name === undefined || lead.trim() !== '') return undefined;
  const { indent, eol } = styleOf(text);
  return `if (${test}) {${eol}${lead}${indent}throw ${name};${eol}${lead}}${eol}${lead}`;
}

/** What waits for a later result, behind the call, and throws its own error: a future would wrap it. */
function waited(subject: Subject): string | undefined {
  return new Writer(subject).holder?.endsWith('.Mono') ? '.block()' : undefined;
}

/** Tests in brackets; undefined where one of them cannot be written. */
function joined(tests: readonly Test[], operator: string, subject: Subject): string | undefined {
  const written = tests.map((test) => (typeof test === 'string' ? test : conflictTest(test, subject)));
  return written.includes(undefined) ? undefined : `(${written.join(operator)})`;
}

/** The test that an error of a name is the conflict, or is not. */
function conflictTest({ conflict: name, not }: Exclude<Test, string>, subject: Subject): string | undefined {
  const w = new Writer(subject);
  if (!w.error) return undefined;
  const test = w.isConflict(name).replace(/\s*\n\s*/g, ' ');
  const joins = / (?:&&|\|\|) /.test(test);
  if (not) return joins ? `!(${test})` : test.replace(' == ', ' != ');
  return joins ? `(${test})` : test;
}
