/** Resources the package has no route for, as far as their conflicts go: scripts are kept, not run. */
import { randomUUID } from 'node:crypto';
import type { Json } from '../family.js';
import { jsonOf } from '../http.js';
import type { CosmosAnswer, CosmosRequest } from './exchange.js';

/** Collections by path, and the name of the list in an answer. */
const LISTS: readonly { path: RegExp; list: string }[] = [
  { path: /^\/dbs\/[^/]+\/colls\/[^/]+\/sprocs$/, list: 'StoredProcedures' },
  { path: /^\/dbs\/[^/]+\/colls\/[^/]+\/triggers$/, list: 'Triggers' },
  { path: /^\/dbs\/[^/]+\/clientencryptionkeys$/, list: 'ClientEncryptionKeys' },
  { path: /^\/dbs\/[^/]+\/users$/, list: 'Users' },
  { path: /^\/dbs\/[^/]+\/users\/[^/]+\/permissions$/, list: 'Permissions' },
];

const said = (status: number, code: string, message: string): CosmosAnswer => ({
  status,
  headers: {},
  body: { code, message },
});

export class Extras {
  private items = new Map<string, Json>();

  clear(): void {
    this.items.clear();
  }

  /** Answers a request on one of them, or nothing for any other. */
  answer({ method, url, headers, bytes }: CosmosRequest): CosmosAnswer | undefined {
    const path = decodeURIComponent(url.replace(/\?.*/s, '')).replace(/\/$/, '');
    const of = LISTS.find((l) => l.path.test(path));
    if (of) {
      const query = headers['x-ms-documentdb-isquery']?.toLowerCase() === 'true';
      return method === 'POST' && !query ? this.create(path, jsonOf(bytes), headers) : this.list(path, of.list);
    }
    const parent = path.replace(/\/[^/]+$/, '');
    return LISTS.some((l) => l.path.test(parent)) ? this.onItem(method, path, jsonOf(bytes)) : undefined;
  }

  private create(path: string, body: Json | undefined, headers: Readonly<Record<string, string>>): CosmosAnswer {
    const id = body?.['id'];
    if (!body || typeof id !== 'string') return said(400, 'BadRequest', 'The body needs an id.');
    const key = `${path}/${id}`;
    const there = this.items.has(key);
    if (there && headers['x-ms-documentdb-is-upsert']?.toLowerCase() !== 'true')
      return said(409, 'Conflict', 'Resource with specified id or name already exists.');
    return { status: there ? 200 : 201, headers: {}, body: this.keep(key, body) };
  }

  private onItem(method: string, key: string, body: Json | undefined): CosmosAnswer {
    const item = this.items.get(key);
    if (!item) return said(404, 'NotFound', 'Entity with the specified id does not exist in the system.');
    if (method === 'DELETE') this.items.delete(key);
    if (method === 'DELETE') return { status: 204, headers: {}, body: undefined };
    if (method === 'PUT' && body) return { status: 200, headers: {}, body: this.keep(key, body) };
    return method === 'GET'
      ? { status: 200, headers: {}, body: item }
      : said(400, 'BadRequest', 'Scripts are not run.');
  }

  private list(path: string, name: string): CosmosAnswer {
    const rows = [...this.items].flatMap(([key, item]) => (key.replace(/\/[^/]+$/, '') === path ? [item] : []));
    return { status: 200, headers: {}, body: { _rid: '', [name]: rows, _count: rows.length } };
  }

  private keep(key: string, body: Json): Json {
    const item = {
      ...body,
      _rid: randomUUID(),
      _self: `${key}/`,
      _etag: randomUUID(),
      _ts: Math.floor(Date.now() / 1000),
    };
    this.items.set(key, item);
    return item;
  }
}
