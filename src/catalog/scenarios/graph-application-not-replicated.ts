import { marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/application-not-replicated',
  title: 'Application changed before its consumer side exists',
  service: 'graph',
  cause: 'state',
  confidence: 'maintainer-said',
  summary:
    'An application for work and personal accounts has a twin on the consumer side, made with a delay. A PATCH right after the create can meet its absence and answers 409, or 404. It clears by itself.',
  operations: marked('PATCH', '/applications/{}', { needs: 'after-create' }),
  answers: [
    {
      status: 409,
      codes: ['Error_MsaAppDoesNotExist'],
      texts: ['corresponding MSA application does not exist'],
      when: 'after-create',
    },
    { status: 404, codes: [], when: 'after-create' },
  ],
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'after-delay',
  retryAfter: false,
  portal: 'The portal opens the new application after a pause that is long enough.',
  api: 'Refuses the PATCH until the consumer side exists.',
  remedies: [
    remedy(
      'back-off-and-retry',
      'ml--',
      'Repeat the PATCH, never the POST, with a bounded back-off on 409 and 404, only in the window after the create.',
      'A longer create. Repeating the POST makes a second application.',
    ),
    useless('create-or-get', 'l---', 'The application exists; its twin does not yet.'),
  ],
  timeline: timeline(
    'Deployment, Microsoft Graph',
    `Deployment -> Microsoft Graph: POST /applications (work and personal accounts)
     Microsoft Graph => Deployment: 201 Created
     Deployment -> Microsoft Graph: PATCH /applications/{id}
     Microsoft Graph x> Deployment: 409 Error_MsaAppDoesNotExist
     Deployment .. Deployment: waits
     Deployment -> Microsoft Graph: PATCH /applications/{id}
     Microsoft Graph => Deployment: 204`,
  ),
  records: ['graph-application-msa-app-not-replicated'],
  sources: [
    'hashicorp/terraform-provider-azuread#1764 and PR #1768',
    'hashicorp/terraform-provider-azuread: internal/services/applications/applications.go L30-31 (applicationUpdateRetryFunc)',
  ],
};
