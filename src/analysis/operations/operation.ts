/** A recognised call: which HTTP operation it is, how its failure travels, and how we know. */
import type { Call, Member, New, Range, Val } from '../code-model.js';
import type { Cell } from '../evaluate/cell.js';
import type { ScenarioMatch } from './match.js';
import type { CallRow, Channel, ErrorShape, Sdk } from './sdk.js';

/** What changes the answer of the same verb and path. */
export interface Traits {
  /** An ETag condition is sent. */
  ifMatch: boolean;
  /** A condition of the caller's own is sent. */
  condition: boolean;
  /** `@microsoft.graph.conflictBehavior`, and whether it stands where the service reads it. */
  behavior?: 'rename' | 'replace' | 'fail' | 'unknown';
  behaviorIgnored?: boolean;
  /** A key by which the service recognises a repeat (`transactionId`). */
  idempotencyKey?: 'stable' | 'fresh';
  /** `Prefer: create-if-missing`. */
  createIfMissing?: boolean;
  /** The id is made at random for this call. */
  freshId?: boolean;
  inBatch?: boolean;
  inBulk?: boolean;
}

/** A call that is an operation of one of the services, with all that its judgement needs. */
export interface Candidate {
  cell: Cell & { val: Call | New | Member };
  /** Where the method's own name stands. */
  name: Range;
  method: string;
  /** In the catalog's spelling, holes as `{}`. */
  path: string;
  trait?: string | undefined;
  service: 'graph' | 'bookings' | 'cosmos';
  /** Undefined for a client nobody knows. */
  sdk?: Sdk | undefined;
  /** The row of the SDK that knew the call; undefined for request builders. */
  row?: CallRow | undefined;
  channel: Channel;
  error?: ErrorShape | undefined;
  response?: Sdk['response'];
  evidence: string[];
  certain: boolean;
  traits: Traits;
  body?: Cell | undefined;
  /** The row says it cannot conflict. */
  safe?:
    | 'upsert'
    | 'if-not-exists'
    | 'create-or-replace'
    | 'idempotency-key'
    | 'conflict-behavior'
    | 'no-condition'
    | undefined;
  /** It checks and creates in two steps. */
  races?: boolean | undefined;
  matches: ScenarioMatch[];
  /** A builder call: where its steps are run. */
  runsAt?: Cell[] | undefined;
  /** What runs them gives an answer that must be waited for. */
  runsLater?: boolean;
  /** The failing HTTP call, where this call runs a wrapper of this project: from inside out. */
  inside?: Cell | undefined;
  /** Steps of a batch, in words. */
  steps?: string[] | undefined;
}

/** Where the name stands that a call is reported at: the method, the type, or the function. */
export function nameRange(val: Val): Range {
  if (val.v === 'member') return val.nameRange;
  if (val.v === 'new') return val.typeRange;
  if (val.v === 'call') {
    if (val.callee.v === 'member') return val.callee.nameRange;
    return val.callee.range;
  }
  return val.range;
}
