import { marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'cosmos/user-permission-exists',
  title: 'User, or permission for the same resource',
  service: 'cosmos',
  cause: 'duplicate',
  confidence: 'documented',
  summary:
    'User ids are unique in a database, and permission ids for a user. A permission is unique by its resource as well: a new id for a resource that another permission of the user covers answers 409.',
  operations: marked('POST', ['/dbs/{}/users', '/dbs/{}/users/{}/permissions']),
  answers: [{ status: 409, codes: ['Conflict'] }],
  identity: { fields: ['id', 'resource'], caseSensitive: true, scope: 'the database, or the user' },
  lookup: {
    op: 'GET /dbs/{}/users/{}/permissions',
    how: 'List and match the resource; the id may differ.',
    pages: true,
  },
  idempotent: [
    {
      form: 'the upsert call of the SDK',
      warning: 'replaces by id; a permission for the same resource under another id still clashes',
    },
  ],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'The portal does not show users and permissions of a database.',
  api: 'Refuses with 409.',
  remedies: [
    remedy(
      'create-or-get',
      'll--',
      'On 409 read the user by id; for a permission list and use the one with the same resource, replacing its mode where it differs.',
      'One read or list, only after a conflict.',
    ),
    remedy('check-before-create', 'll-l', 'Read first; keep the answer to the 409.'),
    useless('new-key', '-l--', 'Another permission id for the same resource fails alike.'),
    useless('plain-retry', 'l--m', 'The user or permission stays.'),
  ],
  timeline: timeline(
    'Token service, Cosmos DB',
    `Token service -> Cosmos DB: create permission p2 (container items)
     Cosmos DB x> Token service: 409, p1 covers it
     Token service -> Cosmos DB: list permissions
     Cosmos DB => Token service: 200 p1`,
  ),
  records: ['cosmos-user-permission-duplicate'],
  sources: ['learn.microsoft.com/rest/api/cosmos-db/create-a-permission'],
};
