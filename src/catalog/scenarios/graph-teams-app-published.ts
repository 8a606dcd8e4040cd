import { explained, marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/teams-app-published',
  title: 'Teams app with the same manifest id in the catalog',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'maintainer-said',
  summary:
    'The app catalog of a tenant holds one app for each manifest id, apps that wait for approval included. A second upload answers 409 with AppDefinitionAlreadyExists.',
  operations: [
    ...marked('POST', '/appCatalogs/teamsApps'),
    ...explained('POST', '/appCatalogs/teamsApps/{}/appDefinitions'),
  ],
  answers: [{ status: 409, codes: ['Conflict', 'AppDefinitionAlreadyExists'] }],
  identity: { fields: ['the id in the manifest'], caseSensitive: false, scope: 'the tenant' },
  lookup: { op: 'GET /appCatalogs/teamsApps', how: "Filter on externalId eq '{manifest id}'.", pages: true },
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'The admin center refuses the second upload too and points at the update of the app.',
  api: 'Refuses with 409; an update is a new app definition.',
  remedies: [
    remedy(
      'create-or-get',
      'lm--',
      'On 409 find the app by externalId and POST a definition with a higher version.',
      'The version must rise.',
    ),
    remedy('check-before-create', 'll-l', 'Look by externalId first; keep the answer to the 409.'),
    useless('plain-retry', 'l--m', 'The app stays in the catalog.'),
  ],
  timeline: timeline(
    'Pipeline, Microsoft Graph',
    `Pipeline -> Microsoft Graph: POST /appCatalogs/teamsApps (1.0)
     Microsoft Graph x> Pipeline: 409 AppDefinitionAlreadyExists
     Pipeline -> Microsoft Graph: GET teamsApps filtered on externalId
     Pipeline -> Microsoft Graph: POST teamsApps/{id}/appDefinitions (1.1)
     Microsoft Graph => Pipeline: 201`,
  ),
  records: ['graph-teamsapp-catalog-duplicate'],
  sources: ['OfficeDev/microsoft-365-agents-toolkit #9864, #10489, #12078, #12089, #12421, PR #2751'],
};
