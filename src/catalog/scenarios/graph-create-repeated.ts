import { expand, explained, remedy, timeline, USERS, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/create-repeated',
  title: 'Create that makes another object on every repeat',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'documented',
  summary:
    'Most creates of Graph are not idempotent and enforce nothing: messages, tasks, list items, tabs, Intune policies. A repeat after a timeout, by the caller or by the retry of the SDK for 503 and 504, makes a second object, and no conflict ever tells.',
  operations: [
    ...explained('POST', [
      '/chats/{}/messages',
      '/teams/{}/channels/{}/messages',
      '/teams/{}/channels/{}/tabs',
      '/sites/{}/lists/{}/items',
      '/planner/tasks',
      '/planner/buckets',
      '/planner/plans',
    ]),
    ...explained('POST', ['/deviceManagement/deviceConfigurations']),
    ...explained('POST', '/deviceManagement/configurationPolicies', { beta: true }),
    ...explained('POST', expand(USERS, ['/messages', '/todo/lists/{}/tasks'])),
  ],
  answers: [],
  idempotent: [
    {
      form: 'transactionId, createOrGet, uniqueName with Prefer: create-if-missing, ids chosen by the client',
      warning: 'each exists for a few resources only',
    },
  ],
  intent: ['must-be-new'],
  silent: 'Every repeat makes another object.',
  plainRetry: 'never',
  retryAfter: false,
  portal: 'A person sees the first object and does not create a second.',
  api: 'Creates as often as it is asked. client-request-id does not deduplicate.',
  remedies: [
    remedy(
      'idempotency-key',
      'lm--',
      'Store a key of your own in the object, and search for it before a create that repeats.',
    ),
    remedy(
      'check-before-create',
      'mm-l',
      'Look up by name with paging; an unpaged look-up misses objects beyond the first page.',
    ),
    useless('create-or-get', 'l---', 'There is no error that could be answered.'),
  ],
  timeline: timeline(
    'Job, Microsoft Graph',
    `Job -> Microsoft Graph: POST configurationPolicies (Baseline)
     Microsoft Graph => Job: 201, the answer is lost
     Job -> Microsoft Graph: POST configurationPolicies (Baseline)
     Microsoft Graph => Job: 201 a second policy`,
  ),
  records: ['graph-create-is-not-idempotent', 'graph-intune-policy-duplicate-silent'],
  sources: [
    'microsoft/api-guidelines: graph/patterns/upsert.md',
    'microsoft/api-guidelines#69',
    'Microsoft365DSC#5088',
  ],
};
