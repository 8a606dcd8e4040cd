import { expand, explained, marked, remedy, timeline, USERS, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/outlook-stale-change-key',
  title: 'Mailbox item changed since it was read',
  service: 'graph',
  cause: 'concurrency',
  confidence: 'community-reported',
  summary:
    'Every change of a mailbox item, and of its attachments, gives it a new change key. A write that carries an old one is refused; users report the same code with 409 and with 412, so test the code. Parallel changes to the attachments of one message clash with each other. Two saves of one calendar item at the same moment answer 409 ConcurrentItemSave.',
  operations: [
    ...marked(
      'PATCH|DELETE',
      expand(USERS, [
        '/messages/{}',
        '/events/{}',
        '/contacts/{}',
        '/calendar/events/{}',
        '/calendars/{}/events/{}',
        '/mailFolders/{}/messages/{}',
      ]),
      {
        needs: 'if-match',
      },
    ),
    ...explained('DELETE', expand(USERS, '/messages/{}/attachments/{}')),
    ...explained('POST', expand(USERS, '/events')),
  ],
  answers: [
    { status: 409, codes: ['ErrorIrresolvableConflict'], texts: ['change key passed'] },
    { status: 412, codes: ['ErrorIrresolvableConflict'], texts: ['change key passed'] },
    { status: 409, codes: ['ConcurrentItemSave'] },
  ],
  identity: { fields: ['path', 'If-Match', 'changeKey'], caseSensitive: true },
  lookup: { op: 'GET /me/messages/{}', how: 'Read the item; take changeKey and @odata.etag.', pages: false },
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'after-reread',
  retryAfter: false,
  portal: 'Outlook merges or asks which version to keep.',
  api: 'Refuses with 409 or 412.',
  remedies: [
    remedy(
      'reread-and-reapply',
      'lmll',
      'Read the item, apply the change to the fresh copy, and send it again a few times at most.',
      'One read and one write for each clash.',
    ),
    remedy('serialize-writes', 'mm--', 'Change the attachments of one message one after the other.'),
    remedy('back-off-and-retry', 'ml-l', 'Only for ConcurrentItemSave: a short wait lets the other save end.'),
    useless('create-or-get', 'l---', 'Nothing exists twice.'),
  ],
  timeline: timeline(
    'Add-in, Mailbox, Phone',
    `Add-in -> Mailbox: GET message
     Mailbox => Add-in: 200 change key 1
     Phone -> Mailbox: PATCH isRead
     Mailbox => Phone: 200 change key 2
     Add-in -> Mailbox: PATCH categories, change key 1
     Mailbox x> Add-in: 412 or 409 ErrorIrresolvableConflict`,
  ),
  records: ['graph-outlook-irresolvable-conflict', 'graph-event-concurrent-item-save'],
  sources: [
    'learn.microsoft.com/answers/questions/271870 (412, even on GET, transient)',
    'riposte.co article (409)',
    'c-sharpcorner thread on Remove-MgUserMessageAttachment',
    'reddit r/GraphAPI thread, Aug 2025',
  ],
};
