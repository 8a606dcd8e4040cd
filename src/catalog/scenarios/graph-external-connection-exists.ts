import { explained, marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/external-connection-exists',
  title: 'External connection with the same id',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'documented',
  summary:
    'The id of a connection is chosen by the caller, so a repeated create meets itself. A create can even answer 503 and leave the connection behind; the retry of the SDK turns that into a 409. Items, by contrast, are written by PUT and replace each other.',
  operations: [
    ...marked('POST', '/external/connections'),
    ...explained('PATCH', '/external/connections/{}/schema'),
    ...explained('PUT', '/external/connections/{}/items/{}'),
  ],
  answers: [{ status: 409, codes: ['Conflict'], texts: ['already exists'] }],
  identity: { fields: ['id', 'name'], caseSensitive: 'unknown', scope: 'the tenant' },
  lookup: {
    op: 'GET /external/connections/{}',
    how: 'Read by id; compare the description and the schema.',
    pages: false,
  },
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'The admin center lists connections and refuses a used id.',
  api: 'Refuses with 409. A second registration of the schema was refused with 400 in the past; PATCH creates or updates it today.',
  remedies: [
    remedy(
      'create-or-get',
      'll--',
      'On 409, and after a 503, read the connection, compare it, and go on with schema and items.',
      'One read, only after a failure.',
    ),
    remedy('check-before-create', 'll-l', 'Read by id first; keep the answer to the 409.'),
    useless('back-off-and-retry', 'h--m', 'The connection stays.'),
  ],
  timeline: timeline(
    'Connector, Microsoft Graph',
    `Connector -> Microsoft Graph: POST /external/connections (tickets)
     Microsoft Graph x> Connector: 503, but the connection was made
     Connector -> Microsoft Graph: POST /external/connections (tickets), by the SDK itself
     Microsoft Graph x> Connector: 409
     Connector -> Microsoft Graph: GET /external/connections/tickets
     Microsoft Graph => Connector: 200`,
  ),
  records: [
    'graph-external-connection-duplicate',
    'graph-external-connection-503-then-409',
    'graph-external-schema-exists-400',
  ],
  sources: [
    'learn.microsoft.com/graph/api/externalconnectors-external-post-connections',
    'pnp/cli-microsoft365: external connection-add spec',
    'pnp/graph-connectors-samples (samples read first and skip when present)',
    'pnp/cli-microsoft365: external connection schema-add spec',
    'microsoftgraph/msgraph-metadata#438',
  ],
};
