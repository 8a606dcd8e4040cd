import { expand, marked, remedy, timeline, USERS, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/activity-notification-ambiguous',
  title: 'Notification for two apps with one app id',
  service: 'graph',
  cause: 'state',
  confidence: 'documented',
  summary:
    'An activity notification answers 409 when several Teams apps in the same team, chat or user share one Entra application id. Nothing is being created, and sending again never helps: the configuration has to change.',
  operations: marked('POST', [
    '/teams/{}/sendActivityNotification',
    '/chats/{}/sendActivityNotification',
    ...expand(USERS, '/teamwork/sendActivityNotification'),
    '/teamwork/sendActivityNotificationToRecipients',
  ]),
  answers: [{ status: 409, codes: ['Conflict'], texts: ['Found multiple applications with the same Azure AD App ID'] }],
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'The Teams client lets both apps be installed side by side.',
  api: 'Cannot tell which app is meant and refuses.',
  remedies: [
    remedy(
      'fix-state',
      'hl--',
      'Give each Teams app an Entra application of its own, or remove the other app from the team, chat or user.',
      'A change of manifests or installations.',
    ),
    remedy(
      'report-conflict',
      '-l--',
      'Tell 409 apart and report the configuration, so that it is not taken for a passing fault.',
    ),
    useless('back-off-and-retry', 'h--m', 'The two apps stay.'),
  ],
  timeline: timeline(
    'Bot, Microsoft Graph',
    `Bot -> Microsoft Graph: POST /chats/{id}/sendActivityNotification
     Microsoft Graph x> Bot: 409 Found multiple applications with the same Azure AD App ID`,
  ),
  records: ['graph-activity-notification-appid-ambiguous'],
  sources: [
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): concepts/teams-send-activityfeednotifications.md L411 (FAQ)',
    'microsoft-graph-docs-contrib#3041',
    'microsoft-graph-docs-contrib#3118 / microsoft-graph-docs#13851',
  ],
};
