/** Microsoft.Azure.Cosmos 3 for .NET. Shapes: Azure/azure-cosmos-dotnet-v3. */
import type { CallRow, Sdk } from '../sdk.js';

const ETAG = [['IfMatchEtag']];
const DOCS = 'POST /dbs/{}/colls/{}/docs';
const DOC = '/dbs/{}/colls/{}/docs/{}';

const create = (op: string, returns?: string): CallRow => ({
  op,
  request: { body: 0, options: 'last' },
  ...(returns ? { returns } : {}),
});
const guarded = (op: string, extra: Partial<CallRow> = {}): CallRow => ({
  op,
  request: { body: 0, options: 'last' },
  etag: ETAG,
  needsEtag: true,
  ...extra,
});
const stream = (row: CallRow): CallRow => ({ ...row, channel: 'returns' });
const step = (row: CallRow): CallRow => ({ ...row, returns: 'Batch', runsAt: 'ExecuteAsync', channel: 'returns' });
const named = (op: string, returns?: string): CallRow => ({ ...create(op, returns), idField: 'id', idIsBody: true });
const item: CallRow = {
  ...create(DOCS),
  request: { body: 0, bodyName: 'item', options: 'last', partition: { at: 1, name: 'partitionKey' } },
  idField: 'id',
};

export const cosmosDotnet: Sdk = {
  id: 'cosmos-dotnet',
  title: 'Microsoft.Azure.Cosmos',
  service: 'cosmos',
  languages: ['csharp'],
  modules: ['Microsoft.Azure.Cosmos', 'Microsoft.Azure.Cosmos.*', 'Azure.Cosmos', 'Azure.Cosmos.*'],
  exports: {
    CosmosClient: 'Client',
    CosmosClientBuilder: 'ClientBuilder',
    Database: 'Database',
    DatabaseResponse: 'DatabaseResponse',
    Container: 'Container',
    ContainerResponse: 'ContainerResponse',
    ContainerBuilder: 'ContainerBuilder',
    Scripts: 'Scripts',
    TransactionalBatch: 'Batch',
    User: 'User',
    UserResponse: 'UserResponse',
  },
  distinctive: [
    'CosmosClient',
    'CosmosClientBuilder',
    'TransactionalBatch',
    'ItemRequestOptions',
    'PartitionKey',
    'CosmosException',
    'FeedIterator',
    'TransactionalBatchItemRequestOptions',
    'ItemResponse',
  ],
  channel: 'throws',
  values: ['PartitionKey', 'Guid'],
  roles: {
    ClientBuilder: { calls: { Build: { returns: 'Client' } } },
    Client: {
      calls: {
        GetDatabase: { returns: 'Database' },
        GetContainer: { returns: 'Container' },
        CreateDatabaseAsync: named('POST /dbs', 'DatabaseResponse'),
        CreateDatabaseStreamAsync: stream(named('POST /dbs')),
        CreateDatabaseIfNotExistsAsync: { op: 'POST /dbs', safe: 'if-not-exists', returns: 'DatabaseResponse' },
      },
    },
    DatabaseResponse: {
      members: { Database: 'Database', Resource: '' },
      calls: {},
    },
    Database: {
      members: { Client: 'Client' },
      calls: {
        GetContainer: { returns: 'Container' },
        GetUser: { returns: 'User' },
        CreateContainerAsync: named('POST /dbs/{}/colls', 'ContainerResponse'),
        CreateContainerStreamAsync: stream(named('POST /dbs/{}/colls')),
        CreateContainerIfNotExistsAsync: {
          op: 'POST /dbs/{}/colls',
          safe: 'if-not-exists',
          returns: 'ContainerResponse',
        },
        DefineContainer: { returns: 'ContainerBuilder' },
        CreateUserAsync: named('POST /dbs/{}/users', 'UserResponse'),
        UpsertUserAsync: { op: 'POST /dbs/{}/users', safe: 'upsert' },
        CreateClientEncryptionKeyAsync: create('POST /dbs/{}/clientencryptionkeys'),
      },
    },
    ContainerResponse: { members: { Container: 'Container' } },
    UserResponse: { members: { User: 'User' } },
    ContainerBuilder: {
      calls: {
        WithUniqueKey: { returns: 'UniqueKey' },
        WithIndexingPolicy: { returns: 'Policy' },
        WithConflictResolution: { returns: 'Policy' },
        WithDefaultTimeToLive: { returns: 'ContainerBuilder' },
        WithTimeToLivePropertyPath: { returns: 'ContainerBuilder' },
        WithPartitionKeyDefinitionVersion: { returns: 'ContainerBuilder' },
        Attach: { returns: 'ContainerBuilder' },
        CreateAsync: create('POST /dbs/{}/colls', 'ContainerResponse'),
        CreateIfNotExistsAsync: { op: 'POST /dbs/{}/colls', safe: 'if-not-exists', returns: 'ContainerResponse' },
      },
    },
    Policy: {
      calls: Object.fromEntries(
        [
          'WithAutomaticIndexing',
          'WithIndexingMode',
          'WithIncludedPaths',
          'WithExcludedPaths',
          'WithCompositeIndex',
          'WithSpatialIndex',
          'Path',
          'WithLastWriterWinsResolution',
          'WithCustomStoredProcedureResolution',
        ]
          .map((n) => [n, { returns: 'Policy' }])
          .concat([['Attach', { returns: 'ContainerBuilder' }]]) as [string, CallRow][],
      ),
    },
    UniqueKey: { calls: { Path: { returns: 'UniqueKey' }, Attach: { returns: 'ContainerBuilder' } } },
    Container: {
      members: { Database: 'Database', Scripts: 'Scripts' },
      calls: {
        CreateItemAsync: item,
        CreateItemStreamAsync: stream(item),
        UpsertItemAsync: guarded(`${DOCS}#upsert`, { safe: 'upsert' }),
        UpsertItemStreamAsync: stream(guarded(`${DOCS}#upsert`, { safe: 'upsert' })),
        ReplaceItemAsync: guarded(`PUT ${DOC}`),
        ReplaceItemStreamAsync: stream(guarded(`PUT ${DOC}`)),
        PatchItemAsync: guarded(`PATCH ${DOC}`, { condition: [['FilterPredicate']] }),
        PatchItemStreamAsync: stream(guarded(`PATCH ${DOC}`, { condition: [['FilterPredicate']] })),
        DeleteItemAsync: guarded(`DELETE ${DOC}`),
        DeleteItemStreamAsync: stream(guarded(`DELETE ${DOC}`)),
        CreateTransactionalBatch: { returns: 'Batch' },
      },
    },
    Batch: {
      calls: {
        CreateItem: step(item),
        CreateItemStream: step(item),
        UpsertItem: step(guarded(`${DOCS}#upsert`, { safe: 'upsert' })),
        UpsertItemStream: step(guarded(`${DOCS}#upsert`, { safe: 'upsert' })),
        ReplaceItem: step(guarded(`PUT ${DOC}`)),
        ReplaceItemStream: step(guarded(`PUT ${DOC}`)),
        PatchItem: step(guarded(`PATCH ${DOC}`, { condition: [['FilterPredicate']] })),
        DeleteItem: step(guarded(`DELETE ${DOC}`)),
        ReadItem: { returns: 'Batch' },
        ExecuteAsync: { runs: true, channel: 'returns', returns: 'BatchResponse' },
      },
    },
    BatchResponse: {},
    Scripts: {
      calls: {
        CreateStoredProcedureAsync: create('POST /dbs/{}/colls/{}/sprocs'),
        CreateTriggerAsync: create('POST /dbs/{}/colls/{}/triggers'),
        CreateUserDefinedFunctionAsync: create('POST /dbs/{}/colls/{}/udfs'),
      },
    },
    User: {
      calls: {
        CreatePermissionAsync: create('POST /dbs/{}/users/{}/permissions'),
        UpsertPermissionAsync: { op: 'POST /dbs/{}/users/{}/permissions', safe: 'upsert' },
      },
    },
  },
  error: {
    types: ['CosmosException', 'Exception', 'SystemException'],
    wrongTypes: [
      'DocumentClientException',
      'HttpRequestException',
      'RequestFailedException',
      'CosmosOperationCanceledException',
    ],
    status: ['StatusCode'],
    code: [],
    text: ['Message', 'ResponseBody'],
  },
  response: {
    types: [],
    status: [
      'StatusCode',
      '*.StatusCode',
      'GetOperationResultAtIndex().StatusCode',
      'GetOperationResultAtIndex<>().StatusCode',
    ],
    code: [],
    text: ['ErrorMessage'],
    ok: ['IsSuccessStatusCode', '*.IsSuccessStatusCode'],
    ensure: ['EnsureSuccessStatusCode'],
    ensureGives: 'answer',
    ensureRaises: 'own',
  },
};
