import { explained, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'cosmos/account-operation-running',
  title: 'Account, throughput or snapshot change while another runs',
  service: 'cosmos',
  cause: 'state',
  confidence: 'documented',
  summary:
    'Changes to an account take an exclusive lock: a second one is answered 412 with the advice to try later, which has nothing to do with ETags. A change of throughput during another is 423, a snapshot while one is pending is 409. All of these clear by waiting.',
  operations: [
    ...explained('PUT', [
      '/subscriptions/{}/resourceGroups/{}/providers/Microsoft.DocumentDB/databaseAccounts/{}',
      '/subscriptions/{}/resourceGroups/{}/providers/Microsoft.DocumentDB/databaseAccounts/{}/sqlRoleAssignments/{}',
      '/subscriptions/{}/resourceGroups/{}/providers/Microsoft.DocumentDB/databaseAccounts/{}/sqlDatabases/{}',
      '/offers/{}',
    ]),
    ...explained('POST', '/snapshots'),
  ],
  answers: [
    { status: 412, codes: ['PreconditionFailed'], texts: ['operation in progress which requires exclusive lock'] },
    { status: 423, codes: [] },
    { status: 409, codes: ['Conflict'] },
  ],
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'after-delay',
  retryAfter: false,
  portal: 'The portal shows the running change and greys out the others.',
  api: 'Refuses until the running change has ended.',
  remedies: [
    remedy(
      'serialize-writes',
      'hm--',
      'Make control-plane changes of one account one after the other (dependsOn in templates).',
      'Slower deployments.',
    ),
    remedy(
      'back-off-and-retry',
      'hl-l',
      'Wait from thirty seconds up, with a cap; for throughput poll until nothing is pending.',
      'Minutes.',
    ),
    useless('reread-and-reapply', 'lm-l', 'A fresh ETag does not lift the lock.'),
  ],
  timeline: timeline(
    'Pipeline 1, Azure Resource Manager, Pipeline 2',
    `Pipeline 1 -> Azure Resource Manager: PUT databaseAccounts/{name}
     Azure Resource Manager => Pipeline 1: 202
     Pipeline 2 -> Azure Resource Manager: PUT sqlRoleAssignments/{id}
     Azure Resource Manager x> Pipeline 2: 412 exclusive lock`,
  ),
  records: ['cosmos-account-exclusive-lock-412', 'cosmos-throughput-scale-423', 'cosmos-snapshot-pending'],
  sources: [
    'hashicorp/terraform-provider-azurerm#15842, #17233',
    'learn.microsoft.com/rest/api/cosmos-db/http-status-codes-for-cosmosdb',
    'Azure/azure-cosmos-dotnet-v3: Microsoft.Azure.Cosmos/src/DocumentClient.cs (CreateSnapshot remarks)',
  ],
};
