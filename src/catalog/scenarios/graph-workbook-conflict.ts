import { DRIVES, expand, explained, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/workbook-conflict',
  title: 'Workbook session, name or range in the way',
  service: 'graph',
  cause: 'state',
  confidence: 'documented',
  summary:
    'The workbook API has the best-documented family of 409: the inner code says whether a session, a name, a filter or a concurrent insert is in the way, and each asks for another answer. The operations are too many to mark; the codes are explained.',
  operations: explained(
    'POST',
    expand(expand(DRIVES, '/items/{}/workbook'), [
      '/worksheets',
      '/worksheets/add',
      '/tables/add',
      '/names/add',
      '/createSession',
    ]),
  ),
  answers: [
    { status: 409, codes: ['itemAlreadyExists'] },
    {
      status: 409,
      codes: [
        'invalidSessionAccessConflict',
        'accessConflict',
        'filteredRangeConflict',
        'insertDeleteConflict',
        'conflictUncategorized',
        'conflict',
      ],
    },
  ],
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: true,
  portal: 'Excel for the web merges editors and asks about names.',
  api: 'Answers 409 with an inner code; the documentation says not to send again before the cause is gone.',
  remedies: [
    remedy(
      'fix-state',
      'lm--',
      'Branch on the inner code: a new session for invalidSessionAccessConflict, another name for itemAlreadyExists, clear the filter for filteredRangeConflict.',
    ),
    remedy(
      'serialize-writes',
      'mm--',
      'One persistent session, one writer.',
      'Sessions end after minutes of idleness.',
    ),
    useless('plain-retry', 'l--m', 'Nothing changes by itself.'),
  ],
  timeline: timeline(
    'Job, Excel',
    `Job -> Excel: POST worksheets/add (Summary)
     Excel x> Job: 409 itemAlreadyExists`,
  ),
  records: ['graph-workbook-conflicts'],
  sources: [
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): concepts/workbook-error-codes.md L24-57',
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): concepts/workbook-error-handling.md L97',
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): api-reference/v1.0/resources/excel.md L1319',
  ],
};
