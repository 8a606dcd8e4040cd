import { expand, marked, remedy, timeline, USERS, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/open-extension-exists',
  title: 'Open extension with the same name',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'community-reported',
  summary:
    'An object carries one open extension of a name. A second create is reported to be refused with Request_BadRequest, the 400 of directory writes; mailbox items may answer otherwise.',
  operations: marked('POST', [
    ...expand(USERS, ['/extensions', '/messages/{}/extensions', '/events/{}/extensions', '/contacts/{}/extensions']),
    '/groups/{}/extensions',
    '/groups/{}/events/{}/extensions',
    '/devices/{}/extensions',
    '/organization/{}/extensions',
  ]),
  answers: [
    { status: 400, codes: ['Request_BadRequest'], texts: ['extension already exists with given id'], unverified: true },
  ],
  identity: { fields: ['extensionName'], caseSensitive: 'unknown', scope: 'the object' },
  lookup: { op: 'GET /users/{}/extensions/{}', how: 'Read by name.', pages: false },
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'There is no portal for open extensions.',
  api: 'Refuses the second create; PATCH changes the one that is there.',
  remedies: [
    remedy(
      'create-or-get',
      'll--',
      'On the refusal PATCH the extension by name.',
      'PATCH keeps the properties it does not name; compare first where another writer may have set them.',
    ),
    remedy(
      'check-before-create',
      'll-l',
      'Read by name: 404 means create, else PATCH. Keep the answer to the refusal.',
    ),
    useless('plain-retry', 'l--m', 'The extension stays.'),
  ],
  timeline: timeline(
    'Add-in, Microsoft Graph',
    `Add-in -> Microsoft Graph: POST /me/extensions (com.contoso.profile)
     Microsoft Graph x> Add-in: 400 An extension already exists with given id
     Add-in -> Microsoft Graph: PATCH /me/extensions/com.contoso.profile
     Microsoft Graph => Add-in: 204`,
  ),
  records: ['graph-openextension-duplicate-400'],
  sources: ['pnp/cli-microsoft365: openextension-add.spec.ts ~L343'],
};
