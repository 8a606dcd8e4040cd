import { marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/member-already-added',
  title: 'Member or owner already in the list',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'documented',
  summary:
    'A reference is added once. Adding a member or owner who is there already is refused with 400 and a sentence that is the only signal. It is the most common duplicate of Graph, and it is not a 409. A PATCH that binds up to twenty members fails as a whole when one of them is there.',
  operations: [
    ...marked('POST', [
      '/groups/{}/members/$ref',
      '/groups/{}/owners/$ref',
      '/directoryRoles/{}/members/$ref',

      '/directory/administrativeUnits/{}/members/$ref',
      '/applications/{}/owners/$ref',
      '/servicePrincipals/{}/owners/$ref',
      '/servicePrincipals/{}/claimsMappingPolicies/$ref',
      '/education/classes/{}/members/$ref',
      '/education/classes/{}/teachers/$ref',
      '/education/schools/{}/users/$ref',
    ]),
    ...marked('POST', '/administrativeUnits/{}/members/$ref', { beta: true }),
    ...marked('PATCH', '/groups/{}', {
      needs: 'body-property',
      properties: ['members@odata.bind', 'owners@odata.bind'],
    }),
  ],
  answers: [
    {
      status: 400,
      codes: ['Request_BadRequest'],
      texts: ['One or more added object references already exist', 'added object references already exist'],
    },
  ],
  identity: { fields: ['path', '@odata.id'], caseSensitive: false, scope: 'the list of the one object' },
  lookup: {
    op: 'GET /groups/{}/members',
    how: 'Read every page and compare ids, or POST checkMemberGroups for one person.',
    pages: true,
  },
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'The portal shows members as already added and leaves them out of the request.',
  api: 'Refuses with 400 Request_BadRequest; no code of its own. The mirrored delete of a missing member answers 404 or 400.',
  remedies: [
    remedy(
      'create-or-get',
      '-l--',
      'On 400 whose text says that the added references already exist, go on: the member is there. Test the sentence, never the bare 400, which also means an invalid id.',
      'No further call. The text is not a contract and may change.',
    ),
    remedy(
      'check-before-create',
      'hm-m',
      'Read the members first. Slow for large groups, and two runs can still add the same person.',
      'Pages of members for each run.',
    ),
    useless('back-off-and-retry', 'h--m', 'The member is there and stays there. The call had nothing left to do.'),
  ],
  timeline: timeline(
    'Sync job, Microsoft Graph',
    `Sync job -> Microsoft Graph: POST /groups/{id}/members/$ref (Ada)
     Microsoft Graph => Sync job: 204 added
     Sync job .. Sync job: runs again
     Sync job -> Microsoft Graph: POST /groups/{id}/members/$ref (Ada)
     Microsoft Graph x> Sync job: 400 One or more added object references already exist
     Sync job .. Sync job: done, Ada is a member`,
  ),
  records: ['graph-member-ref-exists-400', 'graph-education-member-ref-exists-400'],
  sources: [
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): api-reference/v1.0/api/group-post-members.md L52',
    'manicminer/hamilton: msgraph/groups.go, administrative_units.go, applications.go, directory_roles.go, serviceprincipals.go',
    'microsoftgraph/group-membership-management: Repositories.GraphGroups/GraphGroupMembershipUpdater.cs L34, L215-345',
    'microsoft-graph-docs-contrib#3919',
    'microsoftgraph/microsoft-graph-docs-contrib : #6346',
  ],
};
