import { explained, marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'cosmos/container-exists',
  title: 'Container with the same id',
  service: 'cosmos',
  cause: 'duplicate',
  confidence: 'maintainer-said',
  summary:
    'Container ids are unique in a database. A create on a used id answers 409 even when the settings differ. Create-if-not-exists returns the container that is there and compares nothing but the partition key.',
  operations: [...marked('POST', '/dbs/{}/colls'), ...explained('POST', '/dbs/{}/colls#if-not-exists')],
  answers: [{ status: 409, codes: ['Conflict'], texts: ['Resource with specified id or name already exists'] }],
  identity: { fields: ['id'], caseSensitive: true, scope: 'the database' },
  lookup: {
    op: 'GET /dbs/{}/colls/{}',
    how: 'Read by id; compare partition key, unique keys, time to live and indexing.',
    pages: false,
  },
  idempotent: [
    { form: 'the create-if-not-exists call of the SDK', warning: 'ignores every difference but the partition key' },
  ],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'Data Explorer shows the refusal and the container that is there.',
  api: 'Refuses with 409.',
  remedies: [
    remedy(
      'create-or-get',
      'll--',
      'Use the create-if-not-exists call; on 409 read the container and compare the settings that cannot be changed later (partition key, unique keys).',
      'One metadata read.',
    ),
    remedy('serialize-writes', 'lm--', 'Create containers once, at deployment.', 'A deployment step.'),
    useless('back-off-and-retry', 'h--m', 'The container stays.'),
  ],
  timeline: timeline(
    'Instance 1, Cosmos DB, Instance 2',
    `Instance 1 -> Cosmos DB: POST /dbs/{db}/colls (items)
     Cosmos DB => Instance 1: 201 Created
     Instance 2 -> Cosmos DB: POST /dbs/{db}/colls (items)
     Cosmos DB x> Instance 2: 409 Conflict`,
  ),
  records: ['cosmos-container-create-exists', 'cosmos-container-recreate-stale'],
  sources: [
    'Azure/azure-cosmos-dotnet-v3: Microsoft.Azure.Cosmos/src/Resource/Database/DatabaseCore.cs L215-275',
    'Azure/azure-cosmos-dotnet-v3#549 (maintainer design issue), PR #572',
    'Azure/azure-sdk-for-java: sdk/cosmos/azure-cosmos/docs/StatusCodes.md',
    'MicrosoftDocs/azure-databases-docs: gremlin/headers.md (500 for about five minutes)',
  ],
};
