import { marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'cosmos/patch-condition-false',
  title: 'Conditional patch whose condition is false',
  service: 'cosmos',
  cause: 'state',
  confidence: 'documented',
  summary:
    'A patch with a condition (filter predicate) answers 412 when the item does not satisfy it. That is a business answer and no race: reading again and repeating spins for nothing.',
  operations: marked('PATCH', '/dbs/{}/colls/{}/docs/{}', { needs: 'condition' }),
  answers: [{ status: 412, codes: ['PreconditionFailed'], when: 'condition' }],
  identity: { fields: ['path', 'condition'], caseSensitive: true },
  lookup: { op: 'GET /dbs/{}/colls/{}/docs/{}', how: 'Read the item and evaluate the condition.', pages: false },
  idempotent: [],
  intent: ['lock', 'ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'No difference is known.',
  api: 'Refuses with 412, as for a stale ETag; only the precondition that was sent tells the two apart.',
  remedies: [
    remedy(
      'report-conflict',
      '-l--',
      'On 412 tell the caller that the condition does not hold: sold out, already closed.',
      'No further call, or one read for the reason.',
    ),
    useless('reread-and-reapply', 'lm-m', 'The condition is false until somebody changes the data.'),
    useless('back-off-and-retry', 'h--m', 'Waiting does not make it true.'),
  ],
  timeline: timeline(
    'Shop, Cosmos DB',
    `Shop -> Cosmos DB: patch stock -1, condition stock > 0
     Cosmos DB x> Shop: 412, the stock is 0
     Shop .. Shop: tells the customer`,
  ),
  records: ['cosmos-patch-filterpredicate-412'],
  sources: [
    'MicrosoftDocs/azure-databases-docs: partial-document-update.md',
    'Azure-Samples/azure-cosmos-java-sql-api-samples: SamplePatchQuickstart.java L553-556',
    'Azure-Samples/cosmos-db-design-patterns: patch-api PatchOrderService.cs L252',
  ],
};
