import { marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/service-principal-exists',
  title: 'Service principal of the same application',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'community-reported',
  summary:
    'A tenant has one service principal for each application id. A second create is refused with 409. The one that is there may be soft-deleted, which the message tells by the word restored.',
  operations: marked('POST', '/servicePrincipals'),
  answers: [
    {
      status: 409,
      codes: ['Request_MultipleObjectsWithSameKeyValue'],
      texts: ['service principal name', 'is already in use'],
    },
  ],
  identity: { fields: ['appId'], caseSensitive: false, scope: 'the tenant, deleted service principals included' },
  lookup: {
    op: 'GET /servicePrincipals(appId={})',
    how: 'Read by the alternate key appId.',
    pages: false,
    deletedItems: 'GET /directory/deletedItems/microsoft.graph.servicePrincipal',
  },
  idempotent: [
    {
      form: "PATCH /servicePrincipals(appId='…') with Prefer: create-if-missing",
      warning: 'overwrites the properties it sends',
    },
  ],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'Azure CLI looks for an application of the same name and updates it instead of failing.',
  api: 'Refuses with 409. The retired Azure AD Graph answered 400 for the same clash, so code that matches the old answer is blind to it.',
  remedies: [
    remedy(
      'create-or-get',
      'll--',
      "On 409 read /servicePrincipals(appId='…') and use it. 404 means that a deleted one holds the id: report it, and let an administrator restore or purge it.",
      'One read, only after a conflict.',
    ),
    remedy(
      'upsert',
      '-ll-',
      "PATCH /servicePrincipals(appId='…') with Prefer: create-if-missing.",
      'Overwrites the properties that are sent.',
    ),
    remedy('check-before-create', 'll-l', 'Read by appId first; keep the answer to the 409.'),
    useless(
      'back-off-and-retry',
      'h--m',
      'The service principal stays. Right after creating the application another error, not this one, asks for patience.',
    ),
  ],
  timeline: timeline(
    'Deployment, Microsoft Graph',
    `Deployment -> Microsoft Graph: POST /servicePrincipals (appId)
     Microsoft Graph x> Deployment: 409 Request_MultipleObjectsWithSameKeyValue
     Deployment -> Microsoft Graph: GET /servicePrincipals(appId='…')
     Microsoft Graph => Deployment: 200 the service principal`,
  ),
  records: ['graph-serviceprincipal-duplicate-appid'],
  sources: [
    'Azure/reliable-web-app-pattern-java#185',
    'KelvinTegelaar/CIPP#1142',
    'KelvinTegelaar/CIPP-API: Modules/CIPPCore/Public/GraphHelper/Get-NormalizedError.ps1 (treats service-principal-already-present as expected)',
  ],
};
