/** Mail, calendar, contacts: folder names, change keys, events made once. */
import type { Family } from '../family.js';

/** Folders of mail or contacts, with the folders inside. */
const folders = (kind: string): string[] => [`/users/{}/${kind}`, `/users/{}/${kind}/{}/childFolders`];

export const outlook: Family[] = [
  {
    collections: [...folders('mailFolders'), ...folders('contactFolders')],
    unique: [
      {
        fields: ['displayName'],
        conflict: {
          rule: 'graph/mail-folder-exists',
          record: 'graph-mailfolder-duplicate',
          status: 409,
          code: 'ErrorFolderExists',
          message: 'A folder with the specified name already exists.',
        },
      },
    ],
  },
  {
    collections: ['/users/{}/messages', '/users/{}/events', '/users/{}/contacts', '/groups/{}/events'],
    // The same transactionId gives the event that is there, with the same status.
    same: { fields: ['transactionId'], status: 201 },
    etag: {
      property: 'changeKey',
      stale: {
        rule: 'graph/outlook-stale-change-key',
        record: 'graph-outlook-irresolvable-conflict',
        status: 412,
        code: 'ErrorIrresolvableConflict',
        message:
          'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
      },
    },
  },
  { collections: ['/users/{}/calendars', '/users/{}/todo/lists', '/users/{}/todo/lists/{}/tasks'] },
  {
    collections: ['/users/{}/inferenceClassification/overrides'],
    same: { fields: ['senderEmailAddress'], status: 200 },
  },
];
