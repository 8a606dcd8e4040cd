import { expand, explained, marked, remedy, timeline, USERS, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/conversation-member-exists',
  title: 'Person who is already in the team, channel or chat',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'community-reported',
  summary:
    'Adding a person to a team again is reported to succeed, sometimes with changed roles. What a private channel or a chat answers for a person who is there is stated nowhere; a one-to-one chat refuses every addition. Adding many at once answers 207 with an error for each person.',
  operations: [
    ...marked('POST', [
      '/teams/{}/members',
      '/teams/{}/channels/{}/members',
      '/chats/{}/members',
      ...expand(USERS, '/chats/{}/members'),
    ]),
    ...explained('POST', ['/teams/{}/members/add', '/teams/{}/channels/{}/members/add']),
  ],
  answers: [
    { status: 409, codes: ['Conflict'], texts: ['already exists'], unverified: true },
    { status: 400, codes: ['RosterAddMemberBlocked', 'BadRequest'], texts: ['Roster is blocked from add member'] },
    { status: 403, codes: ['RosterAddMemberBlocked'] },
  ],
  identity: { fields: ['path', 'user@odata.bind'], caseSensitive: false, scope: 'the team, channel or chat' },
  lookup: { op: 'GET /teams/{}/members', how: 'Match the id of the user.', pages: true },
  idempotent: [],
  intent: ['ensure'],
  silent: 'A repeat for a team can change the roles of the member without an error.',
  plainRetry: 'never',
  retryAfter: false,
  portal:
    'The Teams client leaves out people who are there, and turns a one-to-one chat into a group chat when a third person is added.',
  api: 'Adds by id; refuses additions to a one-to-one chat.',
  remedies: [
    remedy(
      'create-or-get',
      'll--',
      'On a refusal that says the member is there, go on; read the member where roles matter.',
      'One read, only after a conflict.',
    ),
    remedy('check-before-create', 'll-l', 'Read the members first; keep the answer to the refusal.'),
    useless(
      'back-off-and-retry',
      'h--m',
      'The person stays, and a one-to-one chat never takes a third one: make a group chat.',
    ),
  ],
  timeline: timeline(
    'Script, Microsoft Graph',
    `Script -> Microsoft Graph: POST /teams/{id}/channels/{id}/members (Ada)
     Microsoft Graph x> Script: the person is there, status not documented
     Script -> Microsoft Graph: GET members
     Microsoft Graph => Script: 200 with Ada`,
  ),
  records: ['graph-team-member-add-twice', 'graph-chat-member-add-blocked'],
  sources: [
    'microsoft-graph-docs#9303',
    'microsoft-graph-docs#10055 (one odd report of removal by sync)',
    'microsoft-graph-docs-contrib#1622',
  ],
};
