/**
 * Calls of clients nobody knows: in-house wrappers, forks, small HTTP helpers. A call counts when a verb and a URL or
 * catalog path stand in it; its name is never enough.
 */
import type { BoundFile } from '../bind/file.js';
import type { Arg, Call, Fn, New, Val } from '../code-model.js';
import type { HttpClientConfig } from '../engine-config.js';
import { bindArguments, bound, type Cell } from '../evaluate/cell.js';
import { ADDERS } from '../evaluate/collections.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import { type Text, texts } from '../evaluate/text.js';
import { clientNames } from './client-names.js';
import { declaredCandidates } from './declared-client.js';
import { httpCandidate } from './http.js';
import { isNamedStandIn, isStandIn } from './http-stand-ins.js';
import type { Candidate } from './operation.js';
import type { Recognition } from './recognition.js';
import { calleeName, makesRequest, member, verbsOf } from './request.js';
import { hasHeader, headerSetters } from './traits.js';
import { readUrl } from './url.js';

const ROUTE = /\/:[A-Za-z]/;
const URL_KEYS = ['url', 'uri', 'path', 'endpoint', 'requestUri', 'RequestUri', 'href'];
const METHOD_KEYS = ['method', 'Method', 'verb', 'httpMethod'];
const BODY_KEYS = ['data', 'body', 'json', 'Content', 'payload'];
const QUERY_KEYS = ['params', 'query'];
const HEADER_KEYS = ['headers', 'header', 'Headers'];
/** Most names hold no verb and need not be taken apart. */
const NAMES_VERB = /post|put|patch|delete/i;
const NAME_VERBS: Record<string, string> = { post: 'POST', put: 'PUT', patch: 'PATCH', delete: 'DELETE' };

/** The candidate of a call that carries verb and URL, or an empty list. */
export function houseCandidates(rx: Recognition, cell: Cell & { val: Call | New }): Candidate[] {
  const { ev } = rx;
  const { val } = cell;
  // Where the request is sent is the call.
  if (makesRequest(val) || isNamedStandIn(val)) return [];
  // `@app.post('/teams/{id}/channels')` says what is served here.
  if (cell.file.parent(val)?.role === 'mark') return [];
  const name = calleeName(val);
  // What is added to a list is not sent yet.
  if (val.v === 'call' && val.callee.v === 'member' && ADDERS.has(name)) return [];
  const given = asGiven(cell);
  const args = given.map((a): Cell => ({ ...cell, val: a.value }));
  if (val.v === 'call') {
    if (onlyBuilds(rx, cell as Cell & { val: Call })) return [];
    const declared = declaredCandidates(rx, cell as Cell & { val: Call });
    if (declared.length) return declared;
  }
  // The cheap question first: most calls have no verb.
  let methods = methodsOf(ev, name, given, args);
  if (!methods.length && !(val.v === 'call' && args.some(isPathLike) && ev.callee(cell as Cell & { val: Call })))
    return [];
  const urls = [...args, ...chained(cell)].flatMap((a) => urlsOf(ev, a));
  if (!urls.some((u) => looksLikeRequest(u)) || asksItself(ev, cell)) return [];
  const inside = val.v === 'call' ? wrapped(rx, cell as Cell & { val: Call }) : undefined;
  if (!methods.length) methods = inside?.methods ?? [];
  if (!methods.length) return [];
  const own = ownClient(ev, cell, ev.project.own.clients);
  const based = own ? urls.map((u) => joined(own.baseUrl, u)) : inside?.urls.length ? inside.urls : urls;
  const headers = [...named(cell, HEADER_KEYS), ...args.flatMap((a) => HEADER_KEYS.flatMap((k) => member(ev, a, [k])))];
  const setters = args.flatMap((a) => headerSetters(a));
  const others = val.args.filter((a) => a.name !== undefined && QUERY_KEYS.includes(a.name)).map((a) => a.value);
  const body = [
    ...named(cell, BODY_KEYS),
    ...bodies(
      ev,
      args.filter((a) => !others.includes(a.val)),
    ),
  ];
  const found = httpCandidate(ev, {
    cell,
    request: { methods, urls: based, body, headers: [...headers, ...args], parameters: named(cell, QUERY_KEYS) },
    sdk: undefined,
    channel: 'either',
    evidence: own ? [`configured client ${own.name}`] : [],
    certain: false,
    clientCertain: false,
    knownService: undefined,
    ifMatch: hasHeader(ev, [...headers, ...args], setters, 'If-Match').length > 0,
    prefer: hasHeader(ev, headers, setters, 'Prefer'),
    isUpsert: hasHeader(ev, headers, setters, 'x-ms-documentdb-is-upsert'),
    isQuery: hasHeader(ev, headers, setters, 'x-ms-documentdb-isquery').length > 0,
  });
  if (found.length > 0 && isStandIn(ev, cell)) return [];
  for (const c of found) if (inside) c.inside = inside.call;
  // A plain delete clashes with nothing.
  return found.filter((c) => c.method !== 'DELETE' || c.traits.ifMatch);
}

/** True for a step of a chain that begins with a type which only builds requests. */
function onlyBuilds(rx: Recognition, cell: Cell & { val: Call }): boolean {
  const types = rx.roles.of(cell.file).flatMap((sdk) => sdk.builds ?? []);
  if (types.length === 0) return false;
  let root: Val = cell.val;
  while (root.v === 'call' && root.callee.v === 'member') root = root.callee.obj;
  if (root.v === 'new') return types.includes(root.type.path.at(-1) ?? '');
  return root.v === 'ref' && types.includes(root.name);
}

/** Clients by which tests ask the program's own routes. */
const OWN_ROUTES = /^(?:TestClient|APIClient|test_client|APITestClient)$/;

function asksItself(ev: Evaluator, cell: Cell & { val: Call | New }): boolean {
  const callee = cell.val.v === 'call' ? cell.val.callee : undefined;
  if (callee?.v !== 'member') return false;
  return ev.origins({ ...cell, val: callee.obj }).some(({ val }) => {
    if (val.v === 'call' || val.v === 'new') return OWN_ROUTES.test(calleeName(val));
    return false;
  });
}

/** What could be read of the request of a call of nobody's client, whether or not it counts. */
export function houseRequest(
  ev: Evaluator,
  cell: Cell & { val: Call },
): { methods: string[]; urls: Text[]; paths: Text[] } {
  const given = asGiven(cell);
  const args = given.map((a): Cell => ({ ...cell, val: a.value }));
  const urls = [...args, ...chained(cell)].flatMap((a) => urlsOf(ev, a));
  return {
    methods: methodsOf(ev, calleeName(cell.val), given, args),
    urls,
    paths: urls.filter(looksLikeRequest),
  };
}

/** The arguments that may be looked at. A table of named arguments is one, a list of them is not. */
function asGiven(cell: Cell & { val: Call | New }): Arg[] {
  return cell.val.args.filter((a) => !a.spread || cell.file.traits.bareWords === true);
}

/** The configured client a call goes through: its receiver, the function itself, or the module either comes from. */
function ownClient(
  ev: Evaluator,
  cell: Cell & { val: Call | New },
  clients: readonly HttpClientConfig[],
): HttpClientConfig | undefined {
  if (clients.length === 0) return undefined;
  const names = clientNames(ev, cell);
  return clients.find((c) => names.has(c.name));
}

/** A relative URL behind a base address; a URL that begins with a version does not get the one of the address as well. */
function joined(base: string, url: Text): Text {
  const [first] = url;
  if (typeof first !== 'string' || /^https?:/i.test(first)) return url;
  const path = first.replace(/^\/+/, '');
  const below = base.replace(/\/+$/, '');
  const root = VERSIONED.test(path) ? below.replace(VERSION_AT_END, '') : below;
  return [`${root}/${path}`, ...url.slice(1)];
}

const VERSIONED = /^(?:v\d+(?:\.\d+)?|beta)\//i;
const VERSION_AT_END = /\/(?:v\d+(?:\.\d+)?|beta)$/i;

/** What a fluent call was given before its verb: `client.api(url).post(body)`, `"https://…".PostJsonAsync(body)`. */
function chained(cell: Cell & { val: Call | New }): Cell[] {
  const out: Cell[] = [];
  let v: Val = cell.val;
  while (v.v === 'call' && v.callee.v === 'member') {
    v = v.callee.obj;
    if (v.v === 'call') for (const a of v.args) if (!a.spread) out.push({ ...cell, val: a.value });
    if (v.v === 'lit' || v.v === 'text') out.push({ ...cell, val: v });
  }
  return out;
}

/** A path written out, for a helper whose verb is its own affair. */
function isPathLike(arg: Cell): boolean {
  const v = arg.val;
  if (v.v === 'lit') return typeof v.value === 'string' && /^(?:\/|https:)\S+$/.test(v.value);
  if (v.v !== 'text') return false;
  return (
    v.parts.every((p) => typeof p !== 'string' || !/\s/.test(p)) &&
    v.parts.some((p) => typeof p === 'string' && p.includes('/'))
  );
}

/** Values that need not be asked for their members. */
const WITHOUT_MEMBERS: ReadonlySet<string> = new Set(['lit', 'text', 'fn']);

/** True if a value can have members at all: asking a text or a client for each name in turn costs. */
function hasMembers(ev: Evaluator, arg: Cell): boolean {
  if (arg.val.v === 'lit' || arg.val.v === 'text' || arg.val.v === 'fn') return false;
  if (arg.val.v === 'rec') return true;
  const written = arg.file.placeOf(arg.val)?.def.writes.length;
  return (
    (written !== undefined && written > 0) ||
    ev.origins(arg).some(({ file, val, env }) => {
      if (val.v === 'call') return makesRequest(val) || ev.callee({ file, val, env }) !== undefined;
      return val.v === 'rec' || val.v === 'new' || val.v === 'list';
    })
  );
}

function urlsOf(ev: Evaluator, arg: Cell): Text[] {
  if (!hasMembers(ev, arg)) return arg.val.v === 'fn' ? [] : texts(ev, arg);
  if (!WITHOUT_MEMBERS.has(arg.val.v)) {
    const fromKeys = URL_KEYS.flatMap((k) => member(ev, arg, [k])).flatMap((c) => texts(ev, c));
    if (fromKeys.length) return fromKeys;
  }
  return texts(ev, arg);
}

function looksLikeRequest(text: Text): boolean {
  // `/users/:id/events` is a route of a server.
  if (text.some((p) => typeof p === 'string' && ROUTE.test(p))) return false;
  if (!text.some((p) => typeof p === 'string' && p.length > 1)) return false;
  const url = readUrl(text);
  return (
    url !== undefined && (url.host !== undefined || url.version !== undefined || url.segments.some((s) => s !== '{}'))
  );
}

/** The verbs: in an argument, in an options member, else in the callee's own name (`graphPost`, `client.patch`). */
function methodsOf(ev: Evaluator, name: string, raw: Arg[], args: Cell[]): string[] {
  const own = args[0] && speaksOfVerbs(args[0].file);
  const given = (own ? args : []).flatMap((a) => {
    if (a.val.v === 'text' || a.val.v === 'fn' || a.val.v === 'list') return [];
    if (a.val.v === 'lit') return verbsOf(ev, a);
    if (!hasMembers(ev, a)) return verbsOf(ev, a);
    return [
      ...METHOD_KEYS.flatMap((k) => member(ev, a, [k])).flatMap((m) => verbsOf(ev, m)),
      ...(a.val.v === 'rec' ? [] : verbsOf(ev, a)),
    ];
  });
  const named = raw
    .filter((a) => a.name && /method|verb/i.test(a.name))
    .flatMap((a, i) => verbsOf(ev, args[i] ?? { ...(args[0] as Cell), val: a.value }));
  const all = [...new Set([...given, ...named])];
  if (all.length || !NAMES_VERB.test(name)) return all;
  for (const word of words(name)) {
    const verb = NAME_VERBS[word];
    if (verb) return [verb];
  }
  return [];
}

const speaking = new WeakMap<BoundFile, boolean>();

/** True if a verb stands in the file as a text or member: in most files it stands in the name of a call alone. */
function speaksOfVerbs(file: BoundFile): boolean {
  let known = speaking.get(file);
  if (known === undefined) {
    known =
      file.traits.bareWords === true ||
      /["'`](?:POST|PUT|PATCH|post|put|patch)["'`]|\.(?:Method)?(?:Post|Put|Patch|POST|PUT|PATCH)\b/.test(file.text);
    speaking.set(file, known);
  }
  return known;
}

function words(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_-]+/);
}

/** Arguments that say by their name what they are. */
function named(cell: Cell & { val: Call | New }, keys: readonly string[]): Cell[] {
  return cell.val.args
    .filter((a) => a.name !== undefined && keys.some((k) => k.toLowerCase() === a.name?.toLowerCase()))
    .map((a) => ({ ...cell, val: a.value }));
}

/** True for the address of a request, and for any other text that is no JSON. */
function isAddress(ev: Evaluator, arg: Cell): boolean {
  if (ev.constants(arg).some((c) => typeof c === 'string')) return true;
  if (arg.val.v === 'rec' || arg.val.v === 'new') return false;
  return texts(ev, arg).some(([first]) => typeof first === 'string' && !/^\s*(?:[{[]|$)/.test(first));
}

function bodies(ev: Evaluator, args: Cell[]): Cell[] {
  const fromKeys = args.flatMap((a) => BODY_KEYS.flatMap((k) => member(ev, a, [k])));
  return [...fromKeys, ...args.filter((a) => !isAddress(ev, a))];
}

/**
 * The HTTP call inside a function of this project that a call runs, with the URL it makes of the arguments: evidence
 * from inside the wrapper counts, and the failure starts there.
 */
function wrapped(
  rx: Recognition,
  cell: Cell & { val: Call },
): { urls: Text[]; methods: string[]; call: Cell } | undefined {
  const { ev } = rx;
  const target = ev.callee(cell);
  if (!target?.fn.body) return undefined;
  const env = bindArguments(target.file, target.fn, cell.val, cell);
  for (const call of callsIn(target.file, target.fn)) {
    const inner: Cell & { val: Call } = { file: target.file, val: call, env };
    if (makesRequest(call)) continue;
    const usesParam = call.args.some((a) => mentionsBound(inner, a));
    if (!usesParam) continue;
    const urls = call.args.flatMap((a) => urlsOf(ev, { ...inner, val: a.value })).filter(looksLikeRequest);
    const known =
      rx.roles.rolesOf({ ...inner, val: call.callee.v === 'member' ? call.callee.obj : call.callee }).length > 0;
    if (!urls.length && !known) continue;
    const innerArgs = call.args.map((a): Cell => ({ ...inner, val: a.value }));
    return { urls, methods: methodsOf(ev, calleeName(call), call.args, innerArgs), call: inner };
  }
  return undefined;
}

const callsOfFiles = new WeakMap<BoundFile, Map<Fn | undefined, Call[]>>();

/** The calls that stand directly in a function, in source order. */
function callsIn(file: BoundFile, fn: Fn): Call[] {
  let index = callsOfFiles.get(file);
  if (!index) {
    index = new Map();
    callsOfFiles.set(file, index);
    for (const call of file.calls) {
      if (call.v !== 'call') continue;
      const around = file.enclosingFn(call);
      const list = index.get(around);
      if (list) list.push(call);
      else index.set(around, [call]);
    }
  }
  return index.get(fn) ?? [];
}

function mentionsBound(cell: Cell, arg: Arg): boolean {
  const v = arg.value;
  if (v.v === 'ref') {
    const def = cell.file.resolve(v);
    if (!def) return false;
    return bound(cell.env, def) !== undefined || def.sources.length > 0;
  }
  return v.v === 'text' || v.v === 'rec' || v.v === 'op' || v.v === 'call' || v.v === 'member' || v.v === 'new';
}
