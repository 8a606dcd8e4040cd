import { explained, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/invitation-known-address',
  title: 'Invitation of an address that is known already',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'documented',
  summary:
    'Inviting a guest whose address belongs to a contact succeeds and makes a guest without that address. Inviting a guest who is there sends another mail. Inviting an address of a member of the tenant is reported to be refused with 400. The call is no reliable test of anything, so it is explained and not marked.',
  operations: explained('POST', '/invitations'),
  answers: [
    { status: 400, codes: ['BadRequest'], texts: ['invited user already exists in the directory'], unverified: true },
  ],
  identity: {
    fields: ['invitedUserEmailAddress'],
    caseSensitive: false,
    scope: 'the tenant: users, guests and contacts',
  },
  lookup: {
    op: 'GET /users',
    how: 'Filter on mail and on otherMails; look for a contact with the address too.',
    pages: true,
  },
  idempotent: [],
  intent: ['ensure'],
  silent:
    'Where a contact holds the address, the guest is made without mail and proxyAddresses. Each repeat may send the invitation again.',
  plainRetry: 'never',
  retryAfter: false,
  portal: 'The portal invites in the same way; it shows the existing guest.',
  api: 'Succeeds silently for contacts, is refused for members.',
  remedies: [
    remedy(
      'check-before-create',
      'll-l',
      'Look for the address among users and contacts before inviting.',
      'Two reads for each invitation.',
    ),
    remedy('report-conflict', 'll--', 'Read the guest after inviting and report an empty mail.'),
    useless('plain-retry', 'l-hm', 'A repeat changes nothing and sends another mail.'),
  ],
  timeline: timeline(
    'Script, Microsoft Graph',
    `Script -> Microsoft Graph: POST /invitations (ben@partner.com)
     Microsoft Graph => Script: 201 guest without mail: a contact holds the address`,
  ),
  records: ['graph-invitation-conflicting-contact-silent', 'graph-invitation-user-already-exists-400'],
  sources: [
    'MicrosoftDocs/azure-docs PR #74908 (external-identities/troubleshoot.md)',
    'MicrosoftDocs/azure-docs PR #104271, #76235',
    'microsoftgraph/msgraph-beta-sdk-dotnet#798',
  ],
};
