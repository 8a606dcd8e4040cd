import { explained, marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/permission-grant-exists',
  title: 'Delegated permission grant already there',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'maintainer-said',
  summary:
    'There is one delegated grant for each client, resource and principal (or all principals). A second create is refused with 409 even when its scopes differ: the scopes belong into the grant that is there.',
  operations: [...marked('POST', '/oauth2PermissionGrants'), ...explained('PATCH', '/oauth2PermissionGrants/{}')],
  answers: [
    { status: 409, codes: ['Request_MultipleObjectsWithSameKeyValue'], texts: ['Permission entry already exists'] },
  ],
  identity: {
    fields: ['clientId', 'resourceId', 'consentType', 'principalId'],
    caseSensitive: false,
    scope: 'the tenant',
  },
  lookup: {
    op: 'GET /oauth2PermissionGrants',
    how: "Filter on clientId eq '…' and match resourceId, consentType and principalId.",
    pages: true,
  },
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'The API access page of the SharePoint admin center runs into the same clash and shows it as an error 500.',
  api: 'Refuses with 409. The grant that is there must be read and its scope changed by PATCH.',
  remedies: [
    remedy(
      'create-or-get',
      'lml-',
      'On 409 read the grant, join its space-separated scope with the new one, and PATCH it.',
      'Read, join and write has no ETag: a scope added in between can be lost.',
    ),
    remedy(
      'check-before-create',
      'mm-l',
      'Read the grants of the client first; PATCH or create. Keep the answer to the 409.',
    ),
    useless('plain-retry', 'm--m', 'The grant stays. Deleting and creating it again drops scopes that others rely on.'),
  ],
  timeline: timeline(
    'Consent script, Microsoft Graph',
    `Consent script -> Microsoft Graph: POST /oauth2PermissionGrants (scope Mail.Read)
     Microsoft Graph x> Consent script: 409 Permission entry already exists
     Consent script -> Microsoft Graph: GET /oauth2PermissionGrants of the client
     Microsoft Graph => Consent script: 200 scope User.Read
     Consent script -> Microsoft Graph: PATCH scope User.Read Mail.Read
     Microsoft Graph => Consent script: 204`,
  ),
  records: ['graph-oauth2permissiongrant-duplicate'],
  sources: [
    'hashicorp/terraform-provider-azuread#690 (maintainer)',
    'Azure/SimuLand#13',
    'pnp/cli-microsoft365#6115',
    'Azure/azure-cli#20974',
    'SharePoint/sp-dev-docs#2958',
  ],
};
