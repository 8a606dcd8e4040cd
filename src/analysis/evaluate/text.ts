/** The strings a value can be, with holes where the program does not say. */
import type { Val } from '../code-model.js';
import type { Cell } from './cell.js';
import type { Evaluator } from './evaluate.js';

/** A piece nobody knows, with a name to show (`id`, `this.resource`). */
export interface Hole {
  hole: string;
}
export type Text = (string | Hole)[];

const MAX_TEXTS = 8;
const MAX_DEPTH = 14;

/** Calls whose result is their receiver's or argument's text, or a piece that is unknown but holds no slash. */
const PASS_RECEIVER = new Set([
  'toString',
  'ToString',
  'trim',
  'strip',
  'rstrip',
  'lstrip',
  'lower',
  'Trim',
  'TrimEnd',
  'TrimStart',
  'toLowerCase',
  'ToLower',
  'replace',
  'Replace',
  'href',
]);
const ENCODERS = new Set([
  'encodeURIComponent',
  'encodeURI',
  'escape',
  'EscapeDataString',
  'UrlEncode',
  'encodeQueryParameter',
  'quote',
  'quote_plus',
  'encodePathSegment',
]);
const URL_TYPES = new Set(['URL', 'Uri', 'URI', 'UriBuilder', 'URIBuilder']);

/** The texts of a cell, at most eight; a value that is no known text is one hole. */
export function texts(ev: Evaluator, cell: Cell, depth = 0): Text[] {
  if (depth > MAX_DEPTH || !ev.spend()) return [[hole(cell.val)]];
  const base = ev.origins(cell, depth).flatMap((o) => textsOf(ev, o, cell.val, depth + 1));
  const out = [...appended(ev, cell, base, depth + 1), ...base];
  return dedupe(out).slice(0, MAX_TEXTS);
}

/** `url += '/members'` below: each of the pieces that may be added, and all of them. */
function appended(ev: Evaluator, cell: Cell, base: Text[], depth: number): Text[] {
  if (cell.val.v !== 'ref') return [];
  const def = cell.file.resolve(cell.val);
  const pieces =
    def?.sources.filter((s) => s.op === '+=').map((s) => texts(ev, { ...cell, val: s.value }, depth)) ?? [];
  if (!pieces.length) return [];
  return [...pieces.flatMap((p) => product([base, p])), ...(pieces.length > 1 ? product([base, ...pieces]) : [])];
}

function textsOf(ev: Evaluator, cell: Cell, named: Val, depth: number): Text[] {
  const v = cell.val;
  const sub = (val: Val): Text[] => texts(ev, { ...cell, val }, depth);
  switch (v.v) {
    case 'lit':
      return v.value === null || v.value === undefined ? [[hole(named)]] : [[String(v.value)]];
    case 'text':
      return joined(v.parts, sub);
    case 'op':
      return v.op === 'add' ? joined(v.args, sub) : [[hole(named)]];
    case 'new':
      if (URL_TYPES.has(v.type.path[v.type.path.length - 1] ?? '') && v.args[0]) {
        const first = sub(v.args[0].value);
        const second = v.args[1] && sub(v.args[1].value);
        // `new URL(path, base)` and `new Uri(base, path)` differ in order: the one with a scheme is the base.
        if (!second || (second[0]?.length === 1 && typeof second[0][0] !== 'string' && startsWithScheme(first[0])))
          return first;
        return startsWithScheme(second[0]) ? product([second, first]) : product([first, second]);
      }
      return [[hole(named)]];
    case 'call':
      return callTexts(ev, cell as CallCell, depth);
    default:
      return [[hole(v.v === 'ref' || v.v === 'member' ? v : named)]];
  }
}

/** Pieces one after the other. What comes within a path and looks like a URL is what was read there: one unknown piece. */
function joined(pieces: (string | Val)[], sub: (val: Val) => Text[]): Text[] {
  let within = false;
  return product(
    pieces.map((p) => {
      const found = typeof p === 'string' ? [[p]] : sub(p);
      const kept = typeof p === 'string' || !within ? found : found.map((t) => (startsWithScheme(t) ? [hole(p)] : t));
      within ||= kept.some((t) => t.some((part) => typeof part === 'string' && part.includes('/')));
      return kept;
    }),
  );
}

type CallCell = Cell & { val: Extract<Val, { v: 'call' }> };

/** Texts of calls without bound parameters, by the depth they were asked at: a value handed on from call to call is met in many ways. */
const calls = new WeakMap<Evaluator, Map<Val, Text[][]>>();

function callTexts(ev: Evaluator, cell: CallCell, depth: number): Text[] {
  if (cell.env) return readCall(ev, cell, depth);
  let memo = calls.get(ev);
  if (!memo) {
    memo = new Map();
    calls.set(ev, memo);
  }
  let byDepth = memo.get(cell.val);
  if (!byDepth) {
    byDepth = [];
    memo.set(cell.val, byDepth);
  }
  const known = byDepth[depth];
  if (known) return known;
  const out = readCall(ev, cell, depth);
  // What was cut short for its cost may be more the next time.
  if (ev.spend()) byDepth[depth] = out;
  return out;
}

function readCall(ev: Evaluator, cell: CallCell, depth: number): Text[] {
  const call = cell.val;
  const sub = (val: Val): Text[] => texts(ev, { ...cell, val }, depth);
  const name = call.callee.v === 'member' ? call.callee.name : call.callee.v === 'ref' ? call.callee.name : '';
  if (ENCODERS.has(name)) return [[hole(call.args[0]?.value ?? call)]];
  const results = ev.callResults(cell);
  if (results.length) return results.flatMap((r) => texts(ev, r, depth + 1)).slice(0, MAX_TEXTS);
  if (call.callee.v === 'member') {
    const obj = call.callee.obj;
    if (PASS_RECEIVER.has(name)) return sub(obj);
    if (name === 'format' && call.args.length > 1 && obj.v === 'ref' && obj.name === 'String')
      return sub(call.args[0]?.value ?? call).flatMap((t) =>
        percents(
          t,
          call.args.slice(1).map((a) => sub(a.value)),
        ),
      );
    if (name === 'format')
      return sub(obj).flatMap((t) =>
        filled(
          t,
          call.args.map((a) => ({ name: a.name, texts: sub(a.value) })),
        ),
      );
    if (name === 'concat') return product([sub(obj), ...call.args.map((a) => sub(a.value))]);
    if (name === 'Format' && call.args[0])
      return sub(call.args[0].value).flatMap((t) =>
        format(
          t,
          call.args.slice(1).map((a) => sub(a.value)),
        ),
      );
    if (name === 'formatted')
      return sub(obj).flatMap((t) =>
        percents(
          t,
          call.args.map((a) => sub(a.value)),
        ),
      );
    if (name === 'Concat') return product(call.args.map((a) => sub(a.value)));
    if (name === 'join') {
      const items = ev.elements({ ...cell, val: obj });
      const sep = call.args[0] ? (sub(call.args[0].value)[0] ?? [',']) : [','];
      if (items.length)
        return product(items.flatMap((i, n) => (n ? [[sep], texts(ev, i, depth)] : [texts(ev, i, depth)])));
    }
    if (name === 'Join' && call.args.length > 1) {
      const sep = sub(call.args[0]?.value ?? call)[0] ?? [];
      return product(call.args.slice(1).flatMap((a, n) => (n ? [[sep], sub(a.value)] : [sub(a.value)])));
    }
  }
  // A builder nobody can see: its only text argument goes through, with something unknown before it.
  const textual = call.args
    .map((a) => sub(a.value))
    .filter((t) => t[0]?.some((p) => typeof p === 'string' && p.includes('/')));
  if (textual.length === 1 && textual[0])
    return textual[0].map((t) => (startsWithScheme(t) ? t : [{ hole: `${name}()` }, ...t]));
  return [[hole(call)]];
}

/** `{0}` and `{1}` in a format string. */
function format(text: Text, args: Text[][]): Text[] {
  const parts: Text[][] = [];
  for (const p of text) {
    if (typeof p !== 'string') {
      parts.push([[p]]);
      continue;
    }
    let last = 0;
    for (const m of p.matchAll(/\{(\d+)(?:[^}]*)\}/g)) {
      parts.push([[p.slice(last, m.index)]], args[Number(m[1])] ?? [[{ hole: m[0] }]]);
      last = m.index + m[0].length;
    }
    parts.push([[p.slice(last)]]);
  }
  return product(parts);
}

/** `{}`, `{0}` and `{name}` in a text that a member fills: `template.format(id, size=n)`. */
function filled(text: Text, args: { name: string | undefined; texts: Text[] }[]): Text[] {
  const parts: Text[][] = [];
  let next = 0;
  for (const p of text) {
    if (typeof p !== 'string') {
      parts.push([[p]]);
      continue;
    }
    let last = 0;
    for (const m of p.matchAll(/\{(\w*)\}/g)) {
      const key = m[1] ?? '';
      const arg = key === '' ? args[next++] : (args.find((a) => a.name === key) ?? args[Number(key)]);
      parts.push([[p.slice(last, m.index)]], arg?.texts ?? [[{ hole: key || m[0] }]]);
      last = m.index + m[0].length;
    }
    parts.push([[p.slice(last)]]);
  }
  return product(parts);
}

/** `%s` and `%2$s` in a format string. */
function percents(text: Text, args: Text[][]): Text[] {
  let next = 0;
  const parts = text.flatMap((p): Text[][] => {
    if (typeof p !== 'string') return [[[p]]];
    const out: Text[][] = [];
    let last = 0;
    for (const m of p.matchAll(/%(?:(\d+)\$)?[-#+ 0,(]*\d*(?:\.\d+)?[a-zA-Z%]/g)) {
      out.push([[p.slice(last, m.index)]]);
      last = m.index + m[0].length;
      if (m[0] === '%%') out.push([['%']]);
      else out.push(args[m[1] ? Number(m[1]) - 1 : next++] ?? [[{ hole: m[0] }]]);
    }
    out.push([[p.slice(last)]]);
    return out;
  });
  return product(parts);
}

function startsWithScheme(text: Text | undefined): boolean {
  const first = text?.[0];
  return typeof first === 'string' && /^https?:\/\//i.test(first);
}

function product(parts: Text[][]): Text[] {
  let out: Text[] = [[]];
  for (const options of parts) {
    const next: Text[] = [];
    for (const head of out) for (const tail of options.length ? options : [[]]) next.push(merge(head, tail));
    out = next.slice(0, MAX_TEXTS);
  }
  return out;
}

function merge(a: Text, b: Text): Text {
  const out = [...a];
  for (const p of b) {
    const last = out[out.length - 1];
    if (typeof p === 'string' && typeof last === 'string') out[out.length - 1] = last + p;
    else if (p !== '') out.push(p);
  }
  return out;
}

function dedupe(list: Text[]): Text[] {
  const seen = new Set<string>();
  return list.filter((t) => {
    const key = show(t);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** A text as people read it: holes in braces. */
export function show(text: Text): string {
  return text.map((p) => (typeof p === 'string' ? p : `{${p.hole}}`)).join('');
}

/** The whole text where it has no hole. */
export function plain(text: Text): string | undefined {
  if (text.length === 0) return '';
  return text.length === 1 && typeof text[0] === 'string' ? text[0] : undefined;
}

function hole(val: Val): Hole {
  return { hole: nameOf(val) };
}

function nameOf(val: Val): string {
  switch (val.v) {
    case 'ref':
      return val.name;
    case 'self':
      return 'this';
    case 'member':
      return `${nameOf(val.obj)}.${val.name}`;
    case 'call':
      return `${nameOf(val.callee)}()`;
    case 'await':
      return nameOf(val.value);
    default:
      return '…';
  }
}
