/** Reads through the request builders of Microsoft.Graph: members and indexers lead to the thing. */
import { steadySource } from '../../remedies/pieces.js';
import type { Slot } from '../../remedies/remedy.js';
import type { Subject } from '../../remedies/subject.js';

type Beside = Extract<Slot, { beside: unknown }>['beside'];
type Fields = Extract<Slot, { pages: unknown }>['pages'];

/** The builder that creates, without the `Request()` of version 4; undefined where it cannot be written twice. */
export function receiverOf(subject: Subject): string | undefined {
  const { receiver } = subject;
  const older = isOlder(subject);
  const builder = older && receiver?.v === 'call' && receiver.callee.v === 'member' ? receiver.callee.obj : receiver;
  return steadySource(subject, builder);
}

export const isOlder = (subject: Subject): boolean => subject.candidate.sdk?.id === 'graph-dotnet-v4';

/** What sends the read. */
const getOf = (subject: Subject): string => (isOlder(subject) ? '.Request().GetAsync()' : '.GetAsync()');

/** Reads by key: `graph.Users[name]`, `graph.ServicePrincipalsWithAppId(id)`, `items[id].ItemWithPath(name)`. */
export function beside(subject: Subject, { key, without, values }: Beside): string | undefined {
  const whole = receiverOf(subject);
  if (whole === undefined) return undefined;
  const left = without?.replace(/^\/(.)/, (_all, first: string) => `.${first.toUpperCase()}`);
  if (left !== undefined && !whole.endsWith(left)) return undefined;
  const builder = left === undefined ? whole : whole.slice(0, -left.length);
  const alternate = /^\((\w)(\w*)='\{'(\w+)'\}'\)$/.exec(key);
  if (alternate) {
    // Version 4 has no builder for other keys.
    if (isOlder(subject)) return undefined;
    return `() => ${builder}With${alternate[1]?.toUpperCase()}${alternate[2]}(${values[alternate[3] ?? '']})${getOf(subject)}`;
  }
  const [, form, field = ''] = /^(\/|:\/)\{(\w+)\}$/.exec(key) ?? [];
  if (form === '/') return `() => ${builder}[${values[field]}]${getOf(subject)}`;
  if (form === ':/') return `() => ${builder}.ItemWithPath(${values[field]})${getOf(subject)}`;
  return key === '' ? `() => ${builder}${getOf(subject)}` : undefined;
}

/** Elements whose list is of a wider type than what is created: rule and type. */
const NARROWER: Readonly<Record<string, string>> = {
  'bookings/staff-member-exists': 'Microsoft.Graph.Models.BookingStaffMember',
};

/**
 * Reads a page, its elements, the way to the next page, the key of an element, and the wanted key; in version 4 the first page,
 * the next one, their elements, and the keys.
 */
export function pages(subject: Subject, fields: Fields): string | undefined {
  const builder = receiverOf(subject);
  if (builder === undefined) return undefined;
  const narrow = NARROWER[subject.site.rule];
  // The staff of version 4 is of another type, which is not looked through.
  if (isOlder(subject) && narrow !== undefined) return undefined;
  const one = narrow === undefined ? 'one' : `(one as ${narrow})?`;
  const key = fields.map(({ name }) => `${one}.${name.replace(/^./, (first) => first.toUpperCase())}`);
  const own = [`one => new object[] { ${key.join(', ')} }`, ...fields.map(({ code }) => code)];
  if (isOlder(subject))
    return [
      `() => ${builder}${getOf(subject)}`,
      'page => page.NextPageRequest?.GetAsync()',
      'page => page.CurrentPage',
      ...own,
    ].join(', ');
  return [
    `link => link == null ? ${builder}.GetAsync() : ${builder}.WithUrl(link).GetAsync()`,
    'page => page.Value',
    'page => page.OdataNextLink',
    ...own,
  ].join(', ');
}
