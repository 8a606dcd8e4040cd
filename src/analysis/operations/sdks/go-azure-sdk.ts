/**
 * `go-azure-sdk` for Microsoft Graph: a package for each resource, with a client whose calls name operation and resource.
 * The answer stands in the result beside the error. Shapes: hashicorp/go-azure-sdk, microsoft-graph.
 */
import type { CallRow, Sdk } from '../sdk.js';

const create = (path: string, body = 1): CallRow => ({
  op: `POST ${path}`,
  request: { body },
  decides: { RetryFunc: 'repeated' },
});
const ANSWER = ['response'];
const ROOT = 'github.com/hashicorp/go-azure-sdk/microsoft-graph';

/** The packages of one resource: calls of one name (`AddOwnerRef`) stand in those of several. */
const sdk = (folder: string, calls: Record<string, CallRow>): Sdk => ({
  id: `go-azure-sdk-${folder}`,
  title: 'go-azure-sdk',
  service: 'graph',
  languages: ['go'],
  modules: [`${ROOT}/${folder}/*`],
  exports: {},
  named: [{ ending: 'Client', role: 'Client' }],
  distinctive: [],
  tellingCalls: true,
  channel: 'throws',
  roles: { Client: { calls } },
  error: {
    types: [],
    wrongTypes: ['ODataError', 'ResponseError'],
    status: ['response.HttpResponse.StatusCode'],
    code: ['response.OData.Error', 'response.OData.Error.Code'],
    text: ['Error()', 'response.OData.Error.Message'],
    beside: [{ at: 0, path: ANSWER }],
  },
});

export const goApplications = sdk('applications', {
  CreateApplication: create('/applications'),
  CreateFederatedIdentityCredential: create('/applications/{}/federatedIdentityCredentials', 2),
  AddOwnerRef: create('/applications/{}/owners/$ref', 2),
});

export const goServicePrincipals = sdk('serviceprincipals', {
  CreateServicePrincipal: create('/servicePrincipals'),
  CreateAppRoleAssignedTo: create('/servicePrincipals/{}/appRoleAssignedTo', 2),
  CreateAppRoleAssignment: create('/servicePrincipals/{}/appRoleAssignments', 2),
  AddOwnerRef: create('/servicePrincipals/{}/owners/$ref', 2),
});

export const goGroups = sdk('groups', {
  CreateGroup: create('/groups'),
  CreateAppRoleAssignment: create('/groups/{}/appRoleAssignments', 2),
  AddMemberRef: create('/groups/{}/members/$ref', 2),
  AddOwnerRef: create('/groups/{}/owners/$ref', 2),
});

export const goUsers = sdk('users', {
  CreateUser: create('/users'),
  CreateAppRoleAssignment: create('/users/{}/appRoleAssignments', 2),
});

export const goDirectoryRoles = sdk('directoryroles', {
  CreateDirectoryRole: create('/directoryRoles'),
  AddMemberRef: create('/directoryRoles/{}/members/$ref', 2),
});

export const goDirectory = sdk('directory', {
  AddAdministrativeUnitMemberRef: create('/directory/administrativeUnits/{}/members/$ref', 2),
});

export const goPermissionGrants = sdk('oauth2permissiongrants', {
  CreateOAuth2PermissionGrant: create('/oauth2PermissionGrants'),
});

export const goRoleManagement = sdk('rolemanagement', {
  CreateDirectoryRoleAssignment: create('/roleManagement/directory/roleAssignments'),
});

export const goIdentityGovernance = sdk('identitygovernance', {
  CreateEntitlementManagementAccessPackage: create('/identityGovernance/entitlementManagement/accessPackages'),
});
