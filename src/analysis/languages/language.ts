/** What a language file provides. Everything after it is written once for all languages. */
import type { Tree } from 'web-tree-sitter';
import type { FileModel } from '../code-model.js';
import type { Grammars, TextEdit } from './grammars.js';
import type { UnitCache } from './unit-cache.js';

/** How errors travel in a language, as far as the passes must know. */
export interface LanguageTraits {
  /**
   * How an asynchronous call's failure is carried. `promise`: lost when nobody awaits it. `chain`: by calls whose row or
   * name says so, through operators that may answer it, up to one that blocks or subscribes.
   */
  deferred: 'promise' | 'task' | 'chain' | 'none';
  /** A handler may name the types it catches. */
  typedHandlers: boolean;
  /** With `typedHandlers`: it may also have a condition, without which the error goes on to the next one. */
  filteredHandlers?: boolean;
  /** How member names of generated request builders are written. */
  builderCase: 'camel' | 'pascal' | 'snake';
  /** A bare name may mean a member of the surrounding type. */
  implicitThis?: boolean;
  /** Members of a record are read by index: `order["id"]`. */
  indexed?: boolean;
  /** Members are written by calls: `x.setName(v)`, and a maker of values gives itself back: `make().name(v)`. */
  setters?: boolean;
  /** Members are written by calls that name them: `x.Add("name", v)`. */
  puts?: boolean;
  /** A bare name may be declared in another file of the same folder. */
  sharedNames?: boolean;
  /** With `sharedNames`: which files of a folder these are. */
  packages?: PackageTraits;
  /** A method may be declared without a body, and say by an annotation what calling it sends. */
  annotations?: boolean;
  /** How an error leaves a function: thrown (the default), or as the last of its results. */
  failure?: 'throws' | 'lastResult';
  /** With `lastResult`: the type by which a declaration says that its last result is the error. */
  errorType?: string;
  /** Files only say what is sent, so nothing in them can answer a failure. */
  onlySends?: boolean;
  /** Texts may stand without quotes. */
  bareWords?: boolean;
  /** Files in the folders above that give modules other names than their paths. */
  moduleMaps?: readonly string[];
  /** Names are compared without regard to case. */
  ignoreCase?: boolean;
  /** How the modules of a project are found by their names, where that is not by paths alone. */
  modules?: ModuleTraits;
  /** A value of an enumeration is equal to the text of its name. */
  comparesNames?: boolean;
  /** Programs give one name to many things in turn: which value it has where is a matter of order. */
  reusesNames?: boolean;
  /** Errors that are only written to a stream unless the call or the code before it asks for more. */
  stream?: StreamTraits;
}

/** Where the file of a module is. */
export interface ModuleTraits {
  /** Endings of files. */
  endings: string[];
  /** Name, without ending, of the file that stands for a folder. */
  folder: string;
  /** A module may be named by its dotted path from a folder above, as other people's modules are. */
  fromAbove?: true;
}

/** The files of a folder that are one package. */
export interface PackageTraits {
  ending: string;
  /** What files end in that only files like them share names with. */
  apart: string;
}

/** What makes an error on the stream one that is thrown. */
export interface StreamTraits {
  /** Names of the argument that says so for one call. */
  argument: string[];
  /** The variable that says so for the calls after it. */
  variable: string;
  /** The value that says so. */
  stop: string;
  /** A table of arguments that commands are given unasked. */
  defaults: string;
  /** Names of the argument that names a variable for the errors of one call. */
  kept: string[];
  /** The variables that hold the newest errors, and whether the newest call worked. */
  newest: string;
  worked: string;
}

/** The state kept for an open document, so that the next version costs only what changed. */
export interface ReadState {
  tree: Tree;
  units: UnitCache;
}

export interface ReadOptions {
  grammars: Grammars;
  /** Budget for parsing, in milliseconds. */
  limitMs: number;
  /** State of the previous version and how the text changed since. The state is consumed. */
  previous?: { state: ReadState; edits: TextEdit[] };
  /** Keep a state for the next version. Otherwise everything is freed here. */
  keep?: boolean;
}

export interface ReadResult {
  model: FileModel;
  state?: ReadState;
}

export interface Language {
  /** The id used in the model, configuration and statistics. */
  id: string;
  /** A name people read. */
  title: string;
  /** Lower-case file extensions with the dot. */
  extensions: string[];
  /** VS Code language ids. */
  editorIds: string[];
  /** Grammars that must be loaded before `read`. */
  grammars: string[];
  traits: LanguageTraits;
  /** How comments begin and end, for instructions in them. */
  comments: { line: string; block?: [string, string] };
  /** A program with one call that is marked: the name of a file in media/examples. */
  example?: string;
  /**
   * Text to code model. Never throws on any text; what cannot be read is in `damaged`.
   *
   * @throws ParseTimeout when parsing exceeds its budget
   */
  read(text: string, options: ReadOptions): ReadResult;
}
