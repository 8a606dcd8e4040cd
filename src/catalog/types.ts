/**
 * What a conflict scenario is. The catalog knows nothing of languages, SDKs or editors: a scenario says which HTTP
 * operations can answer a conflict, why, and what helps. One scenario is one file in `scenarios/`.
 */

export type Service = 'graph' | 'bookings' | 'cosmos';

/** Why a request clashes; each asks for another answer. */
export type Cause = 'duplicate' | 'concurrency' | 'state';

/** How well the facts are known. */
export type Confidence = 'documented' | 'maintainer-said' | 'community-reported';

/** What the caller wants of the call, where the operation itself tells. */
export type Intent = 'ensure' | 'must-be-new' | 'lock';

/** One answer of the service that means "conflict" here. */
export interface Answer {
  /** HTTP status. Not always 409: Graph reports some duplicates as 400, a stale ETag is 412. */
  status: number;
  /** Error codes in the body, as the service writes them. */
  codes: string[];
  /** Stable words of the error text, where the text is the only signal. Matched without regard to case. */
  texts?: string[];
  /** The answer only comes when the request has this trait. */
  when?: Precondition;
  /** The status itself was not verified. */
  unverified?: boolean;
}

/** What a request must carry for an answer to be possible. */
export type Precondition =
  | 'if-match'
  | 'condition'
  | 'unique-key'
  | 'behavior-fail'
  | 'in-batch'
  | 'in-bulk'
  | 'after-create'
  /** The body carries at least one of the row's `properties`. */
  | 'body-property'
  /** At least one step of the batch is itself an operation that can conflict. */
  | 'prone-step';

/** An operation in the catalog's grammar: `METHOD /path/{}` (see operation.ts). */
export interface OperationRow {
  op: string;
  /**
   * True: the operation is marked when unhandled. False: it belongs to the scenario's explanation only.
   * An operation that conflicts only with a precondition is marked only where the request carries it.
   */
  marks: boolean;
  /** The request must carry this for the operation to conflict at all. */
  needs?: Precondition;
  /** With `needs: 'body-property'`: names of properties of the request body, any of which makes the operation conflict. */
  properties?: string[];
  /** Only in the beta endpoint, so not in the v1.0 service metadata. */
  beta?: true;
  /** Why the path is not in the service metadata, where that was looked into. */
  notInMetadata?: string;
}

/** Fields of a request that make two requests the same. */
export interface Identity {
  /** Paths into the request body, or `path` for a part of the URL. */
  fields: string[];
  /** Whether the service compares them with regard to case. */
  caseSensitive: boolean | 'unknown';
  /** Scope in which they must be unique, in words. */
  scope?: string;
}

/** How the resource that is already there is read. */
export interface Lookup {
  /** Operation that reads it, in the same grammar: `GET /subscriptions`. */
  op: string;
  /** In words: what to match, what to compare. */
  how: string;
  /** The answer comes in pages (`@odata.nextLink`, continuation tokens). */
  pages: boolean;
  /** Where a soft-deleted holder of the name is found. */
  deletedItems?: string;
  /** Fields of the request that cannot be read back and so not compared. */
  unreadable?: string[];
  /** Only in the beta endpoint. */
  beta?: true;
}

/** A form of the same call that cannot conflict. */
export interface IdempotentForm {
  /** In words or as a fragment: `Prefer: create-if-missing`, `upsert`. */
  form: string;
  /** What it does that the plain call does not (overwrites, renames …). */
  warning?: string;
}

export type Level = 'none' | 'low' | 'medium' | 'high';

/** What a remedy costs, comparable between remedies. */
export interface Cost {
  latency: Level;
  complexity: Level;
  /** Risk that it does something twice or overwrites. */
  duplicateSideEffects: Level;
  /** Risk that it adds load and runs into throttling. */
  throttling: Level;
  note?: string;
}

export type RemedyId =
  | 'create-or-get'
  | 'check-before-create'
  | 'upsert'
  | 'idempotency-key'
  | 'reread-and-reapply'
  | 'back-off-and-retry'
  | 'report-conflict'
  | 'fix-state'
  | 'new-key'
  | 'serialize-writes'
  | 'plain-retry';

export interface RemedyRow {
  id: RemedyId;
  /** What it means for this scenario, in one or two sentences. */
  text: string;
  cost: Cost;
  /** It does not help here; `text` says why. Shown struck out. */
  cannotHelp?: true;
}

/** One message of the drawn sequence. */
export interface Step {
  from: string;
  to: string;
  label: string;
  /** How it ends: an error is drawn as one. */
  kind: 'request' | 'answer' | 'error' | 'note';
  /** HTTP status of an answer. */
  status?: number;
}

export interface Timeline {
  /** Actors from left to right; messages name them. */
  actors: string[];
  steps: Step[];
}

/** How a state change made by people is prepared and recorded. */
export interface Governance {
  /** To be done in this order before the change. */
  checklist: string[];
  /** Headings of the decision record. */
  decisionRecord: string[];
}

export interface Scenario {
  /** `service/kebab-case`: the rule id users see and configure. */
  id: string;
  /** Noun phrase of the clash, shown by itself: "Subscription for the same resource and change type". */
  title: string;
  service: Service;
  cause: Cause;
  confidence: Confidence;
  /** One paragraph: what clashes with what, and why. */
  summary: string;
  operations: OperationRow[];
  answers: Answer[];
  identity?: Identity;
  lookup?: Lookup;
  idempotent: IdempotentForm[];
  intent: Intent[];
  /** Duplicates or loses without any error: explained, never marked. Says what happens silently. */
  silent?: string;
  /** Can the same request, sent again unchanged, ever succeed? */
  plainRetry: 'never' | 'after-delay' | 'after-reread';
  /** Retry-After is documented for this answer. */
  retryAfter: boolean;
  /** What the portal does in the same situation, and what the API does. */
  portal: string;
  api: string;
  /** Best first. */
  remedies: RemedyRow[];
  timeline?: Timeline;
  /** A change of configuration rather than a call: what to look at before it is made, and what to write down. */
  governance?: Governance;
  /** Ids of the reference records it is built from. */
  records: string[];
  sources: string[];
}
