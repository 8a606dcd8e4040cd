import { explained, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'cosmos/create-as-lock',
  title: 'Item created as a lock, claim or next event',
  service: 'cosmos',
  cause: 'concurrency',
  confidence: 'documented',
  summary:
    'A create that fails when the item is there is a compare-and-set: whoever creates it holds the lock, owns the claim, or has appended the next event. 409 is the normal answer to all others. Treating it as success, or replacing the create by an upsert, breaks it.',
  operations: explained('POST', '/dbs/{}/colls/{}/docs'),
  answers: [{ status: 409, codes: ['Conflict'] }],
  identity: {
    fields: ['id', 'the partition key'],
    caseSensitive: true,
    scope: 'the partition key value and one write region',
  },
  lookup: {
    op: 'GET /dbs/{}/colls/{}/docs/{}',
    how: 'Read the holder and its ttl, or the head of the stream.',
    pages: false,
  },
  idempotent: [],
  intent: ['lock'],
  silent: 'With several write regions two holders can both get 201.',
  plainRetry: 'after-delay',
  retryAfter: false,
  portal: 'No difference is known.',
  api: 'Refuses all but the first.',
  remedies: [
    remedy(
      'report-conflict',
      '-l--',
      'Catch 409 and return "not acquired", or throw a concurrency error; do not log it as a fault.',
      'No further call.',
    ),
    remedy(
      'back-off-and-retry',
      'ml-l',
      'For a lock with a time to live wait with jitter and a cap; for a stream read the head again first.',
      'Waits for the holder.',
    ),
    useless('upsert', '-lh-', 'Hands the lock to everybody.'),
    useless('create-or-get', 'l-h-', 'Reading the item and going on means working without the lock.'),
  ],
  timeline: timeline(
    'Worker 1, Cosmos DB, Worker 2',
    `Worker 1 -> Cosmos DB: create lock-invoices (ttl 30)
     Cosmos DB => Worker 1: 201 acquired
     Worker 2 -> Cosmos DB: create lock-invoices
     Cosmos DB x> Worker 2: 409 not acquired
     Worker 1 -> Cosmos DB: delete lock-invoices
     Cosmos DB => Worker 1: 204`,
  ),
  records: ['cosmos-create-as-lock'],
  sources: [
    'Azure-Samples/cosmos-db-design-patterns: distributed-lock/source/CosmosDistributedLock/CosmosLockClient.cs L28-55',
    'microsoft/fhir-server: CosmosDbDistributedLock.cs L126',
    'LogOtter/log-otter: EventStore.cs L80',
    'pagopa/io-functions-commons: src/utils/cosmosdb_model_versioned.ts L117-175',
    'KelvinTegelaar/CIPP-API: Invoke-CIPPWebhookProcessing.ps1 L23 (insert as claim; table storage)',
  ],
};
