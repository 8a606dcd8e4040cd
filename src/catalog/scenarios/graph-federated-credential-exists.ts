import { marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/federated-credential-exists',
  title: 'Federated credential with the same name or subject',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'community-reported',
  summary:
    'A federated identity credential is unique twice over: by name, and by issuer and subject together. A used name answers 409; a used issuer and subject under another name answers 400. One endpoint, two statuses.',
  operations: marked('POST', '/applications/{}/federatedIdentityCredentials'),
  answers: [
    {
      status: 409,
      codes: ['Request_MultipleObjectsWithSameKeyValue'],
      texts: ['FederatedIdentityCredential with name'],
    },
    { status: 400, codes: ['InvalidFederatedIdentityCredentialValue'] },
  ],
  identity: { fields: ['name', 'issuer', 'subject'], caseSensitive: true, scope: 'the application' },
  lookup: {
    op: 'GET /applications/{}/federatedIdentityCredentials',
    how: 'List and match issuer and subject first, then the name. A name that fits hides a wrong subject.',
    pages: true,
  },
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'The portal lists the credentials and checks the name while it is typed.',
  api: 'Refuses a name with 409 and a subject with 400.',
  remedies: [
    remedy(
      'create-or-get',
      'lm--',
      'On 409 or 400 list the credentials: the same issuer and subject means done, the same name with another subject means PATCH or report.',
      'One list, only after a conflict.',
    ),
    remedy('check-before-create', 'll-l', 'List first; keep the answers.'),
    useless('back-off-and-retry', 'h--m', 'The credential stays.'),
  ],
  timeline: timeline(
    'Pipeline, Microsoft Graph',
    `Pipeline -> Microsoft Graph: POST federatedIdentityCredentials (main)
     Microsoft Graph x> Pipeline: 409 name already exists
     Pipeline -> Microsoft Graph: GET federatedIdentityCredentials
     Microsoft Graph => Pipeline: 200 compare issuer and subject`,
  ),
  records: ['graph-federated-credential-name-duplicate', 'graph-federated-credential-subject-duplicate-400'],
  sources: [
    'Azure/azure-dev#1482',
    'Azure/azure-dev: cli/azd/pkg/entraid/entraid.go ~L459-475 (skips creation when the subject exists)',
    'Azure/azure-workload-identity#434',
  ],
};
