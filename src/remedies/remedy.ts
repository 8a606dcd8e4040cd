/** What a remedy is: it looks at a marked call and plans an edit in terms of named holes; a phrasing writes it. */
import type { Range } from '../analysis/code-model.js';
import type { FixId, Refusal } from '../analysis/findings.js';
import type { Subject } from './subject.js';

/** Known texts and source texts that make up a text; `key` ones are encoded for a path, `quoted` ones for an OData key. */
export type TextParts = (string | { code: string; as?: 'key' | 'quoted' })[];

/** A piece handed to the helper: how it is written is the phrasing's business. */
export type Slot =
  /** Source text of the file. */
  | { code: string }
  /** Source text of a value that is handed over as a text. */
  | { asText: string }
  /** A text. */
  | { literal: string }
  /** A text of parts. */
  | { parts: TextParts }
  /** A record of source texts. */
  | { fields: { name: string; code: string }[] }
  /** A function that reads from the service by the client of the call, given a URL or at a known one. */
  | { reader: true }
  /** A function that begins a request of the client of the call for a URL. */
  | { requests: true }
  | { reads: Slot }
  /**
   * A function that reads one thing beside those a request builder creates: `key` and `without` as in a lookup, the values
   * of its holes by name.
   */
  | { beside: { key: string; without?: string; values: Readonly<Record<string, string>> } }
  /** What reads the pages of the collection a request builder creates in, and compares its elements by fields. */
  | { pages: { name: string; code: string }[] }
  /** A function that makes a like call of another method: `container.items.create(x)` as `createIfNotExists`. */
  | { likewise: string };

/** The call is handed to a helper, which is inserted once into the file (or found there). */
export interface Wrap {
  kind: 'wrap';
  /** Key of the helper in the phrasing's table. */
  helper: string;
  /**
   * How the call is handed over. `started`: its promise or task; `function`: a function that makes it anew; `lifted`: one
   * that is given the body, which then stands among the slots.
   */
  call: 'started' | 'function' | 'lifted';
  /** With `lifted`: what the function's parameter takes the place of, and how it is named. */
  lifted?: { range: Range; name: string };
  /** Further arguments, in order. */
  slots: Slot[];
}

/**
 * What comes in the place of a range: source text, the name of another method of the same form, tests of which any will do
 * or all have to, the test that the error of a name is the conflict or is not, a clause that catches it under a name, a loop
 * without an end that counts from 1,
 * members to go along from an expression, the word that awaits; behind a test (`after`) that or the error of this name is the conflict
 * (`orConflict`); behind a builder one more call of it (`alsoFor`) with a predicate for the conflict; a text of parts, a
 * literal (`word`), one more entry of a record, set off as the one before (`like`); what makes an error end the statement
 * (`stops`); a call of a function that is yet to be written (`merges`); a write that creates what is missing, and
 * behind it that an answer without content is read there (`elseReads`); what lets the error out where a test holds, in front
 * of the statement of a handler at `of` (`guards`); another type of error of the library (`type`), which stands behind what it is a
 * member of (`qualified`); behind the call's statement a call that raises where the answer of a name
 * tells of a failure (`ensures`); source text as a record of its own under a name (`record`).
 */
export type Piece =
  | { code: string }
  | { method: string }
  | { anyOf: Test[] }
  | { allOf: Test[] }
  | { conflict: string; not?: true }
  | { catches: string }
  | { rounds: string }
  | Members
  | { awaits: true }
  | { orConflict: string; after: string }
  | { alsoFor: string }
  | { text: TextParts }
  | { createsMissing: true }
  | { elseReads: TextParts }
  | { stops: true }
  | { guards: Test; of: Range }
  | { type: string; qualified?: true }
  | { ensures: string; by: string }
  | { record: string; source: string }
  | { merges: [read: string, sent: string] }
  | { word: string }
  | { entry: string; word: string; like: Range };

/** Members to go along from `root`; what they lead to is compared with `against`, in a language where that matters. */
export interface Members {
  path: string[];
  root: string;
  /** A number, or a name as it is written; undefined where it is turned into the right type already. */
  against: number | string | undefined;
}

/** Source text, or the test that the error of a name is the conflict, or is not. */
export type Test = string | { conflict: string; not?: true };

/** Pieces of the file are written anew. */
export interface Rewrite {
  kind: 'rewrite';
  edits: ({ range: Range } & Piece)[];
}

/** The statements from a read to a conditional write go into a loop, with the handler that starts it over. */
export interface LoopEdit {
  kind: 'loop';
  before: Range;
  write: Range;
  returns: boolean;
}

export interface Plan {
  /** What it does and what it costs, in the user's language. */
  title: string;
  safe: boolean;
  edit: Wrap | Rewrite | LoopEdit;
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
