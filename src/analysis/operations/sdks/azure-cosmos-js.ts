/** `@azure/cosmos` 2 to 4 for JavaScript. Shapes: Azure/azure-sdk-for-js, sdk/cosmosdb/cosmos. */
import type { CallRow, RoleRow, Sdk } from '../sdk.js';

const ETAG = [['accessCondition', 'condition'], ['accessCondition']];

const DEFINITION = { request: { body: 0, options: 1 } };

/** `definitions.create(body)` of a collection of named resources. Databases and containers have no upsert. */
const named = (op: string, item: string, ifNotExists = false): RoleRow => ({
  calls: {
    create: { op, ...DEFINITION, idField: 'id', returns: `${item}Response` },
    ...(ifNotExists
      ? { createIfNotExists: { op, ...DEFINITION, races: true as const, returns: `${item}Response` } }
      : { upsert: { op: `${op}#upsert`, ...DEFINITION, safe: 'upsert' as const, returns: `${item}Response` } }),
  },
});

const replace = (op: string): CallRow => ({ op, request: { body: 0, options: 1 }, etag: ETAG, needsEtag: true });

export const azureCosmosJs: Sdk = {
  id: 'azure-cosmos-js',
  title: '@azure/cosmos',
  service: 'cosmos',
  languages: ['typescript', 'tsx', 'javascript'],
  modules: ['@azure/cosmos', '@azure/cosmos/*'],
  exports: {
    CosmosClient: 'Client',
    Databases: 'Databases',
    Database: 'Database',
    Containers: 'Containers',
    Container: 'Container',
    Items: 'Items',
    Item: 'Item',
    Scripts: 'Scripts',
    Users: 'Users',
    User: 'User',
    Permissions: 'Permissions',
    StoredProcedures: 'StoredProcedures',
    Triggers: 'Triggers',
    UserDefinedFunctions: 'UserDefinedFunctions',
    DatabaseResponse: 'DatabaseResponse',
    ContainerResponse: 'ContainerResponse',
  },
  distinctive: [
    'CosmosClient',
    'CosmosClientOptions',
    'ContainerDefinition',
    'DatabaseDefinition',
    'ItemDefinition',
    'PartitionKeyDefinition',
    'OperationInput',
  ],
  channel: 'throws',
  roles: {
    Client: {
      members: { databases: 'Databases' },
      calls: { database: { returns: 'Database' } },
    },
    Databases: named('POST /dbs', 'Database', true),
    Database: {
      members: { containers: 'Containers', users: 'Users', database: 'Database' },
      calls: { container: { returns: 'Container' }, user: { returns: 'User' } },
    },
    DatabaseResponse: { members: { database: 'Database', ref: 'Database' } },
    Containers: named('POST /dbs/{}/colls', 'Container', true),
    Container: {
      members: {
        items: 'Items',
        scripts: 'Scripts',
        storedProcedures: 'StoredProcedures',
        triggers: 'Triggers',
        userDefinedFunctions: 'UserDefinedFunctions',
        database: 'Database',
        container: 'Container',
      },
      calls: { item: { returns: 'Item' } },
    },
    ContainerResponse: { members: { container: 'Container', ref: 'Container' } },
    Items: {
      calls: {
        create: {
          op: 'POST /dbs/{}/colls/{}/docs',
          request: { body: 0, options: 1 },
          generatesId: true,
          idField: 'id',
        },
        upsert: {
          op: 'POST /dbs/{}/colls/{}/docs#upsert',
          request: { body: 0, options: 1 },
          etag: ETAG,
          needsEtag: true,
          safe: 'upsert',
        },
        batch: {
          op: 'POST /dbs/{}/colls/{}/docs#batch',
          channel: 'returns',
          request: { body: 0 },
          steps: { arg: 0, kind: 'operationType', kinds: STEP_KINDS() },
          results: ['result'],
        },
        bulk: {
          op: 'POST /dbs/{}/colls/{}/docs#bulk',
          channel: 'returns',
          request: { body: 0 },
          steps: { arg: 0, kind: 'operationType', kinds: STEP_KINDS() },
          results: [],
        },
        executeBulkOperations: {
          op: 'POST /dbs/{}/colls/{}/docs#bulk',
          channel: 'returns',
          request: { body: 0 },
          steps: { arg: 0, kind: 'operationType', kinds: STEP_KINDS() },
          results: ['error'],
        },
      },
    },
    Item: {
      calls: {
        replace: { ...replace('PUT /dbs/{}/colls/{}/docs/{}') },
        patch: {
          op: 'PATCH /dbs/{}/colls/{}/docs/{}',
          request: { body: 0, options: 1 },
          etag: ETAG,
          needsEtag: true,
          condition: [['condition']],
        },
        delete: { op: 'DELETE /dbs/{}/colls/{}/docs/{}', request: { options: 0 }, etag: ETAG, needsEtag: true },
      },
    },
    Scripts: {
      members: {
        storedProcedures: 'StoredProcedures',
        triggers: 'Triggers',
        userDefinedFunctions: 'UserDefinedFunctions',
      },
    },
    StoredProcedures: named('POST /dbs/{}/colls/{}/sprocs', 'Script'),
    Triggers: named('POST /dbs/{}/colls/{}/triggers', 'Script'),
    UserDefinedFunctions: named('POST /dbs/{}/colls/{}/udfs', 'Script'),
    Users: named('POST /dbs/{}/users', 'User'),
    User: { members: { permissions: 'Permissions' } },
    Permissions: named('POST /dbs/{}/users/{}/permissions', 'Permission'),
  },
  error: {
    types: ['ErrorResponse', 'Error'],
    // What the other Azure libraries throw.
    wrongTypes: ['RestError'],
    status: ['code'],
    code: ['body.code', 'name'],
    text: ['message', 'body.message'],
  },
  response: {
    types: [],
    status: ['statusCode', 'result.*.statusCode', '*.statusCode', '*.error.code', '*.response.statusCode'],
    code: [],
    text: [],
    ok: [],
  },
};

function STEP_KINDS(): Record<string, string> {
  return {
    Create: 'POST /dbs/{}/colls/{}/docs',
    Upsert: 'POST /dbs/{}/colls/{}/docs#upsert',
    Replace: 'PUT /dbs/{}/colls/{}/docs/{}',
    Patch: 'PATCH /dbs/{}/colls/{}/docs/{}',
    Delete: 'DELETE /dbs/{}/colls/{}/docs/{}',
    Read: '',
  };
}
