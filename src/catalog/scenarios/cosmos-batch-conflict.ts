import { marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'cosmos/batch-conflict',
  title: 'Conflict inside a transactional batch',
  service: 'cosmos',
  cause: 'duplicate',
  confidence: 'documented',
  summary:
    'A transactional batch is all or nothing. The operation that fails keeps its own status (409, 412), all others get 424, and nothing is stored. Most SDKs return the result instead of throwing, so a try and catch around the execute call sees nothing; Python raises an error of its own type. A partition key that does not fit is 400 with sub-status 1001 and no conflict.',
  operations: [
    ...marked('POST', '/dbs/{}/colls/{}/docs', { needs: 'in-batch' }),
    ...marked('POST', '/dbs/{}/colls/{}/docs#batch', { needs: 'prone-step' }),
  ],
  answers: [
    { status: 409, codes: ['Conflict'], when: 'in-batch' },
    { status: 424, codes: ['FailedDependency'], when: 'in-batch' },
    { status: 412, codes: ['PreconditionFailed'], when: 'if-match' },
  ],
  identity: { fields: ['id', 'the partition key'], caseSensitive: true, scope: 'the partition key value' },
  lookup: {
    op: 'GET /dbs/{}/colls/{}/docs/{}',
    how: 'Point read of the item whose operation is not 424.',
    pages: false,
  },
  idempotent: [{ form: 'upsert steps', warning: 'overwrite, and unique keys still answer 409' }],
  intent: ['ensure', 'must-be-new'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'There are no batches in the portal.',
  api: 'Answers 207 or the status of the failing operation; the result has to be tested.',
  remedies: [
    remedy(
      'report-conflict',
      '-m--',
      'Test whether the batch succeeded, find the first result that is not 424, and branch on its status.',
      'No further call.',
    ),
    remedy(
      'create-or-get',
      'lm-l',
      'Read the item that exists, decide, and send the whole batch again without the step, or with it as a replace.',
      'One read and the whole batch.',
    ),
    remedy('upsert', '-lm-', 'Use upsert steps where the last writer may win.', 'Overwrites.'),
    useless('plain-retry', 'm--m', 'The same step fails again and takes the others with it.'),
  ],
  timeline: timeline(
    'Worker, Cosmos DB',
    `Worker -> Cosmos DB: batch: create a, create b, replace c
     Cosmos DB x> Worker: 409 b
     Cosmos DB x> Worker: 424 a and c
     Worker .. Worker: nothing was stored`,
  ),
  records: ['cosmos-batch-409-424', 'cosmos-partitionkey-mismatch-400'],
  sources: [
    'MicrosoftDocs/azure-databases-docs: transactional-batch.md',
    'Azure/azure-cosmos-dotnet-v3: Microsoft.Azure.Cosmos/tests/Microsoft.Azure.Cosmos.EmulatorTests/Batch/BatchSinglePartitionKeyTests.cs ~L970-1000',
    'Particular/NServiceBus.Persistence.CosmosDB: SynchronizedStorage/Operation.cs L41-57 (skips 424)',
    'dotnet/efcore: CosmosTransactionalBatchTest.cs L75',
    'Azure/azure-sdk-for-java: sdk/cosmos/azure-cosmos/docs/StatusCodes.md (400/1001)',
    'Particular/NServiceBus.Persistence.CosmosDB: src/NServiceBus.Persistence.CosmosDB/SynchronizedStorage/Operation.cs L50-55',
  ],
};
