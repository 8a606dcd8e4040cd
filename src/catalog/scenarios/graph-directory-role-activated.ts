import { marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/directory-role-activated',
  title: 'Directory role already activated',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'maintainer-said',
  summary:
    'A directory role is activated once from its template. The second activation is refused with 400 and a general sentence.',
  operations: marked('POST', '/directoryRoles'),
  answers: [
    {
      status: 400,
      codes: ['Request_BadRequest'],
      texts: ['A conflicting object with one or more of the specified property values is present'],
    },
  ],
  identity: { fields: ['roleTemplateId'], caseSensitive: false, scope: 'the tenant' },
  lookup: { op: 'GET /directoryRoles(roleTemplateId={})', how: 'Read by the alternate key.', pages: false },
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'The portal activates a role by itself when it is assigned for the first time.',
  api: 'Must be activated first, and refuses to do it twice.',
  remedies: [
    remedy(
      'create-or-get',
      'll--',
      "On 400 with that sentence read /directoryRoles(roleTemplateId='…') and go on.",
      'One read, only after a conflict.',
    ),
    remedy('check-before-create', 'll-l', 'Read the role first; 404 means activate. Keep the answer to the 400.'),
    useless('plain-retry', 'l--m', 'The role stays activated.'),
  ],
  timeline: timeline(
    'Script, Microsoft Graph',
    `Script -> Microsoft Graph: POST /directoryRoles (roleTemplateId)
     Microsoft Graph x> Script: 400 a conflicting object is present
     Script -> Microsoft Graph: GET /directoryRoles(roleTemplateId='…')
     Microsoft Graph => Script: 200 the role`,
  ),
  records: ['graph-directoryrole-already-activated-400'],
  sources: ['manicminer/hamilton: msgraph/directory_roles.go (Activate treats as success)'],
};
