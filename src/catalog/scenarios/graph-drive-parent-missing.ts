import { DRIVES, expand, explained, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/drive-parent-missing',
  title: 'Parent folder that does not exist',
  service: 'graph',
  cause: 'state',
  confidence: 'documented',
  summary:
    'The only example that the error page of Graph gives for 409 is a missing parent folder. A 409 of a drive does not always mean that something is there already.',
  operations: [
    ...explained('PUT', expand(DRIVES, '/items/{}/content')),
    ...explained('POST', expand(DRIVES, '/items/{}/children')),
    ...explained('PATCH', expand(DRIVES, '/items/{}')),
  ],
  answers: [
    { status: 409, codes: ['conflict'] },
    { status: 404, codes: ['itemNotFound'] },
  ],
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'The web page only offers folders that exist.',
  api: 'Refuses with 409 or 404.',
  remedies: [
    remedy(
      'fix-state',
      'll--',
      'Create the parents from the top, taking "exists" as fine, then repeat once.',
      'One call for each level.',
    ),
    useless('plain-retry', 'l--m', 'The parent does not come by itself.'),
    useless(
      'create-or-get',
      'l---',
      'There is nothing to adopt: the code has to be read before 409 is taken for "exists".',
    ),
  ],
  timeline: timeline(
    'Job, OneDrive',
    `Job -> OneDrive: PUT root:/2026/May/report.pdf:/content
     OneDrive x> Job: 409 the parent is missing
     Job -> OneDrive: POST folders 2026, May
     Job -> OneDrive: PUT root:/2026/May/report.pdf:/content
     OneDrive => Job: 201`,
  ),
  records: ['graph-drive-parent-missing'],
  sources: ['microsoftgraph/microsoft-graph-docs (docs of Jul 2021): concepts/errors.md L23'],
};
