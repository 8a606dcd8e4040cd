import { DRIVE_ITEMS, expand, explained, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/upload-name-taken',
  title: 'Name taken while the upload was running',
  service: 'graph',
  cause: 'concurrency',
  confidence: 'documented',
  summary:
    'If a file of the same name appears while a session is open, the last fragment is refused with 409. The bytes are kept: the upload can be committed under another name. The upload URL is an opaque address, so the call is explained and not marked.',
  operations: explained('POST', expand(DRIVE_ITEMS, '/createUploadSession')),
  answers: [
    {
      status: 409,
      codes: ['upload_name_conflict'],
      texts: ['Another file exists with the same name as the uploaded session'],
    },
  ],
  identity: { fields: ['item.name'], caseSensitive: false, scope: 'the parent folder' },
  idempotent: [],
  intent: ['must-be-new'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'The web page asks whether to replace or keep both.',
  api: 'Refuses the last fragment and keeps the session.',
  remedies: [
    remedy(
      'new-key',
      'lm--',
      'Commit with PUT on the parent path under another name, with @microsoft.graph.sourceUrl set to the upload URL.',
      'The bytes are not sent again.',
    ),
    useless(
      'plain-retry',
      'h--h',
      'Sending the last fragment again fails alike; sending all bytes again costs the whole upload.',
    ),
  ],
  timeline: timeline(
    'Job, OneDrive, Ada',
    `Job -> OneDrive: PUT fragment 1 of 2
     OneDrive => Job: 202
     Ada -> OneDrive: saves report.pdf
     OneDrive => Ada: 201
     Job -> OneDrive: PUT fragment 2 of 2
     OneDrive x> Job: 409 upload_name_conflict`,
  ),
  records: ['graph-drive-upload-name-conflict'],
  sources: [
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): api-reference/v1.0/api/driveitem-createuploadsession.md L271-285',
    'OneDrive/onedrive-api-docs#55',
  ],
};
