/** What becomes of a failure. */

import type { BoundFile } from '../bind/file.js';
import type { Range, Stmt } from '../code-model.js';
import type { Reason } from '../findings.js';

/** A place on the way of a failure, and what happens there. */
export interface Note {
  file: BoundFile;
  range: Range;
  message: string;
}

/** What became of a failure, and why. */
export interface Fate {
  /** Some place tells the conflict apart from other failures and does not just pass it on. */
  told: boolean;
  reason: Reason;
  notes: Note[];
  /** The conflict is told apart and answered by doing the same again: the loop it goes round. */
  retry?: { loop: Stmt | undefined; bounded: boolean };
  /** Told apart by a retry policy's predicate. */
  policy?: 'retried' | 'excluded';
  /** It went out of the helper it began in, to where the helper is called. */
  left?: boolean;
  /** The failure was handed to code that cannot be seen. */
  unseen: boolean;
  /** Starts of the statements that are run for the conflict. */
  did?: Set<string>;
  /** A promise left a `try` on the way without being waited for. */
  passedBy?: boolean;
  /** Where it is told apart. */
  at?: Note;
}

/** The better of two fates: one that tells apart wins, then the one that saw more. */
export function better(a: Fate | undefined, b: Fate): Fate {
  if (!a) return b;
  if (a.told !== b.told) return a.told ? a : b;
  return rank(b.reason) > rank(a.reason) ? b : a;
}

const ORDER: Reason[] = ['no-handler', 'lost', 'swallowed', 'not-told-apart', 'observed-only'];

function rank(reason: Reason): number {
  return ORDER.indexOf(reason);
}
