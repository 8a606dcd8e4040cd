import { remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'cosmos/gremlin-exists',
  title: 'Vertex or edge with the same id (Gremlin)',
  service: 'cosmos',
  cause: 'duplicate',
  confidence: 'documented',
  summary:
    'Adding a vertex or edge with a used id answers 409, with a text that says "Retry to avoid conflicts": a repeat never helps. Parallel writes to the properties of one vertex answer 412, which a repeat does cure: the opposite of the SQL API.',
  operations: [],
  answers: [
    {
      status: 409,
      codes: ['409'],
      texts: ['Conflicting request to resource has been attempted. Retry to avoid conflicts'],
    },
    { status: 412, codes: ['PreconditionFailedException'] },
  ],
  identity: { fields: ['id', 'the partition key'], caseSensitive: true, scope: 'the partition key value' },
  idempotent: [
    { form: 'fold().coalesce(unfold(), addV(…))', warning: 'costs more request units, and two of them can still race' },
  ],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'Data Explorer shows the text of the error.',
  api: 'Puts the status into x-ms-status-code.',
  remedies: [
    remedy(
      'create-or-get',
      'lm--',
      'Use the coalesce form, and answer the 409 of a race by reading the vertex.',
      'More request units.',
    ),
    useless('back-off-and-retry', 'h--m', 'Against the text, the id stays taken. Only the 412 clears.'),
  ],
  timeline: timeline(
    'Loader, Cosmos DB',
    `Loader -> Cosmos DB: g.addV(person).property(id, ada)
     Cosmos DB x> Loader: 409 Retry to avoid conflicts
     Loader -> Cosmos DB: g.V(ada)
     Cosmos DB => Loader: 200`,
  ),
  records: ['cosmos-gremlin-409', 'cosmos-gremlin-412'],
  sources: [
    'MicrosoftDocs/azure-databases-docs: gremlin/headers.md',
    'Azure-Samples/azure-cosmos-db-graph-python-getting-started#30',
  ],
};
