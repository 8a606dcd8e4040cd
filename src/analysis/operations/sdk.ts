/**
 * What the engine must know of a client library, as data. An SDK is a row set in one file of `sdks/`; nothing else in
 * the engine names a library.
 */

/**
 * `returns`: the answer's status is in a value. `throws`: an error, in the way of the language. `stream`: an error that
 * is written to the error stream and thrown only where the code asks for it. `either`: a client nobody knows.
 */
export type Channel = 'throws' | 'returns' | 'either' | 'stream';

/** Which argument: its position, or all named arguments (and spread records) taken as one record. */
export type ArgAt = number | 'named';

/** Where the parts of an error or answer are. Paths are member names from the error or response. */
export interface ErrorShape {
  /** Names of the types thrown for an HTTP error. */
  types: string[];
  /** Types that look right and are never thrown for it. */
  wrongTypes?: string[];
  /** Types that mean one status by themselves. */
  statusTypes?: Record<string, number>;
  /** Members that hold the HTTP status. */
  status: string[];
  /** Members that hold the service's error code. */
  code: string[];
  /** Members that hold the text; the error itself counts as text too. */
  text: string[];
  /** Where a call gives several results: positions of those that are a part of the failure too, and which part. */
  beside?: { at: number; path: string[] }[];
  /** Members that are there and true for every answer, whatever its status. */
  came?: string[];
  /** Members that programs look at and that hold nothing of the failure. */
  lacks?: string[];
  /** Where the error wraps the service's own (`InnerException`): the path to it. */
  inner?: string[];
}

/** How an operation's request is read from a call. */
export interface RequestShape {
  /** Position of the body among the arguments. */
  body?: number;
  /** The name it may be given by instead. */
  bodyName?: string;
  /** The body is written as text already. */
  isText?: true;
  /** Place of the options, or `last`. */
  options?: ArgAt | 'last';
  /** Name of the argument that holds the headers. */
  headers?: string;
  /** Position of the partition key where it is an argument of its own, and the name it may be given by. */
  partition?: { at: number; name: string };
}

/** Answers as values: where status and success stand. */
export interface ResponseShape extends ErrorShape {
  ok: string[];
  /** Members that raise where the answer tells of a failure. */
  ensure?: string[];
  /** `own`: what they raise is the SDK's own error. */
  ensureRaises?: 'own';
  /** The first of them hands the answer out where it tells of none. */
  ensureGives?: 'answer';
}

/** What a call of a role is. */
export interface CallRow {
  /** Role of the result. */
  returns?: string;
  /** The operation, in the catalog's grammar. */
  op?: string;
  /** It is an operation that cannot conflict, and why. */
  safe?: 'upsert' | 'if-not-exists' | 'create-or-replace' | 'idempotency-key' | 'conflict-behavior' | 'no-condition';
  /** The check stands inside the call, but two callers can both pass it. */
  races?: true;
  channel?: Channel;
  /** Its failure arrives where its result is waited for. */
  deferred?: true;
  request?: RequestShape;
  /** Where an ETag condition stands in the options: any of these paths. */
  etag?: string[][];
  /** Where a condition of the caller's own (a patch predicate) stands in the options. */
  condition?: string[][];
  /** The ETag of the body is sent, unless an option of one of these names says otherwise. */
  sendsEtag?: string[];
  /** Without an ETag condition the operation cannot conflict. */
  needsEtag?: true;
  /** A create whose id is made by the SDK where the body has none. */
  idField?: string;
  /** The body may be the id itself. */
  idIsBody?: true;
  /** The SDK makes the id where the body has none. */
  generatesId?: true;
  /** The SDK makes the id where this named argument is true. */
  generatesIdWhen?: string;
  /** The call gives the request it is called on its body: the position of that among the arguments. */
  givesBody?: number;
  /** The call only builds a step; the one that runs it is this member of the same role. */
  runsAt?: string;
  /** The call runs the steps built before. */
  runs?: true;
  /** Members of an argument whose functions decide which answers are repeated, or are no failures. */
  decides?: Readonly<Record<string, 'repeated' | 'accepted'>>;
  /** The answer is handed to a function: its position among the arguments, and that of its parameter for the answer. */
  answers?: { arg: number; param: number };
  /** The operations stand in a list argument: member names of the kind of step and their meaning. */
  steps?: {
    arg: number;
    kind: string;
    kinds: Record<string, string>;
    channel?: Channel;
    /** Where a step holds an ETag condition, if not in `ifMatch`. */
    ifMatch?: string[];
  };
  /** Where the statuses of the single steps stand in the answer. */
  results?: string[];
  /** The call takes an HTTP request: how it is written. */
  http?: HttpShape;
  /** Sets a header of the request being built: positions of name and value. */
  header?: [number, number];
  /** The error shape where it is not the SDK's. */
  error?: ErrorShape;
  /**
   * The shape of the answer where it depends on arguments: the first whose named arguments are all there, and whose texts
   * stand in them.
   */
  responses?: { when: Readonly<Record<string, string>>; response: ResponseShape }[];
  /** An option by which it cannot conflict. */
  safeWhen?: { option: string[]; safe: NonNullable<CallRow['safe']> };
  /** Arguments that name a variable, and the member of the answer that it is given. */
  into?: Record<string, string[]>;
  /** A command that does something else unless it has one of these parameters, or is fed. */
  onlyWith?: readonly string[];
}

/** Where a part of a request stands: an argument by position, or by its own name, or a member of it. */
export interface ArgPlace {
  arg: ArgAt;
  path?: string[];
  /** The name the argument may be given by instead. */
  name?: string;
  /** Other members that hold the same. */
  or?: string[];
}

/** Where the parts of an HTTP request stand in a call. */
export interface HttpShape {
  /** Fixed verb, or where it stands: a member of the options. */
  method?: string;
  methodIn?: ArgPlace;
  /** Where the URL stands: argument and members of it to try in order. The argument itself where it is text. */
  url: ArgPlace;
  /** Named arguments that imply a verb where none is given. */
  implied?: Readonly<Record<string, string>>;
  /** A path without a host is one of another service. */
  hosted?: true;
  /** A base in the options or in the client (joined before a URL that has no scheme). */
  baseIn?: string[];
  /** A path in the options for clients that take host and path apart. */
  hostIn?: string[];
  pathIn?: string[];
  body?: ArgPlace;
  headers?: ArgPlace;
  /** A record of which the query is made. */
  parameters?: ArgPlace;
  /** An option that turns thrown errors into answers: member of the options and the value that does it. */
  returnsWhen?: { arg: ArgAt; path: string[]; value: boolean | 'function' };
  /** The request is built by a chain: the argument, the receiver, or the argument of a call in the chain by its name. */
  fluent?: string;
  /** A call further along the chain that does the same. */
  returnsAfter?: string;
}

/** What can be done with a value of a role. */
export interface RoleRow {
  /** Properties and the roles they have. */
  members?: Record<string, string>;
  calls?: Record<string, CallRow>;
  /** Role of an element. */
  index?: string;
  /** Called as a function itself. */
  self?: CallRow;
}

/** Request builders whose member path is the URL path (Graph SDKs made by Kiota, and the older .NET one). */
export interface BuilderRow {
  /** Role the chain starts at. */
  root: string;
  /** Segments are calls without arguments; with one, it is the key behind the segment (`users(id)`). */
  called?: true;
  /** The argument of a segment is the body of an action, never a key: keys have calls of their own. */
  actions?: true;
  /** Calls that are given their verb and a further segment, and the positions of these and of the body. */
  sends?: Record<string, { method: number; path: number; body: number }>;
  /** Position of the body among the arguments of a call that sends; the first where none is given. */
  bodyAt?: number;
  /** The name the body may be given by instead. */
  bodyName?: string;
  /** Names of the calls that send, and their verbs; `older` behind one: in the older version alone. */
  verbs: Record<string, string>;
  /** Members that stand for other segments, or for none. */
  segments: Record<string, string | null>;
  /** Calls that add a key segment: by name prefix (`byGroupId`), or by exact name with a template. */
  keyPrefix?: string;
  keyCalls?: Record<string, string>;
  /** Calls that are a segment and the key behind it: what their name ends in (`groups_by_id`). */
  keySuffix?: string;
  /** Calls that make a request to be sent elsewhere, and their verbs; empty where the verb is set on the request. */
  requests?: Record<string, string>;
  /** Calls that take the ETag as an argument, and its position. `*` is no condition. */
  etagAt?: Record<string, number>;
  /** Set when request options stand in a lambda or argument: how a header is set there. */
  headerCalls?: string[];
  /** A call in the chain that only an older version of the library has, and that version's row. */
  older?: { call: string; sdk: Sdk };
  /** A word among the arguments by which the answer is handed out and nothing is thrown. */
  answersWhen?: string;
}

/** A client library: by what it is known, what its values do, what its errors look like. */
export interface Sdk {
  id: string;
  /** As people call it. */
  title: string;
  /** `http`: any service; the URL decides. */
  service: 'graph' | 'bookings' | 'cosmos' | 'http';
  languages: string[];
  /** Module or namespace names; a trailing `*` matches any rest. */
  modules: string[];
  /** Exported types, classes and objects by name, and their roles. `default` and `*` are module-wide. */
  exports: Record<string, string>;
  /** Types whose names end like this, in its modules and in copies of them, and their roles. */
  named?: { ending: string; role: string }[];
  /** Exported functions, and the role of their result. */
  factories?: Record<string, string>;
  /** Type names that belong to no other library in use: they count, weaker, when imported from elsewhere. */
  distinctive: string[];
  /** Names of calls by which a file is worth reading although nothing in it names the library: no evidence by themselves. */
  hints?: string[];
  /** Names of its calls belong to it wherever its modules are imported. */
  tellingCalls?: true;
  /** Modules that hold a copy of the library made for one project, `*` for any part: weaker evidence. */
  copies?: string[];
  /** A class of the project that derives from `base` has this role where its file holds one of the words. */
  derived?: { base: string; role: string; when: string[] };
  /** Members whose name belongs to the SDK wherever they stand (`context.msGraphClientFactory`, `x.api()`), and their roles. */
  ambient?: Record<string, string>;
  /** Types whose calls only build a request that is sent elsewhere. */
  builds?: string[];
  /** Global names that need no import. */
  globals?: Record<string, string>;
  /** Commands: functions that need no import and have no receiver. Compared as the language compares names. */
  commands?: Record<string, CallRow>;
  roles: Record<string, RoleRow>;
  /** Types that are plain values: making one has no effect. */
  values?: string[];
  /** Types and calls that only write a body in another way: their first argument is it. */
  writes?: string[];
  /** Members of its models are the service's names with a capital letter. */
  capitals?: true;
  builder?: BuilderRow;
  error: ErrorShape;
  channel: Channel;
  /** Its calls hand out something to be awaited, also where calls of the language do not. */
  deferred?: true;
  /** Answers and errors arrive as events, not from the call. */
  events?: true;
  response?: ResponseShape;
}
