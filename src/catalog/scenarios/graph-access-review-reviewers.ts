import { marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/access-review-reviewers',
  title: 'Fallback reviewers removed from a running review',
  service: 'graph',
  cause: 'state',
  confidence: 'documented',
  summary:
    'Fallback reviewers of a review instance can be added and never removed. An update that leaves one out answers 409, and neither a fresh read nor a repeat helps.',
  operations: [
    ...marked('PUT|PATCH', '/identityGovernance/accessReviews/definitions/{}/instances/{}', {
      needs: 'body-property',
      properties: ['fallbackReviewers'],
    }),
    ...marked('PATCH', '/identityGovernance/accessReviews/definitions/{}/instances/{}/stages/{}', {
      needs: 'body-property',
      properties: ['fallbackReviewers'],
    }),
  ],
  answers: [{ status: 409, codes: [], when: 'body-property' }],
  lookup: {
    op: 'GET /identityGovernance/accessReviews/definitions/{}/instances/{}',
    how: 'Read fallbackReviewers.',
    pages: false,
  },
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'No difference is known.',
  api: 'Refuses with 409.',
  remedies: [
    remedy(
      'fix-state',
      'll--',
      'Send the reviewers that are there together with the new ones.',
      'One read before the update.',
    ),
    useless('reread-and-reapply', 'll-l', 'A fresh copy does not make the removal allowed.'),
  ],
  timeline: timeline(
    'Script, Microsoft Graph',
    `Script -> Microsoft Graph: PATCH instance (fallbackReviewers: Ben)
     Microsoft Graph x> Script: 409 Ada may not be removed
     Script -> Microsoft Graph: PATCH instance (fallbackReviewers: Ada, Ben)
     Microsoft Graph => Script: 204`,
  ),
  records: ['graph-accessreview-fallbackreviewers-remove'],
  sources: [
    'microsoftgraph/microsoft-graph-docs.pt-BR (docs of Feb 2023): api-reference/v1.0/api/accessreviewinstance-update.md L67',
    'microsoftgraph/microsoft-graph-docs.pt-BR (docs of Feb 2023): api-reference/beta/api/accessreviewstage-update.md L68',
  ],
};
