/** Planner: every write needs a tag; an older one is merged where it can be, and refused in two ways. */
import type { EtagRule, Family } from '../family.js';

const RULE = 'graph/planner-stale-etag';
const REFUSED = {
  rule: RULE,
  record: 'graph-planner-precondition-412',
  status: 412,
  message: 'The If-Match header is missing or names a version that is not known.',
};
const etag: EtagRule = {
  missing: REFUSED,
  stale: REFUSED,
  overlapping: {
    rule: RULE,
    record: 'graph-planner-stale-conflict-409',
    status: 409,
    code: 'Conflict',
    message:
      'The attempted changes conflicted with already accepted changes to the object. Refresh the object and retry the operation.',
  },
};

export const planner: Family[] = [
  { collections: ['/planner/plans', '/planner/buckets', '/planner/tasks'], changed: 204, etag },
  {
    collections: [
      '/planner/plans/{}/details',
      '/planner/tasks/{}/details',
      '/planner/tasks/{}/assignedToTaskBoardFormat',
      '/planner/tasks/{}/bucketTaskBoardFormat',
      '/planner/tasks/{}/progressTaskBoardFormat',
    ],
    single: true,
    changed: 204,
    etag,
  },
];
