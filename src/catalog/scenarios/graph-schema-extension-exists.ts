import { explained, marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/schema-extension-exists',
  title: 'Schema extension with the same id',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'community-reported',
  summary:
    'The id of a schema extension made with a verified domain is chosen by the caller and must be unique. The reference page demands uniqueness; which status a second create gets is stated nowhere, so a handler should test 409 and 400. With a bare name Graph adds a random prefix, and every repeat makes another extension.',
  operations: [...marked('POST', '/schemaExtensions'), ...explained('PATCH', '/schemaExtensions/{}')],
  answers: [
    { status: 409, codes: [], texts: ['already exists'], unverified: true },
    { status: 400, codes: ['Request_BadRequest'], texts: ['already exists'], unverified: true },
  ],
  identity: { fields: ['id'], caseSensitive: 'unknown', scope: 'all tenants' },
  lookup: {
    op: 'GET /schemaExtensions/{}',
    how: 'Read by id; compare owner, targetTypes and properties.',
    pages: false,
  },
  idempotent: [],
  intent: ['ensure'],
  silent: 'An id given as a bare name gets a random prefix: each run registers one more extension.',
  plainRetry: 'never',
  retryAfter: false,
  portal: 'There is no portal for schema extensions.',
  api: 'Refuses a used id.',
  remedies: [
    remedy(
      'create-or-get',
      'll--',
      'On the refusal read the extension by id, compare it, and add missing properties by PATCH.',
      'One read, only after a conflict.',
    ),
    remedy('check-before-create', 'll-l', 'Read by id first; keep the answer to the refusal.'),
    useless('plain-retry', 'l--m', 'The id stays taken.'),
  ],
  timeline: timeline(
    'Setup, Microsoft Graph',
    `Setup -> Microsoft Graph: POST /schemaExtensions (contoso_orders)
     Microsoft Graph x> Setup: 409 or 400, the id is taken
     Setup -> Microsoft Graph: GET /schemaExtensions/contoso_orders
     Microsoft Graph => Setup: 200 the extension`,
  ),
  records: [],
  sources: [
    'learn.microsoft.com/graph/api/schemaextension-post-schemaextensions (id is unique; status of a repeat not stated)',
  ],
};
