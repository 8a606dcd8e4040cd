import { explained, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'bookings/business-repeated',
  title: 'Business, service or question created again',
  service: 'bookings',
  cause: 'duplicate',
  confidence: 'documented',
  summary:
    'Names of businesses, services and custom questions are not unique, and no conflict is documented. A repeat after a timeout leaves a second calendar with a mailbox of its own, or a second service on the booking page.',
  operations: [
    ...explained('POST', [
      '/solutions/bookingBusinesses',
      '/solutions/bookingBusinesses/{}/services',
      '/solutions/bookingBusinesses/{}/customQuestions',
    ]),
    ...explained('POST', ['/bookingBusinesses', '/bookingBusinesses/{}/services'], { beta: true }),
  ],
  answers: [],
  identity: { fields: ['displayName'], caseSensitive: false, scope: 'not enforced' },
  lookup: {
    op: 'GET /solutions/bookingBusinesses',
    how: 'List, or search by displayName; store the id, which looks like a mail address.',
    pages: true,
  },
  idempotent: [],
  intent: ['ensure'],
  silent: 'Each repeat makes another one.',
  plainRetry: 'never',
  retryAfter: false,
  portal: 'Shows the existing businesses and services before a new one is made.',
  api: 'Creates as often as it is asked.',
  remedies: [
    remedy(
      'check-before-create',
      'mm-l',
      'List and match the name before the create, and store the id.',
      'Several calls: names are not unique and lists are paged.',
    ),
    remedy(
      'idempotency-key',
      '-m--',
      'Keep the id of what was made in a table of your own, written before the create is repeated.',
    ),
    useless('plain-retry', 'l-hm', 'Leaves two calendars. Keep the retry of the SDK away from this call.'),
  ],
  timeline: timeline(
    'Provisioning, Bookings',
    `Provisioning -> Bookings: POST bookingBusinesses (Clinic)
     Bookings x> Provisioning: 504, but the business was made
     Provisioning -> Bookings: POST bookingBusinesses (Clinic), by the SDK itself
     Bookings => Provisioning: 201 a second business`,
  ),
  records: ['bookings-business-create', 'bookings-service-and-question-create'],
  sources: [
    'microsoftgraph/microsoft-graph-docs.pt-BR (docs of Feb 2023): api-reference/v1.0/api/bookingbusiness-post-bookingbusinesses.md L47 (only 201)',
    'techcommunity thread 2887256 (scheduling mailbox; deletion cannot be undone)',
    'microsoftgraph/microsoft-graph-docs.pt-BR (docs of Feb 2023): api-reference/v1.0/api/bookingbusiness-post-services.md L45',
    'microsoftgraph/microsoft-graph-docs.pt-BR (docs of Feb 2023): api-reference/v1.0/api/bookingbusiness-post-customquestions.md L62',
  ],
};
