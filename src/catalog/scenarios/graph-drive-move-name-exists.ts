import { DRIVES, expand, marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/drive-move-name-exists',
  title: 'Rename or move onto a taken name',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'community-reported',
  summary:
    'Renaming or moving an item to a folder that has that name answers 409. conflictBehavior on the PATCH was reported not to be honoured.',
  operations: marked('PATCH', expand(DRIVES, '/items/{}'), {
    needs: 'body-property',
    properties: ['name', 'parentReference'],
  }),
  answers: [{ status: 409, codes: ['nameAlreadyExists'], when: 'body-property' }],
  identity: { fields: ['parentReference', 'name'], caseSensitive: false, scope: 'the target folder' },
  lookup: { op: 'GET /drives/{}/items/{}', how: 'Read the target by path.', pages: false },
  idempotent: [],
  intent: ['ensure', 'must-be-new'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'The web page asks whether to replace or keep both.',
  api: 'Refuses with 409.',
  remedies: [
    remedy(
      'create-or-get',
      'll--',
      'On 409 read the target: it may be the same item, moved by an earlier try.',
      'One read, only after a conflict.',
    ),
    remedy('new-key', 'll--', 'Choose another name.'),
    remedy('check-before-create', 'll-l', 'Read the target first; deleting it and moving then is not atomic.'),
    useless('back-off-and-retry', 'h--m', 'The name stays taken.'),
  ],
  timeline: timeline(
    'Job, OneDrive',
    `Job -> OneDrive: PATCH item (parentReference Archive)
     OneDrive x> Job: 409 nameAlreadyExists
     Job -> OneDrive: GET Archive:/report.pdf
     OneDrive => Job: 200 compare`,
  ),
  records: ['graph-drive-move-name-exists'],
  sources: [
    'OneDrive/onedrive-api-docs#1383',
    'pnp/cli-microsoft365: file-move.spec.ts',
    'abraunegg/onedrive: src/sync.d',
  ],
};
