import { marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/list-exists',
  title: 'SharePoint list with the same title',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'community-reported',
  summary:
    'Titles of lists and libraries are unique in a site. The clash is an error through the API; the status was reported as 409 and as 400.',
  operations: marked('POST', '/sites/{}/lists'),
  answers: [
    { status: 409, codes: ['nameAlreadyExists'], texts: ['with the specified title already exists'], unverified: true },
    { status: 400, codes: ['nameAlreadyExists'], texts: ['with the specified title already exists'], unverified: true },
  ],
  identity: { fields: ['displayName'], caseSensitive: false, scope: 'the site' },
  lookup: { op: 'GET /sites/{}/lists', how: "Filter on displayName eq '…'.", pages: true },
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'Site scripts and site designs do not fail: they make a numbered list instead.',
  api: 'Refuses the create, with one of two statuses.',
  remedies: [
    remedy(
      'create-or-get',
      'll--',
      'On the refusal read the list by displayName; compare template and columns.',
      'One read, only after a conflict.',
    ),
    remedy('check-before-create', 'll-l', 'Read by displayName first; keep the answer to the refusal.'),
    remedy('new-key', 'll--', 'Choose another title.'),
    useless('back-off-and-retry', 'h--m', 'The title stays taken.'),
  ],
  timeline: timeline(
    'Provisioning, SharePoint',
    `Provisioning -> SharePoint: POST /sites/{id}/lists (Orders)
     SharePoint x> Provisioning: 409 or 400 nameAlreadyExists
     Provisioning -> SharePoint: GET /sites/{id}/lists filtered on the title
     SharePoint => Provisioning: 200 the list`,
  ),
  records: ['graph-sharepoint-list-title-exists'],
  sources: [
    'SharePoint/sp-dev-docs#4081, #3066 (createSPList makes a numbered library)',
    'SharePoint/sp-dev-docs#7549 (createSiteColumn appends a number)',
  ],
};
