/** Whether a new or changed member clashes with one that is there. */
import type { Json, Match, Unique } from './family.js';
import { isJson } from './request.js';
import { type Member, type Store, valueAt } from './store.js';

export interface Clash {
  unique: Unique;
  holder: Member;
  /** The collection of the holder. */
  collection: string;
  field: string;
  value: string;
}

const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).map((v) => String(v).toLowerCase());

/** How values are compared; both are present. */
const MATCHES: Readonly<Record<Match, (a: unknown, b: unknown, first: Json, second: Json) => boolean>> = {
  exact: (a, b) => a === b,
  'no-case': (a, b) => String(a).toLowerCase() === String(b).toLowerCase(),
  /** Comma-separated words in any order. */
  set: (a, b) => words(a) === words(b),
  any: (a, b) => texts(a).some((value) => texts(b).includes(value)),
  /** The field is the start of a span of time. */
  overlap: (_a, _b, first, second) => overlaps(first, second),
};

function words(value: unknown): string {
  return String(value)
    .split(',')
    .map((w) => w.trim().toLowerCase())
    .sort()
    .join(',');
}

/** Spans of time; Bookings calls their ends `startDateTime` and `endDateTime`, in beta `start` and `end`. */
function overlaps(a: Json, b: Json): boolean {
  const time = (data: Json, name: string): number => {
    const value = data[`${name}DateTime`] ?? data[name];
    return Date.parse(String(isJson(value) ? value['dateTime'] : value));
  };
  return time(a, 'start') < time(b, 'end') && time(b, 'start') < time(a, 'end');
}

/**
 * The first rule the values break, with the member that holds the value.
 *
 * @param self the member that is changed, which does not clash with itself
 * @param portal whether rules of the portal alone count
 */
export function clashOf(
  store: Store,
  collection: string,
  rules: readonly Unique[],
  data: Json,
  self: Member | undefined,
  portal: boolean,
): Clash | undefined {
  for (const unique of rules) {
    if (unique.onlyPortal && !portal) continue;
    const [first = '', ...others] = unique.fields;
    const value = valueAt(data, first);
    if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) continue;
    const fits = MATCHES[unique.match ?? 'no-case'];
    const places = [{ collection, field: first }, ...(unique.across ?? [])];
    for (const place of places) {
      const holder = store.all(place.collection).find((member) => {
        if (member === self || (member.deleted && !unique.heldByDeleted)) return false;
        const values = { id: member.id, ...member.data };
        const other = valueAt(values, place.field);
        if (other === undefined || other === null || !fits(value, other, data, values)) return false;
        return others.every((name) => same(valueAt(data, name), valueAt(values, name)));
      });
      if (holder) return { unique, holder, collection: place.collection, field: first, value: String(value) };
    }
  }
  return undefined;
}

function same(a: unknown, b: unknown): boolean {
  if (a === undefined || a === null || b === undefined || b === null) return (a ?? null) === (b ?? null);
  return Array.isArray(a) ? MATCHES.any(a, b, {}, {}) : MATCHES['no-case'](a, b, {}, {});
}
