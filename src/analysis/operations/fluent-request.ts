/**
 * Requests that are built by a chain of calls before they are sent: `newBuilder(uri).header(…).POST(body).build()`,
 * `new Request.Builder().url(u).post(body).build()`, `client.post().uri(u).bodyValue(b)`, `new HttpPost(u)`.
 */
import type { Call, Range } from '../code-model.js';
import type { Cell } from '../evaluate/cell.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import { type Text, texts } from '../evaluate/text.js';
import { calleeName, type HttpRequest, verbsOf } from './request.js';
import { readUrl } from './url.js';

/** Calls of a chain that give the URL, and those that give what stands before it. */
const URLS = new Set(['uri', 'url', 'newBuilder', 'setUri', 'setURI', 'target', 'path']);
/** A call that gives the URL, or what stands before it where another call gives one. */
const ROOT = 'create';
const BASES = new Set(['baseUrl', 'rootUri', 'baseUri']);
/** Calls that give the verb by their name, with or without the body. */
const VERBS: Record<string, string> = { post: 'POST', put: 'PUT', patch: 'PATCH', delete: 'DELETE' };
/** Calls that give the verb as an argument. */
const METHODS = new Set(['method', 'setMethod', 'setRequestMethod']);
const BODIES = new Set(['body', 'bodyValue', 'setEntity', 'syncBody']);
const HEADERS = new Set(['header', 'addHeader', 'setHeader', 'headers', 'setRequestProperty', 'addRequestProperty']);
/** Types of requests by their verb; the first argument is the URL. */
const TYPES: Record<string, string> = { HttpPost: 'POST', HttpPut: 'PUT', HttpPatch: 'PATCH', HttpDelete: 'DELETE' };

const MAX_CALLS = 40;

/** A request that a chain makes, the calls that set its headers, and where its verb stands. */
export interface FluentRequest {
  request: HttpRequest;
  setters: Cell[];
  verbAt?: Range;
}

/** Reads the chain that a value is; undefined where verb or URL are not in it. */
export function fluentRequest(ev: Evaluator, value: Cell): FluentRequest | undefined {
  const out: HttpRequest = { methods: [], urls: [], body: [], headers: [] };
  const bases: Text[] = [];
  const roots: Text[] = [];
  const setters: Cell[] = [];
  let verbAt: Range | undefined;
  for (const call of chainOf(ev, value)) {
    const v = call.val;
    const name = calleeName(v);
    const arg = (i: number): Cell | undefined => {
      const a = v.args[i];
      return a && { ...call, val: a.value };
    };
    const first = arg(0);
    if (v.v === 'new') {
      const verb = TYPES[name];
      if (verb) out.methods.push(verb);
      if (verb && first) out.urls.push(...texts(ev, first));
      continue;
    }
    const verb = VERBS[name.toLowerCase()];
    if (verb && (name === name.toLowerCase() || name === name.toUpperCase())) {
      out.methods.push(verb);
      if (v.callee.v === 'member') verbAt ??= v.callee.nameRange;
      if (first) out.body.push(first);
    } else if (METHODS.has(name) && first) {
      out.methods.push(...verbsOf(ev, first));
      if (v.callee.v === 'member') verbAt ??= v.callee.nameRange;
      const body = arg(1);
      if (body) out.body.push(body);
    } else if (URLS.has(name) && first) out.urls.push(...texts(ev, first));
    else if (name === ROOT && first) roots.push(...texts(ev, first));
    else if (BASES.has(name) && first) bases.push(...texts(ev, first));
    else if (name === 'openConnection' && v.callee.v === 'member')
      out.urls.push(...texts(ev, { ...call, val: v.callee.obj }));
    else if (BODIES.has(name) && first) out.body.push(first);
    else if (HEADERS.has(name)) setters.push(call);
  }
  (out.urls.length ? bases : out.urls).push(...roots);
  if (bases.length) out.urls = out.urls.flatMap((u) => (isWhole(u) ? [u] : bases.map((b) => joined(b, u))));
  out.urls = out.urls.filter((u) => readUrl(u) !== undefined);
  if (!out.methods.length || !out.urls.length) return undefined;
  return { request: out, setters, ...(verbAt ? { verbAt } : {}) };
}

/** The calls behind one another that make a value, from the last to the first, and what is called on its names. */
function chainOf(ev: Evaluator, value: Cell): (Cell & { val: Call | Extract<Cell['val'], { v: 'new' }> })[] {
  const out: ReturnType<typeof chainOf> = [];
  const open: Cell[] = [value];
  const seen = new Set<unknown>();
  for (let at = open.pop(); at && out.length < MAX_CALLS; at = open.pop()) {
    if (seen.has(at.val)) continue;
    seen.add(at.val);
    const { val } = at;
    if (val.v === 'ref' || val.v === 'member') {
      const here = at;
      const place = here.file.placeOf(val);
      // A name of its own: a field is a client that other requests begin with too.
      if (place?.path.length === 0 && place.def.kind === 'local')
        for (const ref of here.file.refs(place.def)) {
          const used = here.file.parent(ref)?.node;
          const call = used && here.file.parent(used)?.node;
          if (
            used &&
            'v' in used &&
            used.v === 'member' &&
            call &&
            'v' in call &&
            call.v === 'call' &&
            call.callee === used
          )
            if (!seen.has(call)) out.push({ ...here, val: call });
        }
      open.push(...ev.origins(here).filter((o) => o.val !== val));
    } else if (val.v === 'call') {
      out.push({ ...at, val });
      const results = ev.callResults(at);
      if (results.length) open.push(...results);
      else if (val.callee.v === 'member') open.push({ ...at, val: val.callee.obj });
    } else if (val.v === 'new') {
      out.push({ ...at, val });
    } else if (val.v === 'await' || val.v === 'assign') open.push({ ...at, val: val.value });
  }
  return out;
}

function isWhole(text: Text): boolean {
  return typeof text[0] === 'string' && /^https?:/i.test(text[0]);
}

function joined(base: Text, path: Text): Text {
  const last = base.at(-1);
  const first = path[0];
  const slash =
    (typeof last === 'string' && last.endsWith('/')) || (typeof first === 'string' && first.startsWith('/'))
      ? []
      : ['/'];
  const out: Text = [];
  for (const p of [...base, ...slash, ...path]) {
    const end = out.at(-1);
    if (typeof p === 'string' && typeof end === 'string') out[out.length - 1] = end + p;
    else out.push(p);
  }
  return out;
}
