import { marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'cosmos/stale-etag',
  title: 'Write over a newer version of the item',
  service: 'cosmos',
  cause: 'concurrency',
  confidence: 'documented',
  summary:
    'A replace, patch, delete or upsert that carries If-Match succeeds only while the item still has that ETag. A stale one answers 412 Precondition Failed, never 409: catching Conflict around it is a common error, and so is sending the old content with the new ETag.',
  operations: [
    ...marked('PUT|PATCH|DELETE', '/dbs/{}/colls/{}/docs/{}', { needs: 'if-match' }),
    ...marked('POST', '/dbs/{}/colls/{}/docs#upsert', { needs: 'if-match' }),
  ],
  answers: [{ status: 412, codes: ['PreconditionFailed'], texts: ['pre-condition is not met'], when: 'if-match' }],
  identity: { fields: ['path', 'If-Match'], caseSensitive: true },
  lookup: { op: 'GET /dbs/{}/colls/{}/docs/{}', how: 'Point read; take _etag.', pages: false },
  idempotent: [],
  intent: ['ensure', 'lock'],
  silent:
    'Without If-Match the later write wins and the earlier one is gone without an error. If-Match guards inside one region only.',
  plainRetry: 'after-reread',
  retryAfter: false,
  portal: 'No difference is known.',
  api: 'Refuses with 412 where an ETag is sent; overwrites silently where none is.',
  remedies: [
    remedy(
      'reread-and-reapply',
      'lmll',
      'On 412 read the item, apply the change to the fresh copy, and write it with the new ETag; three to ten times with jitter, then report.',
      'One read and one write for each clash; hot items can starve.',
    ),
    remedy('report-conflict', '-l--', 'Where a person or a caller decides, report that the item has changed.'),
    remedy('serialize-writes', 'mm--', 'Give each partition one writer, or use patch increments for counters.'),
    useless(
      'plain-retry',
      'l--m',
      'The same ETag never fits again. Dropping it makes the error go away together with the other change.',
    ),
  ],
  timeline: timeline(
    'Worker 1, Cosmos DB, Worker 2',
    `Worker 1 -> Cosmos DB: read order-17
     Cosmos DB => Worker 1: 200 etag a
     Worker 2 -> Cosmos DB: replace, If-Match a
     Cosmos DB => Worker 2: 200 etag b
     Worker 1 -> Cosmos DB: replace, If-Match a
     Cosmos DB x> Worker 1: 412 Precondition Failed
     Worker 1 -> Cosmos DB: read order-17
     Cosmos DB => Worker 1: 200 etag b
     Worker 1 -> Cosmos DB: replace re-applied, If-Match b
     Cosmos DB => Worker 1: 200`,
  ),
  records: ['cosmos-replace-etag-412', 'cosmos-session-token-on-conflict', 'cosmos-orleans-all-three'],
  sources: [
    'MicrosoftDocs/azure-databases-docs: articles/cosmos-db/... conceptual-resilient-sdk-applications.md',
    'learn.microsoft.com/rest/api/cosmos-db/http-status-codes-for-cosmosdb',
    'Azure/azure-sdk-for-java: sdk/cosmos/azure-cosmos/docs/StatusCodes.md',
    'MicrosoftDocs/azure-databases-docs: database-transactions-optimistic-concurrency.md',
    'microsoft/fhir-server: CosmosFhirDataStore.cs L440-520 (re-read loop on 412, ended only by cancellation)',
    'Azure-Samples/cosmos-db-design-patterns: distributed-counter',
    'dotnet/efcore: CosmosClientWrapper.cs L797-812',
    'Azure/azure-cosmos-dotnet-v3: Microsoft.Azure.Cosmos/src/session container handling',
    'Azure/azure-sdk-for-js cosmos session container',
    'dotnet/orleans: Orleans.Persistence.Cosmos/CosmosGrainStorage.cs L152, L237',
  ],
};
