import { marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/autopilot-sync-running',
  title: 'Autopilot synchronisation that is running',
  service: 'graph',
  cause: 'state',
  confidence: 'documented',
  summary:
    'Asking for a synchronisation while one runs answers 409; asking within ten minutes of the last one answers 429.',
  operations: marked('POST', '/deviceManagement/windowsAutopilotSettings/sync', { beta: true }),
  answers: [
    { status: 409, codes: [] },
    { status: 429, codes: [] },
  ],
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'after-delay',
  retryAfter: false,
  portal: 'The Intune portal shows the time of the last synchronisation.',
  api: 'Separates running (409) from too soon (429).',
  remedies: [
    remedy('fix-state', 'hl--', 'Read syncStatus and lastSyncDateTime, and wait at least ten minutes.', 'Ten minutes.'),
    remedy('report-conflict', '-l--', 'A synchronisation runs already: often that is enough.'),
    useless('plain-retry', 'l--h', 'At once it meets the same run, then the limit.'),
  ],
  timeline: timeline(
    'Script, Intune',
    `Script -> Intune: POST sync
     Intune => Script: 204
     Script -> Intune: POST sync
     Intune x> Script: 409 running`,
  ),
  records: ['graph-intune-autopilot-sync-in-progress'],
  sources: [
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): api-reference/beta/api/intune-enrollment-windowsautopilotsettings-sync.md L3, L18',
  ],
};
