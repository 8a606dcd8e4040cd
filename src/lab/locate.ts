/** Which family a canonical path belongs to, and which collection and member it names. */
import type { Action, Family, Json } from './family.js';
import { unquoted } from './paths.js';
import { type Member, type Store, valueAt } from './store.js';

export interface Place {
  kind: 'collection' | 'count' | 'member' | 'action' | 'add-reference' | 'remove-reference';
  family: Family;
  /** Concrete path of the collection. */
  collection: string;
  /** How the member is named: its id, a key, or `(key='value')`. */
  name: string;
  action?: Action;
}

/** @param segments the canonical path */
export function locate(families: readonly Family[], store: Store, segments: readonly string[]): Place | undefined {
  const path = withIds(families, store, segments);
  for (const family of families) {
    const action = family.actions?.find((a) => fits(a.path, path));
    if (action) {
      const name = path.at(-2) ?? '';
      return { kind: 'action', family, collection: join(path.slice(0, -2)), name, action };
    }
  }
  for (const family of families)
    for (const template of family.collections) {
      const place = placeIn(family, template, path);
      if (place) return place;
    }
  return undefined;
}

function placeIn(family: Family, template: string, path: readonly string[]): Place | undefined {
  const length = template.split('/').length - 1;
  if (path.length < length || !fits(template, path.slice(0, length))) return undefined;
  if (family.single) {
    const collection = join(path.slice(0, -1));
    return path.length === length ? { kind: 'member', family, collection, name: path.at(-1) ?? '' } : undefined;
  }
  const collection = join(path.slice(0, length));
  const [name = '', more, ...rest] = path.slice(length);
  if (rest.length > 0) return undefined;
  const place = (kind: Place['kind']): Place => ({ kind, family, collection, name });
  if (name === '') return place('collection');
  if (name === '$ref' && more === undefined) return place('add-reference');
  if (name === '$count' && more === undefined) return place('count');
  if (more === '$ref') return place('remove-reference');
  return more === undefined ? place('member') : undefined;
}

const join = (segments: readonly string[]): string => `/${segments.join('/')}`;

function fits(template: string, path: readonly string[]): boolean {
  const pattern = template.slice(1).split('/');
  return (
    pattern.length === path.length &&
    pattern.every((p, i) => p === '{}' || p.toLowerCase() === (path[i] ?? '').toLowerCase())
  );
}

/** The path with each parent named by its id, whatever key it was named by. */
function withIds(families: readonly Family[], store: Store, segments: readonly string[]): string[] {
  const path: string[] = [];
  segments.forEach((segment, i) => {
    const collection = join(path);
    const last = i === segments.length - 1;
    const family = last ? undefined : families.find((f) => !f.single && f.collections.some((c) => fits(c, path)));
    path.push((family && memberNamed(store, family, collection, segment)?.id) ?? segment);
  });
  return path;
}

/** The member with this id or key; deleted ones are not found. */
export function memberNamed(store: Store, family: Family, collection: string, name: string): Member | undefined {
  const there = store.all(collection).filter((m) => !m.deleted);
  const key = keyOf(name);
  if (key) return there.find((m) => equals(valueAt(m.data, key.name), key.value));
  return (
    there.find((m) => equals(m.id, name)) ??
    there.find((m) => (family.keys ?? []).some((field) => equals(valueAt(m.data, field), name)))
  );
}

const equals = (value: unknown, text: string): boolean =>
  typeof value === 'string' && value.toLowerCase() === text.toLowerCase();

/** The parts of `(name='value')`. */
export function keyOf(text: string): { name: string; value: string } | undefined {
  const [, name, value] = /^\(\s*(\w+)\s*=\s*(.*?)\s*\)$/s.exec(text) ?? [];
  return name === undefined || value === undefined ? undefined : { name, value: unquoted(value) };
}

/** The id in a reference: the last part of `…/directoryObjects/ID` or `…/users('ID')`. */
export function idInReference(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const [, quoted] = /\('([^']*)'\)\/?$/.exec(value) ?? [];
  return quoted ?? value.replace(/\/$/, '').split('/').at(-1);
}

/** What a member looks like outside. */
export function shown(member: Member, family: Family, inList: boolean): Json {
  const data: Json = { ...(family.idFrom ? {} : { id: member.id }), ...member.data };
  for (const name of family.hidden ?? []) delete data[name];
  if (inList) for (const name of family.nullInLists ?? []) if (name in data) data[name] = null;
  if (family.etag) {
    data['@odata.etag'] = member.etag;
    if (family.etag.property) data[family.etag.property] = tagValue(member.etag);
  }
  return data;
}

/** A change key is the tag without its wrapping; both are accepted in If-Match. */
function tagValue(etag: string): string {
  return etag.replace(/^W\/"|"$/g, '');
}

/** Whether a header names this tag. */
export function sameTag(header: string, etag: string): boolean {
  return header.split(',').some((tag) => {
    const value = tagValue(tag.trim().replace(/^"/, 'W/"'));
    return value === '*' || value === tagValue(etag);
  });
}
