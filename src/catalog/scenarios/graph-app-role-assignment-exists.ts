import { marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/app-role-assignment-exists',
  title: 'Application role already assigned',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'community-reported',
  summary:
    'An application role is assigned once to each principal. The repeat is refused; users report 400, and deployment tools report it as a conflict, so both statuses have to be expected.',
  operations: marked('POST', [
    '/servicePrincipals/{}/appRoleAssignedTo',
    '/servicePrincipals/{}/appRoleAssignments',
    '/users/{}/appRoleAssignments',
    '/me/appRoleAssignments',
    '/groups/{}/appRoleAssignments',
  ]),
  answers: [
    {
      status: 400,
      codes: ['Request_BadRequest'],
      texts: ['EntitlementGrant entry already exists', 'Permission being assigned already exists on the object'],
      unverified: true,
    },
    {
      status: 409,
      codes: ['Conflict'],
      texts: ['Permission being assigned already exists on the object'],
      unverified: true,
    },
  ],
  identity: { fields: ['principalId', 'resourceId', 'appRoleId'], caseSensitive: false, scope: 'the resource' },
  lookup: {
    op: 'GET /servicePrincipals/{}/appRoleAssignedTo',
    how: 'Read every page and match principalId and appRoleId.',
    pages: true,
  },
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'The portal lists who is assigned and does not offer them again.',
  api: 'Refuses with a sentence that says the assignment exists; the status differs between reports.',
  remedies: [
    remedy(
      'create-or-get',
      'll--',
      'On 400 or 409 whose text says that the assignment exists, go on; read the assignment where its id is needed.',
      'A read only where the id is needed.',
    ),
    remedy(
      'check-before-create',
      'hm-m',
      'Read the assignments first. Long lists are paged and slow; keep the answer to the refusal.',
    ),
    useless('plain-retry', 'm--m', 'The assignment is there and stays there.'),
  ],
  timeline: timeline(
    'Script, Microsoft Graph',
    `Script -> Microsoft Graph: POST /servicePrincipals/{id}/appRoleAssignedTo
     Microsoft Graph x> Script: 400 or 409, the entry already exists
     Script .. Script: done, the role is assigned`,
  ),
  records: ['graph-approleassignment-duplicate'],
  sources: ['microsoftgraph/msgraph-bicep-types#161'],
};
