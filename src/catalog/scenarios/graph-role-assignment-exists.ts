import { marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/role-assignment-exists',
  title: 'Directory role already assigned or requested',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'documented',
  summary:
    'A role is assigned once to a principal in a scope. A repeat of the plain assignment and of a privileged-access request is refused with 400; only the code or the sentence tells that it is there. Requests are purged after about 45 days while the schedule lives on, so a look at the requests can say "not there" wrongly. Role assignments of Azure Resource Manager, by contrast, answer 409.',
  operations: marked('POST', [
    '/roleManagement/directory/roleAssignments',
    '/roleManagement/directory/roleAssignmentScheduleRequests',
    '/roleManagement/directory/roleEligibilityScheduleRequests',
  ]),
  answers: [
    {
      status: 400,
      codes: ['Request_BadRequest'],
      texts: ['A conflicting object with one or more of the specified property values is present'],
    },
    {
      status: 400,
      codes: ['RoleAssignmentExists', 'PendingRoleAssignmentRequest'],
      texts: ['The Role assignment already exists'],
    },
    { status: 400, codes: ['ResourceIsLocked'] },
  ],
  identity: {
    fields: ['principalId', 'roleDefinitionId', 'directoryScopeId'],
    caseSensitive: false,
    scope: 'the tenant',
  },
  lookup: {
    op: 'GET /roleManagement/directory/roleAssignments',
    how: 'Filter on principalId, roleDefinitionId and directoryScopeId; for requests read roleAssignmentSchedules, not the requests.',
    pages: true,
  },
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'The portal shows the assignment and offers to extend it.',
  api: 'Refuses with 400; three different causes share the status.',
  remedies: [
    remedy(
      'create-or-get',
      'lm--',
      'On 400 with one of these codes read the assignment or schedule; the same end date means done, otherwise send adminUpdate or adminExtend.',
      'One read, only after a conflict.',
    ),
    remedy('check-before-create', 'll-l', 'Read the schedules first; keep the answer to the 400.'),
    useless('back-off-and-retry', 'h--m', 'Only ResourceIsLocked clears with time; the assignment stays.'),
  ],
  timeline: timeline(
    'Script, Microsoft Graph',
    `Script -> Microsoft Graph: POST roleAssignmentScheduleRequests
     Microsoft Graph x> Script: 400 RoleAssignmentExists
     Script -> Microsoft Graph: GET roleAssignmentSchedules
     Microsoft Graph => Script: 200 the schedule, compare the end date`,
  ),
  records: ['graph-role-assignment-duplicate-400', 'graph-pim-assignment-request-duplicate-400'],
  sources: [
    'dod-ccpo/atat#1554',
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): api-reference/beta/api/governanceroleassignmentrequest-post.md L82-83',
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): api-reference/beta/api/privilegedroleassignmentrequest-post.md',
    'pnp/cli-microsoft365: entra pim role assignment specs',
    'Microsoft365DSC#5532',
    'hashicorp/terraform-provider-azuread: directory_role_eligibility_schedule_request_resource.go',
  ],
};
