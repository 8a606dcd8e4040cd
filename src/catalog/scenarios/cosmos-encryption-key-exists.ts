import { marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'cosmos/encryption-key-exists',
  title: 'Data encryption key with the same id',
  service: 'cosmos',
  cause: 'duplicate',
  confidence: 'documented',
  summary:
    'A client encryption key is made once. A create on a used id answers 409; a second key for the same data would make part of it unreadable.',
  operations: marked('POST', '/dbs/{}/clientencryptionkeys'),
  answers: [{ status: 409, codes: ['Conflict'] }],
  identity: { fields: ['id'], caseSensitive: true, scope: 'the database' },
  lookup: { op: 'GET /dbs/{}/clientencryptionkeys/{}', how: 'Read by id.', pages: false },
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'Keys are not made in the portal.',
  api: 'Refuses with 409.',
  remedies: [
    remedy('create-or-get', 'll--', 'On 409 read the key and use it.', 'One read, only after a conflict.'),
    useless('new-key', '-lh-', 'A second key splits the data between two keys.'),
    useless('plain-retry', 'l--m', 'The key stays, and every repeat is refused.'),
  ],
  timeline: timeline(
    'Instance, Cosmos DB',
    `Instance -> Cosmos DB: create key k1
     Cosmos DB x> Instance: 409
     Instance -> Cosmos DB: read key k1
     Cosmos DB => Instance: 200`,
  ),
  records: ['cosmos-encryption-key-exists'],
  sources: [
    'Azure/azure-cosmos-dotnet-v3: Microsoft.Azure.Cosmos.Encryption.Custom/src/DataEncryptionKeyContainer.cs L42 (XML doc table)',
  ],
};
