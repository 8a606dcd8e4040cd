/** `documentdb` for Node.js (the package before `@azure/cosmos`): callbacks with `{ code, body }` as the error. */
import type { CallRow, Sdk } from '../sdk.js';

const ETAG = [['accessCondition', 'condition'], ['accessCondition']];
const create = (op: string): CallRow => ({ op, request: { body: 1, options: 2 } });
const replace = (op: string): CallRow => ({ op, request: { body: 1, options: 2 }, etag: ETAG, needsEtag: true });

export const documentdbJs: Sdk = {
  id: 'documentdb-js',
  title: 'documentdb',
  service: 'cosmos',
  languages: ['typescript', 'tsx', 'javascript'],
  modules: ['documentdb', 'documentdb/*'],
  exports: { DocumentClient: 'Client', DocumentClientWrapper: 'Client' },
  distinctive: ['DocumentClient'],
  channel: 'throws',
  /** Stored procedures run beside the data with these globals. */
  globals: { __: 'Collection' },
  factories: { getContext: 'Context' },
  roles: {
    Client: {
      calls: {
        createDatabase: { op: 'POST /dbs', request: { body: 0, options: 1 } },
        createDatabaseAsync: { op: 'POST /dbs', request: { body: 0, options: 1 } },
        createCollection: create('POST /dbs/{}/colls'),
        createCollectionAsync: create('POST /dbs/{}/colls'),
        createDocument: create('POST /dbs/{}/colls/{}/docs'),
        createDocumentAsync: create('POST /dbs/{}/colls/{}/docs'),
        upsertDocument: {
          op: 'POST /dbs/{}/colls/{}/docs#upsert',
          safe: 'upsert',
          request: { body: 1, options: 2 },
          etag: ETAG,
          needsEtag: true,
        },
        upsertDocumentAsync: {
          op: 'POST /dbs/{}/colls/{}/docs#upsert',
          safe: 'upsert',
          request: { body: 1, options: 2 },
          etag: ETAG,
          needsEtag: true,
        },
        replaceDocument: replace('PUT /dbs/{}/colls/{}/docs/{}'),
        replaceDocumentAsync: replace('PUT /dbs/{}/colls/{}/docs/{}'),
        createStoredProcedure: create('POST /dbs/{}/colls/{}/sprocs'),
        createTrigger: create('POST /dbs/{}/colls/{}/triggers'),
        createUserDefinedFunction: create('POST /dbs/{}/colls/{}/udfs'),
        createUser: create('POST /dbs/{}/users'),
        createPermission: create('POST /dbs/{}/users/{}/permissions'),
      },
    },
    Context: { calls: { getCollection: { returns: 'Collection' } } },
    Collection: {
      calls: {
        createDocument: { op: 'POST /dbs/{}/colls/{}/docs', request: { body: 1, options: 2 } },
        upsertDocument: { op: 'POST /dbs/{}/colls/{}/docs#upsert', safe: 'upsert', request: { body: 1, options: 2 } },
        replaceDocument: {
          op: 'PUT /dbs/{}/colls/{}/docs/{}',
          request: { body: 1, options: 2 },
          etag: [['etag'], ['accessCondition', 'condition']],
          needsEtag: true,
        },
      },
    },
  },
  error: { types: ['Error'], status: ['code', 'number'], code: ['body.code'], text: ['message', 'body'] },
};
