import { explained, marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/container-permission-exists',
  title: 'Person who already has a role in a SharePoint Embedded container',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'documented',
  summary:
    'Granting a role in a file storage container to somebody who has another role there answers 409, because conflictBehavior is fail unless the request says replace. A PATCH of the whole collection answers 200 and reports the 409 of each entry inside.',
  operations: [
    ...marked('POST', '/storage/fileStorage/containers/{}/permissions'),
    ...explained('PATCH', '/storage/fileStorage/containers/{}/permissions'),
  ],
  answers: [{ status: 409, codes: [] }],
  identity: { fields: ['grantedToV2'], caseSensitive: false, scope: 'the container' },
  lookup: {
    op: 'GET /storage/fileStorage/containers/{}/permissions',
    how: 'Match grantedToV2, then compare roles.',
    pages: true,
  },
  idempotent: [{ form: '@microsoft.graph.conflictBehavior: replace', warning: 'takes away the role the person had' }],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'The SharePoint admin center changes the role of the person who is listed.',
  api: 'Refuses with 409 unless conflictBehavior is replace.',
  remedies: [
    remedy(
      'create-or-get',
      'll--',
      'On 409 read the permissions; where the role differs, change it by PATCH of that permission.',
      'One list, only after a conflict.',
    ),
    remedy('upsert', '-ll-', 'Send conflictBehavior replace.', 'A higher role can be lowered without notice.'),
    useless('plain-retry', 'l--m', 'The role stays, and every repeat is refused.'),
  ],
  timeline: timeline(
    'App, Microsoft Graph',
    `App -> Microsoft Graph: POST permissions (Ada, writer)
     Microsoft Graph x> App: 409, Ada is a reader
     App -> Microsoft Graph: GET permissions
     App -> Microsoft Graph: PATCH permissions/{id} (writer)
     Microsoft Graph => App: 200`,
  ),
  records: [],
  sources: [
    'learn.microsoft.com/graph/api/filestoragecontainer-patch-permissions (conflictBehavior fail or replace, default fail, 409 for each entry)',
    'learn.microsoft.com/graph/api/filestoragecontainer-post-permissions',
  ],
};
