import { explained, marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/subscription-duplicate',
  title: 'Subscription for the same resource and change type',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'documented',
  summary:
    'Microsoft Graph deduplicates change-notification subscriptions: while one lives, the same application cannot make another for the same resource and change type. The clash is nearly always with an earlier run of the same program: a restart, a second instance, a renewal that fell through to a create. A 400 of the same call is something else: the notification address did not answer the validation request. The check is not made by every workload: SharePoint lists (2024) and event hub subscriptions (2026) were reported to accept duplicates, and then every notification arrives twice.',
  operations: [
    ...marked('POST', '/subscriptions'),
    ...explained('PATCH', '/subscriptions/{}'),
    ...explained('GET', '/subscriptions'),
  ],
  answers: [
    { status: 409, codes: ['ObjectIdentifierInUse'], texts: ['already exists for the requested combination'] },
    { status: 409, codes: ['ExtensionError'], texts: ['subscription'] },
  ],
  identity: {
    fields: ['resource', 'changeType'],
    caseSensitive: 'unknown',
    scope: 'the calling application (and user, with delegated permissions); presence allows one subscription in all',
  },
  lookup: {
    op: 'GET /subscriptions',
    how: 'Read every page; match resource and changeType without regard to the order of change types, then compare notificationUrl. The collection cannot be filtered.',
    pages: true,
    unreadable: ['clientState'],
  },
  idempotent: [
    {
      form: 'PATCH /subscriptions/{id} with a new expirationDateTime',
      warning: 'answers 404 once the subscription has expired; then create again once',
    },
  ],
  intent: ['ensure'],
  silent:
    'Workloads that do not deduplicate answer 201 to both requests, and every change is notified twice. Deduplicate on the receiving side as well: delivery is at least once in any case.',
  plainRetry: 'never',
  retryAfter: false,
  portal: 'There is no portal for subscriptions. Only the application that made them sees them.',
  api: 'Refuses the second create with 409 until the first subscription expires or is deleted. The error text carries the id of the one that is there.',
  remedies: [
    remedy(
      'create-or-get',
      'lm-l',
      'On 409 list the subscriptions, find the twin by resource and changeType, compare notificationUrl, and renew it by PATCH (expirationDateTime, and notificationUrl where it differs). If the PATCH answers 404 the twin has expired: create once more, then give up with the first error.',
      'One list and one PATCH, only after a conflict. Reading the id out of the message is shorter but breaks when the wording changes.',
    ),
    remedy(
      'check-before-create',
      'mm-l',
      'List first, renew the twin if it is there, create if not. Two instances can still pass the check together, so keep the answer to 409.',
      'One list at every start.',
    ),
    remedy(
      'serialize-writes',
      'mm--',
      'Let one instance own the subscription of a resource, so that renewing and creating never run side by side.',
    ),
    useless(
      'back-off-and-retry',
      'h--m',
      'The same request keeps failing until the first subscription ends, which may be days away. Nothing changes while waiting.',
    ),
  ],
  timeline: timeline(
    'First run, Microsoft Graph, Second run',
    `First run -> Microsoft Graph: POST /subscriptions (me/messages, created)
     Microsoft Graph => First run: 201 Created, id 7f1c…
     First run .. First run: restarts, forgets the id
     Second run -> Microsoft Graph: POST /subscriptions (me/messages, created)
     Microsoft Graph x> Second run: 409 ObjectIdentifierInUse
     Second run -> Microsoft Graph: GET /subscriptions
     Microsoft Graph => Second run: 200 with 7f1c…
     Second run -> Microsoft Graph: PATCH /subscriptions/7f1c… (expirationDateTime)
     Microsoft Graph => Second run: 200 renewed`,
  ),
  records: [
    'graph-subscription-duplicate',
    'graph-subscription-presence-single',
    'graph-subscription-renew-after-expiry',
    'graph-subscription-validation-400',
  ],
  sources: [
    'github microsoftgraph/microsoft-graph-docs-contrib PR #8573, #8574, #8575 (Sept 2023) - duplicate subscription note for POST /subscriptions',
    'abraunegg/onedrive: src/webhook.d L205-250 (handles the real 409 body)',
    'Contradicting: microsoft-graph-docs-contrib#9039 (SharePoint list duplicates accepted, Jan 2024); learn.microsoft.com/answers/questions/5768670 (Feb 2026: two identical Event Hub subscriptions both 201); microsoft-graph-docs#7171 (older: duplicates allowed, every notification arrives twice)',
    'microsoftgraph/msgraph-beta-sdk-dotnet#174',
    'microsoftgraph/aspnetcore-webhooks-sample#92',
    'abraunegg/onedrive: src/webhook.d L205-250',
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): concepts/webhooks.md',
    'microsoft-graph-docs-contrib issues on subscription creation',
  ],
};
