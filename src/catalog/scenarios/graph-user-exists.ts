import { explained, marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/user-exists',
  title: 'User principal name or address already taken',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'maintainer-said',
  summary:
    'The directory allows one object for each user principal name and proxy address. Creating a user with a taken name is a duplicate, but Graph reports it as 400 Bad Request: the word conflict stands only in error.details[].code. The holder can be a deleted user, a group, or a mail contact that the list of users does not show.',
  operations: [...marked('POST', '/users'), ...explained('PATCH', '/users/{}')],
  answers: [
    {
      status: 400,
      codes: ['ObjectConflict', 'ConflictingObjects'],
      texts: ['Another object with the same value for property'],
    },
  ],
  identity: {
    fields: ['userPrincipalName', 'mailNickname', 'proxyAddresses', 'mail', 'otherMails'],
    caseSensitive: false,
    scope: 'the tenant: users, groups and contacts together',
  },
  lookup: {
    op: 'GET /users/{}',
    how: 'Read by userPrincipalName. For an address, filter users, groups and contacts on proxyAddresses.',
    pages: false,
    deletedItems: 'GET /directory/deletedItems/microsoft.graph.user',
    unreadable: ['passwordProfile'],
  },
  idempotent: [],
  intent: ['ensure', 'must-be-new'],
  silent:
    'A guest invitation meets the same clash and succeeds: the guest is made without the address. Directory synchronisation quarantines the value instead of failing and reports it in onPremisesProvisioningErrors.',
  plainRetry: 'never',
  retryAfter: false,
  portal:
    'The admin center checks the name while it is typed and offers to restore a deleted user with it; directory synchronisation keeps the user and puts the clashing address aside.',
  api: 'Refuses with 400 Request_BadRequest. A handler that tests 409 alone never runs.',
  remedies: [
    remedy(
      'create-or-get',
      'lm--',
      'On 400 look for ObjectConflict in error.details[], read GET /users/{userPrincipalName}, and use that user only if it is the same person. If it is not found, the holder is deleted or is no user: report it, never restore it automatically (a restore brings back licences and memberships).',
      'One read, only after a conflict.',
    ),
    remedy(
      'check-before-create',
      'mm-l',
      'Read the user first, and the deleted users. Still racy: keep the answer to the 400.',
      'One or two reads for each user.',
    ),
    remedy(
      'new-key',
      'll-l',
      'Where the person is a new one, choose another name with a rule that ends (first.last2, first.last3).',
    ),
    useless('back-off-and-retry', 'h--m', 'The name stays taken. Waiting only delays the report.'),
  ],
  timeline: timeline(
    'Onboarding script, Microsoft Graph',
    `Onboarding script -> Microsoft Graph: POST /users (ada@contoso.com)
     Microsoft Graph x> Onboarding script: 400 Request_BadRequest, details ObjectConflict
     Onboarding script -> Microsoft Graph: GET /users/ada@contoso.com
     Microsoft Graph => Onboarding script: 200 the user that is there`,
  ),
  records: [
    'graph-user-upn-duplicate-400',
    'graph-user-proxyaddress-mail-conflict-400',
    'graph-onpremises-sync-property-conflict',
  ],
  sources: [
    'microsoftgraph/microsoft-graph-docs#1508 (product engineer)',
    'pnp/cli-microsoft365: user-add command spec',
    'Evolveum/connector-microsoft-graph-api: GraphEndpoint.java ~L431 (maps this 400 text to AlreadyExists)',
    'microsoftgraph/microsoft-graph-docs-contrib#8421 (2023)',
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): api-reference/v1.0/resources/onpremisesprovisioningerror.md',
  ],
};
