import { DRIVES, expand, marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/drive-copy-name-exists',
  title: 'Copy to a folder that has the name',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'documented',
  summary:
    'A copy onto a taken name fails at once with 409, or answers 202 and fails in the monitor. conflictBehavior counts only as a query parameter, is ignored in the body, and is not supported by personal drives; replace was reported not to be honoured.',
  operations: marked('POST', expand(DRIVES, '/items/{}/copy')),
  answers: [
    { status: 409, codes: ['nameAlreadyExists'] },
    { status: 202, codes: ['nameAlreadyExists'] },
  ],
  identity: { fields: ['parentReference', 'name'], caseSensitive: false, scope: 'the target folder' },
  lookup: { op: 'GET /drives/{}/items/{}', how: 'Read the target by path.', pages: false },
  idempotent: [
    {
      form: '?@microsoft.graph.conflictBehavior=rename in the query',
      warning: 'leaves another copy on each repeat; business drives only',
    },
  ],
  intent: ['ensure', 'must-be-new'],
  silent: 'The call answers 202; a failure shows only at the monitor URL.',
  plainRetry: 'never',
  retryAfter: false,
  portal: 'The web page asks whether to replace or keep both.',
  api: 'Refuses at once or later.',
  remedies: [
    remedy(
      'create-or-get',
      'mm--',
      'On 409, or a failed monitor, read the target by path and compare.',
      'Polling and one read.',
    ),
    remedy(
      'new-key',
      '-l--',
      'Send conflictBehavior=rename in the query where a second copy is welcome.',
      'Every repeat leaves another copy.',
    ),
    remedy('check-before-create', 'll-l', 'Read the target first; keep the answer to the 409.'),
    useless('back-off-and-retry', 'h-lm', 'The name stays taken.'),
  ],
  timeline: timeline(
    'Job, OneDrive',
    `Job -> OneDrive: POST copy
     OneDrive => Job: 202 monitor URL
     Job -> OneDrive: GET monitor
     OneDrive x> Job: 409 nameAlreadyExists, inside the status of the monitor`,
  ),
  records: ['graph-drive-copy-name-exists'],
  sources: [
    'microsoftgraph/microsoft-graph-docs-contrib : driveitem-copy.md',
    'OneDrive/onedrive-api-docs#981',
    'microsoftgraph/msgraph-sdk-php#1555',
  ],
};
