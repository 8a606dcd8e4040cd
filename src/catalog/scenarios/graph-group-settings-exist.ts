import { marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/group-settings-exist',
  title: 'Settings object of the same template',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'community-reported',
  summary:
    'There is one settings object for each template, in the tenant or in a group. A second create is reported to be refused with 400.',
  operations: marked('POST', ['/groupSettings', '/groups/{}/settings']),
  answers: [
    {
      status: 400,
      codes: ['Request_BadRequest'],
      texts: ['A conflicting object with one or more of the specified property values is present'],
      unverified: true,
    },
  ],
  identity: { fields: ['templateId'], caseSensitive: false, scope: 'the tenant or the group' },
  lookup: { op: 'GET /groupSettings', how: 'Match templateId.', pages: true },
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'The portal edits the one object and makes it when it is missing.',
  api: 'Creates only; the object that is there is changed by PATCH.',
  remedies: [
    remedy(
      'create-or-get',
      'll--',
      'On 400 with that sentence read the settings, find the template, and PATCH its values.',
      'Read and write has no ETag: a change made in between can be lost.',
    ),
    remedy('check-before-create', 'll-l', 'Read first; keep the answer to the 400.'),
    useless('plain-retry', 'l--m', 'The object stays.'),
  ],
  timeline: timeline(
    'Script, Microsoft Graph',
    `Script -> Microsoft Graph: POST /groupSettings (Group.Unified)
     Microsoft Graph x> Script: 400 a conflicting object is present
     Script -> Microsoft Graph: GET /groupSettings
     Script -> Microsoft Graph: PATCH /groupSettings/{id}`,
  ),
  records: ['graph-groupsettings-duplicate-400'],
  sources: ['pnp/cli-microsoft365: entra groupsetting-add and siteclassification-enable command specs'],
};
