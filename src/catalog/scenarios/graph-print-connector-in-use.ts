import { marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/print-connector-in-use',
  title: 'Print connector that still has printers',
  service: 'graph',
  cause: 'state',
  confidence: 'documented',
  summary: 'Deleting a connector that still has printers answers 409: a DELETE that conflicts.',
  operations: marked('DELETE', '/print/connectors/{}'),
  answers: [{ status: 409, codes: [], texts: ['please unregister the associated printers'] }],
  lookup: { op: 'GET /print/printers', how: 'Find the printers whose connectors include this one.', pages: true },
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'The Universal Print portal asks to remove the printers first.',
  api: 'Refuses with 409.',
  remedies: [
    remedy('fix-state', 'mm--', 'Unregister or move the printers, then delete.', 'One call for each printer.'),
    useless('plain-retry', 'l--m', 'The printers do not go by themselves.'),
  ],
  timeline: timeline(
    'Script, Universal Print',
    `Script -> Universal Print: DELETE /print/connectors/{id}
     Universal Print x> Script: 409 please unregister the associated printers`,
  ),
  records: ['graph-printconnector-has-printers'],
  sources: [
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): api-reference/v1.0/api/printconnector-delete.md L53',
  ],
};
