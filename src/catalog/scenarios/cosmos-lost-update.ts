import { explained, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'cosmos/lost-update',
  title: 'Write without ETag over a newer version',
  service: 'cosmos',
  cause: 'concurrency',
  confidence: 'documented',
  summary:
    'A replace or upsert without If-Match after a read overwrites what another writer stored in between. The missing conflict is the defect: no error comes, so no call is marked.',
  operations: [...explained('PUT', '/dbs/{}/colls/{}/docs/{}'), ...explained('POST', '/dbs/{}/colls/{}/docs#upsert')],
  answers: [],
  idempotent: [],
  intent: ['ensure'],
  silent: 'The later write wins and the earlier change is gone.',
  plainRetry: 'never',
  retryAfter: false,
  portal: 'No difference is known.',
  api: 'Overwrites where no ETag is sent.',
  remedies: [
    remedy(
      'reread-and-reapply',
      'lmll',
      'Send the ETag of the read as If-Match, and answer the 412 that follows.',
      'One more path to handle.',
    ),
    remedy('serialize-writes', 'mm--', 'One writer for each item, or patch only the paths that change.'),
    useless('plain-retry', 'l-m-', 'A repeat overwrites once more.'),
  ],
  timeline: timeline(
    'Worker 1, Cosmos DB, Worker 2',
    `Worker 1 -> Cosmos DB: read order-17
     Cosmos DB => Worker 1: 200 etag a
     Worker 2 -> Cosmos DB: replace (paid)
     Cosmos DB => Worker 2: 200 etag b
     Worker 1 -> Cosmos DB: replace (address), no If-Match
     Cosmos DB => Worker 1: 200, paid is gone`,
  ),
  records: ['cosmos-replace-without-etag-silent'],
  sources: ['MicrosoftDocs/azure-databases-docs: database-transactions-optimistic-concurrency.md'],
};
