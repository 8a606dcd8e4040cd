import { explained, marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'bookings/appointment-overlap',
  title: 'Appointment on a slot that is taken',
  service: 'bookings',
  cause: 'state',
  confidence: 'community-reported',
  summary:
    'A second appointment for a staff member at the same time is refused, and so is one that breaks the rules of the business (hours, slot length, lead time). Users report 500 UnknownError with an empty message: a conflict that looks like a fault of the service. An older API (2018) let callers book over the personal calendar of the staff member without any error.',
  operations: [
    ...marked('POST', '/solutions/bookingBusinesses/{}/appointments'),
    ...marked('POST', '/bookingBusinesses/{}/appointments', { beta: true }),
    ...explained('POST', '/solutions/bookingBusinesses/{}/getStaffAvailability'),
  ],
  answers: [
    { status: 500, codes: ['UnknownError'] },
    { status: 400, codes: ['BadRequest'], texts: ['Invalid Staff'] },
    { status: 409, codes: [], unverified: true },
  ],
  identity: { fields: ['staffMemberIds', 'startDateTime', 'endDateTime'], caseSensitive: false, scope: 'the business' },
  lookup: {
    op: 'GET /solutions/bookingBusinesses/{}/appointments',
    how: 'Look for an appointment of the same customer, service and start before treating the answer as a taken slot.',
    pages: true,
  },
  idempotent: [],
  intent: ['must-be-new'],
  silent: 'A repeat after a timeout can make a second appointment: there is no idempotency key.',
  plainRetry: 'never',
  retryAfter: false,
  portal: 'Lets several appointments share a time, and lets administrators override the rules of the calendar.',
  api: 'Application callers must obey the rules of the calendar; a taken slot ends in 500.',
  remedies: [
    remedy(
      'check-before-create',
      'lm-l',
      'Call getStaffAvailability for the slot first, and check the published rules. The slot can still be taken in between: keep an answer to the 500.',
      'One call before each booking.',
    ),
    remedy(
      'report-conflict',
      '-l--',
      'On 500 UnknownError or 409 check the slot: taken means offer another time, free means report the fault.',
      'One read after a failure.',
    ),
    useless(
      'back-off-and-retry',
      'h-mh',
      'A taken slot stays taken. A loop over 500 wastes quota, and may book twice once the slot is free.',
    ),
  ],
  timeline: timeline(
    'Web page, Bookings, Automation',
    `Automation -> Bookings: POST getStaffAvailability 10:00
     Bookings => Automation: 200 free
     Web page -> Bookings: book 10:00
     Bookings => Web page: booked
     Automation -> Bookings: POST appointments 10:00
     Bookings x> Automation: 500 UnknownError`,
  ),
  records: [
    'bookings-appointment-overlap-500',
    'bookings-appointment-double-book',
    'bookings-appointment-invalid-staff-400',
  ],
  sources: [
    'microsoft-graph-docs#19316 (2022)',
    'microsoftgraph/microsoft-graph-docs.pt-BR (docs of Feb 2023): concepts/bookingsbusiness-business-rules.md',
    'microsoftgraph/microsoft-graph-explorer-v4#4049 (July 2026)',
    'learn.microsoft.com/answers/questions/5875448 (more customers than allowed)',
    'microsoftgraph/microsoft-graph-docs-contrib : #7559',
    'microsoftgraph/bookings-samples#12 (fpintos, engineer)',
    'microsoft-graph-docs PR #22029',
  ],
};
