/** Programs that create with Microsoft Graph and Bookings. */
import { GRAPH_HEAD, type Program } from '../program.js';

/** A program whose `run` is one expression. */
export const program = (call: string): string => `${GRAPH_HEAD}
export async function run(note: string) {
  return await ${call};
}
`;

export const graphPrograms: readonly Program[] = [
  {
    title: 'user',
    rule: 'graph/user-exists',
    operation: 'POST /users',
    fixes: ['create-or-get', 'check-before-create', 'report-conflict'],
    ends: { graph: '/users' },
    twin: { userPrincipalName: 'ada@contoso.com', displayName: 'Ada', mailNickname: 'ada', jobTitle: 'theirs' },
    reads: 'GET /users/{}',
    note: 'jobTitle',
    hidden: 'deleted',
    text: program(`client.api('/users').post({
    accountEnabled: true,
    userPrincipalName: 'ada@contoso.com',
    displayName: 'Ada',
    mailNickname: 'ada',
    jobTitle: note,
    passwordProfile: { password: 'not-a-secret-1' },
  })`),
  },
  {
    title: 'group',
    rule: 'graph/group-exists',
    operation: 'POST /groups',
    fixes: ['create-or-get', 'check-before-create', 'report-conflict'],
    ends: { graph: '/groups' },
    twin: {
      displayName: 'Sales',
      mailNickname: 'Sales',
      description: 'theirs',
      mailEnabled: true,
      groupTypes: ['Unified'],
    },
    others: ['x1', 'x2', 'x3'].map((name) => ({ displayName: 'Sales', mailNickname: name })),
    note: 'description',
    hidden: 'deleted',
    text: program(`client.api('/groups').post({
    displayName: 'Sales',
    mailNickname: 'sales',
    description: note,
    groupTypes: ['Unified'],
    mailEnabled: true,
    securityEnabled: false,
  })`),
  },
  {
    title: 'member of a group',
    rule: 'graph/member-already-added',
    operation: 'POST /groups/{}/members/$ref',
    fixes: ['create-or-get', 'report-conflict'],
    ends: { graph: '/groups/g1/members' },
    parents: [
      { path: '/groups', body: { id: 'g1', displayName: 'Sales', mailNickname: 'sales' } },
      {
        path: '/users',
        body: { id: 'u1', userPrincipalName: 'ada@contoso.com', displayName: 'Ada', mailNickname: 'ada' },
      },
    ],
    twin: { id: 'u1' },
    silent: true,
    text: `${GRAPH_HEAD}
export async function run(note: string) {
  console.assert(note !== '');
  await client.api('/groups/g1/members/$ref').post({ '@odata.id': 'https://graph.microsoft.com/v1.0/directoryObjects/u1' });
}
`,
  },
  {
    title: 'channel',
    rule: 'graph/channel-exists',
    operation: 'POST /teams/{}/channels',
    fixes: ['create-or-get', 'report-conflict'],
    ends: { graph: '/teams/t1/channels' },
    parents: [{ path: '/teams', body: { id: 't1', displayName: 'Sales' } }],
    twin: { displayName: 'Planning', description: 'theirs' },
    note: 'description',
    hidden: 'deleted',
    text: `${GRAPH_HEAD}const team = 't1';

export async function run(note: string) {
  return await client.api(\`/teams/\${team}/channels\`).post({ displayName: 'Planning', description: note });
}
`,
  },
  {
    title: 'Bookings staff member',
    rule: 'bookings/staff-member-exists',
    operation: 'POST /solutions/bookingBusinesses/{}/staffMembers',
    fixes: ['create-or-get', 'check-before-create', 'report-conflict'],
    ends: { graph: '/solutions/bookingBusinesses/b1/staffMembers' },
    parents: [{ path: '/solutions/bookingBusinesses', body: { id: 'b1', displayName: 'Salon' } }],
    twin: { displayName: 'Ada', emailAddress: 'ada@contoso.com', role: 'theirs' },
    note: 'role',
    hidden: 'unlisted',
    text: `${GRAPH_HEAD}const business = 'b1';

export async function run(note: string) {
  return await client.api(\`/solutions/bookingBusinesses/\${business}/staffMembers\`).post({
    '@odata.type': '#microsoft.graph.bookingStaffMember',
    displayName: 'Ada',
    emailAddress: 'ada@contoso.com',
    role: note,
  });
}
`,
  },
  {
    title: 'subscription',
    rule: 'graph/subscription-duplicate',
    operation: 'POST /subscriptions',
    fixes: ['create-or-get', 'report-conflict'],
    ends: { graph: '/subscriptions' },
    twin: {
      resource: 'me/messages',
      changeType: 'updated,created',
      notificationUrl: 'https://example.com/notify',
      expirationDateTime: '2030-01-01T00:00:00Z',
    },
    elsewhere: {
      resource: 'me/messages',
      changeType: 'created,updated',
      notificationUrl: 'https://example.com/another',
      expirationDateTime: '2030-01-01T00:00:00Z',
    },
    text: `${GRAPH_HEAD}
export async function run(note: string) {
  return await client.api('/subscriptions').post({
    resource: 'me/messages',
    changeType: 'created,updated',
    notificationUrl: 'https://example.com/notify',
    clientState: note,
    expirationDateTime: '2031-01-01T00:00:00Z',
  });
}
`,
  },
  {
    title: 'service principal',
    rule: 'graph/service-principal-exists',
    operation: 'POST /servicePrincipals',
    after: 'PATCH /servicePrincipals(appId={})',
    fixes: ['create-or-get', 'upsert', 'check-before-create', 'report-conflict'],
    ends: { graph: '/servicePrincipals' },
    twin: { appId: '11111111-2222-3333-4444-555555555555', notes: 'theirs' },
    note: 'notes',
    hidden: 'deleted',
    text: program(
      "client.api('/servicePrincipals').post({ appId: '11111111-2222-3333-4444-555555555555', notes: note })",
    ),
  },
  {
    title: 'permission grant',
    rule: 'graph/permission-grant-exists',
    operation: 'POST /oauth2PermissionGrants',
    fixes: ['create-or-get', 'check-before-create', 'report-conflict'],
    ends: { graph: '/oauth2PermissionGrants' },
    twin: { clientId: 'c1', consentType: 'AllPrincipals', resourceId: 'r1', scope: 'theirs' },
    note: 'scope',
    text: program(`client.api('/oauth2PermissionGrants').post({
    clientId: 'c1',
    consentType: 'AllPrincipals',
    resourceId: 'r1',
    scope: note,
  })`),
  },
  {
    title: 'application role',
    rule: 'graph/app-role-assignment-exists',
    operation: 'POST /servicePrincipals/{}/appRoleAssignedTo',
    fixes: ['create-or-get', 'check-before-create', 'report-conflict'],
    ends: { graph: '/servicePrincipals/s1/appRoleAssignedTo' },
    parents: [{ path: '/servicePrincipals', body: { id: 's1', appId: '11111111-2222-3333-4444-555555555555' } }],
    twin: { principalId: 'p1', resourceId: 's1', appRoleId: 'a1', principalDisplayName: 'theirs' },
    note: 'principalDisplayName',
    text: program(`client.api('/servicePrincipals/s1/appRoleAssignedTo').post({
    principalId: 'p1',
    resourceId: 's1',
    appRoleId: 'a1',
    principalDisplayName: note,
  })`),
  },
  {
    title: 'federated credential',
    rule: 'graph/federated-credential-exists',
    operation: 'POST /applications/{}/federatedIdentityCredentials',
    fixes: ['create-or-get', 'check-before-create', 'report-conflict'],
    ends: { graph: '/applications/a1/federatedIdentityCredentials' },
    parents: [{ path: '/applications', body: { id: 'a1', displayName: 'Deploy' } }],
    twin: {
      name: 'main',
      issuer: 'https://token.example.com',
      subject: 'repo:a',
      audiences: ['x'],
      description: 'theirs',
    },
    note: 'description',
    text: program(`client.api('/applications/a1/federatedIdentityCredentials').post({
    name: 'main',
    issuer: 'https://token.example.com',
    subject: 'repo:a',
    audiences: ['x'],
    description: note,
  })`),
  },
  {
    title: 'directory role',
    rule: 'graph/directory-role-activated',
    operation: 'POST /directoryRoles',
    fixes: ['create-or-get', 'check-before-create', 'report-conflict'],
    ends: { graph: '/directoryRoles' },
    twin: { roleTemplateId: '88888888-4444-4444-4444-121212121212', description: 'theirs' },
    note: 'description',
    text: program(
      "client.api('/directoryRoles').post({ roleTemplateId: '88888888-4444-4444-4444-121212121212', description: note })",
    ),
  },
  {
    title: 'role assignment',
    rule: 'graph/role-assignment-exists',
    operation: 'POST /roleManagement/directory/roleAssignments',
    fixes: ['create-or-get', 'check-before-create', 'report-conflict'],
    ends: { graph: '/roleManagement/directory/roleAssignments' },
    twin: { principalId: 'p1', roleDefinitionId: 'd1', directoryScopeId: '/', condition: 'theirs' },
    note: 'condition',
    text: program(`client.api('/roleManagement/directory/roleAssignments').post({
    principalId: 'p1',
    roleDefinitionId: 'd1',
    directoryScopeId: '/',
    condition: note,
  })`),
  },
  {
    title: 'Teams app in a team',
    rule: 'graph/teams-app-installed',
    operation: 'POST /teams/{}/installedApps',
    fixes: ['create-or-get', 'report-conflict'],
    ends: { graph: '/teams/t1/installedApps' },
    parents: [{ path: '/teams', body: { id: 't1', displayName: 'Sales' } }],
    twin: { 'teamsApp@odata.bind': 'https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/app1' },
    silent: true,
    text: `${GRAPH_HEAD}
export async function run(note: string) {
  console.assert(note !== '');
  await client.api('/teams/t1/installedApps').post({
    'teamsApp@odata.bind': 'https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/app1',
  });
}
`,
  },
];
