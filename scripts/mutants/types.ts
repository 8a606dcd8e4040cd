/** What the mutation check works on. A mutant is a handled call whose handling was spoilt in one known way. */
import type { Node } from 'web-tree-sitter';
import type { Reason, Site, Verdict } from '../../src/analysis/findings.js';
import type { Dialect } from './dialects.js';
import type { Handling } from './handling.js';

/** A change of the text. Offsets in UTF-16 code units of the original. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** A verdict with the reasons that are right for it. */
export interface Expected {
  verdict: Verdict;
  reasons: readonly Reason[];
}

/** A handled call in a source text. */
export interface Subject {
  /** Where it is from, as printed: a path, or a repository and a path. */
  origin: string;
  /** Path the engine is given. */
  file: string;
  text: string;
  dialect: Dialect;
  /** Root of the syntax tree; valid while mutants are made. */
  root: Node;
  /** The call, and the node that holds its method's name. */
  call: Node;
  name: Node;
  /** What the engine says of the unchanged text. */
  site: Pick<Site, 'line' | 'operation' | 'service' | 'cause'>;
  handling: Handling;
}

export interface Mutant {
  edits: Edit[];
  expected: readonly Expected[];
}

/** One way to spoil the handling. */
export interface Mutator {
  /** Short name, kebab-case, as printed. */
  id: string;
  /** What it does, in a phrase. */
  title: string;
  /** For dialects of this family; without one for those that write braces. */
  family?: 'indented' | 'results';
  /** The mutants of a call; empty where the mutator does not apply. */
  make(subject: Subject): Mutant[];
}
