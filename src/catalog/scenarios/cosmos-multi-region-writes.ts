import { explained, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'cosmos/multi-region-writes',
  title: 'Two regions write the same item',
  service: 'cosmos',
  cause: 'concurrency',
  confidence: 'documented',
  summary:
    'With several write regions a write is accepted in its region first and confirmed later. Two regions that write one item at about the same time both get a success: 201 for two creates, 200 for two replaces. The conflict resolution policy of the container decides afterwards. Last Writer Wins keeps the item with the highest value of a numeric path (the time stamp _ts unless another path is set) and drops the other without a trace; a delete wins over everything. A custom policy runs a merge procedure; without one, or when it fails, the clash waits in the conflict feed. 409, If-Match and unique keys hold within one region only.',
  operations: [
    ...explained('POST', '/dbs/{}/colls/{}/docs'),
    ...explained('PUT|PATCH|DELETE', '/dbs/{}/colls/{}/docs/{}'),
    ...explained('GET', '/dbs/{}/colls/{}/conflicts'),
    ...explained('DELETE', '/dbs/{}/colls/{}/conflicts/{}'),
  ],
  answers: [],
  identity: { fields: ['id', 'the partition key'], caseSensitive: true, scope: 'all write regions' },
  lookup: {
    op: 'GET /dbs/{}/colls/{}/conflicts',
    how: 'Read every page of the conflict feed. It is only filled by a custom policy without a procedure, or whose procedure failed.',
    pages: true,
  },
  idempotent: [
    {
      form: 'ids that carry the region',
      warning: 'two regions then never write one item, but may describe one thing twice',
    },
    { form: 'patch of separate paths', warning: 'different paths merge; the same path still follows the policy' },
  ],
  intent: ['ensure', 'must-be-new', 'lock'],
  silent:
    'Nothing is thrown. Under Last Writer Wins the loser vanishes and is not in the conflict feed. A lock or a unique id that relies on 409 can be given to two holders.',
  plainRetry: 'never',
  retryAfter: false,
  portal:
    'Data Explorer shows a Conflicts node for the container; nothing resolves the entries by itself. The policy is chosen when the container is made and cannot be changed.',
  api: 'Answers success in both regions. An error can only come for a clash inside one region.',
  remedies: [
    remedy(
      'serialize-writes',
      'mm--',
      'Write each key in one region only (by tenant, by user), so that 409 and If-Match keep their meaning.',
      'Callers far from that region wait longer.',
    ),
    remedy(
      'fix-state',
      'lh--',
      'Use a custom policy with a merge procedure, or a worker that reads the conflict feed, writes the merge, and deletes the entry.',
      'A new container: the policy is fixed. Without the worker entries pile up unseen.',
    ),
    remedy('new-key', '-l--', 'Put the region into the id where every write is a new thing.'),
    remedy(
      'upsert',
      '-ll-',
      'Under Last Writer Wins choose the numeric path deliberately (a version, a rank), and keep deletions as a flag where updates must survive.',
      'The default path _ts follows clocks and loses data quietly.',
    ),
    useless(
      'reread-and-reapply',
      'lm-l',
      'There is no error to answer, and a later read in the same region can still show the loser.',
    ),
  ],
  timeline: timeline(
    'Client west, West region, East region, Client east',
    `Client west -> West region: create order-17 (40 EUR)
     West region => Client west: 201 Created
     Client east -> East region: create order-17 (55 EUR)
     East region => Client east: 201 Created
     West region .. East region: replication finds two versions
     East region .. West region: Last Writer Wins: the higher _ts stays
     Client west -> West region: read order-17
     West region => Client west: 200 55 EUR, no error anywhere`,
  ),
  records: [
    'cosmos-multiwrite-insert-conflict',
    'cosmos-multiwrite-replace-conflict',
    'cosmos-multiwrite-delete-conflict',
    'cosmos-lww-silent-loser',
    'cosmos-conflict-feed-unresolved',
    'cosmos-patch-multi-region-merge',
  ],
  sources: [
    'MicrosoftDocs/azure-databases-docs: multi-region-writes.md',
    'MicrosoftDocs/azure-databases-docs: conflict-resolution-policies.md',
    'Azure/azure-cosmosdb-java: ConflictWorker.java',
    'Azure/azure-cosmosdb-java: ConflictWorker.java (412 in same region)',
    'MicrosoftDocs/azure-databases-docs: how-to-manage-conflicts.md',
    'Azure/azure-cosmos-dotnet-v3: Microsoft.Azure.Cosmos/src/Resource/Settings/ConflictProperties.cs L20',
    'MicrosoftDocs/azure-databases-docs: partial-document-update.md',
  ],
};
