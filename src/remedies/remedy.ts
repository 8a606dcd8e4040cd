/** What a remedy is: it looks at a marked call and plans an edit in terms of named holes; a phrasing writes it. */
import type { Range } from '../analysis/code-model.js';
import type { FixId, Refusal } from '../analysis/findings.js';
import type { Subject } from './subject.js';

/** A piece handed to the helper: source text that stays as it is, or a text to be written as a literal. */
export type Slot = { code: string } | { literal: string };

/** The call is handed to a helper, which is inserted once into the file (or found there). */
export interface Wrap {
  kind: 'wrap';
  /** Key of the helper in the phrasing's table. */
  helper: string;
  /** `started`: the promise or task itself is handed over; `function`: a function that makes the call anew. */
  call: 'started' | 'function';
  /** Further arguments, in order. */
  slots: Slot[];
}

/** Pieces of the file are written anew. */
export interface Rewrite {
  kind: 'rewrite';
  edits: { range: Range; code: string }[];
}

export interface Plan {
  /** What it does and what it costs, in the user's language. */
  title: string;
  safe: boolean;
  edit: Wrap | Rewrite;
}

export interface Remedy {
  id: FixId;
  cures: boolean;
  /** Plans the fix, or says why it cannot be written here. Pure and quick: it runs when the finding is made. */
  plan(subject: Subject): Plan | Refusal;
}

/** True for a plan, false for a refusal. */
export function isPlan(outcome: Plan | Refusal): outcome is Plan {
  return typeof outcome === 'object';
}
