/** What a phrasing provides: how the pieces of a fix are written in one language. */
import type { Range } from '../analysis/code-model.js';
import type { Refusal } from '../analysis/findings.js';
import type { Piece, Wrap } from '../remedies/remedy.js';
import type { Subject } from '../remedies/subject.js';
import type { Style } from './style.js';

/** A helper function as it is inserted. */
export interface Helper {
  /** Its name, unless the file has another use for it. */
  name: string;
  /** Other helpers it calls, which are inserted with it. */
  uses?: readonly Helper[];
  /** Names of modules it uses, by module. */
  imports?: Readonly<Record<string, readonly string[]>>;
  /** Its source under the given name, in the canonical style of the language; `used` are the names of those it uses. */
  source(name: string, used: readonly string[]): string;
}

export interface Phrasing {
  /** Ids of the languages it writes. */
  languages: readonly string[];
  /** The helper of a plan for this call; a refusal, or undefined where it is not written for the call's library. */
  helper(key: string, subject: Subject): Helper | Refusal | undefined;
  /** The call handed to the helper; undefined where a slot cannot be written for the call's library. `call` is its source. */
  wrapped(wrap: Wrap, name: string, call: string, subject: Subject): string | undefined;
  /** Writes a canonical piece of a line in the style of the file. */
  inline(source: string, style: Style): string;
  /** Writes canonical statements in the style of the file, from the first column. */
  frame(source: string, style: Style): string;
  /** Writes a canonical helper in the style of the file, as deep as it will stand. */
  restyle(source: string, style: Style, subject: Subject): string;
  /** The edit by which the file comes to have names of a module; undefined where it has them. */
  importing?(subject: Subject, module: string, names: readonly string[], style: Style): TextEdit | undefined;
  /** Helpers in a file of their own, where the language has them so. */
  home?: {
    /** Whether helpers for a file can live in another one. */
    suits(file: string, path: string): boolean;
    /** What a file for helpers is called, for a file of this name. */
    fileName(file: string): string;
    /** The canonical source of a helper that other files may use. `text` is the file it goes into, empty for a new one. */
    exported(source: string, name: string, text: string, subject: Subject): string;
    /** The files that a relative module may be. */
    paths(file: string, module: string): string[];
    /** How the file of the call names the other one. */
    module(subject: Subject, path: string): string;
  };
  /** Where a helper is inserted, how deep it stands there, and from where it can be seen (the whole file if left out). */
  place(subject: Subject): { at: number; depth: number; within?: Range };
  /** The word before an awaited call. */
  awaits: string;
  /**
   * A loop around a read, a change and a conditional write, in the canonical style; undefined where the errors of the call's
   * library are not known. The statements are its arguments, already one resp. two steps deep.
   */
  loop?(parts: { change: string; write: string; returns: boolean }, subject: Subject): string | undefined;
  /** A piece of a rewritten line; undefined where it cannot be written for the call's library. */
  piece(piece: Piece, subject: Subject): string | undefined;
  /** Names of modules a piece uses, by module. */
  pieceImports?(piece: Piece, subject: Subject): Readonly<Record<string, readonly string[]>>;
}

/** A replaced piece of a file. */
export interface TextEdit extends Range {
  text: string;
}
