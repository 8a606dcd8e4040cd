import { explained, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'cosmos/partition-key-hash',
  title: 'Long partition keys that hash alike',
  service: 'cosmos',
  cause: 'duplicate',
  confidence: 'documented',
  summary:
    'A container with version 1 of the partition key hashes only the first 100 bytes, which can lead to conflicts between different keys. The remark does not name the status; 409 is inferred.',
  operations: explained('POST', '/dbs/{}/colls/{}/docs'),
  answers: [{ status: 409, codes: ['Conflict'], unverified: true }],
  identity: { fields: ['the first 100 bytes of the partition key'], caseSensitive: true, scope: 'the container' },
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'The portal makes containers with version 2 where large keys are chosen.',
  api: 'Makes version 1 unless version 2 is asked for, depending on the SDK.',
  remedies: [
    remedy(
      'fix-state',
      'hh--',
      'Make a container with version 2 of the partition key and move the items.',
      'A migration.',
    ),
    useless('plain-retry', 'l--m', 'The keys hash alike again.'),
  ],
  timeline: timeline(
    'Worker, Cosmos DB',
    `Worker -> Cosmos DB: create (key of 120 bytes, ends in a)
     Cosmos DB => Worker: 201
     Worker -> Cosmos DB: create (same 100 bytes, ends in b)
     Cosmos DB x> Worker: 409`,
  ),
  records: ['cosmos-partitionkey-v1-hash-collision'],
  sources: [
    'Azure/azure-cosmos-dotnet-v3: Microsoft.Azure.Cosmos/src/Resource/Settings/ContainerProperties.cs L139-140',
  ],
};
