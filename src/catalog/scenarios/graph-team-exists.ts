import { explained, marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/team-exists',
  title: 'Group that already has a team',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'community-reported',
  summary:
    'A group carries at most one team. PUT /groups/{id}/team looks idempotent and is not: a group with a team answers 409. POST /teams for an existing group meets the same rule; without a group it makes a new team each time, since team names are not unique. Right after the group is made the call answers 404, which is a delay and not a clash.',
  operations: [
    ...marked('PUT', '/groups/{}/team'),
    ...marked('POST', '/teams'),
    ...explained('POST', '/teams/{}/clone'),
  ],
  answers: [
    { status: 409, codes: ['Conflict'], texts: ['Team already exists'] },
    { status: 400, codes: ['BadRequest'], texts: ['Tabs with duplicate DisplayName are not allowed'] },
  ],
  identity: { fields: ['path', 'group@odata.bind'], caseSensitive: false, scope: 'the group' },
  lookup: { op: 'GET /teams/{}', how: 'The team has the id of its group.', pages: false },
  idempotent: [],
  intent: ['ensure'],
  silent:
    'POST /teams answers 202 and works on; a failure shows only in the operation that the Location header names. A repeat after a timeout makes a second team of the same name.',
  plainRetry: 'never',
  retryAfter: false,
  portal: 'The Teams client lists only groups that have no team when one is made from a group.',
  api: 'PUT answers 409 where a team is, and 404 for up to fifteen minutes after the group was made.',
  remedies: [
    remedy(
      'create-or-get',
      'll--',
      'On 409 read GET /teams/{groupId} and go on, changing settings by PATCH where they differ. On 404 soon after the group was made, wait and repeat up to three times.',
      'One read, only after a conflict.',
    ),
    remedy('check-before-create', 'll-l', 'Read the team first; 404 means create. Keep the answer to the 409.'),
    useless('back-off-and-retry', 'h-hm', 'The team stays. A repeated POST /teams makes a second team instead.'),
  ],
  timeline: timeline(
    'Provisioning, Microsoft Graph',
    `Provisioning -> Microsoft Graph: PUT /groups/{id}/team
     Microsoft Graph => Provisioning: 201 Created, the answer is lost
     Provisioning -> Microsoft Graph: PUT /groups/{id}/team
     Microsoft Graph x> Provisioning: 409 Team already exists
     Provisioning -> Microsoft Graph: GET /teams/{id}
     Microsoft Graph => Provisioning: 200 the team`,
  ),
  records: [
    'graph-team-put-already-exists',
    'graph-team-clone-or-create-async',
    'graph-team-template-tab-duplicate-400',
  ],
  sources: [
    'pnp/powershell: src/Commands/Utilities/TeamsUtility.cs ~L221',
    'pnp/pnpcore: TeamCreator.cs ~L50',
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): api-reference/v1.0/api/team-put-teams.md (404 and retry advice)',
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): api-reference/v1.0/api/team-post.md',
    'microsoft-graph-docs#11720 / contrib#3855',
  ],
};
