/** What an error or an answer looks like, and which of its members may be trusted to hold the status. */
import type { ErrorShape } from '../operations/sdk.js';
import { sdks } from '../operations/sdks/index.js';
import type { NamedPart } from '../operations/stream.js';
import { CONFLICT_WORDS } from './status.js';
import { MADE } from './subject.js';

/** What the libraries the engine knows throw. */
const SDK_TYPES = new Set(sdks.flatMap((s) => s.error.types));

/** What libraries throw for one status alone. */
const STATUS_TYPES = new Map(sdks.flatMap((s) => Object.entries(s.error.statusTypes ?? {})));

/** What is assumed of the failure while a handler is run in thought. */
export interface Assumption {
  conflict: boolean;
  status: number;
  codes: string[];
  texts: string[];
  /** Status, code and text may be any but those of a conflict: what asks for others comes out both ways. */
  open?: true;
}

/** Statuses of a success. */
export const SUCCESSES = [200, 201, 204];

/** Under which assumptions a failure is followed: the conflict, and failures that are surely none. */
export interface FollowOptions {
  conflict: Assumption;
  others: Assumption[];
  /** A promise counts as awaited where it is not: to find out what is missing. */
  pretendAwaited?: boolean;
}

/** How far the shape is relaxed to find out what the code meant: each is the name of a mistake. */
export interface Relax {
  property?: boolean;
  type?: boolean;
}

/** The failure as a value. */
export interface Shape {
  /** A client nobody knows: any status-like member counts. */
  known: boolean;
  error: ErrorShape;
  /** The value is an answer, not an error. */
  response: boolean;
  ok: string[];
  /** Members of an answer that raise where it tells of a failure. */
  ensure?: string[] | undefined;
  /** What they raise, where that is known. */
  raises?: ErrorShape | undefined;
  /** The error was wrapped into another on its way, so that its members may stand anywhere. */
  wrapped: boolean;
  /** Waited for by blocking: it arrives inside an AggregateException. */
  blocked: boolean;
  relax: Relax;
  /** The call hands out something to be awaited, where calls of the language do not. */
  deferred?: boolean;
  /** The answer is held by a value whose operators it goes through. */
  later?: boolean;
  /** Names that are given a part of it beside the value of the call. */
  also?: NamedPart[];
  /** It stands under these names alone: the value of the call holds nothing of it. */
  apart?: boolean;
}

export type Kind = 'self' | 'status' | 'code' | 'text' | 'ok' | 'part' | 'other';

const STATUS_LIKE =
  /^(?:status|statuscode|rawstatuscode|responsecode|substatuscode|status_code|httpstatus|httpstatuscode|responsestatuscode|errorcode|code|number|value|value__|response_code|httpcode|hresult)$/i;
const CODE_LIKE = /^(?:code|errorcode|error|name|reason|type|statustext|odataerrorcode)$/i;
const TEXT_LIKE =
  /^(?:message|body|text|stack|details?|description|responsebody|rawresponsebody|data|error|reasonphrase|title|statustext)(?:\(\))?$/i;
const OK_LIKE =
  /^(?:ok|issuccess|is_success|is_error|issuccessstatuscode|success|succeeded|isok|isfailure|hassucceeded)(?:\(\))?$/i;
/** Members that only lead further in. */
const LEADS =
  /^(?:\*|response|result|error|inner|innerexception|exception|reason|value|cause|originalerror|baseexception|getbaseexception\(\)|data|body|flatten\(\)|innerexceptions|json\(\)|responses|outcome|first\(\)|innererror|toJSON\(\)|statuscode)$/i;

/** What a member path of the failure stands for. */
export function kindOf(path: string[], shape: Shape): Kind {
  // An answer may be the status itself, or its text.
  if (path.length === 0)
    return !shape.response
      ? 'self'
      : shape.error.status.includes('')
        ? 'status'
        : shape.error.text.includes('')
          ? 'text'
          : 'self';
  if (path[0] === MADE)
    return path.length === 1 ? 'other' : kindOf(path.slice(1), { ...shape, known: false, wrapped: true });
  const inner = insideAggregate(path, shape);
  if (inner) return kindOf(inner, { ...shape, blocked: false });
  const rows = shape.error;
  const joined = path.join('.');
  const exact = (list: string[] | undefined): boolean => list?.includes(joined) === true;
  if (exact(rows.status)) return 'status';
  if (exact(shape.ok)) return 'ok';
  if (exact(rows.code)) return 'code';
  if (exact(rows.text)) return 'text';
  if (exact(rows.came)) return 'part';
  if (exact(rows.lacks)) return shape.relax.property ? 'text' : 'other';
  const lists = [...rows.status, ...rows.code, ...rows.text, ...shape.ok];
  if (lists.some((l) => l.startsWith(`${joined}.`))) return 'part';
  // An element of a list of answers is an answer.
  if (path[0] === '*') return kindOf(path.slice(1), shape);
  const loose = !shape.known || shape.wrapped || shape.relax.property;
  const last = memberOf(path.at(-1) ?? '');
  if (loose) {
    if (OK_LIKE.test(last)) return 'ok';
    if (STATUS_LIKE.test(last)) return 'status';
    if (CODE_LIKE.test(last)) return 'code';
    if (TEXT_LIKE.test(last)) return 'text';
    return path.every((p) => LEADS.test(p) || LEADS.test(memberOf(p))) ? 'part' : 'other';
  }
  if (TEXT_LIKE.test(last) && path.length === 1) return 'text';
  return 'other';
}

/** The member that a getter gives: `getStatusCode()` is `statusCode`. */
function memberOf(name: string): string {
  return /^get[A-Z]\w*\(\)$/.test(name) ? name.slice(3, -2) : name.endsWith('()') ? name.slice(0, -2) : name;
}

/** Members that lead from an `AggregateException` to what it holds. */
const AGGREGATE = /^(?:Exception|InnerExceptions?|Flatten\(\)|GetBaseException\(\)|getCause\(\)|\*)$/;
/** What a failure arrives in where it was waited for. */
const BOXES = new Set(['ExecutionException', 'CompletionException']);

/** The path within the error itself, where a path leads to it through the `AggregateException` it arrives in. */
export function insideAggregate(path: string[], shape: Shape): string[] | undefined {
  if (!shape.blocked || !AGGREGATE.test(path[0] ?? '')) return undefined;
  const at = path.findIndex((p) => !AGGREGATE.test(p));
  return at < 0 ? [] : path.slice(at);
}

/** A member that programs take for the status although this client does not keep it there. */
export function looksLikeStatus(path: string[]): boolean {
  return STATUS_LIKE.test(memberOf(path.at(-1) ?? ''));
}

/** True, false or undefined (nobody knows): does a handler for this type catch the failure? */
export function catchesType(name: string, shape: Shape, a: Assumption): boolean | undefined {
  const { error } = shape;
  const special = error.statusTypes?.[name];
  if (special !== undefined) return a.status === special;
  if (
    name === 'Exception' ||
    name === 'BaseException' ||
    name === 'Error' ||
    name === 'any' ||
    name === 'unknown' ||
    name === 'object' ||
    name === 'Throwable' ||
    (name === 'RuntimeException' && (shape.blocked || shape.wrapped))
  ) {
    // A plain object is no `Error`: the row says so by listing it as wrong.
    return !error.wrongTypes?.includes(name) || shape.relax.type === true;
  }
  if (name === 'AggregateException') return shape.blocked || undefined;
  if (BOXES.has(name)) return shape.blocked || (shape.wrapped ? undefined : false);
  if (error.types.includes(name)) return !shape.blocked || shape.relax.type === true;
  if (!shape.known || shape.wrapped) return CONFLICT_WORDS.test(name) ? a.conflict : undefined;
  // A type of another library is a mistake; one of the project's own is meant for something else.
  const meant = STATUS_TYPES.get(name);
  if (error.wrongTypes?.includes(name) || SDK_TYPES.has(name) || meant !== undefined)
    return shape.relax.type === true && (meant === undefined || meant === a.status);
  return false;
}
