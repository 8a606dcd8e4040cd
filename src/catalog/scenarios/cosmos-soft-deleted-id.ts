import { explained, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'cosmos/soft-deleted-id',
  title: 'Id held by an item that reads do not show',
  service: 'cosmos',
  cause: 'state',
  confidence: 'community-reported',
  summary:
    'An application that hides soft-deleted items, waiting for their time to live, sees 404, then 409, then 404 again. A get-or-create loop without a bound spins.',
  operations: explained('POST', '/dbs/{}/colls/{}/docs'),
  answers: [
    { status: 409, codes: ['Conflict'] },
    { status: 404, codes: ['NotFound'] },
  ],
  identity: {
    fields: ['id', 'the partition key'],
    caseSensitive: true,
    scope: 'the partition key value, hidden items included',
  },
  lookup: {
    op: 'GET /dbs/{}/colls/{}/docs/{}',
    how: 'Point read without the filter of the application.',
    pages: false,
  },
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'after-delay',
  retryAfter: false,
  portal: 'Data Explorer shows the hidden item.',
  api: 'Refuses while the item is there, hidden or not.',
  remedies: [
    remedy(
      'fix-state',
      'ml--',
      'Wait longer than the time to live once, then try once more; no loop.',
      'The whole time to live and a second.',
    ),
    remedy('new-key', '-l--', 'Use another id where nothing refers to the old one.'),
    useless('plain-retry', 'l--h', 'At once it meets the same hidden item.'),
  ],
  timeline: timeline(
    'Worker, Cosmos DB',
    `Worker -> Cosmos DB: read job-1 (not deleted)
     Cosmos DB x> Worker: 404
     Worker -> Cosmos DB: create job-1
     Cosmos DB x> Worker: 409
     Worker -> Cosmos DB: read job-1 (not deleted)
     Cosmos DB x> Worker: 404`,
  ),
  records: ['cosmos-soft-delete-ttl-404-409-404'],
  sources: ['Azure/ARO-HCP: internal/database/cosmosstorage/corecosmosstorage/service_provider_cluster.go L70-110'],
};
