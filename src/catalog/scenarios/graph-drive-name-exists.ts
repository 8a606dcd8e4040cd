import { DRIVE_ITEMS, expand, marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/drive-name-exists',
  title: 'File or folder name already in the folder',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'maintainer-said',
  summary:
    'Names are unique in a folder. Creating a folder or item by POST fails with 409 unless @microsoft.graph.conflictBehavior says otherwise (the default of POST is fail). Business and SharePoint drives refuse; personal OneDrive answers 200 with the folder that is there.',
  operations: marked('POST', expand(DRIVE_ITEMS, '/children')),
  answers: [{ status: 409, codes: ['nameAlreadyExists'], texts: ['Name already exists', 'already exists'] }],
  identity: { fields: ['path', 'name'], caseSensitive: false, scope: 'the parent folder' },
  lookup: {
    op: 'GET /drives/{}/items/{}',
    how: 'Read by path: /drives/{id}/items/{parent}:/{name}. In a race the read can answer 404 first: read the children then.',
    pages: false,
  },
  idempotent: [
    { form: '@microsoft.graph.conflictBehavior: rename', warning: 'makes "Name 1", "Name 2" on each repeat' },
    {
      form: '@microsoft.graph.conflictBehavior: replace, for folders',
      warning: 'reported to answer 409 for files, and on some business drives',
    },
  ],
  intent: ['ensure', 'must-be-new'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'The web page asks whether to replace the file or keep both.',
  api: 'Refuses, renames or replaces as conflictBehavior says, without asking.',
  remedies: [
    remedy(
      'create-or-get',
      'll--',
      'Send conflictBehavior fail; on 409 read the item by path and go on if it is a folder.',
      'One read, only after a conflict.',
    ),
    remedy(
      'new-key',
      '-ll-',
      'Send conflictBehavior rename where a second folder is welcome.',
      'Every repeat leaves another copy.',
    ),
    remedy('check-before-create', 'll-l', 'Read by path first; keep the answer to the 409.'),
    useless('back-off-and-retry', 'h--m', 'The name stays taken.'),
  ],
  timeline: timeline(
    'Job A, OneDrive, Job B',
    `Job A -> OneDrive: POST children (folder Reports)
     OneDrive => Job A: 201 Created
     Job B -> OneDrive: POST children (folder Reports)
     OneDrive x> Job B: 409 nameAlreadyExists
     Job B -> OneDrive: GET by path /Reports
     OneDrive => Job B: 200 the folder`,
  ),
  records: ['graph-drive-folder-create-exists'],
  sources: [
    'OneDrive/onedrive-sdk-csharp#91 (rgregg, service engineer)',
    'OneDrive/onedrive-api-docs#1162',
    'OneDrive/onedrive-api-docs#359',
    'microsoft-graph-docs#1629',
    'learn.microsoft.com/answers/questions/2101794',
    'abraunegg/onedrive: src/sync.d ~L10085, L13415',
    'rclone/rclone: backend/onedrive/onedrive.go (CreateDir uses fail)',
  ],
};
