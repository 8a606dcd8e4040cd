import { DRIVES, expand, explained, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/drive-item-locked',
  title: 'File locked by somebody who edits it',
  service: 'graph',
  cause: 'state',
  confidence: 'community-reported',
  summary:
    'A file that is open in an Office application, or checked out, answers 423 to changes of content or metadata. The lock ends with the editing session, a check-out perhaps never.',
  operations: [
    ...explained('PUT', expand(DRIVES, '/items/{}/content')),
    ...explained('PATCH|DELETE', expand(DRIVES, '/items/{}')),
    ...explained('POST', expand(DRIVES, '/items/{}/createUploadSession')),
  ],
  answers: [
    {
      status: 423,
      codes: ['notAllowed', 'resourceLocked', 'lockMismatch', 'lockNotFoundOrAlreadyExpired'],
      texts: ['is locked'],
    },
  ],
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'after-delay',
  retryAfter: false,
  portal: 'The web page can rename a file that is open in Office.',
  api: 'Answers 423 until the lock ends.',
  remedies: [
    remedy(
      'back-off-and-retry',
      'hl-l',
      'Wait minutes, with a cap, then put the work aside or write a file beside it.',
      'Long waits.',
    ),
    remedy('report-conflict', '-l--', 'Name the file and who holds it.'),
    useless('plain-retry', 'l--h', 'A hot loop only burns quota.'),
  ],
  timeline: timeline(
    'Ada, OneDrive, Job',
    `Ada -> OneDrive: opens report.xlsx
     Job -> OneDrive: PUT content
     OneDrive x> Job: 423 resourceLocked`,
  ),
  records: ['graph-drive-locked-423'],
  sources: [
    'microsoftgraph/msgraph-sdk-java#365',
    'microsoft-graph-docs#15111',
    'microsoftgraph/microsoft-graph-explorer#3435',
    'microsoftgraph/msgraph-sdk-dotnet#2101',
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): concepts/errors.md (423)',
  ],
};
