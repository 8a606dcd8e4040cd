import { marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/teamwork-device-busy',
  title: 'Device operation that is queued already',
  service: 'graph',
  cause: 'state',
  confidence: 'documented',
  summary: 'A Teams device takes one operation of a kind at a time. Asking again while one is queued answers 409.',
  operations: marked(
    'POST',
    ['/teamwork/devices/{}/restart', '/teamwork/devices/{}/runDiagnostics', '/teamwork/devices/{}/updateSoftware'],
    { beta: true },
  ),
  answers: [{ status: 409, codes: [] }],
  lookup: {
    op: 'GET /teamwork/devices/{}/operations',
    how: 'Look for a running operation of the kind.',
    pages: true,
    beta: true,
  },
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'after-delay',
  retryAfter: false,
  portal: 'The admin center shows the queued operation.',
  api: 'Refuses with 409 until the operation has ended.',
  remedies: [
    remedy('fix-state', 'hl-l', 'Read the operations of the device and wait for the running one.', 'Minutes.'),
    remedy('report-conflict', '-l--', 'The operation is queued already: for most callers that is what they wanted.'),
    useless('plain-retry', 'l--m', 'At once it meets the same queued operation.'),
  ],
  timeline: timeline(
    'Script, Microsoft Graph',
    `Script -> Microsoft Graph: POST restart
     Microsoft Graph => Script: 202 queued
     Script -> Microsoft Graph: POST restart
     Microsoft Graph x> Script: 409 already queued`,
  ),
  records: ['graph-teamworkdevice-operation-queued'],
  sources: [
    'microsoftgraph/microsoft-graph-docs.pt-BR (docs of Feb 2023): api-reference/beta/api/teamworkdevice-restart.md L57',
    'microsoftgraph/microsoft-graph-docs.pt-BR (docs of Feb 2023): api-reference/beta/api/teamworkdevice-rundiagnostics.md L55',
    'microsoftgraph/microsoft-graph-docs.pt-BR (docs of Feb 2023): api-reference/beta/api/teamworkdevice-updatesoftware.md L65',
  ],
};
