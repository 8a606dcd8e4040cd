import { DRIVE_ITEMS, expand, marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/upload-session-open',
  title: 'Upload session on a file that has one, or on a taken name',
  service: 'graph',
  cause: 'state',
  confidence: 'maintainer-said',
  summary:
    'On business drives an upload session is bound to the file. Asking for a second one while the first lives answers 409, although it reads like a duplicate and conflictBehavior replace does not help. With conflictBehavior fail a taken name is refused as well.',
  operations: marked('POST', expand(DRIVE_ITEMS, '/createUploadSession')),
  answers: [
    {
      status: 409,
      codes: ['nameAlreadyExists'],
      texts: ['currently being uploaded', 'upload session already exists', 'already exists'],
    },
    { status: 409, codes: ['resourceModified'] },
  ],
  identity: { fields: ['path', 'item.name'], caseSensitive: false, scope: 'the parent folder' },
  lookup: {
    op: 'GET /drives/{}/items/{}',
    how: 'Read by path to tell a taken name from an open session.',
    pages: false,
  },
  idempotent: [
    {
      form: '@microsoft.graph.conflictBehavior: rename, inside item',
      warning: 'ignored at the top level of the body; leaves another copy on each repeat',
    },
    {
      form: '@microsoft.graph.conflictBehavior: replace, inside item',
      warning: 'overwrites the file; does not lift an open session',
    },
  ],
  intent: ['ensure', 'must-be-new'],
  plainRetry: 'after-delay',
  retryAfter: false,
  portal: 'The web page asks whether to replace or keep both, and resumes its own upload.',
  api: 'Refuses until the session ends: at its expirationDateTime, minutes to days later, or when its URL is deleted.',
  remedies: [
    remedy(
      'fix-state',
      'lm--',
      'Keep the upload URL. On 409 resume with it, or DELETE it and ask again.',
      'The URL has to be stored; losing it means waiting.',
    ),
    remedy(
      'create-or-get',
      'll--',
      'Where the name is taken, read the item by path and compare size or hash.',
      'One read, only after a conflict.',
    ),
    remedy('back-off-and-retry', 'hl-l', 'Without the URL wait for the expiry, with a cap.', 'Can take days.'),
    useless('plain-retry', 'l--m', 'At once it meets the same session.'),
  ],
  timeline: timeline(
    'Job, OneDrive',
    `Job -> OneDrive: POST createUploadSession (video.mp4)
     OneDrive => Job: 200 upload URL
     Job .. Job: crashes, the URL is lost
     Job -> OneDrive: POST createUploadSession (video.mp4)
     OneDrive x> Job: 409 an upload session already exists`,
  ),
  records: ['graph-drive-upload-session-exists'],
  sources: [
    'OneDrive/onedrive-api-docs#747 (ificator, service engineer)',
    'OneDrive/onedrive-api-docs#989 (chackman: left-over temporary files)',
    'microsoftgraph/microsoft-graph-docs-contrib : #412',
    'microsoftgraph/microsoft-graph-docs-contrib : #6558',
    'microsoftgraph/msgraph-sdk-java#366',
  ],
};
