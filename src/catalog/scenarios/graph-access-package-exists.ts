import { marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/access-package-exists',
  title: 'Access package with the same name in the catalog',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'community-reported',
  summary:
    'Names of access packages are unique in a catalog. The clash is often with the caller itself: a create that reached the service but whose answer was lost makes every later run fail with 409.',
  operations: marked('POST', '/identityGovernance/entitlementManagement/accessPackages'),
  answers: [{ status: 409, codes: ['DuplicateAccessPackage'], texts: ['existing access package with name'] }],
  identity: { fields: ['displayName', 'catalog'], caseSensitive: 'unknown', scope: 'the catalog' },
  lookup: {
    op: 'GET /identityGovernance/entitlementManagement/accessPackages',
    how: 'Filter on the catalog and displayName; compare the description before adopting it.',
    pages: true,
  },
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'No difference is known.',
  api: 'Refuses with 409 DuplicateAccessPackage.',
  remedies: [
    remedy(
      'create-or-get',
      'll--',
      'On 409, and after a timeout, find the package by catalog and name, compare it, and keep its id.',
      "Adopting by name can adopt somebody else's package.",
    ),
    remedy('check-before-create', 'll-l', 'Look first; keep the answer to the 409.'),
    useless('back-off-and-retry', 'h--m', 'The package stays.'),
  ],
  timeline: timeline(
    'Provider, Microsoft Graph',
    `Provider -> Microsoft Graph: POST accessPackages (Sales)
     Microsoft Graph x> Provider: 504, but the package was made
     Provider -> Microsoft Graph: POST accessPackages (Sales)
     Microsoft Graph x> Provider: 409 DuplicateAccessPackage`,
  ),
  records: ['graph-accesspackage-name-duplicate'],
  sources: ['hashicorp/terraform-provider-azuread#1948 (Sept 2026)', 'microsoftgraph/microsoft-graph-docs#6328 (2019)'],
};
