import { DRIVE_ITEMS, DRIVES, expand, marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/drive-stale-etag',
  title: 'Drive or list item changed since it was read',
  service: 'graph',
  cause: 'concurrency',
  confidence: 'documented',
  summary:
    'A change, deletion or upload session that carries if-match with an old tag answers 412, and nothing is changed. Opening an upload session itself was found to change the tag.',
  operations: [
    ...marked('PATCH|DELETE', expand(DRIVES, '/items/{}'), { needs: 'if-match' }),
    ...marked('PATCH|DELETE', expand(DRIVES, '/items/{}/permissions/{}'), { needs: 'if-match' }),
    ...marked(
      'PATCH|DELETE',
      ['/sites/{}/lists/{}/items/{}', '/sites/{}/pages/{}', '/drives/{}/bundles/{}', '/me/drive/bundles/{}'],
      { needs: 'if-match' },
    ),
    ...marked('PATCH', '/sites/{}/lists/{}/items/{}/fields', { needs: 'if-match' }),
    ...marked('POST', expand(DRIVE_ITEMS, '/createUploadSession'), { needs: 'if-match' }),
  ],
  answers: [{ status: 412, codes: ['preconditionFailed', 'resourceModified'], when: 'if-match' }],
  identity: { fields: ['path', 'If-Match'], caseSensitive: true },
  lookup: { op: 'GET /drives/{}/items/{}', how: 'Read the item; take eTag.', pages: false },
  idempotent: [],
  intent: ['ensure'],
  silent: 'Without if-match the later change wins.',
  plainRetry: 'after-reread',
  retryAfter: false,
  portal: 'The web page shows the item as it is now and asks on a clash.',
  api: 'Refuses with 412 where a tag is sent, overwrites where none is.',
  remedies: [
    remedy(
      'reread-and-reapply',
      'lmll',
      'On 412 read the item, apply the change to the fresh copy, send the new tag; at most five times.',
      'One read and one write for each clash.',
    ),
    remedy('report-conflict', '-l--', 'Where a person decides, show both versions.'),
    useless('plain-retry', 'l--m', 'The same tag never fits again. Dropping if-match loses the other change.'),
  ],
  timeline: timeline(
    'Job, SharePoint, Ada',
    `Job -> SharePoint: GET list item
     SharePoint => Job: 200 eTag 1
     Ada -> SharePoint: edits the item
     SharePoint => Ada: 200 eTag 2
     Job -> SharePoint: PATCH fields, if-match 1
     SharePoint x> Job: 412`,
  ),
  records: ['graph-drive-if-match-412'],
  sources: [
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): api-reference/v1.0/api/driveitem-update.md L44, driveitem-delete.md L43, driveitem-move.md L46, driveitem-createuploadsession.md L83, listitem-update.md L43, listitem-delete.md L42, permission-update.md L44, permission-delete.md L45',
    'abraunegg/onedrive: src/onedrive.d ~L1679, src/sync.d ~L6083',
    'OneDrive/onedrive-api-docs#1716',
  ],
};
