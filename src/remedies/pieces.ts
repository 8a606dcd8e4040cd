/** Pieces of the call that a fix writes again: its receiver, its body, fields of the body, its URL. */
import type { Call, Rec, Val } from '../analysis/code-model.js';
import type { HttpShape, Sdk } from '../analysis/operations/sdk.js';
import { sdks } from '../analysis/operations/sdks/index.js';
import { contentOf } from './content.js';
import { type Subject, sourceOf } from './subject.js';

/** Names of calls that only lead to a part of a client and send nothing (`database('shop')`). */
const BUILDERS = new Set(
  sdks.flatMap((sdk) =>
    Object.values(sdk.roles).flatMap((role) =>
      Object.entries(role.calls ?? {}).flatMap(([name, row]) => (row.returns && !row.op && !row.http ? [name] : [])),
    ),
  ),
);

/** Names of calls that write their receiver as a text. */
const TEXTS = new Set(['ToString', 'toString']);

/** Types of the libraries that are plain values, which can be made once more. */
const VALUES = new Set(sdks.flatMap((sdk) => sdk.values ?? []));

/** What names of calls begin with that lead to one thing of a collection by its key (`by_user_id(id)`). */
const KEYED = [...new Set(sdks.flatMap(({ builder }) => builder?.keyPrefix ?? []))].map(
  (prefix) => new RegExp(`^${prefix}${prefix.endsWith('_') ? '' : '(?=[A-Z])'}\\w`),
);

/** True for a call that only leads to a part of a client, or writes its receiver as a text. */
export const builds = (name: string): boolean =>
  BUILDERS.has(name) || TEXTS.has(name) || KEYED.some((pattern) => pattern.test(name));

/** Calls that read a member, where members are written by calls. */
const ACCESSOR = /^(?:get|is)[A-Z]/;

/**
 * True for a value that can be written twice: a name, a member of one, a constant, a text made of such, a part of a client,
 * a plain value.
 */
function isSteady(val: Val, accessors: boolean): boolean {
  const same = (part: Val): boolean => isSteady(part, accessors);
  switch (val.v) {
    case 'ref':
    case 'self':
    case 'lit':
      return true;
    case 'member':
      return same(val.obj);
    case 'index':
      return same(val.obj) && same(val.key);
    case 'new':
      return VALUES.has(val.type.path.at(-1) ?? '') && !val.init && val.args.every((arg) => same(arg.value));
    case 'text':
      return val.parts.every((part) => typeof part === 'string' || same(part));
    case 'call':
      return (
        val.callee.v === 'member' &&
        (builds(val.callee.name) || (accessors && ACCESSOR.test(val.callee.name) && val.args.length === 0)) &&
        same(val.callee.obj) &&
        val.args.every((arg) => same(arg.value))
      );
    default:
      return false;
  }
}

/** The source of a steady value; undefined for one that cannot be written twice. */
export function steadySource(subject: Subject, val: Val | undefined): string | undefined {
  const accessors = subject.candidate.cell.file.traits.setters === true;
  return val && isSteady(val, accessors) ? sourceOf(subject, val.range) : undefined;
}

/** The source of a request builder whose parts are calls (`graph.users().byUserId(id)`); undefined for one that cannot be written twice. */
export function builderSource(subject: Subject, val: Val | undefined): string | undefined {
  let at = val;
  while (at?.v === 'call' && at.callee.v === 'member') {
    if (at.args.some((arg) => steadySource(subject, arg.value) === undefined)) return undefined;
    at = at.callee.obj;
  }
  return val && steadySource(subject, at) !== undefined ? sourceOf(subject, val.range) : undefined;
}

/** The library leads to its requests by members and keys, in this version or an older one. */
export function buildsRequests(sdk: Sdk | undefined): boolean {
  return (
    sdk !== undefined && sdks.some(({ builder }) => builder && (sdk.builder === builder || sdk === builder.older?.sdk))
  );
}

/** The body among the arguments of the call, by the row of the library or the HTTP shape of the call. */
export function bodyOf(subject: Subject): Val | undefined {
  const { sent: call, candidate } = subject;
  const { row } = candidate;
  const byName = row?.request?.bodyName ?? candidate.sdk?.builder?.bodyName;
  const named = byName === undefined ? undefined : call.args.find((arg) => arg.name === byName);
  if (named) return named.value;
  for (const link of chainOf(subject.call)) {
    const at = givenBody(candidate.sdk, link.name);
    if (at !== undefined) return link.call.args[at]?.value;
  }
  const at =
    row?.request?.body ??
    (typeof row?.http?.body?.arg === 'number' && !row.http.body.path ? row.http.body.arg : undefined) ??
    (buildsRequests(candidate.sdk) ? (candidate.sdk?.builder?.bodyAt ?? 0) : undefined);
  const found = at === undefined ? undefined : call.args[at];
  if (at === undefined) return bodyInOptions(call, row?.http?.body);
  return found && !found.spread && found.name === undefined ? contentOf(subject, found.value) : undefined;
}

/** Where a call on a request takes its body: `.send(body)`. */
function givenBody(sdk: Sdk | undefined, name: string): number | undefined {
  return Object.values(sdk?.roles ?? {}).find(({ calls }) => calls?.[name]?.givesBody !== undefined)?.calls?.[name]
    ?.givesBody;
}

/** The body as a member of the options of an HTTP client, without what writes it as a text. */
function bodyInOptions(call: Call, place: HttpShape['body']): Val | undefined {
  const [name, ...deeper] = place?.path ?? [];
  if (place?.arg === 'named') return bodyByName(call, place);
  const at = typeof place?.arg === 'number' ? call.args[place.arg]?.value : undefined;
  // `client(url, { … })` of a client that takes `client({ url, … })`.
  const options = at && at.v !== 'rec' && place?.arg === 0 ? call.args[1]?.value : at;
  const body = options?.v === 'rec' && name !== undefined && deeper.length === 0 ? fieldOf(options, name) : undefined;
  return body && (insideText(body) ?? body);
}

/** The body under a name of its own; under another one that takes texts, only where it is seen what is written as one. */
function bodyByName({ args }: Call, { path: [name] = [], or = [] }: NonNullable<HttpShape['body']>): Val | undefined {
  const own = args.find((arg) => arg.name === name && name !== undefined);
  const text = args.find((arg) => arg.name !== undefined && or.includes(arg.name));
  return own ? (insideText(own.value) ?? own.value) : text && insideText(text.value);
}

/** Functions that write a value as JSON. */
const WRITES_JSON = /^(?:stringify|dumps|ConvertTo-Json)$/i;

/** What is written as JSON there. */
function insideText(val: Val): Val | undefined {
  if (val.v !== 'call' || (val.callee.v !== 'member' && val.callee.v !== 'ref')) return undefined;
  return WRITES_JSON.test(val.callee.name) ? val.args[0]?.value : undefined;
}

/** The value of a field of an object literal; undefined where it is not there or something is spread after it. */
export function fieldOf(rec: Rec, name: string): Val | undefined {
  const entry = [...rec.entries].reverse().find((one) => one.spread || one.key === name);
  return entry && !entry.spread ? entry.value : undefined;
}

/** The innermost receiver of a chain of calls and members: `client` of `client.api(url).version('beta')`. */
export function chainOf(call: Call): { call: Call; name: string; obj: Val }[] {
  const links: { call: Call; name: string; obj: Val }[] = [];
  let at: Val = call;
  while (at.v === 'call' && at.callee.v === 'member') {
    links.push({ call: at, name: at.callee.name, obj: at.callee.obj });
    at = at.callee.obj;
  }
  return links;
}
