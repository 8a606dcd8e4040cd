import { expand, marked, remedy, timeline, USERS, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/onenote-name-exists',
  title: 'OneNote notebook, section or section group with the same name',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'documented',
  summary:
    'Names of notebooks, sections and section groups are unique on their level, without regard to case. The refusal carries the number 20117; the status is not given. Pages have no unique names. Other numbers are states: 10012 wants a check-out, 30105 and 30106 clear once the drive is provisioned.',
  operations: marked(
    'POST',
    expand(
      [...USERS, '/groups/{}', '/sites/{}'],
      [
        '/onenote/notebooks',
        '/onenote/notebooks/{}/sections',
        '/onenote/notebooks/{}/sectionGroups',
        '/onenote/sectionGroups/{}/sections',
        '/onenote/sectionGroups/{}/sectionGroups',
      ],
    ),
  ),
  answers: [
    {
      status: 409,
      codes: ['20117'],
      texts: ['An item with this name already exists in this location'],
      unverified: true,
    },
    {
      status: 400,
      codes: ['20117'],
      texts: ['An item with this name already exists in this location'],
      unverified: true,
    },
  ],
  identity: { fields: ['displayName'], caseSensitive: false, scope: 'the notebook or section group' },
  lookup: { op: 'GET /me/onenote/notebooks', how: "Filter on displayName eq '…'.", pages: true },
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'OneNote refuses or numbers the name while it is typed.',
  api: 'Refuses with code 20117.',
  remedies: [
    remedy(
      'create-or-get',
      'll--',
      'On code 20117 read by displayName and use it.',
      'One read, only after a conflict.',
    ),
    remedy('check-before-create', 'll-l', 'Read by displayName first; keep the answer to the refusal.'),
    useless('plain-retry', 'l--m', 'The name stays taken.'),
  ],
  timeline: timeline(
    'Job, OneNote',
    `Job -> OneNote: POST notebooks/{id}/sections (Minutes)
     OneNote x> Job: 20117 An item with this name already exists
     Job -> OneNote: GET sections filtered on the name
     OneNote => Job: 200 the section`,
  ),
  records: ['graph-onenote-name-exists', 'graph-onenote-state-codes'],
  sources: [
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): concepts/onenote-error-codes.md L193',
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): api-reference/v1.0/api/notebook-post-sections.md L41, onenote-post-notebooks.md L41',
    'pnp/cli-microsoft365: onenote notebook-add.spec.ts',
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): concepts/onenote-error-codes.md',
  ],
};
