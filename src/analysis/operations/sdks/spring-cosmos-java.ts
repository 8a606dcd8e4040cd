/**
 * Spring Data for Azure Cosmos DB. `save` of a repository inserts where the id is made for it and upserts where the caller
 * gives one. Shapes: Azure/azure-sdk-for-java, sdk/spring/azure-spring-data-cosmos (SimpleCosmosRepository, CosmosTemplate).
 */
import type { CallRow, RoleRow, Sdk } from '../sdk.js';

const DOCS = 'POST /dbs/{}/colls/{}/docs';
const upsert = (at: number): CallRow => ({ op: `${DOCS}#upsert`, request: { body: at }, safe: 'upsert' });
const insert: CallRow = { op: DOCS, request: { body: 1 }, idField: 'id' };

const template: RoleRow = {
  calls: {
    insert,
    // Its steps are upserts, whatever its name says.
    insertAll: upsert(1),
    upsert: upsert(1),
    patchItem: {
      op: 'PATCH /dbs/{}/colls/{}/docs/{}',
      request: { body: 3, options: 'last' },
      etag: [['ifMatchETag']],
      condition: [['filterPredicate']],
      needsEtag: true,
    },
    createContainerIfNotExists: { op: 'POST /dbs/{}/colls', races: true, request: { body: 0 } },
  },
};
const blocking: RoleRow = { calls: { ...template.calls, upsertAndReturnEntity: upsert(1) } };
const repository: RoleRow = { calls: { save: upsert(0), saveAll: upsert(0) } };
const later = (row: RoleRow): RoleRow => ({
  calls: Object.fromEntries(
    Object.entries(row.calls ?? {}).map(([n, c]): [string, CallRow] => [n, { ...c, deferred: true }]),
  ),
});

export const springCosmosJava: Sdk = {
  id: 'spring-cosmos-java',
  title: 'Spring Data Azure Cosmos DB',
  service: 'cosmos',
  languages: ['java'],
  modules: [
    'com.azure.spring.data.cosmos',
    'com.azure.spring.data.cosmos.*',
    'com.microsoft.azure.spring.data.cosmosdb',
    'com.microsoft.azure.spring.data.cosmosdb.*',
  ],
  exports: {
    CosmosTemplate: 'Template',
    CosmosOperations: 'Template',
    ReactiveCosmosTemplate: 'LaterTemplate',
    ReactiveCosmosOperations: 'LaterTemplate',
    CosmosRepository: 'Repository',
    ReactiveCosmosRepository: 'LaterRepository',
  },
  distinctive: [
    'CosmosTemplate',
    'ReactiveCosmosTemplate',
    'CosmosRepository',
    'ReactiveCosmosRepository',
    'EnableCosmosRepositories',
  ],
  channel: 'throws',
  roles: {
    Template: blocking,
    LaterTemplate: later(template),
    Repository: repository,
    LaterRepository: later(repository),
  },
  error: {
    types: ['CosmosAccessException', 'DataAccessException', 'RuntimeException', 'Exception', 'Throwable'],
    wrongTypes: [
      'CosmosException',
      'DocumentClientException',
      'DuplicateKeyException',
      'DataIntegrityViolationException',
    ],
    statusTypes: { CosmosConflictException: 409, CosmosPreconditionFailedException: 412 },
    status: ['getCosmosException().getStatusCode()'],
    code: [],
    text: ['getMessage()', 'getCosmosException().getMessage()', 'toString()'],
    inner: ['getCosmosException()'],
  },
};
