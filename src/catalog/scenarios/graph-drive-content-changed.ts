import { DRIVE_ITEMS, expand, marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/drive-content-changed',
  title: 'File content written over a change',
  service: 'graph',
  cause: 'concurrency',
  confidence: 'community-reported',
  summary:
    'PUT content creates or replaces, so a taken name is no clash: the default is a silent overwrite. Users see a sporadic 409 resourceModified on it nevertheless, and 409 nameAlreadyExists where the target is a OneNote package. With conflictBehavior fail a taken name is refused.',
  operations: [
    ...marked('PUT', expand(DRIVE_ITEMS, '/content'), { needs: 'behavior-fail' }),
    ...marked('PUT', expand(DRIVE_ITEMS, '/content'), { needs: 'if-match' }),
  ],
  answers: [
    { status: 409, codes: ['nameAlreadyExists'], when: 'behavior-fail' },
    { status: 412, codes: ['preconditionFailed', 'resourceModified'], when: 'if-match' },
    { status: 409, codes: ['resourceModified'], texts: ['Resource has changed since the caller last read it'] },
  ],
  identity: { fields: ['path', 'If-Match'], caseSensitive: false },
  lookup: {
    op: 'GET /drives/{}/items/{}',
    how: 'Read the item; compare cTag or hash with what was sent.',
    pages: false,
  },
  idempotent: [{ form: 'PUT content without conflictBehavior', warning: 'replaces a file of the same name silently' }],
  intent: ['ensure'],
  silent: 'The default replaces the file of somebody else. Only the version history keeps the old one.',
  plainRetry: 'after-reread',
  retryAfter: false,
  portal: 'The web page asks before it replaces.',
  api: 'Replaces without asking.',
  remedies: [
    remedy(
      'reread-and-reapply',
      'ml-l',
      'On 409 or 412 read the item: the same hash means done, otherwise decide and upload again, a bounded number of times.',
      'One read and one upload for each clash.',
    ),
    remedy(
      'new-key',
      'll--',
      'Use conflictBehavior rename where both files are welcome.',
      'Every repeat leaves another copy.',
    ),
    useless(
      'plain-retry',
      'm-mm',
      'A blind repeat overwrites the version of a colleague, or fails for ever on a OneNote package.',
    ),
  ],
  timeline: timeline(
    'Job, OneDrive, Ada',
    `Job -> OneDrive: GET report.xlsx
     OneDrive => Job: 200 etag 1
     Ada -> OneDrive: saves report.xlsx
     OneDrive => Ada: 200 etag 2
     Job -> OneDrive: PUT content, If-Match 1
     OneDrive x> Job: 412`,
  ),
  records: [
    'graph-drive-put-content-resource-modified',
    'graph-drive-put-default-replace',
    'graph-drive-onenote-name-exists',
  ],
  sources: [
    'OneDrive/onedrive-api-docs#1415',
    'OneDrive/onedrive-api-docs#1707',
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): concepts/errors.md (resourceModified, entityTagDoesNotMatch)',
    "Microsoft BCApps reference Enum 9351 'Graph ConflictBehavior' citing the driveItem instance attributes",
    'learn.microsoft.com/graph/api/resources/driveitem (instance attributes)',
    'rclone/rclone: backend/onedrive/onedrive.go ~L2602, L2792',
    'OneDrive/onedrive-api-docs#1634',
  ],
};
