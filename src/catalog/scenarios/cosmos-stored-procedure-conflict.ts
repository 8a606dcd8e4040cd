import { marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'cosmos/stored-procedure-conflict',
  title: 'Conflict inside a stored procedure or trigger',
  service: 'cosmos',
  cause: 'concurrency',
  confidence: 'maintainer-said',
  summary:
    'A script that ends with a conflict answers HTTP 400 with sub-status 409, 412 or 449. A test of the status never fires; the sub-status has to be read. The whole script is rolled back.',
  operations: marked('POST', '/dbs/{}/colls/{}/sprocs/{}', { needs: 'condition' }),
  answers: [
    { status: 400, codes: ['409', '412', '449'] },
    { status: 449, codes: ['RetryWith'] },
  ],
  idempotent: [],
  intent: ['ensure', 'lock'],
  plainRetry: 'after-reread',
  retryAfter: false,
  portal: 'Data Explorer shows the text of the script error.',
  api: 'Wraps the number of the script error into a 400.',
  remedies: [
    remedy(
      'reread-and-reapply',
      'lm-l',
      'Read the sub-status: on 412 read and apply again, on 449 run the script again a few times, on 409 decide as for a create.',
      'Side effects outside Cosmos DB are not rolled back.',
    ),
    remedy('report-conflict', '-l--', 'Pass the sub-status on under a name of your own.'),
    useless('plain-retry', 'm--m', 'Sub-status 409 and 412 come back.'),
  ],
  timeline: timeline(
    'Service, Cosmos DB',
    `Service -> Cosmos DB: run procedure mutate
     Cosmos DB x> Service: 400 with sub-status 412`,
  ),
  records: ['cosmos-sproc-conflict-substatus'],
  sources: [
    'scalar-labs/scalardb: MutateStatementHandler.java L60-80, BatchHandler.java L94 (branch on getSubStatusCode 412/449)',
    'Azure/azure-cosmosdb-js-server: utils/DocDbWrapperScript.js L29-36, samples/stored-procedures/sum.js L17, samples/triggers/uniqueConstraint.js L27, L121, samples/triggers/UpdateMetadata.js L8',
    'LogOtter/log-otter: EventStore.cs L80 (checks substatus 409)',
  ],
};
