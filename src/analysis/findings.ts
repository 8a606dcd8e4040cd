/** What the engine hands out: plain, serialisable objects. The names are those of the JSON contract. */
import type { Cause, RemedyId, Service } from '../catalog/types.js';
import type { FIX_IDS } from './fix-ids.js';

/** What can be done about a call: the catalog's remedies, and two that belong to none of them. */
export type FixId = (typeof FIX_IDS)[number];

/** A fix that can be written at a call. Decided when the finding is made; the edit is computed when it is asked for. */
export interface Offer {
  fix: FixId;
  /** What it does and what it costs, in the user's language. */
  title: string;
  /** What else has to be known of it, in the user's language. */
  note?: string;
  /** The path of a file its helper could live in instead, once for the project. The file may be new. */
  home?: string;
  /** It needs no decision of the user's: applied by fix-all. */
  safe: boolean;
  /** It makes the call handled. False for add-ons. */
  cures: boolean;
}

/** Why a remedy of the scenario is not offered at a call. A closed list; the words stand in `remedies/refusals.ts`. */
export type Refusal =
  | 'already-retried'
  | 'batch'
  | 'callback'
  | 'cannot-clear'
  | 'claim'
  | 'client-unknown'
  | 'identity-unknown'
  | 'lookup-unknown'
  | 'not-asynchronous'
  | 'not-written'
  | 'nothing-to-mend'
  | 'swallowed'
  | 'change-not-isolated'
  | 'damaged';

export type Verdict = 'unhandled' | 'mishandled' | 'race' | 'handled' | 'idempotent';

export type Reason =
  // unhandled
  | 'no-handler'
  | 'not-told-apart'
  | 'swallowed'
  | 'observed-only'
  | 'lost'
  | 'only-sent'
  // mishandled
  | 'wrong-property'
  | 'wrong-type'
  | 'wrong-status'
  | 'never-thrown'
  | 'non-terminating'
  | 'not-awaited'
  | 'retry-cannot-help'
  | 'retry-uncapped'
  | 'ignored-option'
  | 'stale-body'
  | 'partial-answers'
  // race
  | 'check-then-create'
  // handled
  | 'told-apart'
  // idempotent
  | 'fresh-id'
  | 'upsert'
  | 'if-not-exists'
  | 'conflict-behavior'
  | 'idempotency-key'
  | 'create-or-replace'
  | 'no-condition';

export type Severity = 'error' | 'warning' | 'information' | 'hint' | 'none';
export type Certainty = 'certain' | 'likely';

/** A place passed on the way of the error, and why it does or does not count. `line` is 1-based. */
export interface TrailStep {
  /** Path as the engine was given it. */
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  message: string;
}

/** A recognised call with its verdict. Lines and columns are 1-based, columns in UTF-16 code units. */
export interface Site {
  rule: string;
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  severity: Severity;
  verdict: Verdict;
  reason: Reason;
  service: Service;
  operation: string;
  cause: Cause;
  certainty: Certainty;
  evidence: string[];
  /** Further scenarios the call can run into. */
  also: string[];
  message: string;
  trail: TrailStep[];
  remedies: RemedyId[];
  /** A `guard409-ignore` comment covers it: the reason given there. */
  ignored?: string;
  /** The fixes that can be written here, best first; where none cures, why each remedy of the scenario cannot be. */
  offers?: Offer[];
  refused?: { fix: FixId; why: Refusal }[];
  /** What the project could say about this call. Only where the engine was asked for it; no part of the JSON contract. */
  teach?: Teachable;
}

/** What the editor needs to offer teaching, decided when the finding is made. */
export interface Teachable {
  /** Where the statement of the call begins: an ignore comment belongs before it. 1-based. */
  line: number;
  column: number;
  /** The client, where it is not certain that it talks to the service. */
  client?: { name: string; form: 'library' | 'http' };
  /** Names of helpers that are given the call or its error: if the project vouches for one, the call is handled. */
  helpers: string[];
}

/** Something that kept a file, or a part of it, from being analysed; or an instruction that is wrong. */
export interface Problem {
  file: string;
  message: string;
  /** 1-based, as everywhere; without an end the problem reaches to the end of its line. */
  line?: number;
  column?: number;
  endLine?: number;
  endColumn?: number;
  /** Edits that mend it, the best one first. */
  fixes?: ProblemFix[];
}

/** An edit of the problem's own file. Lines and columns are 1-based, columns in UTF-16 code units. */
export interface ProblemFix {
  /** What it does, in words. */
  title: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  newText: string;
  /** The reason must be asked for first; it goes behind `newText`. */
  asks?: 'reason';
}

/** Why a file was not analysed. */
export type WhySkipped = 'too-large' | 'timeout' | 'failed' | 'disabled' | 'excluded';

/** The result for one file. */
export interface FileResult {
  file: string;
  language: string | undefined;
  sites: Site[];
  problems: Problem[];
  /** How far the file came. */
  stage: 'unknown-language' | 'prefiltered' | 'analysed' | 'skipped';
  /** With the stage `skipped`: why. */
  skipped?: WhySkipped;
  /** How many parts could not be read and may hold calls; each is among the problems. Absent for none. */
  unread?: number;
}
