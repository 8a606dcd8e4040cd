/** `azure-cosmos` 4 for Python, and the calls of its version 3. Shapes: Azure/azure-sdk-for-python, sdk/cosmos. */
import type { CallRow, ErrorShape, RoleRow, Sdk } from '../sdk.js';
import { ITEM_CALLS } from './shared/cosmos-links.js';

const ETAG = [['etag'], ['if_match'], ['if_match_etag'], ['access_condition']];

const STEP_KINDS: Record<string, string> = {
  create: 'POST /dbs/{}/colls/{}/docs',
  upsert: 'POST /dbs/{}/colls/{}/docs#upsert',
  replace: 'PUT /dbs/{}/colls/{}/docs/{}',
  patch: 'PATCH /dbs/{}/colls/{}/docs/{}',
  delete: 'DELETE /dbs/{}/colls/{}/docs/{}',
  read: '',
};

/** What a definition is made from: its id, by position or name. */
const ID = { request: { body: 0, bodyName: 'id', options: 'named' as const }, idField: 'id', idIsBody: true as const };
const SCRIPT = { request: { body: 0, bodyName: 'body', options: 'named' as const }, idField: 'id' };

const guarded = (op: string, more: Partial<CallRow> = {}): CallRow => ({
  op,
  request: { body: 1, bodyName: 'body', options: 'named' },
  etag: ETAG,
  needsEtag: true,
  ...more,
});

const ROLES: Record<string, RoleRow> = {
  Client: {
    calls: {
      get_database_client: { returns: 'Database' },
      from_connection_string: { returns: 'Client' },
      create_database: { op: 'POST /dbs', ...ID, returns: 'Database' },
      create_database_if_not_exists: { op: 'POST /dbs', ...ID, races: true, returns: 'Database' },
    },
  },
  Database: {
    calls: {
      get_container_client: { returns: 'Container' },
      get_user_client: { returns: 'User' },
      create_container: { op: 'POST /dbs/{}/colls', ...ID, returns: 'Container' },
      create_container_if_not_exists: { op: 'POST /dbs/{}/colls', ...ID, races: true, returns: 'Container' },
      create_user: { op: 'POST /dbs/{}/users', ...SCRIPT, returns: 'User' },
      upsert_user: { op: 'POST /dbs/{}/users#upsert', ...SCRIPT, safe: 'upsert', returns: 'User' },
    },
  },
  User: { calls: { create_permission: { op: 'POST /dbs/{}/users/{}/permissions', ...SCRIPT } } },
  Container: {
    members: { scripts: 'Scripts' },
    calls: {
      create_item: {
        op: 'POST /dbs/{}/colls/{}/docs',
        request: { body: 0, bodyName: 'body', options: 'named' },
        idField: 'id',
        generatesIdWhen: 'enable_automatic_id_generation',
      },
      upsert_item: {
        op: 'POST /dbs/{}/colls/{}/docs#upsert',
        request: { body: 0, bodyName: 'body', options: 'named' },
        etag: ETAG,
        needsEtag: true,
        safe: 'upsert',
      },
      replace_item: guarded('PUT /dbs/{}/colls/{}/docs/{}'),
      patch_item: guarded('PATCH /dbs/{}/colls/{}/docs/{}', {
        request: { options: 'named' },
        condition: [['filter_predicate']],
      }),
      delete_item: guarded('DELETE /dbs/{}/colls/{}/docs/{}', { request: { options: 'named' } }),
      execute_item_batch: {
        op: 'POST /dbs/{}/colls/{}/docs#batch',
        request: { body: 0, bodyName: 'batch_operations' },
        steps: { arg: 0, kind: '0', kinds: STEP_KINDS, ifMatch: ['2', 'if_match_etag'] },
        error: {
          types: ['CosmosBatchOperationError', 'HttpResponseError', 'AzureError'],
          wrongTypes: ['CosmosHttpResponseError', 'CosmosResourceExistsError', 'CosmosAccessConditionFailedError'],
          status: ['status_code', 'operation_responses.*.statusCode'],
          code: [],
          text: ['message', 'exc_message'],
        },
      },
    },
  },
  Scripts: {
    calls: {
      create_stored_procedure: { op: 'POST /dbs/{}/colls/{}/sprocs', ...SCRIPT },
      create_trigger: { op: 'POST /dbs/{}/colls/{}/triggers', ...SCRIPT },
      create_user_defined_function: { op: 'POST /dbs/{}/colls/{}/udfs', ...SCRIPT },
    },
  },
};

const ERROR: ErrorShape = {
  types: ['CosmosHttpResponseError', 'HttpResponseError', 'AzureError', 'HTTPFailure'],
  wrongTypes: ['CosmosBatchOperationError'],
  statusTypes: {
    CosmosResourceExistsError: 409,
    ResourceExistsError: 409,
    CosmosAccessConditionFailedError: 412,
    ResourceModifiedError: 412,
    CosmosResourceNotFoundError: 404,
    ResourceNotFoundError: 404,
  },
  status: ['status_code', 'response.status_code'],
  code: [],
  text: ['message', 'http_error_message', 'reason', 'exc_msg', '_http_error_message', 'args'],
};

const row = (id: string, modules: string[], more: Partial<Sdk>): Sdk => ({
  id,
  title: 'azure-cosmos',
  service: 'cosmos',
  languages: ['python'],
  modules,
  exports: {
    CosmosClient: 'Client',
    DatabaseProxy: 'Database',
    ContainerProxy: 'Container',
    ScriptsProxy: 'Scripts',
    UserProxy: 'User',
  },
  factories: { CosmosClient: 'Client' },
  distinctive: ['CosmosClient', 'ContainerProxy', 'DatabaseProxy'],
  channel: 'throws',
  roles: ROLES,
  error: ERROR,
  ...more,
});

export const azureCosmosPython = row(
  'azure-cosmos-python',
  [
    'azure.cosmos',
    'azure.cosmos.cosmos_client',
    'azure.cosmos.container',
    'azure.cosmos.database',
    'azure.cosmos.exceptions',
    'azure.cosmos.errors',
    'azure.cosmos.http_constants',
    'azure.cosmos.documents',
    'azure.cosmos.partition_key',
    'azure.cosmos.scripts',
    'azure.cosmos.user',
  ],
  {
    hints: ['create_item', 'upsert_item', 'replace_item', 'patch_item', 'execute_item_batch'],
    // Version 3 is known by the same names; its client is not one to be awaited.
    roles: { ...ROLES, Client: { calls: { ...ITEM_CALLS, ...ROLES['Client']?.calls } } },
  },
);

/** The same to be awaited. */
export const azureCosmosAioPython = row('azure-cosmos-python-aio', ['azure.cosmos.aio', 'azure.cosmos.aio.*'], {
  deferred: true,
});
