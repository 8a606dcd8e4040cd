import { explained, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/education-upload-running',
  title: 'Education upload that is being processed',
  service: 'graph',
  cause: 'state',
  confidence: 'documented',
  summary:
    'Asking for an upload URL while a previous upload of the profile is processed answers 409: a GET that conflicts.',
  // Reads are not looked at by the engine: it is explained, not marked.
  operations: explained('GET', '/education/synchronizationProfiles/{}/uploadUrl', { beta: true }),
  answers: [{ status: 409, codes: [] }],
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'after-delay',
  retryAfter: false,
  portal: 'School Data Sync shows the running upload.',
  api: 'Refuses with 409 until the profile is idle.',
  remedies: [
    remedy('fix-state', 'hl--', 'Poll profileStatus, then ask again.', 'Minutes to hours.'),
    useless('plain-retry', 'l--m', 'At once it meets the same upload.'),
  ],
  timeline: timeline(
    'Job, Microsoft Graph',
    `Job -> Microsoft Graph: GET uploadUrl
     Microsoft Graph x> Job: 409 an upload is processed
     Job -> Microsoft Graph: GET profileStatus
     Microsoft Graph => Job: 200`,
  ),
  records: ['graph-education-upload-in-progress'],
  sources: [
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): api-reference/beta/api/educationsynchronizationprofile-uploadurl.md L47',
  ],
};
