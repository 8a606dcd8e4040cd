import { marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'cosmos/bulk-conflict',
  title: 'Conflict of one item in a bulk load',
  service: 'cosmos',
  cause: 'duplicate',
  confidence: 'documented',
  summary:
    'Bulk execution is no transaction: each item has a status of its own, and some are stored while others are refused. A load that is run again meets its own items.',
  operations: [
    ...marked('POST', '/dbs/{}/colls/{}/docs', { needs: 'in-bulk' }),
    ...marked('POST', '/dbs/{}/colls/{}/docs#bulk', { needs: 'prone-step' }),
  ],
  answers: [{ status: 409, codes: ['Conflict'], when: 'in-bulk' }],
  identity: { fields: ['id', 'the partition key'], caseSensitive: true, scope: 'the partition key value' },
  lookup: { op: 'GET /dbs/{}/colls/{}/docs/{}', how: 'Point read of each refused item.', pages: false },
  idempotent: [{ form: 'upsert steps', warning: 'overwrite, and unique keys still answer 409' }],
  intent: ['ensure'],
  silent: 'Where results are not looked at, the refused items are simply missing.',
  plainRetry: 'never',
  retryAfter: false,
  portal: 'The upload of Data Explorer counts created and failed items.',
  api: 'Returns a status for each item.',
  remedies: [
    remedy(
      'report-conflict',
      '-m--',
      'Look at every result; count 409 apart from 429, which the SDK repeats.',
      'No further call.',
    ),
    remedy(
      'upsert',
      '-lm-',
      'Use upsert for loads that are run again.',
      'Overwrites changes made since the last load.',
    ),
    useless('plain-retry', 'h--h', 'Repeating the load refuses everything that was stored.'),
  ],
  timeline: timeline(
    'Loader, Cosmos DB',
    `Loader -> Cosmos DB: bulk create 1000 items
     Cosmos DB => Loader: 201 for 997
     Cosmos DB x> Loader: 409 for 3`,
  ),
  records: ['cosmos-bulk-per-item-409'],
  sources: [
    'Azure-Samples/azure-cosmos-java-sql-api-samples: bulk/sync/BulkWriter.java L170-190 (retries 408,410,429,449,500,503; not 409), SampleBulkQuickStart.java L135',
  ],
};
