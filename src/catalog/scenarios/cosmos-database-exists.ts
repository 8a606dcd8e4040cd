import { explained, marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'cosmos/database-exists',
  title: 'Database with the same id',
  service: 'cosmos',
  cause: 'duplicate',
  confidence: 'documented',
  summary:
    'Database ids are unique in an account. A create on a used id answers 409, typically when several instances start together.',
  operations: [...marked('POST', '/dbs'), ...explained('POST', '/dbs#if-not-exists')],
  answers: [{ status: 409, codes: ['Conflict'], texts: ['Resource with specified id or name already exists'] }],
  identity: { fields: ['id'], caseSensitive: true, scope: 'the account' },
  lookup: { op: 'GET /dbs/{}', how: 'Read by id.', pages: false },
  idempotent: [
    {
      form: 'the create-if-not-exists call of the SDK',
      warning: 'throughput is not compared, and some SDK versions let a 409 through in a race',
    },
  ],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'Data Explorer lists the databases and offers the existing one when a container is made.',
  api: 'Refuses with 409.',
  remedies: [
    remedy(
      'create-or-get',
      'll--',
      'Use the create-if-not-exists call; where there is none, on 409 use the database.',
      'One metadata read.',
    ),
    remedy(
      'serialize-writes',
      'lm--',
      'Create databases once, at deployment, not at the start of every instance.',
      'A deployment step.',
    ),
    useless('back-off-and-retry', 'h--m', 'The database stays. Repeats run into the limit for metadata calls.'),
  ],
  timeline: timeline(
    'Instance 1, Cosmos DB, Instance 2',
    `Instance 1 -> Cosmos DB: POST /dbs (orders)
     Cosmos DB => Instance 1: 201 Created
     Instance 2 -> Cosmos DB: POST /dbs (orders)
     Cosmos DB x> Instance 2: 409 Conflict`,
  ),
  records: ['cosmos-database-create-exists'],
  sources: [
    'Azure/azure-cosmos-dotnet-v3: Microsoft.Azure.Cosmos/src/Resource/Database/DatabaseCore.cs L215-275',
    'learn.microsoft.com/rest/api/cosmos-db/http-status-codes-for-cosmosdb',
  ],
};
