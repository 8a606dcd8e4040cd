/** What a request carries that changes the answer of its operation. */
import type { Call, Val } from '../code-model.js';
import type { Cell } from '../evaluate/cell.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import { isFresh } from '../evaluate/fresh.js';
import { show, texts } from '../evaluate/text.js';
import type { Traits } from './operation.js';
import { calleeName, member } from './request.js';
import { writes } from './writers.js';

/** The traits of a request that carries nothing of interest. */
export function noTraits(): Traits {
  return { ifMatch: false, condition: false };
}

/** True if a header is given: in header records, or set on a name the request goes by. */
export function hasHeader(ev: Evaluator, headers: Cell[], setters: Cell[], name: string): Cell[] {
  const inRecords = headers.flatMap((h) => ev.props(h, [name], 0, true));
  const set = setters.flatMap((s): Cell[] => {
    if (s.val.v !== 'call' && s.val.v !== 'new') return [];
    const [key, value] = s.val.args;
    // `headers({ 'If-Match': etag })`: all at once.
    if (key && !value) return ev.props({ ...s, val: key.value }, [name], 0, true);
    if (!key || !value) return [];
    return ev.constants({ ...s, val: key.value }).some((k) => String(k).toLowerCase() === name.toLowerCase())
      ? [{ ...s, val: value.value }]
      : [];
  });
  return [...inRecords, ...set];
}

const HEADER_SETTERS = new Set([
  'header',
  'set',
  'Set',
  'setHeader',
  'append',
  'Add',
  'TryAddWithoutValidation',
  'TryAdd',
  'Header',
  'ParseAdd',
  'add',
  'try_add',
  'AddHeader',
  'AddOrUpdateHeader',
]);

/** What headers are asked of: `request` of `request.Header()`. */
function holder(val: Val): Val {
  return val.v === 'call' && val.callee.v === 'member' && !val.args.length && /^headers?$/i.test(val.callee.name)
    ? val.callee.obj
    : val;
}

/** Calls that set a header in the chain a request is made by: `new RestRequest(path).AddHeader("If-Match", e)`. */
export function chainedSetters(ev: Evaluator, cell: Cell, depth = 0): Cell[] {
  if (depth > 8) return [];
  return ev.origins(cell).flatMap((o) => {
    if (o.val.v !== 'call' || o.val.callee.v !== 'member') return [];
    const before = chainedSetters(ev, { ...o, val: o.val.callee.obj }, depth + 1);
    return HEADER_SETTERS.has(o.val.callee.name) ? [...before, o] : before;
  });
}

/** Calls that set a header on a request or client a value goes by: `r.Headers.Add("If-Match", e)`, `r.header(…)`. */
export function headerSetters(cell: Cell): Cell[] {
  const place = cell.file.placeOf(cell.val);
  if (!place) return [];
  return cell.file.calls
    .filter((c): c is Call => c.v === 'call' && HEADER_SETTERS.has(calleeName(c)) && c.callee.v === 'member')
    .filter((c) => c.callee.v === 'member' && cell.file.placeOf(holder(c.callee.obj))?.def === place.def)
    .map((val) => ({ file: cell.file, val, env: cell.env }));
}

/** Every member of a record and of the records in it. */
function deep(
  ev: Evaluator,
  cell: Cell,
  depth: number,
  visit: (path: string[], value: Cell) => void,
  path: string[] = [],
  written: readonly Val[] = [],
): void {
  if (depth === 0) return;
  for (const o of ev.origins(cell)) {
    const rec = o.val.v === 'rec' ? o.val : o.val.v === 'new' && o.val.init?.v === 'rec' ? o.val.init : undefined;
    if (
      o.val.v === 'call' &&
      serialised(o.val) &&
      // `body = JSON.stringify(body)`
      !written.includes(o.val)
    )
      deep(ev, { ...o, val: serialised(o.val) ?? o.val }, depth, visit, path, [...written, o.val]);
    if (o.val.v === 'new' && !rec && o.val.args[0])
      deep(ev, { ...o, val: o.val.args[0].value }, depth - 1, visit, path);
    for (const e of rec?.entries ?? []) {
      if (e.spread) {
        deep(ev, { ...o, val: e.value }, depth - 1, visit, path);
        continue;
      }
      const key = typeof e.key === 'string' ? e.key : e.key && computedKey(ev, { ...o, val: e.key });
      if (key === undefined) continue;
      visit([...path, key], { ...o, val: e.value });
      deep(ev, { ...o, val: e.value }, depth - 1, visit, [...path, key]);
    }
  }
  const place = cell.file.placeOf(cell.val);
  if (place && place.path.length === 0)
    for (const w of place.def.writes) {
      visit([...path, ...w.path], { ...cell, val: w.value });
      deep(ev, { ...cell, val: w.value }, depth - 1, visit, [...path, ...w.path]);
    }
}

/** What a call writes as text. */
function serialised(call: Call): Val | undefined {
  const name = calleeName(call);
  // An object of a JSON library that writes itself: `body.ToString(Formatting.None)`.
  const itself = /^to(?:Json)?String$/i.test(name) || (/^toJson$/i.test(name) && !call.args.length);
  if (itself && call.callee.v === 'member') return call.callee.obj;
  return writes(name) ? call.args[0]?.value : undefined;
}

/** A computed member name; what is not known of it is `{}`. */
function computedKey(ev: Evaluator, key: Cell): string | undefined {
  const text = texts(ev, key)[0];
  // `spelled("change_type")`: a name that a function only writes in another way.
  const call = text?.every((p) => typeof p !== 'string') && key.val.v === 'call' ? key.val : undefined;
  const only = call?.args.length === 1 ? call.args[0]?.value : undefined;
  if (only?.v === 'lit' && typeof only.value === 'string') return only.value;
  return text?.map((p) => (typeof p === 'string' ? p : '{}')).join('');
}

/** The member names of a body, a few levels deep. */
export class BodyKeys {
  private readonly names = new Set<string>();
  private readonly patterns: RegExp[] = [];

  constructor(ev: Evaluator, body: Cell[]) {
    for (const b of body) deep(ev, b, 3, (path) => this.add((path.at(-1) ?? '').toLowerCase()));
  }

  private add(name: string): void {
    // Words joined by `_` are the service's name in another spelling.
    if (!name.includes('{}')) this.names.add(name).add(name.replaceAll('_', ''));
    else if (name.replace(/\{\}/g, '').length > 2)
      this.patterns.push(new RegExp(`^${name.split('{}').map(literally).join('.*')}$`));
  }

  /** True if a member may have this name; computed names count where enough of them is known. */
  has(name: string): boolean {
    const low = name.toLowerCase();
    return this.names.has(low) || this.patterns.some((p) => p.test(low));
  }
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/**
 * Reads `@microsoft.graph.conflictBehavior` from query and body. It counts only where the service reads it: in the
 * query for PUT content and copy; in the body for POST children and PATCH; under `item` for createUploadSession.
 * Source: learn.microsoft.com/graph/api/resources/driveitem, instance attributes; for PATCH OneDrive/onedrive-api-docs
 * issues 820 and 1383.
 *
 * @param parameters records of which the client makes the query
 */
export function conflictBehavior(
  ev: Evaluator,
  request: { method: string; segments: string[]; query: string },
  body: Cell[],
  parameters: Cell[],
  into: Traits,
): void {
  const inQuery =
    /conflictBehavior=([a-z]+|\{\})/i.exec(request.query)?.[1]?.toLowerCase() ?? behaviors(ev, parameters)[0]?.value;
  const last = request.segments.at(-1)?.toLowerCase() ?? '';
  const found = behaviors(ev, body);
  const nested = found.find((f) => f.path.slice(0, -1).some((p) => p.toLowerCase() === 'item'));
  const top = found.find((f) => f !== nested);
  const effective = last.endsWith('createuploadsession')
    ? (nested?.value ?? inQuery)
    : last === 'children' || request.method === 'PATCH'
      ? (top?.value ?? inQuery)
      : inQuery;
  const ignored = effective === undefined && found.length > 0;
  const word = (effective ?? '').toLowerCase();
  if (effective !== undefined)
    into.behavior = word === 'rename' || word === 'replace' || word === 'fail' ? word : 'unknown';
  if (ignored) into.behaviorIgnored = true;
}

/** What records say of the behavior, and where. */
function behaviors(ev: Evaluator, records: Cell[]): { path: string[]; value: string }[] {
  const found: { path: string[]; value: string }[] = [];
  for (const record of records)
    deep(ev, record, 4, (path, value) => {
      if (!/conflictbehavior$/i.test(path.at(-1) ?? '')) return;
      const words = ev.constants(value).map(String);
      found.push({
        path,
        value: words.length === 1 ? (words[0] ?? '') : words.length ? 'unknown' : texts(ev, value).map(show).join(),
      });
    });
  return found;
}

/** `transactionId` of events: a key by which the service recognises a repeat, when it is not made anew for each try. */
export function idempotencyKey(ev: Evaluator, body: Cell[], into: Traits): void {
  for (const b of body)
    for (const key of ['transactionId', 'TransactionId'])
      for (const v of ev.props(b, [key])) into.idempotencyKey = isFresh(ev, v) ? 'fresh' : 'stable';
}

/** How often a body may be written as a text of a text: one that is made of itself leads no further. */
const MAX_WRITTEN = 3;

/** True if the id of a body is made at random. */
export function freshId(ev: Evaluator, body: Cell | undefined, field: string, generates: boolean, depth = 0): boolean {
  if (!body || depth > MAX_WRITTEN) return false;
  if (conditionalId(body)) return false;
  const [text, ...others] = ev.origins(body);
  const object = text?.val.v === 'call' && !others.length ? serialised(text.val) : undefined;
  if (text && object) return freshId(ev, { ...text, val: object }, field, generates, depth + 1);
  const ids = ['id', 'Id', 'ID', field].flatMap((f) => member(ev, body, [f]));
  if (ids.length) return ids.every((i) => isFresh(ev, i));
  // The SDK makes an id where a literal body has none and takes nothing in from elsewhere.
  return (
    generates &&
    ev
      .origins(body)
      .every((o) => o.val.v === 'rec' && !o.val.entries.some((e) => e.spread || typeof e.key !== 'string'))
  );
}

/** `if (!item.id) item.id = uuid()`: an id that came with the item is kept. */
function conditionalId(body: Cell): boolean {
  const place = body.file.placeOf(body.val);
  const write = place?.def.writes.find((w) => /^id$/i.test(w.path.at(-1) ?? ''));
  if (!write || !place) return false;
  for (let p = body.file.parent(write.value); p; p = body.file.parent(p.node)) {
    if ('s' in p.node && p.node.s === 'if') return !body.file.contains(p.node, body.val);
    if ('v' in p.node && p.node.v === 'op') return true;
  }
  return false;
}
