import { explained, marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/synchronization-not-settled',
  title: 'Provisioning job on a service principal that has not settled',
  service: 'graph',
  cause: 'state',
  confidence: 'maintainer-said',
  summary:
    'The synchronization (provisioning) calls of a service principal answer 409 or 403 while the service principal or the job is still being replicated. Two client libraries repeat 409 for these calls on purpose.',
  operations: [
    ...marked('POST', [
      '/servicePrincipals/{}/synchronization/jobs',
      '/servicePrincipals/{}/synchronization/jobs/{}/start',
      '/servicePrincipals/{}/synchronization/jobs/{}/pause',
      '/servicePrincipals/{}/synchronization/jobs/{}/restart',
    ]),
    ...marked('DELETE', '/servicePrincipals/{}/synchronization/jobs/{}'),
    ...explained('PUT', '/servicePrincipals/{}/synchronization/secrets'),
  ],
  answers: [
    { status: 409, codes: [] },
    { status: 403, codes: [] },
  ],
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'after-delay',
  retryAfter: false,
  portal: 'The portal waits for the service principal before it shows the provisioning page.',
  api: 'Answers 409 or 403 until replication is done.',
  remedies: [
    remedy(
      'back-off-and-retry',
      'ml-l',
      'Repeat with a bounded back-off, only for these calls and only soon after the service principal was made.',
      'Repeating 403 can hide a missing permission: keep the bound small. Whether a second job of one template is refused is not documented: list the jobs before repeating a create.',
    ),
    useless('create-or-get', 'l---', 'Nothing exists twice; the state has to settle.'),
  ],
  timeline: timeline(
    'Provider, Microsoft Graph',
    `Provider -> Microsoft Graph: POST /servicePrincipals
     Microsoft Graph => Provider: 201 Created
     Provider -> Microsoft Graph: POST synchronization/jobs/{id}/start
     Microsoft Graph x> Provider: 409
     Provider .. Provider: waits
     Provider -> Microsoft Graph: POST synchronization/jobs/{id}/start
     Microsoft Graph => Provider: 204`,
  ),
  records: ['graph-synchronization-consistency'],
  sources: [
    'hashicorp/terraform-provider-azuread: internal/services/synchronization/synchronization.go L21',
    'manicminer/hamilton: msgraph/synchronization.go (ConflictConsistencyFailureFunc)',
  ],
};
