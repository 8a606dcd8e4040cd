/** The answer to "why is this (not) marked?": plain and serialisable, with every text in the user's language. */
import type { Site, WhySkipped } from '../findings.js';

/** A place in a file. Lines and columns are 1-based, columns in UTF-16 code units. */
export interface Place {
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/**
 * `marked`: a site that shows a mark. `quiet`: a site that does not. `call`: a call that is no site. `nowhere`: no call
 * stands there. `file`: the file was not analysed.
 */
export type Outcome = 'marked' | 'quiet' | 'call' | 'nowhere' | 'file';

/** The piece that is missing for a mark, where there is no site. */
export type Missing =
  // the file
  | WhySkipped
  | 'unknown-language'
  | 'unreadable'
  | 'no-service'
  // the place
  | 'damaged'
  | 'no-call'
  // the call
  | 'unknown-receiver'
  | 'own-function'
  | 'not-a-write'
  | 'not-prone'
  | 'unknown-step'
  | 'unknown-verb'
  | 'unknown-url'
  | 'other-host'
  | 'weak-evidence'
  | 'no-conflict-known'
  | 'precondition'
  | 'harmless-batch'
  | 'reported-elsewhere'
  | 'excluded-client'
  | 'expectation';

/** One fact of the answer. */
export interface WhyRow {
  /** Stable name of what the row tells. */
  id:
    | 'reason'
    | 'severity'
    | 'operation'
    | 'evidence'
    | 'scenario'
    | 'also'
    | 'answers'
    | 'ignored'
    | 'trail'
    | 'remedy'
    | 'missing'
    | 'source'
    | 'help';
  label: string;
  text: string;
  /** Where it can be seen. */
  place?: Place;
  /** The scenario whose page tells more. */
  rule?: string;
}

export interface Why {
  /** Path as the engine was given it. */
  file: string;
  /** The place that was asked about. */
  line: number;
  column: number;
  outcome: Outcome;
  /** Only where there is no site. */
  missing?: Missing;
  /** The answer in a sentence. */
  title: string;
  /** The call it is about: its name as written and where the name stands. */
  call?: { name: string; place: Place };
  /** The facts, the most telling first. */
  rows: WhyRow[];
  site?: Site;
}

/** The part of an answer that each kind of explanation gives. */
export type Part = Pick<Why, 'title' | 'rows'> & { missing: Missing };
