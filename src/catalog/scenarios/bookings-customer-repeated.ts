import { explained, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'bookings/customer-repeated',
  title: 'Customer created again for the same person',
  service: 'bookings',
  cause: 'duplicate',
  confidence: 'documented',
  summary:
    'Creating a customer is only documented with 201: nothing says that a person who is a customer already is refused, and a repeat may add another record. The web page works the other way round: it offers the customers it knows while a booking is typed. No call is marked; automation has to look first. Ids of customers in appointments and in the list did not match in one report, so match by address.',
  operations: [
    ...explained('POST', '/solutions/bookingBusinesses/{}/customers'),
    ...explained('POST', '/bookingBusinesses/{}/customers', { beta: true }),
  ],
  answers: [],
  identity: { fields: ['emailAddress'], caseSensitive: false, scope: 'the business; not enforced' },
  lookup: {
    op: 'GET /solutions/bookingBusinesses/{}/customers',
    how: 'Read every page and match emailAddress without regard to case.',
    pages: true,
  },
  idempotent: [],
  intent: ['ensure'],
  silent: 'Each repeat may add another record of the same person, with an appointment history of its own.',
  plainRetry: 'never',
  retryAfter: false,
  portal: 'Offers the customers of the business while a name is typed, and links the known one to the appointment.',
  api: 'Only creates, and answers 201. The page about appointments tells callers to make sure that the customer exists.',
  remedies: [
    remedy(
      'check-before-create',
      'mm-l',
      'List the customers, match by address, and create only if none fits; then use that id in the appointment.',
      'One paged list for each booking. Two runs can still both create.',
    ),
    remedy(
      'serialize-writes',
      'mm--',
      'Let one worker create the customers of a business, or keep a table of address and id of your own.',
    ),
    useless('back-off-and-retry', 'm-hm', 'A repeat after a timeout is exactly what makes the second record.'),
  ],
  timeline: timeline(
    'Web page, Bookings, Automation',
    `Web page -> Bookings: book for ada@contoso.com
     Bookings => Web page: known customer, linked
     Automation -> Bookings: POST customers (ada@contoso.com)
     Bookings => Automation: 201 a second record`,
  ),
  records: ['bookings-customer-create'],
  sources: [
    'learn.microsoft.com/graph/api/bookingbusiness-post-customers (201 only)',
    'microsoftgraph/microsoft-graph-docs.pt-BR (docs of Feb 2023): api-reference/v1.0/api/bookingbusiness-post-appointments.md L53 (make sure the customers exist, else create them)',
    'microsoftgraph/microsoft-graph-docs-contrib : #9047',
    'microsoft-graph-docs#21898',
  ],
};
