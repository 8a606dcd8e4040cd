import { explained, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/directory-concurrency',
  title: 'Directory writes at the same moment',
  service: 'graph',
  cause: 'concurrency',
  confidence: 'documented',
  summary:
    'The directory refuses a write while another one to the same object or tenant is being applied. This is the one 409 of Graph that its own error page says to repeat after a short wait. It can meet any directory write, mostly a quick series of changes to one application or group. Azure CLI users saw the same code with 503.',
  operations: [
    ...explained('POST', ['/applications/{}/addPassword', '/applications/{}/addKey', '/groups']),
    ...explained('PATCH', ['/applications/{}', '/groups/{}']),
  ],
  answers: [
    { status: 409, codes: ['Directory_ConcurrencyViolation'], texts: ['concurrent requests'] },
    { status: 503, codes: ['Directory_ConcurrencyViolation'], unverified: true },
  ],
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'after-delay',
  retryAfter: true,
  portal: 'The portal sends one change at a time, as fast as a person clicks.',
  api: 'Refuses with 409 and asks for patience. The SDKs do not repeat it: they retry 429, 503 and 504 only.',
  remedies: [
    remedy(
      'back-off-and-retry',
      'ml-l',
      'Repeat a few times with exponential back-off, jitter and a cap, waiting at least Retry-After where it is sent, and only for this code.',
      'Seconds of waiting. addPassword and addKey are not idempotent: list the credentials before repeating one, or a second secret stays behind.',
    ),
    remedy(
      'serialize-writes',
      'mm--',
      'Write to one object from one place, one change after the other; send several credentials in one PATCH.',
    ),
    useless(
      'create-or-get',
      'l---',
      'Nothing exists twice. Reading the object does not apply the change that was refused.',
    ),
  ],
  timeline: timeline(
    'Job A, Microsoft Graph, Job B',
    `Job A -> Microsoft Graph: PATCH /applications/{id}
     Job B -> Microsoft Graph: PATCH /applications/{id}
     Microsoft Graph => Job A: 204
     Microsoft Graph x> Job B: 409 Directory_ConcurrencyViolation
     Job B .. Job B: waits, with jitter
     Job B -> Microsoft Graph: PATCH /applications/{id}
     Microsoft Graph => Job B: 204`,
  ),
  records: ['graph-directory-concurrency'],
  sources: [
    'learn.microsoft.com/graph/errors (current text, row 409)',
    'nais/azurerator#448 and its pkg code that sleeps between modifications (credentials.go)',
  ],
};
