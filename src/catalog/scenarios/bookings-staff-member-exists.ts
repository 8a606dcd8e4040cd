import { explained, marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'bookings/staff-member-exists',
  title: 'Person who is already a staff member',
  service: 'bookings',
  cause: 'duplicate',
  confidence: 'community-reported',
  summary:
    'Bookings refuses to create a staff member for a person it already knows in the business. The web page looks the person up and links that account; the API only creates. The hardest case is a person who was removed: the list does not show the record any more, the API still refuses, and the web page brings the same person back without a word. The reference pages list only 201; these facts come from a public answer by a moderator and from reports.',
  operations: [
    ...marked('POST', '/solutions/bookingBusinesses/{}/staffMembers'),
    ...marked('POST', '/bookingBusinesses/{}/staffMembers', { beta: true }),
    ...explained('PATCH', '/solutions/bookingBusinesses/{}/staffMembers/{}'),
  ],
  answers: [{ status: 409, codes: [], texts: ['A staff member already exists'] }],
  identity: { fields: ['emailAddress'], caseSensitive: false, scope: 'the business, removed staff included' },
  lookup: {
    op: 'GET /solutions/bookingBusinesses/{}/staffMembers',
    how: 'Read every page and match emailAddress without regard to case. Display names repeat. Removed staff do not show.',
    pages: true,
    deletedItems: 'none documented: the list does not show a removed staff member',
  },
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal:
    'Looks for the person first. Links an existing account to the business, and re-adds a person who was removed earlier.',
  api: 'Only creates. Refuses the person with 409, also when the staff list does not show them because they were removed.',
  remedies: [
    remedy(
      'create-or-get',
      'lm--',
      'On 409 list the staff, match by address, PATCH what differs and keep the id. If nobody matches, the person was removed earlier: stop, and say that they must be added again in the Bookings web page.',
      'One paged list, only after a conflict.',
    ),
    remedy(
      'check-before-create',
      'mm-l',
      'List the staff and match by address before each create. It cannot see removed staff, so keep the answer to the 409.',
      'One list for each add.',
    ),
    remedy(
      'fix-state',
      'hl--',
      'Add a removed person again in the Bookings web page, or wait until the record is purged (the time is not documented).',
      'A manual step; automation cannot finish by itself.',
    ),
    useless('back-off-and-retry', 'h--m', 'A removed person stays refused. Waiting minutes changes nothing.'),
  ],
  timeline: timeline(
    'Bookings web page, Bookings, Automation',
    `Bookings web page -> Bookings: add ada@contoso.com
     Bookings => Bookings web page: account found and linked
     Bookings web page -> Bookings: remove Ada
     Automation -> Bookings: POST staffMembers (ada@contoso.com)
     Bookings x> Automation: 409 A staff member already exists
     Automation -> Bookings: GET staffMembers
     Bookings => Automation: 200 without Ada
     Automation .. Automation: stop and report: removed earlier
     Bookings web page -> Bookings: add ada@contoso.com
     Bookings => Bookings web page: the same person is back`,
  ),
  records: ['bookings-staffmember-exists', 'bookings-staffmember-recently-removed'],
  sources: [
    'learn.microsoft.com/answers/questions/5491714 (July 2025; Microsoft External Staff moderator)',
    'microsoftgraph/microsoft-graph-docs.pt-BR (docs of Feb 2023): api-reference/v1.0/api/bookingbusiness-post-staffmembers.md L49 (only 201 listed)',
  ],
};
