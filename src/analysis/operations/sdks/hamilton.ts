/**
 * Hamilton, a client for Graph by resource. Its own calls take the path in a record, and functions that decide which
 * answers are repeated and which are no failures. Shapes: manicminer/hamilton.
 */
import type { CallRow, RoleRow, Sdk } from '../sdk.js';

const sent = (method: string): CallRow => ({
  http: { method, url: { arg: 1, path: ['Uri.Entity'] }, body: { arg: 1, path: ['Body'] } },
  decides: { ConsistencyFailureFunc: 'repeated', ValidStatusFunc: 'accepted' },
});
const resource = (path: string, more: Record<string, CallRow> = {}): RoleRow => ({
  members: { BaseClient: 'Base' },
  calls: { Create: { op: `POST ${path}`, request: { body: 1 } }, ...more },
});
const assigned = (path: string): RoleRow => ({
  members: { BaseClient: 'Base' },
  calls: { Assign: { op: `POST ${path}` } },
});
/** The calls that add references, and the one that activates a role, answer a repeat as a success. */
const settled: CallRow = {};

export const hamilton: Sdk = {
  id: 'hamilton',
  title: 'Hamilton',
  service: 'graph',
  languages: ['go'],
  modules: ['github.com/manicminer/hamilton/msgraph'],
  exports: {
    Client: 'Base',
    GroupsClient: 'Groups',
    UsersClient: 'Users',
    ApplicationsClient: 'Applications',
    ServicePrincipalsClient: 'ServicePrincipals',
    NamedLocationsClient: 'NamedLocations',
    AppRoleAssignedToClient: 'AppRoleAssignedTo',
    AppRoleAssignmentsClient: 'AppRoleAssignments',
    DelegatedPermissionGrantsClient: 'Grants',
    DirectoryRolesClient: 'DirectoryRoles',
    InvitationsClient: 'Invitations',
    SchemaExtensionsClient: 'SchemaExtensions',
    RoleAssignmentsClient: 'RoleAssignments',
  },
  factories: {
    NewClient: 'Base',
    NewGroupsClient: 'Groups',
    NewUsersClient: 'Users',
    NewApplicationsClient: 'Applications',
    NewServicePrincipalsClient: 'ServicePrincipals',
    NewNamedLocationsClient: 'NamedLocations',
    NewAppRoleAssignedToClient: 'AppRoleAssignedTo',
    NewServicePrincipalsAppRoleAssignmentsClient: 'AppRoleAssignments',
    NewUsersAppRoleAssignmentsClient: 'UserAppRoleAssignments',
    NewGroupsAppRoleAssignmentsClient: 'GroupAppRoleAssignments',
    NewDelegatedPermissionGrantsClient: 'Grants',
    NewDirectoryRolesClient: 'DirectoryRoles',
    NewInvitationsClient: 'Invitations',
    NewSchemaExtensionsClient: 'SchemaExtensions',
    NewRoleAssignmentsClient: 'RoleAssignments',
  },
  distinctive: ['PostHttpRequestInput', 'PatchHttpRequestInput', 'PutHttpRequestInput', 'DeleteHttpRequestInput'],
  channel: 'throws',
  roles: {
    Base: { calls: { Post: sent('POST'), Put: sent('PUT'), Patch: sent('PATCH'), Delete: sent('DELETE') } },
    Groups: resource('/groups', { AddMembers: settled, AddOwners: settled }),
    Users: resource('/users'),
    Applications: resource('/applications', {
      AddOwners: settled,
      CreateFederatedIdentityCredential: {
        op: 'POST /applications/{}/federatedIdentityCredentials',
        request: { body: 2 },
      },
    }),
    ServicePrincipals: resource('/servicePrincipals', {
      AddOwners: settled,
      AssignAppRoleForResource: { op: 'POST /servicePrincipals/{}/appRoleAssignedTo' },
    }),
    NamedLocations: { members: { BaseClient: 'Base' } },
    AppRoleAssignedTo: assigned('/servicePrincipals/{}/appRoleAssignedTo'),
    AppRoleAssignments: assigned('/servicePrincipals/{}/appRoleAssignments'),
    UserAppRoleAssignments: assigned('/users/{}/appRoleAssignments'),
    GroupAppRoleAssignments: assigned('/groups/{}/appRoleAssignments'),
    Grants: resource('/oauth2PermissionGrants'),
    DirectoryRoles: {
      members: { BaseClient: 'Base' },
      calls: { Activate: settled, AddMembers: settled },
    },
    Invitations: resource('/invitations'),
    SchemaExtensions: resource('/schemaExtensions'),
    RoleAssignments: resource('/roleManagement/directory/roleAssignments'),
  },
  error: {
    types: [],
    beside: [{ at: 1, path: ['StatusCode'] }],
    status: ['StatusCode', 'status'],
    code: ['Error', 'Error.Code'],
    text: ['Error()'],
  },
};
