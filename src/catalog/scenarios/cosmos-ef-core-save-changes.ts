import { remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'cosmos/ef-core-save-changes',
  title: 'SaveChanges of EF Core over Cosmos DB',
  service: 'cosmos',
  cause: 'duplicate',
  confidence: 'documented',
  summary:
    'EF Core turns a stale ETag (412) into DbUpdateConcurrencyException and a taken id (409) into plain DbUpdateException, whose inner CosmosException says Conflict. The first derives from the second, so the order of the catch blocks decides.',
  operations: [],
  answers: [
    { status: 409, codes: ['DbUpdateException'] },
    { status: 412, codes: ['DbUpdateConcurrencyException'] },
  ],
  idempotent: [],
  intent: ['ensure', 'must-be-new'],
  plainRetry: 'after-reread',
  retryAfter: false,
  portal: 'No difference is known.',
  api: 'The provider maps two statuses to two exception types.',
  remedies: [
    remedy(
      'reread-and-reapply',
      'lm-l',
      'Catch DbUpdateConcurrencyException first, reload the entry, apply the change again.',
    ),
    remedy('report-conflict', '-l--', 'Then catch DbUpdateException and test the inner CosmosException for Conflict.'),
    useless('plain-retry', 'l--m', 'SaveChanges again sends the same insert.'),
  ],
  timeline: timeline(
    'Service, EF Core, Cosmos DB',
    `Service -> EF Core: SaveChanges (new order-17)
     EF Core -> Cosmos DB: create order-17
     Cosmos DB x> EF Core: 409
     EF Core x> Service: DbUpdateException, inner Conflict`,
  ),
  records: ['cosmos-efcore-mapping'],
  sources: ['dotnet/efcore: src/EFCore.Cosmos/Storage/Internal/CosmosClientWrapper.cs L878-886'],
};
