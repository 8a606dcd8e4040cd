import { explained, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'cosmos/create-if-not-exists-race',
  title: 'Create-if-not-exists of several instances at once',
  service: 'cosmos',
  cause: 'concurrency',
  confidence: 'maintainer-said',
  summary:
    'Create-if-not-exists reads, then creates. Several instances that start together can pass the read together, and in some SDK versions the 409 of the losers comes out. The .NET SDK reads again by itself; JavaScript, Python and Java were seen to let it through. It is explained and not marked.',
  operations: explained('POST', ['/dbs#if-not-exists', '/dbs/{}/colls#if-not-exists']),
  answers: [{ status: 409, codes: ['Conflict'] }],
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'after-reread',
  retryAfter: false,
  portal: 'One person makes one container.',
  api: 'The SDK hides the race more or less well.',
  remedies: [
    remedy('serialize-writes', 'lm--', 'Make databases and containers once, at deployment.', 'A deployment step.'),
    remedy('create-or-get', 'll--', 'On 409 read: the winner has made it.', 'One metadata read.'),
    useless(
      'back-off-and-retry',
      'm--h',
      'Start-up storms run into the limit for metadata calls, which more request units do not lift.',
    ),
  ],
  timeline: timeline(
    'Instance 1, Cosmos DB, Instance 2',
    `Instance 1 -> Cosmos DB: read container
     Cosmos DB x> Instance 1: 404
     Instance 2 -> Cosmos DB: read container
     Cosmos DB x> Instance 2: 404
     Instance 1 -> Cosmos DB: create container
     Cosmos DB => Instance 1: 201
     Instance 2 -> Cosmos DB: create container
     Cosmos DB x> Instance 2: 409`,
  ),
  records: ['cosmos-create-if-not-exists-race'],
  sources: [
    'Azure/azure-sdk-for-java#25918 (sporadic 409 in Java)',
    'Azure/azure-cosmos-dotnet-v3#3927 / azure-sdk-for-net#37107 (docs list 409)',
    'Azure/azure-cosmos-dotnet-v3: Microsoft.Azure.Cosmos/src/Resource/Database/DatabaseCore.cs L251-258 and DocumentClient.cs ~L1960-1995 (read, create, read again on Conflict)',
  ],
};
