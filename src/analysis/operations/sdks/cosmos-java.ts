/** `com.azure:azure-cosmos` 4 for Java, blocking and reactive. Shapes: Azure/azure-sdk-for-java, sdk/cosmos. */
import type { CallRow, ErrorShape, RoleRow, Sdk } from '../sdk.js';

const ETAG = [['ifMatchETag']];
const DOCS = 'POST /dbs/{}/colls/{}/docs';
const DOC = '/dbs/{}/colls/{}/docs/{}';

const named = (op: string, returns?: string): CallRow => ({
  op,
  request: { body: 0, options: 'last' },
  idField: 'id',
  idIsBody: true,
  ...(returns ? { returns } : {}),
});
/** Reads, and creates where nothing was found: another caller can be between the two. */
const ifNotExists = (op: string, returns: string): CallRow => ({ op, races: true, request: { body: 0 }, returns });
const guarded = (op: string, extra: Partial<CallRow> = {}): CallRow => ({
  op,
  request: { body: 0, options: 'last' },
  etag: ETAG,
  needsEtag: true,
  ...extra,
});
const FILTER: Partial<CallRow> = { condition: [['filterPredicate']] };
const item: CallRow = {
  op: DOCS,
  request: { body: 0, options: 'last', partition: { at: 1, name: 'partitionKey' } },
  idField: 'id',
};
const batched = (row: CallRow): CallRow => ({ ...row, runsAt: 'executeCosmosBatch', channel: 'returns' });
const bulked = (row: CallRow): CallRow => ({ ...row, runsAt: 'executeBulkOperations', channel: 'returns' });

const container: RoleRow = {
  calls: {
    createItem: item,
    upsertItem: guarded(`${DOCS}#upsert`, { safe: 'upsert' }),
    replaceItem: guarded(`PUT ${DOC}`),
    patchItem: guarded(`PATCH ${DOC}`, FILTER),
    deleteItem: guarded(`DELETE ${DOC}`),
    executeCosmosBatch: { runs: true, channel: 'returns' },
    executeTransactionalBatch: { runs: true, channel: 'returns' },
    executeBulkOperations: { runs: true, channel: 'returns' },
    processBulkOperations: { runs: true, channel: 'returns' },
    getScripts: { returns: 'Scripts' },
  },
};
const database: RoleRow = {
  calls: {
    getContainer: { returns: 'Container' },
    getUser: { returns: 'User' },
    createContainer: named('POST /dbs/{}/colls', 'ContainerResponse'),
    createContainerIfNotExists: ifNotExists('POST /dbs/{}/colls', 'ContainerResponse'),
    createUser: named('POST /dbs/{}/users'),
    upsertUser: { op: 'POST /dbs/{}/users', safe: 'upsert' },
  },
};
/** The database of `azure-cosmos-encryption`. The reactive one of `azure-cosmos` makes keys too, the blocking one does not. */
const encrypted: RoleRow = {
  calls: {
    getCosmosEncryptionContainer: { returns: 'Container' },
    getCosmosEncryptionAsyncContainer: { returns: 'Container' },
    createClientEncryptionKey: named('POST /dbs/{}/clientencryptionkeys'),
  },
};
const client: RoleRow = {
  calls: {
    getDatabase: { returns: 'Database' },
    createDatabase: named('POST /dbs', 'DatabaseResponse'),
    createDatabaseIfNotExists: ifNotExists('POST /dbs', 'DatabaseResponse'),
  },
};
const scripts: RoleRow = {
  calls: {
    getStoredProcedure: { returns: 'StoredProcedure' },
    createStoredProcedure: named('POST /dbs/{}/colls/{}/sprocs'),
    createTrigger: named('POST /dbs/{}/colls/{}/triggers'),
    createUserDefinedFunction: named('POST /dbs/{}/colls/{}/udfs'),
  },
};
/** Only the reactive client has the permissions of a user. */
const permissions: RoleRow = {
  calls: {
    createPermission: named('POST /dbs/{}/users/{}/permissions'),
    upsertPermission: { op: 'POST /dbs/{}/users/{}/permissions', safe: 'upsert' },
  },
};

/** The same role of the reactive client: its calls send nothing until they are subscribed to. */
function reactive(row: RoleRow): RoleRow {
  const calls = Object.entries(row.calls ?? {}).map(([name, c]): [string, CallRow] => [
    name,
    {
      ...c,
      ...(c.op || c.runs ? { deferred: true as const } : {}),
      ...(c.returns ? { returns: `Async${c.returns}` } : {}),
    },
  ]);
  return { calls: Object.fromEntries(calls) };
}

/** What a response hands out: the client of what was made, by its name or from the client it belongs to. */
const CHAIN: Record<string, RoleRow> = {
  DatabaseResponse: { calls: { getProperties: { returns: 'Properties' } } },
  ContainerResponse: { calls: { getProperties: { returns: 'Properties' } } },
  Properties: {},
};

const STEPS: Record<string, CallRow> = {
  Create: item,
  Upsert: guarded(`${DOCS}#upsert`, { safe: 'upsert' }),
  Replace: guarded(`PUT ${DOC}`),
  Patch: guarded(`PATCH ${DOC}`, FILTER),
  Delete: guarded(`DELETE ${DOC}`),
};
const steps = (name: (verb: string) => string, as: (row: CallRow) => CallRow): Record<string, CallRow> =>
  Object.fromEntries(Object.entries(STEPS).map(([verb, row]) => [name(verb), as(row)]));

const COSMOS_JAVA_ERROR: ErrorShape = {
  // `CosmosClientException`: the name before 4.0.
  types: ['CosmosException', 'CosmosClientException', 'AzureException', 'RuntimeException', 'Exception', 'Throwable'],
  wrongTypes: [
    'DocumentClientException',
    'CosmosAccessException',
    'HttpResponseException',
    'ResourceExistsException',
    'DataAccessException',
    'DuplicateKeyException',
    'DataIntegrityViolationException',
    'IOException',
  ],
  statusTypes: { ConflictException: 409, PreconditionFailedException: 412 },
  status: ['getStatusCode()', 'statusCode()'],
  code: [],
  text: ['getMessage()', 'getLocalizedMessage()', 'getShortMessage()', 'toString()', 'getInnerErrorMessage()'],
};

export const cosmosJava: Sdk = {
  id: 'cosmos-java',
  title: 'azure-cosmos for Java',
  service: 'cosmos',
  languages: ['java'],
  modules: ['com.azure.cosmos', 'com.azure.cosmos.*'],
  exports: {
    CosmosClientBuilder: 'ClientBuilder',
    CosmosClient: 'Client',
    CosmosDatabase: 'Database',
    CosmosContainer: 'Container',
    CosmosScripts: 'Scripts',
    CosmosUser: 'User',
    CosmosAsyncClient: 'AsyncClient',
    CosmosAsyncDatabase: 'AsyncDatabase',
    CosmosAsyncContainer: 'AsyncContainer',
    CosmosAsyncScripts: 'AsyncScripts',
    CosmosAsyncUser: 'AsyncUser',
    CosmosEncryptionDatabase: 'EncryptedDatabase',
    CosmosEncryptionContainer: 'Container',
    CosmosEncryptionAsyncDatabase: 'AsyncDatabase',
    CosmosEncryptionAsyncContainer: 'AsyncContainer',
    CosmosBatch: 'Batch',
    TransactionalBatch: 'Batch',
    CosmosBulkOperations: 'Bulk',
    BulkOperations: 'Bulk',
  },
  distinctive: [
    'CosmosClient',
    'CosmosAsyncClient',
    'CosmosClientBuilder',
    'CosmosContainer',
    'CosmosAsyncContainer',
    'CosmosDatabase',
    'CosmosAsyncDatabase',
    'CosmosException',
    'CosmosItemResponse',
    'CosmosItemRequestOptions',
    'CosmosBatch',
    'CosmosBulkOperations',
  ],
  channel: 'throws',
  values: ['PartitionKey', 'CosmosItemRequestOptions', 'PartitionKeyBuilder'],
  roles: {
    ClientBuilder: { calls: { buildClient: { returns: 'Client' }, buildAsyncClient: { returns: 'AsyncClient' } } },
    Client: client,
    Database: database,
    Container: container,
    Scripts: scripts,
    User: {},
    EncryptedDatabase: encrypted,
    AsyncClient: reactive(client),
    AsyncDatabase: reactive({ calls: { ...database.calls, ...encrypted.calls } }),
    AsyncContainer: reactive(container),
    AsyncScripts: reactive(scripts),
    AsyncUser: reactive(permissions),
    StoredProcedure: {},
    AsyncStoredProcedure: {},
    ...CHAIN,
    AsyncDatabaseResponse: {},
    AsyncContainerResponse: {},
    Batch: {
      calls: {
        createCosmosBatch: { returns: 'Batch' },
        createTransactionalBatch: { returns: 'Batch' },
        ...steps((verb) => `${verb.toLowerCase()}ItemOperation`, batched),
      },
    },
    Bulk: { calls: steps((verb) => `get${verb}ItemOperation`, bulked) },
  },
  error: COSMOS_JAVA_ERROR,
  response: {
    // The error of a step stands in its answer.
    types: COSMOS_JAVA_ERROR.types,
    status: [
      'getStatusCode()',
      '*.getStatusCode()',
      'getResults().*.getStatusCode()',
      'getResponse().getStatusCode()',
      '*.getResponse().getStatusCode()',
      'getException().getStatusCode()',
    ],
    code: [],
    text: ['getErrorMessage()', 'getException().getMessage()'],
    ok: [
      'isSuccessStatusCode()',
      '*.isSuccessStatusCode()',
      'getResults().*.isSuccessStatusCode()',
      'getResponse().isSuccessStatusCode()',
      '*.getResponse().isSuccessStatusCode()',
    ],
  },
};

/** Version 3 keeps the tag in a condition of its own, and replaces and deletes by the client of an item. */
const V3_ETAG = [['accessCondition']];
const v3Item: RoleRow = {
  calls: {
    replace: { ...guarded(`PUT ${DOC}`), etag: V3_ETAG },
    delete: { op: `DELETE ${DOC}`, request: { options: 0 }, etag: V3_ETAG, needsEtag: true },
  },
};
const v3Container: RoleRow = {
  calls: {
    createItem: item,
    upsertItem: { ...guarded(`${DOCS}#upsert`, { safe: 'upsert' }), etag: V3_ETAG },
    getItem: { returns: 'Item' },
    getScripts: { returns: 'Scripts' },
  },
};

/** Version 3: the clients without a word before their names are the reactive ones. */
export const cosmosJavaV3: Sdk = {
  ...cosmosJava,
  id: 'cosmos-java-v3',
  title: 'azure-cosmos 3 for Java',
  modules: ['com.azure.data.cosmos', 'com.azure.data.cosmos.*'],
  exports: {
    CosmosClientBuilder: 'ReactiveBuilder',
    CosmosClient: 'AsyncClient',
    CosmosDatabase: 'AsyncDatabase',
    CosmosContainer: 'AsyncContainer',
    CosmosItem: 'AsyncItem',
    CosmosScripts: 'AsyncScripts',
    CosmosUser: 'AsyncUser',
    CosmosSyncClient: 'Client',
    CosmosSyncDatabase: 'Database',
    CosmosSyncContainer: 'Container',
    CosmosSyncItem: 'Item',
  },
  distinctive: ['CosmosSyncClient', 'CosmosSyncContainer'],
  roles: {
    ...cosmosJava.roles,
    Container: v3Container,
    AsyncContainer: reactive(v3Container),
    Item: v3Item,
    AsyncItem: reactive(v3Item),
    ReactiveBuilder: { calls: { build: { returns: 'AsyncClient' }, buildSyncClient: { returns: 'Client' } } },
  },
};
