import { expand, marked, remedy, timeline, USERS, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/teams-app-installed',
  title: 'Teams app already installed in the scope',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'maintainer-said',
  summary:
    'An app is installed once for a team, chat or user. The repeat answers 409, and the app is there: a template of Microsoft goes on as after a success.',
  operations: marked('POST', [
    '/teams/{}/installedApps',
    '/chats/{}/installedApps',
    ...expand(USERS, '/teamwork/installedApps'),
    ...expand(USERS, '/chats/{}/installedApps'),
  ]),
  answers: [{ status: 409, codes: ['Conflict'] }],
  identity: { fields: ['path', 'teamsApp@odata.bind'], caseSensitive: false, scope: 'the team, chat or user' },
  lookup: {
    op: 'GET /teams/{}/installedApps',
    how: "Expand teamsApp and filter on teamsApp/id eq '…' for the installation id.",
    pages: true,
  },
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'The Teams client shows the app as added and offers to open it.',
  api: 'Refuses with 409. A newer version is installed by POST …/upgrade.',
  remedies: [
    remedy(
      'create-or-get',
      'll--',
      'On 409 go on; read the installation where its id is needed, and upgrade where a newer version is wanted.',
      'One read only where the id is needed.',
    ),
    remedy('check-before-create', 'll-l', 'Read the installed apps first; keep the answer to the 409.'),
    useless('back-off-and-retry', 'h--m', 'The app stays installed.'),
  ],
  timeline: timeline(
    'Bot, Microsoft Graph',
    `Bot -> Microsoft Graph: POST /users/{id}/teamwork/installedApps
     Microsoft Graph x> Bot: 409 Conflict
     Bot -> Microsoft Graph: GET installedApps filtered on the app
     Microsoft Graph => Bot: 200 the installation`,
  ),
  records: ['graph-teamsapp-install-duplicate'],
  sources: [
    'microsoft-graph-docs-contrib#3686',
    'OfficeDev/microsoft-teams-apps-company-communicator: TeamsConversationActivity.cs ~L226-231 (409 = already installed, carry on)',
  ],
};
