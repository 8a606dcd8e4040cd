/** Everything the lab holds: members of collections by concrete path, the deleted ones, and the tags each had. */
import { randomUUID } from 'node:crypto';
import type { Json } from './family.js';

export interface Member {
  id: string;
  data: Json;
  etag: string;
  /** Earlier tags, with the fields changed since. */
  earlier: Map<string, Set<string>>;
  /** Not in lists and not found, yet it holds its name. */
  deleted: boolean;
  /** When it was made or last changed, in milliseconds. */
  changedAt: number;
  /** When it was deleted. */
  deletedAt?: string;
  /** Found by id, but in no list. */
  unlisted: boolean;
}

export class Store {
  private collections = new Map<string, Member[]>();
  private serial = 0;

  /** The members of a collection, oldest first; deleted ones included. */
  all(collection: string): readonly Member[] {
    return this.collections.get(collection.toLowerCase()) ?? [];
  }

  /** Every collection with members. */
  names(): string[] {
    return [...this.collections.keys()];
  }

  add(
    collection: string,
    id: string | undefined,
    data: Json,
    state: { deleted?: boolean; unlisted?: boolean } = {},
  ): Member {
    const member: Member = {
      id: id ?? randomUUID(),
      data,
      etag: this.tag(),
      earlier: new Map(),
      changedAt: Date.now(),
      deleted: state.deleted ?? false,
      unlisted: state.unlisted ?? false,
    };
    const key = collection.toLowerCase();
    this.collections.set(key, [...(this.collections.get(key) ?? []), member]);
    return member;
  }

  /** Puts the fields in and gives a new tag. */
  change(member: Member, fields: Json): void {
    Object.assign(member.data, fields);
    member.changedAt = Date.now();
    for (const changed of member.earlier.values()) for (const name of Object.keys(fields)) changed.add(name);
    member.earlier.set(member.etag, new Set(Object.keys(fields)));
    member.etag = this.tag();
  }

  remove(collection: string, member: Member): void {
    const key = collection.toLowerCase();
    this.collections.set(
      key,
      (this.collections.get(key) ?? []).filter((m) => m !== member),
    );
  }

  clear(): void {
    this.collections = new Map();
  }

  private tag(): string {
    this.serial++;
    return `W/"JzEtVGFzayAg${this.serial.toString(36).padStart(6, '0')}"`;
  }
}

/** A value by its path: `teamsApp.id`. */
export function valueAt(data: Json, path: string): unknown {
  if (path in data) return data[path];
  let value: unknown = data;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Json)[name];
  }
  return value;
}

/** Sets a value by its path. */
export function setAt(data: Json, path: string, value: unknown): void {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let at = data;
  for (const name of names) {
    const next = at[name];
    const inner: Json = typeof next === 'object' && next !== null ? (next as Json) : {};
    at[name] = inner;
    at = inner;
  }
  at[last] = value;
}
