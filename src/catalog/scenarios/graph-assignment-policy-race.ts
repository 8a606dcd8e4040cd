import { marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/assignment-policy-race',
  title: 'Access package policies made in parallel',
  service: 'graph',
  cause: 'concurrency',
  confidence: 'community-reported',
  summary:
    'Creating several assignment policies at once fails with DuplicateKey although no two are equal. The code reads like a duplicate and is a race: the calls succeed one after the other.',
  operations: marked('POST', '/identityGovernance/entitlementManagement/assignmentPolicies'),
  answers: [{ status: 409, codes: ['DuplicateKey'], texts: ['There is already a duplicated entity'] }],
  lookup: {
    op: 'GET /identityGovernance/entitlementManagement/assignmentPolicies',
    how: 'After the refusal list the policies of the package, to see whether this one was made after all.',
    pages: true,
  },
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'after-delay',
  retryAfter: false,
  portal: 'The portal makes one policy at a time.',
  api: 'Refuses parallel creates with 409.',
  remedies: [
    remedy('serialize-writes', 'ml--', 'Create the policies of a package one after the other.'),
    remedy(
      'back-off-and-retry',
      'mlll',
      'On DuplicateKey list the policies, then repeat with jitter and a cap if this one is missing.',
    ),
    useless('create-or-get', 'l---', 'There is no twin to adopt.'),
  ],
  timeline: timeline(
    'Worker 1, Microsoft Graph, Worker 2',
    `Worker 1 -> Microsoft Graph: POST assignmentPolicies (employees)
     Worker 2 -> Microsoft Graph: POST assignmentPolicies (partners)
     Microsoft Graph => Worker 1: 201 Created
     Microsoft Graph x> Worker 2: 409 DuplicateKey
     Worker 2 -> Microsoft Graph: POST assignmentPolicies (partners)
     Microsoft Graph => Worker 2: 201 Created`,
  ),
  records: ['graph-accesspackage-policy-duplicatekey-race'],
  sources: ['hashicorp/terraform-provider-azuread#1239 (2023)', 'hashicorp/terraform-provider-azuread#1864 (2026)'],
};
