import { expand, marked, remedy, timeline, USERS, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/mail-folder-exists',
  title: 'Mail or contact folder with the same name',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'maintainer-said',
  summary:
    'Names are unique in a parent folder, without regard to case. A second create answers 409 ErrorFolderExists, often because an earlier try had answered 5xx although the folder was made.',
  operations: marked(
    'POST',
    expand(USERS, [
      '/mailFolders',
      '/mailFolders/{}/childFolders',
      '/contactFolders',
      '/contactFolders/{}/childFolders',
    ]),
  ),
  answers: [{ status: 409, codes: ['ErrorFolderExists'], texts: ['A folder with the specified name already exists'] }],
  identity: { fields: ['displayName'], caseSensitive: false, scope: 'the parent folder' },
  lookup: {
    op: 'GET /me/mailFolders',
    how: "Filter on displayName eq '…', with includeHiddenFolders=true.",
    pages: true,
  },
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'Outlook refuses the name in the dialog.',
  api: 'Refuses with 409.',
  remedies: [
    remedy(
      'create-or-get',
      'll--',
      'On 409 list the children of that name, hidden ones included, and use the id.',
      'One list, only after a conflict.',
    ),
    remedy('check-before-create', 'll-l', 'List first; keep the answer to the 409.'),
    useless('back-off-and-retry', 'h--m', 'The folder stays.'),
  ],
  timeline: timeline(
    'Backup, Mailbox',
    `Backup -> Mailbox: POST /me/mailFolders (Archive)
     Mailbox x> Backup: 503, but the folder was made
     Backup -> Mailbox: POST /me/mailFolders (Archive)
     Mailbox x> Backup: 409 ErrorFolderExists
     Backup -> Mailbox: GET /me/mailFolders filtered on the name
     Mailbox => Backup: 200 the folder`,
  ),
  records: ['graph-mailfolder-duplicate'],
  sources: ['alcionai/corso: src/internal/.../exchange/restore.go L193-205 and errors.go', 'alcionai/corso PR #3278'],
};
