import { marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/profile-card-property-exists',
  title: 'Profile card property already configured',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'community-reported',
  summary: 'A directory property is added to the profile card once. Adding it again answers 409.',
  operations: [
    ...marked('POST', '/admin/people/profileCardProperties'),
    ...marked('POST', '/organization/{}/settings/profileCardProperties', { beta: true }),
  ],
  answers: [{ status: 409, codes: [] }],
  identity: { fields: ['directoryPropertyName'], caseSensitive: 'unknown', scope: 'the tenant' },
  lookup: { op: 'GET /admin/people/profileCardProperties/{}', how: 'Read by directoryPropertyName.', pages: false },
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'No difference is known.',
  api: 'Refuses with 409.',
  remedies: [
    remedy(
      'create-or-get',
      'll--',
      'On 409 PATCH /admin/people/profileCardProperties/{name}.',
      'One call, only after a conflict.',
    ),
    useless('plain-retry', 'l--m', 'The property stays configured.'),
  ],
  timeline: timeline(
    'Setup, Microsoft Graph',
    `Setup -> Microsoft Graph: POST profileCardProperties (CustomAttribute1)
     Microsoft Graph x> Setup: 409
     Setup -> Microsoft Graph: PATCH profileCardProperties/CustomAttribute1
     Microsoft Graph => Setup: 200`,
  ),
  records: ['graph-profilecardproperty-duplicate'],
  sources: ['microsoftgraph/microsoft-graph-docs#10266', 'microsoftgraph/microsoft-graph-docs-contrib#4427'],
};
