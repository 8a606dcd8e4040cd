/** Lists: `$filter` on simple fields, pages, counts. */
import { errorAnswer } from './answers.js';
import type { Json } from './family.js';
import type { Place } from './locate.js';
import { shown } from './locate.js';
import { unquoted } from './paths.js';
import type { LabAnswer, LabRequest } from './request.js';
import { isJson } from './request.js';
import { valueAt } from './store.js';
import type { World } from './world.js';

type Test = (data: Json) => boolean;

/** Answers a list. */
export function list(world: World, place: Place, request: LabRequest): LabAnswer {
  const filter = request.query.get('$filter');
  if (filter !== null && place.family.noFilter)
    return errorAnswer(400, 'BadRequest', `This collection cannot be filtered: ${filter}`);
  const test = filter === null ? () => true : parseFilter(filter);
  if (!test) return errorAnswer(400, 'BadRequest', `Invalid filter clause, or one the lab does not know: ${filter}`);
  const members = world.store.all(place.collection).filter((m) => !m.deleted && !m.unlisted);
  const rows = members.filter((m) => test({ id: m.id, ...m.data })).map((m) => shown(m, place.family, true));
  return page(world, request, rows);
}

/** One page of rows, with a link to the next one. */
export function page(world: World, request: LabRequest, rows: readonly Json[]): LabAnswer {
  const top = Number(request.query.get('$top') ?? world.settings.pageSize);
  const size = Math.max(1, Math.min(Number.isFinite(top) ? top : 1, world.settings.pageSize));
  const from = Number(request.query.get('$skiptoken') ?? request.query.get('$skip') ?? 0) || 0;
  const body: Json = { '@odata.context': `${request.base}/$metadata#${request.path.slice(1)}` };
  if (request.query.get('$count') === 'true') body['@odata.count'] = rows.length;
  if (from + size < rows.length) {
    const query = new URLSearchParams(request.query);
    query.delete('$skip');
    query.set('$skiptoken', String(from + size));
    body['@odata.nextLink'] = `${request.base}${request.path}?${query}`;
  }
  body['value'] = rows.slice(from, from + size);
  return { status: 200, body };
}

const LITERAL = `'(?:[^']|'')*'|[\\w.:+-]+`;
const CLAUSE = new RegExp(
  `^(?:([\\w./@]+)\\s+(eq|ne)\\s+(${LITERAL})` +
    `|([\\w./]+)/any\\(\\s*(\\w+)\\s*:\\s*(\\w+)(?:/([\\w./]+))?\\s+eq\\s+(${LITERAL})\\s*\\)` +
    `|startswith\\(\\s*([\\w./]+)\\s*,\\s*(${LITERAL})\\s*\\))`,
  'i',
);

/** Clauses joined by `and`: `a eq 'x'`, `a ne 1`, `a/any(v:v eq 'x')`, `startswith(a,'x')`. Undefined for any other. */
function parseFilter(text: string): Test | undefined {
  let rest = text.trim();
  const tests: Test[] = [];
  for (;;) {
    const found = CLAUSE.exec(rest);
    if (!found) return undefined;
    tests.push(clause(found));
    rest = rest.slice(found[0].length).trim();
    if (rest === '') return (data) => tests.every((test) => test(data));
    const and = /^and\s+/i.exec(rest);
    if (!and) return undefined;
    rest = rest.slice(and[0].length);
  }
}

function clause(found: RegExpExecArray): Test {
  const [, field, operator, value, list, , , inner, element, start, prefix] = found;
  if (field !== undefined) {
    const wanted = literal(value ?? '');
    const is: Test = (data) => equal(valueAt(data, field.replaceAll('/', '.')), wanted);
    return operator?.toLowerCase() === 'ne' ? (data) => !is(data) : is;
  }
  if (list !== undefined) {
    const wanted = literal(element ?? '');
    return (data) => {
      const values = valueAt(data, list.replaceAll('/', '.'));
      if (!Array.isArray(values)) return false;
      return values.some((v: unknown) =>
        equal(inner && isJson(v) ? valueAt(v, inner.replaceAll('/', '.')) : v, wanted),
      );
    };
  }
  const wanted = String(literal(prefix ?? '')).toLowerCase();
  return (data) =>
    String(valueAt(data, (start ?? '').replaceAll('/', '.')) ?? '')
      .toLowerCase()
      .startsWith(wanted);
}

function literal(text: string): unknown {
  if (text.startsWith("'")) return unquoted(text);
  const words: Record<string, unknown> = { true: true, false: false, null: null };
  if (text in words) return words[text];
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}

function equal(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a.toLowerCase() === b.toLowerCase();
  return (a ?? null) === b;
}
