/**
 * The clients of Azure Cosmos DB for Java before version 4: `azure-documentdb` (blocking) and `azure-cosmosdb` 2 (RxJava).
 * Shapes: Azure/azure-documentdb-java, Azure/azure-cosmosdb-java.
 */
import type { CallRow, RoleRow, Sdk } from '../sdk.js';

const ETAG = [['accessCondition']];
const create = (op: string): CallRow => ({ op, request: { body: 1, options: 2 }, idField: 'id' });
const guarded = (op: string, extra: Partial<CallRow> = {}): CallRow => ({
  op,
  request: { body: 1, options: 'last' },
  etag: ETAG,
  needsEtag: true,
  ...extra,
});

const calls: Record<string, CallRow> = {
  createDatabase: { op: 'POST /dbs', request: { body: 0, options: 1 }, idField: 'id' },
  createCollection: create('POST /dbs/{}/colls'),
  createDocument: create('POST /dbs/{}/colls/{}/docs'),
  upsertDocument: guarded('POST /dbs/{}/colls/{}/docs#upsert', { safe: 'upsert' }),
  replaceDocument: guarded('PUT /dbs/{}/colls/{}/docs/{}'),
  deleteDocument: guarded('DELETE /dbs/{}/colls/{}/docs/{}'),
  createStoredProcedure: create('POST /dbs/{}/colls/{}/sprocs'),
  createTrigger: create('POST /dbs/{}/colls/{}/triggers'),
  createUserDefinedFunction: create('POST /dbs/{}/colls/{}/udfs'),
  createUser: create('POST /dbs/{}/users'),
  createPermission: create('POST /dbs/{}/users/{}/permissions'),
};
const later: RoleRow = {
  calls: Object.fromEntries(Object.entries(calls).map(([n, c]): [string, CallRow] => [n, { ...c, deferred: true }])),
};

export const documentdbJava: Sdk = {
  id: 'documentdb-java',
  title: 'azure-documentdb and azure-cosmosdb 2 for Java',
  service: 'cosmos',
  languages: ['java'],
  modules: [
    'com.microsoft.azure.documentdb',
    'com.microsoft.azure.documentdb.*',
    'com.microsoft.azure.cosmosdb',
    'com.microsoft.azure.cosmosdb.*',
  ],
  exports: {
    DocumentClient: 'Client',
    AsyncDocumentClient: 'AsyncClient',
    Builder: 'AsyncBuilder',
  },
  distinctive: ['DocumentClient', 'AsyncDocumentClient', 'DocumentClientException', 'DocumentCollection'],
  channel: 'throws',
  roles: {
    Client: { calls },
    AsyncClient: later,
    AsyncBuilder: { calls: { build: { returns: 'AsyncClient' } } },
  },
  error: {
    types: ['DocumentClientException', 'Exception', 'Throwable'],
    wrongTypes: ['CosmosException', 'CosmosClientException', 'IOException', 'HttpResponseException'],
    status: ['getStatusCode()'],
    code: ['getError().getCode()'],
    text: ['getMessage()', 'getError().getMessage()', 'toString()'],
  },
};
