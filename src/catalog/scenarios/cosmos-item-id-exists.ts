import { explained, marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'cosmos/item-id-exists',
  title: 'Item with the same id in the partition',
  service: 'cosmos',
  cause: 'duplicate',
  confidence: 'documented',
  summary:
    'An id is unique within one value of the partition key. Creating a second item on a used pair answers 409, also when the first one was written by an earlier try of the same call whose answer was lost. The same id under another partition key value is no clash, so two copies of one thing can live side by side without any error. With several write regions 409 is only given for clashes inside one region.',
  operations: [
    ...marked('POST', '/dbs/{}/colls/{}/docs'),
    ...explained('POST', '/dbs/{}/colls/{}/docs#upsert'),
    ...explained('GET', '/dbs/{}/colls/{}/docs/{}'),
  ],
  answers: [
    {
      status: 409,
      codes: ['Conflict'],
      texts: ['Resource with specified id or name already exists', 'Entity with the specified id already exists'],
    },
  ],
  identity: { fields: ['id', 'the partition key'], caseSensitive: true, scope: 'the partition key value' },
  lookup: {
    op: 'GET /dbs/{}/colls/{}/docs/{}',
    how: 'Point read by id and partition key with the same client (session token). Do not query: a point read costs about 1 RU. It can answer 404 when the clash was a unique key, when the item was deleted in between, or when an application hides soft-deleted items.',
    pages: false,
  },
  idempotent: [
    {
      form: 'upsert',
      warning: 'replaces the whole item and overwrites a concurrent writer; unique keys still answer 409',
    },
    {
      form: 'a deterministic id derived from the request',
      warning: 'only together with an answer to the 409 that compares the item',
    },
  ],
  intent: ['ensure', 'must-be-new', 'lock'],
  silent:
    'With several write regions two creates of one id in two regions both answer 201; the conflict resolution policy of the container picks the survivor later.',
  plainRetry: 'never',
  retryAfter: false,
  portal: 'Data Explorer shows the refusal and keeps the text in the editor, so that a person changes the id.',
  api: 'Refuses with 409. No SDK retries it; timed-out creates are not retried by most SDKs, because they may have been applied.',
  remedies: [
    remedy(
      'create-or-get',
      'lm--',
      'On 409 point-read the item and compare: the same request means success, another content means report it. Re-read a bounded number of times, since 404 is possible.',
      'One point read, about 1 RU, only after a conflict. Returns the existing item; the new values are not written.',
    ),
    remedy(
      'report-conflict',
      '-l--',
      'Where the create is a lock, a claim or the next event of a stream, 409 is the answer: not acquired.',
      'No further call.',
    ),
    remedy(
      'upsert',
      '-lm-',
      'Use upsert where the last writer may win.',
      'Overwrites a concurrent writer without an error.',
    ),
    remedy(
      'idempotency-key',
      '-l--',
      'Derive the id from the request, so that a repeat meets its own item, and store a request id to tell it from a stranger.',
    ),
    remedy(
      'new-key',
      '-l--',
      'Where every item is a new one, let the client make a random id.',
      'A repeat after a timeout then makes a second item.',
    ),
    remedy(
      'check-before-create',
      'll-l',
      'Point-read first. Racy: the answer to the 409 stays necessary.',
      'About 1 RU for each create.',
    ),
    useless('back-off-and-retry', 'h--m', 'The id stays taken. Every repeat costs request units and fails alike.'),
  ],
  timeline: timeline(
    'Worker 1, Cosmos DB, Worker 2',
    `Worker 1 -> Cosmos DB: create order-17
     Cosmos DB => Worker 1: 201 Created
     Worker 2 -> Cosmos DB: create order-17
     Cosmos DB x> Worker 2: 409 Conflict
     Worker 2 -> Cosmos DB: point read order-17
     Cosmos DB => Worker 2: 200 compare with its own request`,
  ),
  records: ['cosmos-create-item-id-exists', 'cosmos-create-with-etag-condition-409-not-412'],
  sources: [
    'MicrosoftDocs/azure-databases-docs: articles/cosmos-db/... conceptual-resilient-sdk-applications.md',
    'learn.microsoft.com/rest/api/cosmos-db/http-status-codes-for-cosmosdb',
    'Azure/azure-sdk-for-java: sdk/cosmos/azure-cosmos/docs/StatusCodes.md',
    'MicrosoftDocs/azure-docs#63429 (check first or catch Conflict?)',
    'Azure/ARO-HCP PR #681',
  ],
};
