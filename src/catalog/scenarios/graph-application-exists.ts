import { marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/application-exists',
  title: 'Application identifier already taken',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'community-reported',
  summary:
    'Identifier URIs and unique names of application registrations are unique in the tenant, those of deleted applications included. A create or update with a taken identifier URI is refused with 400 and ObjectConflict. Display names are not unique: a create without identifier makes another registration on each run.',
  operations: [
    ...marked('POST', '/applications'),
    ...marked('PATCH', '/applications/{}', { needs: 'body-property', properties: ['identifierUris', 'uniqueName'] }),
  ],
  answers: [
    {
      status: 400,
      codes: ['ObjectConflict', 'Request_BadRequest'],
      texts: ['Another object with the same value for property'],
    },
    { status: 409, codes: ['Request_MultipleObjectsWithSameKeyValue'], unverified: true },
  ],
  identity: {
    fields: ['identifierUris', 'uniqueName'],
    caseSensitive: false,
    scope: 'the tenant, deleted applications included',
  },
  lookup: {
    op: 'GET /applications',
    how: "Filter on identifierUris/any(u:u eq '…'), or read /applications(uniqueName='…').",
    pages: true,
    deletedItems: 'GET /directory/deletedItems/microsoft.graph.application',
    unreadable: ['passwordCredentials', 'keyCredentials'],
  },
  idempotent: [
    {
      form: "PATCH /applications(uniqueName='x') with Prefer: create-if-missing",
      warning:
        'overwrites the properties it sends, and makes a second registration where the existing one has no uniqueName',
    },
  ],
  intent: ['ensure', 'must-be-new'],
  silent: 'Without an identifier URI every run registers another application of the same display name.',
  plainRetry: 'never',
  retryAfter: false,
  portal: 'The portal proposes api://{appId}, which is unique by construction, as identifier URI.',
  api: 'Refuses a taken identifier with 400. A URI that is not yet replicated fails with another text and may be tried again.',
  remedies: [
    remedy(
      'idempotency-key',
      '-ll-',
      'Give the registration a uniqueName and use PATCH with Prefer: create-if-missing.',
      'Overwrites; a registration made earlier without uniqueName is not found.',
    ),
    remedy(
      'create-or-get',
      'lm--',
      'On 400 with ObjectConflict, find the application by identifier URI and compare it; not found means a deleted application holds it.',
      'One read, only after a conflict.',
    ),
    remedy('new-key', 'll--', 'Use api://{appId} as identifier URI: set it by PATCH after the create.'),
    remedy('check-before-create', 'mm-l', 'Filter on the identifier first; keep the answer to the 400.'),
    useless('back-off-and-retry', 'h--m', 'The identifier stays taken, by a deleted registration for thirty days.'),
  ],
  timeline: timeline(
    'Deployment, Microsoft Graph',
    `Deployment -> Microsoft Graph: POST /applications (identifierUris api://orders)
     Microsoft Graph x> Deployment: 400 another object with the same value for property identifierUris
     Deployment -> Microsoft Graph: GET /applications filtered on the URI
     Microsoft Graph => Deployment: 200 the registration, or nothing: a deleted one holds the URI`,
  ),
  records: [
    'graph-application-identifieruri-duplicate-400',
    'graph-upsert-uniquename',
    'graph-prefer-header-precondition-variants',
  ],
  sources: [
    'Azure/pcs-cli#146',
    'KelvinTegelaar/CIPP-API: Modules/CIPPCore/Public/Authentication/New-CIPPAPIConfig.ps1 L165 (stops at once on this text, retries only replication 404s)',
    'learn.microsoft.com/graph/api/application-upsert',
    'learn.microsoft.com/graph/api/group-upsert',
    'microsoft/api-guidelines: graph/patterns/upsert.md',
    'microsoft/api-guidelines: graph/patterns/upsert.md; graph/Guidelines-deprecated.md section 7.4.3',
  ],
};
