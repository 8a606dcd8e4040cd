/** What a script is read into before it is lowered: words, commands, lists. Offsets are those of the text. */
import type { Range } from '../../code-model.js';

export interface Word extends Range {
  parts: Part[];
}

export type Part = TextPart | NamePart | RunPart | SumPart;

export interface TextPart extends Range {
  p: 'text';
  text: string;
  quoted: boolean;
}
/** `$name`, `${name op word}`. */
export interface NamePart extends Range {
  p: 'name';
  name: string;
  /** What stands behind the name (`:-`, `##`, `%`, `:`, `/` …), empty where nothing does. */
  op: string;
  rest?: Word;
}
/** `$(…)`, backticks, `<(…)`. */
export interface RunPart extends Range {
  p: 'run';
  body: Item[];
}
/** `$((…))`. */
export interface SumPart extends Range {
  p: 'sum';
  text: string;
}

export interface Redirection {
  /** The stream that is led elsewhere; `&` for both. */
  from: string;
  /** `<`, `>`, `>>`, `>&`, `<<`, `<<<`. */
  op: string;
  target: Word;
}

export interface Assignment extends Range {
  name: string;
  adds: boolean;
  /** A word, or the words of an array. */
  value: Word | Word[] | undefined;
  indexed: boolean;
}

export type Command = Simple | IfCommand | LoopCommand | CaseCommand | GroupCommand | FunctionCommand | TestCommand;

export interface Simple extends Range {
  k: 'simple';
  assignments: Assignment[];
  words: Word[];
  redirections: Redirection[];
}
export interface IfCommand extends Range {
  k: 'if';
  branches: { test: Item[]; body: Item[]; start: number }[];
  otherwise: Item[];
  redirections: Redirection[];
}
export interface LoopCommand extends Range {
  k: 'loop';
  form: 'while' | 'until' | 'for';
  test: Item[];
  body: Item[];
  /** `for name in words`. */
  name?: { name: string } & Range;
  over?: Word[];
  /** `for ((…))`. */
  sums?: string;
  redirections: Redirection[];
}
export interface CaseCommand extends Range {
  k: 'case';
  word: Word;
  arms: { patterns: Word[]; body: Item[]; start: number; end: number; falls: boolean }[];
}
export interface GroupCommand extends Range {
  k: 'group';
  body: Item[];
  redirections: Redirection[];
}
export interface FunctionCommand extends Range {
  k: 'function';
  name: string;
  nameRange: Range;
  body: Item[];
}
/** `[[ … ]]` as words, `(( … ))` as text. */
export interface TestCommand extends Range {
  k: 'test';
  words?: Word[];
  sum?: string;
}

export interface Pipeline extends Range {
  not: boolean;
  commands: Command[];
}

/** Pipelines with `&&` and `||` between them. */
export interface Item extends Range {
  first: Pipeline;
  rest: { op: '&&' | '||'; pipeline: Pipeline }[];
}

/** The text of a word in which nothing is put in; undefined where something is. */
export function plain(word: Word | undefined): string | undefined {
  if (!word) return undefined;
  let out = '';
  for (const part of word.parts) {
    if (part.p !== 'text') return undefined;
    out += part.text;
  }
  return out;
}
