import { marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'cosmos/script-exists',
  title: 'Stored procedure, trigger or function with the same id',
  service: 'cosmos',
  cause: 'duplicate',
  confidence: 'documented',
  summary:
    'Ids of stored procedures, triggers and user-defined functions are unique in a container. A create on a used id answers 409, on every deployment after the first.',
  operations: marked('POST', ['/dbs/{}/colls/{}/sprocs', '/dbs/{}/colls/{}/triggers', '/dbs/{}/colls/{}/udfs']),
  answers: [{ status: 409, codes: ['Conflict'], texts: ['Resource with specified id or name already exists'] }],
  identity: { fields: ['id'], caseSensitive: true, scope: 'the container' },
  lookup: { op: 'GET /dbs/{}/colls/{}/sprocs/{}', how: 'Read by id and compare the body.', pages: false },
  idempotent: [{ form: 'the upsert call of SDKs that have one for scripts', warning: 'replaces the body' }],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'Data Explorer opens the existing script and saves over it.',
  api: 'Refuses with 409.',
  remedies: [
    remedy(
      'create-or-get',
      'll--',
      'On 409 replace the script by id.',
      'Callers that run meanwhile get the new behaviour.',
    ),
    remedy('check-before-create', 'll-l', 'Read by id first; create or replace. Keep the answer to the 409.'),
    useless('plain-retry', 'l--m', 'The id stays taken.'),
  ],
  timeline: timeline(
    'Deployment, Cosmos DB',
    `Deployment -> Cosmos DB: create sproc mutate
     Cosmos DB x> Deployment: 409 Conflict
     Deployment -> Cosmos DB: replace sproc mutate
     Cosmos DB => Deployment: 200`,
  ),
  records: ['cosmos-script-create-exists'],
  sources: [
    'Azure/azure-cosmos-dotnet-v3: Microsoft.Azure.Cosmos/src/DocumentClient.cs XML docs (409 rows for StoredProcedure, Trigger, UserDefinedFunction)',
    'learn.microsoft.com/rest/api/cosmos-db/http-status-codes-for-cosmosdb',
  ],
};
