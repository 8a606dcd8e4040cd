import { marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/approval-already-decided',
  title: 'Approval stage another approver has decided',
  service: 'graph',
  cause: 'state',
  confidence: 'documented',
  summary: 'The first decision of a stage counts. A second approver of the same stage gets 409.',
  operations: [
    ...marked('PATCH', '/identityGovernance/entitlementManagement/accessPackageAssignmentApprovals/{}/stages/{}'),
    ...marked('PATCH', '/identityGovernance/entitlementManagement/accessPackageAssignmentApprovals/{}/steps/{}', {
      beta: true,
    }),
  ],
  answers: [{ status: 409, codes: [] }],
  lookup: {
    op: 'GET /identityGovernance/entitlementManagement/accessPackageAssignmentApprovals/{}/stages/{}',
    how: 'Read status and reviewResult.',
    pages: false,
  },
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'My Access takes the request off the list once it is decided.',
  api: 'Refuses the later decision with 409.',
  remedies: [
    remedy(
      'report-conflict',
      'll--',
      'On 409 read the stage; completed means stop, and show the decision that counts.',
      'One read, only after a conflict.',
    ),
    useless('plain-retry', 'l--m', 'The stage stays decided.'),
  ],
  timeline: timeline(
    'Ada, Microsoft Graph, Ben',
    `Ada -> Microsoft Graph: PATCH stage (Approve)
     Microsoft Graph => Ada: 204
     Ben -> Microsoft Graph: PATCH stage (Deny)
     Microsoft Graph x> Ben: 409 already decided`,
  ),
  records: ['graph-approvalstage-already-decided'],
  sources: [
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): api-reference/beta/api/approvalstep-update.md L54',
    'microsoftgraph/microsoft-graph-docs.pt-BR (docs of Feb 2023): api-reference/v1.0/api/approvalstage-update.md L57',
  ],
};
