import { marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/channel-exists',
  title: 'Channel name already used in the team',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'documented',
  summary:
    'Channel names are unique in a team, and a deleted channel holds its name for the time in which it can be restored (reports say 21 to 30 days). The list of channels does not show it, so a check before the create is blind to it. Graph answers 400.',
  operations: marked('POST', '/teams/{}/channels'),
  answers: [{ status: 400, codes: ['NameAlreadyExists', 'BadRequest'], texts: ['Channel name already existed'] }],
  identity: { fields: ['displayName'], caseSensitive: false, scope: 'the team, deleted channels included' },
  lookup: {
    op: 'GET /teams/{}/channels',
    how: 'Match displayName without regard to case. Not found after the refusal means a deleted channel holds the name.',
    pages: true,
  },
  idempotent: [],
  intent: ['ensure', 'must-be-new'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'The Teams client lists deleted channels under Manage team and can restore them.',
  api: 'Refuses with 400 and neither lists nor restores the deleted channel.',
  remedies: [
    remedy(
      'create-or-get',
      'll--',
      'On 400 with NameAlreadyExists list the channels and use the one of that name. If there is none, say that a deleted channel holds the name.',
      'One list, only after a conflict.',
    ),
    remedy('new-key', 'll-l', 'Choose another name.'),
    remedy('fix-state', 'hl--', 'Have the deleted channel restored in the Teams client.', 'A manual step.'),
    useless('back-off-and-retry', 'h--m', 'The name stays taken for weeks.'),
  ],
  timeline: timeline(
    'Provisioning, Microsoft Graph',
    `Provisioning -> Microsoft Graph: POST /teams/{id}/channels (Planning)
     Microsoft Graph x> Provisioning: 400 NameAlreadyExists
     Provisioning -> Microsoft Graph: GET /teams/{id}/channels
     Microsoft Graph => Provisioning: 200 without Planning: a deleted channel holds the name`,
  ),
  records: ['graph-channel-name-duplicate-400'],
  sources: [
    'microsoft-graph-docs#6168, #6649',
    'learn.microsoft.com/graph/api/channel-post (400 reasons)',
    'Microsoft365DSC#112',
    'MicrosoftDocs/msteams-docs#13158',
  ],
};
