import { DRIVES, expand, explained, remedy, timeline, USERS } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/create-look-alikes',
  title: 'Calls that look like creates and cannot conflict',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'documented',
  summary:
    'Some calls are create-or-get or create-or-replace by themselves: an online meeting by external id, a one-to-one chat, a sharing link, an inference override, an item of an external connection, a schedule, branding. No conflict handling is wanted there. A group chat is the exception among chats: each POST makes another.',
  operations: [
    ...explained('POST', [
      '/chats',
      ...expand(USERS, '/onlineMeetings/createOrGet'),
      ...expand(USERS, '/inferenceClassification/overrides'),
    ]),
    ...explained('POST', expand(DRIVES, '/items/{}/createLink')),
    ...explained('PUT', ['/external/connections/{}/items/{}', '/teams/{}/schedule', '/organization/{}/branding']),
  ],
  answers: [],
  idempotent: [
    { form: 'POST /me/onlineMeetings/createOrGet with externalId', warning: 'the meeting keeps its first properties' },
    { form: 'PUT by key', warning: 'replaces the whole object' },
  ],
  intent: ['ensure'],
  silent: 'A PUT replaces what another writer set, and a second group chat is made, without any error.',
  plainRetry: 'after-delay',
  retryAfter: false,
  portal: 'Behaves alike.',
  api: 'Answers 200 or 201 on a repeat.',
  remedies: [
    remedy(
      'upsert',
      '-l--',
      'Use these forms where they exist, instead of a create with a handler.',
      'A PUT overwrites.',
    ),
  ],
  timeline: timeline(
    'Script, Microsoft Graph',
    `Script -> Microsoft Graph: POST createOrGet (externalId order-17)
     Microsoft Graph => Script: 201 Created
     Script -> Microsoft Graph: POST createOrGet (externalId order-17)
     Microsoft Graph => Script: 200 the same meeting`,
  ),
  records: [
    'graph-onlinemeeting-createorget',
    'graph-chat-oneonone-create',
    'graph-drive-specialfolder-createlink-lookalikes',
    'graph-inference-override-upsert',
    'graph-external-item-put',
    'graph-schedule-put',
    'graph-branding-upsert',
  ],
  sources: [
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): api-reference/v1.0/api/onlinemeeting-createorget.md L14',
    'microsoftgraph/microsoft-graph-docs.pt-BR (docs of Feb 2023): api-reference/v1.0/api/chat-post.md L20 (note)',
    'vgrem/Office365-REST-Python-Client: office365/teams/chats/collection.py L12-24',
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): api-reference/v1.0/api/driveitem-createlink.md L16-17',
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): api-reference/v1.0/resources/specialfolder.md L23',
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): api-reference/v1.0/api/inferenceclassification-post-overrides.md L19',
    'microsoftgraph/microsoft-graph-docs: api-reference/beta/api/externalconnection-put-items.md (item-id row)',
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): api-reference/v1.0/api/team-put-schedule.md',
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): api-reference/v1.0/api/organizationalbrandingproperties-update.md L62, L181',
  ],
};
