import { explained, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'cosmos/own-earlier-write',
  title: 'Conflict with the own earlier try',
  service: 'cosmos',
  cause: 'duplicate',
  confidence: 'documented',
  summary:
    'A create that timed out may have been applied, so most SDKs do not repeat it. An application that does, or the hedging of writes across regions, meets its own item and gets 409 or 412 without any stranger. The Java SDK can recognise its own 409 by a tracking id, the Rust driver retries writes by default.',
  operations: explained('POST', '/dbs/{}/colls/{}/docs'),
  answers: [
    { status: 409, codes: ['Conflict'] },
    { status: 412, codes: ['PreconditionFailed'] },
  ],
  identity: { fields: ['id', 'the partition key'], caseSensitive: true, scope: 'the partition key value' },
  lookup: {
    op: 'GET /dbs/{}/colls/{}/docs/{}',
    how: 'Point read with the same client; compare the content or a request id stored in the item.',
    pages: false,
  },
  idempotent: [{ form: 'upsert with a deterministic id', warning: 'overwrites a concurrent writer' }],
  intent: ['ensure'],
  plainRetry: 'after-reread',
  retryAfter: false,
  portal: 'A person sees that the item is there.',
  api: 'Cannot tell the own try from a stranger.',
  remedies: [
    remedy(
      'idempotency-key',
      'lm--',
      'Use a deterministic id, store a request id in the item, and on 409 after a timeout read and compare: equal means success.',
      'One point read. Treating every 409 as success hides real clashes.',
    ),
    remedy('upsert', '-lm-', 'Where the last writer may win.', 'Overwrites.'),
    useless('back-off-and-retry', 'h--m', 'The own item stays as well.'),
  ],
  timeline: timeline(
    'Worker, Cosmos DB',
    `Worker -> Cosmos DB: create order-17 (request r1)
     Cosmos DB x> Worker: 408 timeout, but the item was written
     Worker -> Cosmos DB: create order-17 (request r1)
     Cosmos DB x> Worker: 409 Conflict
     Worker -> Cosmos DB: point read order-17
     Cosmos DB => Worker: 200 request r1: its own`,
  ),
  records: ['cosmos-create-after-timeout-own-write', 'cosmos-write-hedging-extra-409'],
  sources: [
    'MicrosoftDocs/azure-databases-docs: articles/cosmos-db/... conceptual-resilient-sdk-applications.md',
    'Azure/azure-cosmos-dotnet-v3: docs/SdkDesign.md',
    'Azure/azure-sdk-for-java PR #49728 (test fix: retried create is not idempotent)',
    'Azure/azure-cosmos-dotnet-v3#1420 (408 thrown, write done)',
    'Azure/azure-cosmos-dotnet-v3: docs/Cross Region Request Hedging.md L91-93, L180-195',
    'Azure/azure-cosmos-dotnet-v3: Microsoft.Azure.Cosmos/tests/Microsoft.Azure.Cosmos.EmulatorTests/CosmosAvailabilityStrategyTests.cs ~L1091, ~L1295',
  ],
};
