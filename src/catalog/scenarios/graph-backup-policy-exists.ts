import { expand, explained, marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/backup-policy-exists',
  title: 'Backup policy or unit that is protected already',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'documented',
  summary:
    'One active protection policy of a kind is allowed, and a site, mailbox or account is protected once. The same clash is 409 on create, 200 with an error inside on PATCH, and 400 for duplicates within one list. States that do not fit are 403 or 500.',
  operations: [
    ...marked(
      'POST',
      expand(
        ['/solutions/backupRestore'],
        ['/sharePointProtectionPolicies', '/exchangeProtectionPolicies', '/oneDriveForBusinessProtectionPolicies'],
      ),
    ),
    ...explained(
      'PATCH',
      expand(
        ['/solutions/backupRestore'],
        [
          '/sharePointProtectionPolicies/{}',
          '/exchangeProtectionPolicies/{}',
          '/oneDriveForBusinessProtectionPolicies/{}',
        ],
      ),
    ),
  ],
  answers: [
    { status: 409, codes: ['PolicyCreationNotAllowed', 'ProtectionUnitAlreadyExists'] },
    { status: 200, codes: ['ProtectionUnitAlreadyExists'] },
    {
      status: 400,
      codes: ['DuplicateProtectionUnitInList', 'DuplicateArtifactInList', 'DuplicateArtifactRestoreRequest'],
    },
  ],
  identity: { fields: ['the kind of policy', 'the protected unit'], caseSensitive: 'unknown', scope: 'the tenant' },
  lookup: {
    op: 'GET /solutions/backupRestore/protectionPolicies',
    how: 'Find the active policy of the kind.',
    pages: true,
  },
  idempotent: [],
  intent: ['ensure'],
  silent: 'PATCH answers 200 and reports clashes in the error field of each unit.',
  plainRetry: 'never',
  retryAfter: false,
  portal: 'The admin center leads to the policy that is there.',
  api: 'Refuses with 409, 400, or inside a 200.',
  remedies: [
    remedy(
      'create-or-get',
      'lm--',
      'On 409 find the active policy and PATCH it; read the error of each unit even when the status is 200.',
      'One list, only after a conflict.',
    ),
    remedy('check-before-create', 'll-l', 'List first; keep the answer to the 409.'),
    useless('plain-retry', 'l--m', 'The policy stays.'),
  ],
  timeline: timeline(
    'Setup, Microsoft Graph',
    `Setup -> Microsoft Graph: POST sharePointProtectionPolicies
     Microsoft Graph x> Setup: 409 PolicyCreationNotAllowed
     Setup -> Microsoft Graph: GET protectionPolicies
     Setup -> Microsoft Graph: PATCH sharePointProtectionPolicies/{id}
     Microsoft Graph => Setup: 200 with an error inside one unit`,
  ),
  records: ['graph-backup-policy-exists', 'graph-backup-unit-already-protected', 'graph-backup-wrong-state-403'],
  sources: ['microsoftgraph/microsoft-graph-docs-contrib : concepts/backup-storage-error-codes.md'],
};
