import { expand, explained, remedy, timeline, USERS, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/event-repeated',
  title: 'Event created twice by a repeat',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'documented',
  summary:
    'Creating an event never conflicts. Each repeat makes another one, unless both carry the same transactionId: then the service answers 201 again and adds nothing. It is the one idempotency key of Graph v1.0; client-request-id is for tracing and is none.',
  operations: explained('POST', expand(USERS, ['/events', '/calendar/events', '/calendars/{}/events'])),
  answers: [],
  identity: { fields: ['transactionId'], caseSensitive: 'unknown', scope: 'the calendar' },
  idempotent: [
    {
      form: 'transactionId in the body',
      warning: 'must be derived from the business key, outside the retry; it cannot be changed later',
    },
  ],
  intent: ['must-be-new'],
  silent: 'Without transactionId every repeat makes another event, and another invitation.',
  plainRetry: 'never',
  retryAfter: false,
  portal: 'A person sees the event in the calendar and does not add it again.',
  api: 'Creates as often as it is asked.',
  remedies: [
    remedy(
      'idempotency-key',
      '-l--',
      'Send a transactionId derived from what the event is for, the same on every repeat and in every process.',
      'Protects creation only.',
    ),
    useless('create-or-get', 'l-h-', 'There is no error that could be answered.'),
  ],
  timeline: timeline(
    'Scheduler, Calendar',
    `Scheduler -> Calendar: POST /me/events (transactionId t1)
     Calendar => Scheduler: 201, the answer is lost
     Scheduler -> Calendar: POST /me/events (transactionId t1)
     Calendar => Scheduler: 201 and still one event`,
  ),
  records: ['graph-event-transactionid'],
  sources: [
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): api-reference/v1.0/resources/event.md L103',
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): api-reference/v1.0/api/user-post-events.md L88',
    'blog.rykoma.net 2020-10-05 (experiment)',
  ],
};
