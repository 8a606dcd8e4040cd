import { explained, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'cosmos/retry-with',
  title: 'Writes that race and may be sent again (449)',
  service: 'cosmos',
  cause: 'concurrency',
  confidence: 'documented',
  summary:
    'Two upserts that both turn into inserts, and patches or scripts that meet, answer 449 with a text that speaks of a conflict. It is neither 409 nor 412, and it is the one that a repeat cures. The .NET and Java SDKs repeat it by themselves; in the retry helpers of JavaScript and Python no branch for it was found. 429 is something else again: throttling, with a reliable wait header.',
  operations: [
    ...explained('POST', '/dbs/{}/colls/{}/docs#upsert'),
    ...explained('PATCH', '/dbs/{}/colls/{}/docs/{}'),
    ...explained('POST', '/dbs/{}/colls/{}/sprocs/{}'),
  ],
  answers: [
    {
      status: 449,
      codes: ['RetryWith'],
      texts: ['Conflicting request to resource has been attempted. Retry to avoid conflicts'],
    },
  ],
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'after-delay',
  retryAfter: false,
  portal: 'No difference is known.',
  api: 'Answers 449; has no name in the status enumeration of .NET.',
  remedies: [
    remedy(
      'back-off-and-retry',
      'll-l',
      'Let the SDK repeat it; where it comes out, repeat a few times with random back-off and a cap.',
      'Latency at hot items. An old defect returned 449 for unique keys for ever: the cap is needed.',
    ),
    remedy('serialize-writes', 'mm--', 'Fewer parallel writers for each item.'),
    useless('create-or-get', 'l---', 'There is no twin to adopt yet: the other write is still going on.'),
  ],
  timeline: timeline(
    'Worker 1, Cosmos DB, Worker 2',
    `Worker 1 -> Cosmos DB: upsert a
     Worker 2 -> Cosmos DB: upsert a
     Cosmos DB => Worker 1: 201
     Cosmos DB x> Worker 2: 449
     Worker 2 -> Cosmos DB: upsert a
     Cosmos DB => Worker 2: 200`,
  ),
  records: ['cosmos-upsert-concurrent-449', 'cosmos-449-sdk-handling', 'cosmos-429-vs-409'],
  sources: [
    'Azure/azure-cosmos-dotnet-v2#523',
    'Azure/azure-cosmosdb-spark#196, #273',
    'Azure/azure-sdk-for-java: sdk/cosmos/azure-cosmos/docs/StatusCodes.md',
    'learn.microsoft.com/rest/api/cosmos-db/http-status-codes-for-cosmosdb',
    'Azure/azure-cosmos-dotnet-v3: Microsoft.Azure.Cosmos/src/GatewayRetryWithRetryPolicy.cs',
    'Azure/azure-cosmos-dotnet-v3: docs/SdkDesign.md L156',
    'Azure/azure-sdk-for-java: sdk/cosmos/azure-cosmos/docs/StatusCodes.md (449: always transient, retried by SDK)',
    'microsoft/fhir-server: RetryExceptionPolicyFactory.cs L110 (adds 449 by number)',
    'Azure/azure-sdk-for-js: sdk/cosmosdb/cosmos/src/retry/retryUtility.ts (older version read)',
    'Azure/azure-sdk-for-python: azure/cosmos/_retry_utility.py (version read)',
    'MicrosoftDocs/azure-databases-docs: articles/cosmos-db/... conceptual-resilient-sdk-applications.md',
    'Azure/azure-cosmos-dotnet-v3: docs/SdkDesign.md',
  ],
};
