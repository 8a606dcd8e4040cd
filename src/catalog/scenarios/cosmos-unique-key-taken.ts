import { explained, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'cosmos/unique-key-taken',
  title: 'Value of a unique key already taken',
  service: 'cosmos',
  cause: 'duplicate',
  confidence: 'documented',
  summary:
    'A unique key policy makes a value, or a combination of values, unique within one value of the partition key. Create, upsert, replace and patch can all break it and answer 409, although the id is new or the item is the own one: upsert does not help. A missing path counts as null, and only one null is allowed. The policy cannot be changed after the container is made. The text tells it from a taken id; abstractions over Cosmos DB often do not map it at all.',
  operations: [
    ...explained('POST', '/dbs/{}/colls/{}/docs', { needs: 'unique-key' }),
    ...explained('POST', '/dbs/{}/colls/{}/docs#upsert', { needs: 'unique-key' }),
    ...explained('PUT|PATCH', '/dbs/{}/colls/{}/docs/{}', { needs: 'unique-key' }),
  ],
  answers: [
    {
      status: 409,
      codes: ['Conflict'],
      texts: ['Unique index constraint violation', 'Resource with specified id, name, or unique index already exists'],
      when: 'unique-key',
    },
  ],
  identity: {
    fields: ['the paths of the unique key policy', 'the partition key'],
    caseSensitive: true,
    scope: 'the partition key value',
  },
  lookup: {
    op: 'POST /dbs/{}/colls/{}/docs#query',
    how: 'Query the value within the partition. A point read by the id of the request answers 404: the holder has another id.',
    pages: true,
  },
  idempotent: [],
  intent: ['ensure', 'must-be-new'],
  silent:
    'The policy holds within one partition key value and one write region. The same value under another key, or written in another region at the same time, is accepted.',
  plainRetry: 'never',
  retryAfter: false,
  portal: 'Data Explorer sets unique keys only while a container is made, and shows the refusal as text.',
  api: 'Refuses with 409. In 2018 an upsert reported it as 449, which a retry loop repeats for ever: cap every loop.',
  remedies: [
    remedy(
      'report-conflict',
      'll--',
      'On 409 find out which value is taken and tell the caller: another address, another order number.',
      'A query costs request units.',
    ),
    remedy(
      'create-or-get',
      'lm--',
      'Where the holder may be the same thing, query it by the unique value and compare.',
      'One query, only after a conflict.',
    ),
    remedy('new-key', 'll--', 'Where the value is made up by the program, make another one.'),
    useless('upsert', '-l--', 'An upsert answers the same 409: it replaces by id, and the id is not what clashes.'),
    useless('back-off-and-retry', 'h--m', 'The value stays taken.'),
  ],
  timeline: timeline(
    'Sign-up 1, Cosmos DB, Sign-up 2',
    `Sign-up 1 -> Cosmos DB: create u1 (email ada@contoso.com)
     Cosmos DB => Sign-up 1: 201 Created
     Sign-up 2 -> Cosmos DB: upsert u2 (email ada@contoso.com)
     Cosmos DB x> Sign-up 2: 409 Unique index constraint violation
     Sign-up 2 -> Cosmos DB: query by email
     Cosmos DB => Sign-up 2: 200 u1 holds it`,
  ),
  records: [
    'cosmos-unique-key-violation',
    'cosmos-unique-key-upsert-449-legacy',
    'cosmos-functions-output-binding',
    'cosmos-dapr-only-412',
    'cosmos-emulator-clone-differences',
  ],
  sources: [
    'MicrosoftDocs/azure-databases-docs: unique-keys.md',
    'Azure/azure-cosmos-dotnet-v3: Microsoft.Azure.Cosmos/tests/Microsoft.Azure.Cosmos.EmulatorTests/UniqueIndexTests.cs L75-160 (create, upsert and replace all give Conflict)',
    'Azure/azure-sdk-for-net#27587',
    'Azure/azure-cosmos-dotnet-v3#1606',
    'IEvangelist/azure-cosmos-dotnet-repository: UniqueKeyPolicyTests.cs L65-69',
    'Azure/azure-cosmos-dotnet-v2#523 (mkolt: 449 here was a defect)',
    'MicrosoftDocs/azure-docs-sdk-dotnet#678',
    'MicrosoftDocs/azure-docs#106789',
    'dapr/components-contrib: state/azure/cosmosdb/cosmosdb.go L440-447, L486',
    'vercel/cosmosdb-server#34',
  ],
};
