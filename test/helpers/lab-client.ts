/** A lab with the real client of Microsoft Graph, for tests. */
import assert from 'node:assert/strict';
import { Client, GraphError, ResponseType } from '@microsoft/microsoft-graph-client';
import type { Json } from '../../src/lab/family.js';
import { type Lab, type LabOptions, startLab } from '../../src/lab/index.js';

export interface LabClient {
  lab: Lab;
  client: Client;
  /** A request that answers with the response, whatever its status. */
  raw(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: Json | string,
    headers?: Record<string, string>,
  ): Promise<Response>;
  /** The same, read as JSON. */
  json(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH',
    path: string,
    body?: Json | string,
    headers?: Record<string, string>,
  ): Promise<Json>;
}

/** Starts a lab for the tests of a `describe` block; each begins with an empty one. */
export function withLab(options: LabOptions = {}): LabClient {
  let lab: Lab | undefined;
  let client: Client | undefined;
  before(async () => {
    lab = await startLab({ cosmosPort: false, ...options });
    client = Client.init({ baseUrl: `${lab.graphUrl}/`, authProvider: (done) => done(null, 'no-token') });
  });
  beforeEach(() => {
    lab?.reset();
    lab?.configure({ mode: 'api', pageSize: 100, otherwise: {}, busyMs: undefined });
  });
  after(() => lab?.close());
  const started = <T>(value: T | undefined): T => {
    assert.ok(value);
    return value;
  };
  const raw: LabClient['raw'] = (method, path, body, headers = {}) => {
    const request = started(client).api(path).headers(headers).responseType(ResponseType.RAW);
    const verbs = {
      GET: () => request.get(),
      POST: () => request.post(body ?? {}),
      PUT: () => request.put(body ?? {}),
      PATCH: () => request.patch(body ?? {}),
      DELETE: () => request.delete(),
    };
    return verbs[method]();
  };
  return {
    get lab() {
      return started(lab);
    },
    get client() {
      return started(client);
    },
    raw,
    json: async (...args) => (await (await raw(...args)).json()) as Json,
  };
}

/** The error a call ends with. */
export async function graphErrorOf(call: Promise<unknown>): Promise<GraphError> {
  try {
    await call;
  } catch (error) {
    assert.ok(error instanceof GraphError, String(error));
    return error;
  }
  return assert.fail('it was not refused');
}
