/** Reading the parts of an HTTP request out of a call: verb, URL, body, headers. */
import type { Arg, Call, New, Val } from '../code-model.js';
import type { Cell } from '../evaluate/cell.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import { type Text, texts } from '../evaluate/text.js';
import { namedArguments } from './named-arguments.js';
import type { Chain } from './role-hit.js';
import type { ArgAt, ArgPlace, HttpShape } from './sdk.js';

/** Types that stand for a request or its body, and what their constructor's arguments are. */
const REQUEST_TYPES: ReadonlyMap<string, string[]> = new Map(
  Object.entries({
    HttpRequestMessage: ['Method', 'RequestUri'],
    Request: ['url', '*'],
    BatchRequestStep: ['id', 'request'],
    RestRequest: ['RequestUri', 'Method'],
    RestClient: ['BaseUrl'],
    RestClientOptions: ['BaseUrl'],
    DatabaseProperties: ['id'],
    ContainerProperties: ['id', 'partitionKeyPath'],
    UserProperties: ['id'],
    PermissionProperties: ['id', 'permissionMode'],
  }),
);

/** How often a verb is looked for in what it is made of. */
const MAX_DEPTH = 6;

/** Calls that make a request without sending it: the verb is one of their arguments, URL and body follow it. */
const REQUEST_CALL = /^_?new\w*Request(?!or)(?:With\w+)?$/i;
const REQUEST_PARTS = ['method', 'requesturi', 'content'];

/** True for a call that makes a request without sending it. */
export function makesRequest(call: Call | New): boolean {
  return call.v === 'call' && REQUEST_CALL.test(calleeName(call));
}

/** A part of the request that such a call makes. */
function partOfMade(ev: Evaluator, cell: Cell & { val: Call }, part: string): Cell[] {
  const { args } = cell.val;
  const verb = args.findIndex((a) => !a.spread && verbsOf(ev, { ...cell, val: a.value }).length > 0);
  const arg = verb < 0 ? undefined : args[verb + REQUEST_PARTS.indexOf(part)];
  return arg ? [{ ...cell, val: arg.value }] : [];
}

const VERBS = new Set(['POST', 'PUT', 'PATCH', 'DELETE', 'GET', 'HEAD', 'OPTIONS']);

/** The parts of a request, each with all it can be. */
export interface HttpRequest {
  methods: string[];
  urls: Text[];
  body: Cell[];
  headers: Cell[];
  /** Records of which the client makes the query. */
  parameters?: Cell[];
  /** An option turns errors into answers, or (`either`) might. */
  returns?: boolean;
}

/** Values at a path into an argument; constructor arguments of request types count as members. */
export function member(ev: Evaluator, cell: Cell, path: string[]): Cell[] {
  const direct = ev.props(cell, path, 0, true);
  if (direct.length) return direct;
  const [head, ...rest] = path;
  return ev
    .origins(cell)
    .flatMap((origin) => requestBehind(ev, origin))
    .flatMap((o) => {
      if (o.val.v === 'call' && head && rest.length === 0 && makesRequest(o.val)) {
        const part = REQUEST_PARTS.find((p) => p === head.toLowerCase());
        return part ? partOfMade(ev, { ...o, val: o.val }, part) : [];
      }
      if (o.val.v !== 'new') return [];
      const names = REQUEST_TYPES.get(o.val.type.path.at(-1) ?? '');
      if (!names || !head) return [];
      const i = names.findIndex((n) => n.toLowerCase() === head.toLowerCase());
      const arg = o.val.args.find((a) => a.name?.toLowerCase() === head.toLowerCase()) ?? o.val.args[i];
      if (i >= 0 && arg) return rest.length ? member(ev, { ...o, val: arg.value }, rest) : [{ ...o, val: arg.value }];
      const spread = names.indexOf('*');
      const options = o.val.args[spread];
      return spread >= 0 && options ? member(ev, { ...o, val: options.value }, path) : [];
    });
}

/** `new RestRequest(path).AddHeader(…).AddJsonBody(…)`: calls that add to a request hand out that request. */
function requestBehind(ev: Evaluator, cell: Cell, depth = 0): Cell[] {
  const { val } = cell;
  if (val.v !== 'call' || val.callee.v !== 'member' || !/^(?:add|set|with)[A-Z]/i.test(val.callee.name)) return [cell];
  if (depth > MAX_DEPTH) return [cell];
  const made = ev
    .origins({ ...cell, val: val.callee.obj })
    .flatMap((o) => requestBehind(ev, o, depth + 1))
    .filter((o) => o.val.v === 'new' && REQUEST_TYPES.has(o.val.type.path.at(-1) ?? ''));
  return made.length ? made : [cell];
}

/** The verbs a value can be: `'POST'`, `HttpMethod.Post`, `new HttpMethod("PATCH")`. */
export function verbsOf(ev: Evaluator, cell: Cell, depth = 0): string[] {
  // `method = method.lower()` is made of itself.
  if (depth > MAX_DEPTH) return [];
  const out = ev.origins(cell).flatMap((o): string[] => {
    const v = o.val;
    if (v.v === 'lit' && typeof v.value === 'string') return [v.value];
    // `HttpMethod.Post`, `http.MethodPost`.
    if (v.v === 'member') return [v.name.replace(/^Method(?=[A-Z])/, '')];
    if (v.v === 'new' && v.args[0]) return verbsOf(ev, { ...o, val: v.args[0].value }, depth + 1);
    if (v.v === 'call' && v.callee.v === 'member' && /^(?:to(Lower|Upper)|lower$|upper$|strip$)/i.test(v.callee.name))
      return verbsOf(ev, { ...o, val: v.callee.obj }, depth + 1);
    return [];
  });
  return [...new Set(out.map((s) => s.toUpperCase()))].filter((s) => VERBS.has(s));
}

/** @param bare only an argument without a name is meant by its position */
function argument(call: Call | New, i: number, bare = false): Arg | undefined {
  const arg = call.args[i];
  return arg?.spread || (bare && arg?.name !== undefined) ? undefined : arg;
}

/** The request a call of a known client makes. */
export function readHttp(
  ev: Evaluator,
  shape: HttpShape,
  cell: Cell & { val: Call },
  chain: Chain,
): HttpRequest | undefined {
  const call = cell.val;
  const at = (i: ArgAt, name?: string): Cell | undefined => {
    if (i === 'named') return namedArguments(cell);
    const arg = (name && call.args.find((a) => a.name === name)) || argument(call, i, name !== undefined);
    return arg && { ...cell, val: arg.value };
  };
  const read = (place: ArgPlace | undefined): Cell[] => {
    const arg = place && at(place.arg, place.name);
    if (!arg) return [];
    const found = place.path ? member(ev, arg, place.path) : [arg];
    return found.length ? found : (place.or ?? []).flatMap((name) => member(ev, arg, [name]));
  };
  // Of named arguments the names to try in order stand in place of a path.
  const oneOf = (arg: Cell, names: string[]): Cell[] => names.flatMap((n) => member(ev, arg, [n]));
  const urlArg = shape.url.arg !== 'named' && shape.url.arg < 0 ? chainUrl(chain) : at(shape.url.arg, shape.url.name);
  let urls = urlArg ? urlTexts(ev, urlArg, shape) : [];
  // `axios(url, config)`: the URL first, the rest in the next argument.
  let options = shape.methodIn ? at(shape.methodIn.arg, shape.methodIn.name) : undefined;
  // Named arguments may stand before those without a name.
  const free = shape.url.arg === 'named' ? call.args.filter((a) => a.name === undefined && !a.spread) : [];
  // `request POST url`: the verb may stand without a name too.
  const bare = free.find((a) => a.value.v === 'lit' && VERBS.has(String(a.value.value).toUpperCase()));
  const first = shape.url.arg === 'named' ? free.find((a) => a !== bare) : call.args[0];
  if (!urls.length && first && !shape.url.name) {
    urls = texts(ev, { ...cell, val: first.value });
    if (shape.methodIn?.arg !== 'named') options = at(1);
  }
  if (shape.hostIn && urlArg)
    urls = [...hostAndPath(ev, at(0) ?? urlArg, shape), ...hostAndPath(ev, at(1), shape), ...urls];
  urls = withBase(ev, urls, shape, cell, chain);
  let methods = shape.method ? [shape.method] : [];
  if (!shape.method && shape.methodIn) {
    const names = shape.methodIn.path;
    const find = shape.methodIn.arg === 'named' ? oneOf : (o: Cell, p: string[]): Cell[] => member(ev, o, p);
    const asked = options ? (names ? find(options, names) : [options]) : [];
    const given = !asked.length && bare ? [{ ...cell, val: bare.value }] : asked;
    // `https.request(options, …)` and `https.request(url, options, …)`.
    const path = shape.methodIn.path ?? [];
    const second =
      given.length || !shape.hostIn ? given : [at(0), at(1)].flatMap((o) => (o ? member(ev, o, path) : []));
    methods = second.flatMap((c) => verbsOf(ev, c));
    // No method given means GET, an unknown one means any.
    if (!second.length) {
      const implied = impliedVerb(shape, call);
      if (implied === undefined) return undefined;
      methods = [implied];
    }
  }
  if (shape.hosted) urls = urls.filter(([head]) => typeof head !== 'string' || !head.startsWith('/'));
  if (!methods.length || !urls.length) return undefined;
  const out: HttpRequest = { methods, urls, body: read(shape.body), headers: read(shape.headers) };
  if (shape.parameters) out.parameters = read(shape.parameters);
  if (shape.returnsWhen) {
    const given = read({ arg: shape.returnsWhen.arg, path: shape.returnsWhen.path });
    const wants = shape.returnsWhen.value;
    if (
      given.length &&
      (wants === 'function' ? given.some((g) => ev.functionOf(g)) : given.some((g) => ev.constants(g).includes(wants)))
    )
      out.returns = true;
  }
  return out;
}

/** The verb that another argument implies. */
function impliedVerb({ implied = {} }: HttpShape, call: Call): string | undefined {
  const found = Object.keys(implied).find((name) => call.args.some((a) => a.name === name));
  return found === undefined ? undefined : implied[found];
}

function chainUrl(chain: Chain): Cell | undefined {
  for (const c of chain.calls) {
    const call = c.val;
    if (call.v === 'call' && call.callee.v === 'member' && call.callee.name === 'api' && call.args[0])
      return { ...c, val: call.args[0].value };
  }
  return undefined;
}

function urlTexts(ev: Evaluator, arg: Cell, shape: HttpShape): Text[] {
  if (!shape.url.path) {
    const direct = texts(ev, arg);
    const objects = member(ev, arg, ['url']);
    return objects.length ? objects.flatMap((o) => texts(ev, o)) : direct;
  }
  return ['url', 'uri', ...shape.url.path].flatMap((p) => member(ev, arg, p.split('.'))).flatMap((c) => texts(ev, c));
}

function hostAndPath(ev: Evaluator, options: Cell | undefined, shape: HttpShape): Text[] {
  if (!options) return [];
  const hosts = (shape.hostIn ?? []).flatMap((h) => member(ev, options, [h])).flatMap((c) => texts(ev, c));
  const paths = (shape.pathIn ?? []).flatMap((p) => member(ev, options, [p])).flatMap((c) => texts(ev, c));
  return hosts.flatMap((h) => paths.map((p): Text => ['https://', ...h, ...p])).map(join);
}

function join(text: Text): Text {
  const out: Text = [];
  for (const p of text) {
    const last = out.at(-1);
    if (typeof p === 'string' && typeof last === 'string') out[out.length - 1] = last + p;
    else out.push(p);
  }
  return out;
}

/** Joins a relative URL to the base of the options or of the client it goes through. */
function withBase(ev: Evaluator, urls: Text[], shape: HttpShape, cell: Cell & { val: Call }, chain: Chain): Text[] {
  const bases: Text[] = [];
  for (const key of shape.baseIn ?? []) {
    for (const a of cell.val.args)
      bases.push(...member(ev, { ...cell, val: a.value }, [key]).flatMap((c) => texts(ev, c)));
    for (const made of chain.calls)
      if (made.val.v === 'call' || made.val.v === 'new')
        for (const a of made.val.args) {
          const value: Cell = { ...made, val: a.value };
          bases.push(...(a.name === key ? [value] : member(ev, value, [key])).flatMap((c) => texts(ev, c)));
        }
    // A client that was made with its base.
    if (cell.val.callee.v === 'member')
      bases.push(...made(ev, { ...cell, val: cell.val.callee.obj }, key).flatMap((c) => texts(ev, c)));
    // `axios.defaults.baseURL = …`
    if (cell.val.callee.v === 'ref')
      bases.push(...ev.props({ ...cell, val: cell.val.callee }, ['defaults', key]).flatMap((c) => texts(ev, c)));
    if (cell.val.callee.v === 'member')
      bases.push(...ev.props({ ...cell, val: cell.val.callee.obj }, ['defaults', key]).flatMap((c) => texts(ev, c)));
  }
  if (cell.val.callee.v === 'member')
    bases.push(...ev.props({ ...cell, val: cell.val.callee.obj }, ['BaseAddress']).flatMap((c) => texts(ev, c)));
  if (!bases.length) return urls;
  return urls.flatMap((u) => {
    const first = u[0];
    if (typeof first !== 'string' || /^https?:/i.test(first)) return [u];
    return bases.map((b) => {
      const last = b.at(-1);
      const slash = (typeof last === 'string' && last.endsWith('/')) || first.startsWith('/') ? '' : '/';
      return join([...b, slash + first, ...u.slice(1)]);
    });
  });
}

/** What a client was given for a member where it was made, also within the options it was made with. */
function made(ev: Evaluator, client: Cell, key: string): Cell[] {
  return ev.origins(client).flatMap((o) => {
    if (o.val.v !== 'new' || !REQUEST_TYPES.has(o.val.type.path.at(-1) ?? '')) return [];
    const [first] = o.val.args;
    const options = first ? member(ev, { ...o, val: first.value }, [key]) : [];
    return options.length ? options : member(ev, o, [key]);
  });
}

/** The last name of what is called. */
export function calleeName(call: Call | New): string {
  if (call.v === 'new') return call.type.path.at(-1) ?? '';
  const c: Val = call.callee;
  return c.v === 'member' ? c.name : c.v === 'ref' ? c.name : '';
}
