import { explained, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'cosmos/account-name-taken',
  title: 'Account name taken by any tenant',
  service: 'cosmos',
  cause: 'duplicate',
  confidence: 'community-reported',
  summary:
    'The name of an account becomes a DNS name that all tenants share. A taken one is refused; reports show 400 and 409.',
  operations: explained(
    'PUT',
    '/subscriptions/{}/resourceGroups/{}/providers/Microsoft.DocumentDB/databaseAccounts/{}',
  ),
  answers: [
    { status: 409, codes: ['Conflict'], unverified: true },
    { status: 400, codes: ['BadRequest'], texts: ['DNS name', 'already taken'], unverified: true },
  ],
  identity: { fields: ['path'], caseSensitive: false, scope: 'all tenants' },
  idempotent: [],
  intent: ['must-be-new'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'The portal checks the name while it is typed.',
  api: 'Refuses the deployment.',
  remedies: [
    remedy('new-key', '-l--', 'Use a name with a suffix derived from the resource group.'),
    useless('back-off-and-retry', 'h--m', 'The name stays taken.'),
  ],
  timeline: timeline(
    'Deployment, Azure Resource Manager',
    `Deployment -> Azure Resource Manager: PUT databaseAccounts/orders
     Azure Resource Manager x> Deployment: 400 or 409 the DNS name is taken`,
  ),
  records: ['cosmos-account-name-taken'],
  sources: ['hashicorp/terraform-provider-azurerm#2240, #3813'],
};
