import { marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/planner-stale-etag',
  title: 'Planner change over a newer version',
  service: 'graph',
  cause: 'concurrency',
  confidence: 'documented',
  summary:
    'Planner demands If-Match on every change and is the one service that answers a stale ETag in two ways: it merges edits that do not overlap, answers 409 for edits that do, and 412 when the ETag is missing or too old to be known. A handler has to cover both.',
  operations: marked(
    'PATCH|DELETE',
    [
      '/planner/tasks/{}',
      '/planner/tasks/{}/details',
      '/planner/tasks/{}/assignedToTaskBoardFormat',
      '/planner/tasks/{}/bucketTaskBoardFormat',
      '/planner/tasks/{}/progressTaskBoardFormat',
      '/planner/buckets/{}',
      '/planner/plans/{}',
      '/planner/plans/{}/details',
      '/planner/plans/{}/buckets/{}',
      '/planner/plans/{}/tasks/{}',
      '/planner/plans/{}/tasks/{}/details',
      '/planner/buckets/{}/tasks/{}',
      '/planner/buckets/{}/tasks/{}/details',
    ],
    { needs: 'if-match' },
  ),
  answers: [
    { status: 409, codes: ['Conflict'], texts: ['conflicted with already accepted changes'], when: 'if-match' },
    { status: 412, codes: [], when: 'if-match' },
  ],
  identity: { fields: ['path', 'If-Match'], caseSensitive: true },
  lookup: { op: 'GET /planner/tasks/{}', how: 'Read the item again and take its @odata.etag.', pages: false },
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'after-reread',
  retryAfter: false,
  portal: 'Planner merges what two people type as long as they touch different fields, and shows the newer value.',
  api: 'Merges in the same way where the ETag is known; refuses overlapping changes.',
  remedies: [
    remedy(
      'reread-and-reapply',
      'lmll',
      'On 409 or 412 read the item, apply the change to the fresh copy, and send it with the new ETag; at most a few times.',
      'One read and one write for each clash. Sending the old body with the new ETag overwrites the other change.',
    ),
    remedy('serialize-writes', 'mm--', 'Let one worker write a plan.'),
    remedy('report-conflict', '-l--', 'Where a person decides, show both versions.'),
    useless('plain-retry', 'l--m', 'The same ETag never fits again.'),
  ],
  timeline: timeline(
    'Ada, Planner, Ben',
    `Ada -> Planner: GET task
     Planner => Ada: 200 etag 1
     Ben -> Planner: PATCH title, If-Match 1
     Planner => Ben: 204 etag 2
     Ada -> Planner: PATCH title, If-Match 1
     Planner x> Ada: 409 conflicted with already accepted changes
     Ada -> Planner: GET task
     Planner => Ada: 200 etag 2
     Ada -> Planner: PATCH merged, If-Match 2
     Planner => Ada: 204`,
  ),
  records: ['graph-planner-stale-conflict-409', 'graph-planner-precondition-412'],
  sources: [
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): api-reference/v1.0/resources/planner-overview.md L70',
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): api-reference/beta/resources/planner-overview.md L130-170',
    'O365/python-o365#1082',
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): api-reference/v1.0/resources/planner-overview.md L104-107',
    'pnp/pnpjs#1033',
    'pnp/powershell: src/Commands/Utilities/PlannerUtility.cs (UpdatePlan loop)',
  ],
};
