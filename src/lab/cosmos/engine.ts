/**
 * The in-memory Cosmos DB, taken from `@vercel/cosmosdb-server` without its server: that one reads its certificate from
 * a file (which has expired) and cannot be begun anew. What it lacks is put right here; `docs/lab.md` lists it.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import accountModule from '@vercel/cosmosdb-server/lib/account/index.js';
import routesModule from '@vercel/cosmosdb-server/lib/routes.js';
import type { Json } from '../family.js';
import { jsonOf } from '../http.js';
import { isJson } from '../request.js';
import type { CosmosAnswer, CosmosRequest } from './exchange.js';
import { Extras } from './extras.js';
import { breaksOne, severalPaths } from './unique-keys.js';

/** Loaders differ in what the default of a CommonJS module is: all it exports, or its own `default`. */
function ownDefault<T>(module: { default: T } | T): T {
  const own: T = typeof module === 'object' && module !== null && 'default' in module ? module.default : (module as T);
  return own;
}

const Account = ownDefault(accountModule);
const routes = ownDefault(routesModule);

type Handler = (account: object, req: object, res: object, params: object) => unknown;

/** What the service says, by what is taken. */
const why = (idTaken: boolean): string =>
  idTaken ? 'Entity with the specified id already exists in the system.' : 'Unique index constraint violation.';

const NOT_FOUND = { code: 'NotFound', message: 'Entity with the specified id does not exist in the system.' };

export class CosmosEngine {
  private account: InstanceType<typeof Account>;
  private readonly extras = new Extras();
  private last: Promise<unknown> = Promise.resolve();

  /** @param origin address the account gives itself: `https://127.0.0.1:8081` */
  constructor(private readonly port: () => number) {
    this.account = new Account('127.0.0.1', 0);
  }

  clear(): void {
    this.extras.clear();
    this.account = new Account('127.0.0.1', this.port());
  }

  /** The documents of a container, or undefined: there is none. */
  documents(db: string, coll: string) {
    const collection = this.account.database(db).collection(coll);
    return collection.read() ? collection.documents : undefined;
  }

  /** One item, or undefined. */
  item(db: string, coll: string, id: string, headers: Readonly<Record<string, string>>): Json | undefined {
    const data: unknown = this.account.database(db).collection(coll).document(id, partitionOf(headers, id)).read();
    return isJson(data) ? data : undefined;
  }

  /** Does something while nobody else does: one after another, whatever becomes of each. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.last.then(work);
    this.last = done.catch(() => undefined);
    return done;
  }

  /** Answers a request. */
  async answer(request: CosmosRequest): Promise<CosmosAnswer> {
    const other = this.missing(request) ?? this.extras.answer(request) ?? this.keyTaken(request);
    if (other) return other;
    const { method, url, headers, bytes } = request;
    const req = Object.assign(Readable.from(bytes.length > 0 ? [bytes] : []), { method, url, headers });
    const found = routes(req as unknown as IncomingMessage) as [object, Handler] | undefined;
    if (!found) return { status: 400, headers: {}, body: { code: 'BadRequest', message: 'no route' } };
    const sent: Record<string, string> = {};
    const res = {
      statusCode: 200,
      setHeader: (name: string, value: unknown) => {
        sent[name.toLowerCase()] = String(value);
      },
    };
    const [params, handler] = found;
    const idTaken = method === 'POST' && this.idTaken(request);
    try {
      const body = await handler(this.account, req, res, params);
      const clash = res.statusCode === 409 && /\/docs/.test(url);
      return {
        status: res.statusCode,
        headers: sent,
        body: clash ? { code: 'Conflict', message: why(idTaken) } : body,
      };
    } catch (error) {
      // An upsert that breaks a unique key is thrown, not answered.
      const conflict = error instanceof Error && 'conflict' in error;
      const message = conflict ? why(idTaken) : error instanceof Error ? error.message : String(error);
      const code = conflict ? 'Conflict' : 'InternalServerError';
      return { status: conflict ? 409 : 500, headers: {}, body: { code, message } };
    }
  }

  /** Whether the id of a create is there: the package looks at unique keys first. */
  private idTaken(request: CosmosRequest): boolean {
    return this.twinOf(request) !== undefined;
  }

  /** The item that a create or upsert names by id and partition key. */
  twinOf({ url, bytes }: CosmosRequest): Json | undefined {
    const [, db = '', coll = ''] = /^\/dbs\/([^/]+)\/colls\/([^/]+)\/docs/.exec(url) ?? [];
    const documents = db === '' ? undefined : this.documents(decodeURIComponent(db), decodeURIComponent(coll));
    const body = jsonOf(bytes);
    if (!documents || !body || typeof body['id'] !== 'string') return undefined;
    const item: unknown = documents._item('/id', body['id'], documents._getPartition(body)).read();
    return isJson(item) ? item : undefined;
  }

  /** The refusal of an item that breaks a unique key over several paths. */
  private keyTaken({ method, url, bytes }: CosmosRequest): CosmosAnswer | undefined {
    const [, db = '', coll = ''] = /^\/dbs\/([^/]+)\/colls\/([^/]+)\/docs/.exec(url) ?? [];
    const [database, container] = [decodeURIComponent(db), decodeURIComponent(coll)];
    const documents = db === '' ? undefined : this.documents(database, container);
    if (!documents) return undefined;
    const keys = severalPaths(documents, this.account.database(database).collection(container).read());
    const body = method === 'POST' || method === 'PUT' ? jsonOf(bytes) : undefined;
    if (typeof body?.['id'] !== 'string' || !breaksOne(documents, keys, body)) return undefined;
    return { status: 409, headers: {}, body: { code: 'Conflict', message: why(false) } };
  }

  /** Reading an item or container that is not there is 404; the package throws on some of them. */
  private missing({ method, url, headers }: CosmosRequest): CosmosAnswer | undefined {
    const [, db = '', coll = '', id] = /^\/+dbs\/([^/?]+)\/colls\/([^/?]+)\/docs(?:\/([^/?]+))?/.exec(url) ?? [];
    if (db === '') return undefined;
    const there =
      this.documents(decodeURIComponent(db), decodeURIComponent(coll)) !== undefined &&
      (id === undefined ||
        method !== 'GET' ||
        this.item(decodeURIComponent(db), decodeURIComponent(coll), decodeURIComponent(id), headers) !== undefined);
    return there ? undefined : { status: 404, headers: {}, body: NOT_FOUND };
  }
}

/** The partition key of a request, as the package keeps it. */
function partitionOf(headers: Readonly<Record<string, string>>, id: string): string {
  try {
    const [value]: unknown[] = JSON.parse(headers['x-ms-documentdb-partitionkey'] ?? '[]');
    if (value === undefined || isJson(value)) return id;
    return value as string;
  } catch {
    return id;
  }
}

/** Headers every answer has. */
export function commonHeaders(body: unknown): Record<string, string> {
  const etag = isJson(body) && typeof body['_etag'] === 'string' ? { etag: body['_etag'] } : {};
  return { 'x-ms-activity-id': randomUUID(), 'x-ms-request-charge': '1', ...etag };
}
