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

export const goAzureSdk: Sdk = {
  id: 'go-azure-sdk',
  title: 'go-azure-sdk',
  service: 'graph',
  languages: ['go'],
  modules: ['github.com/hashicorp/go-azure-sdk/microsoft-graph/*'],
  exports: {},
  named: [{ ending: 'Client', role: 'Client' }],
  distinctive: [],
  tellingCalls: true,
  channel: 'throws',
  roles: {
    Client: {
      calls: {
        CreateApplication: create('/applications'),
        CreateServicePrincipal: create('/servicePrincipals'),
        CreateGroup: create('/groups'),
        CreateUser: create('/users'),
        CreateTeam: create('/teams'),
        CreateSubscription: create('/subscriptions'),
        CreateOAuth2PermissionGrant: create('/oauth2PermissionGrants'),
        CreateDirectoryRole: create('/directoryRoles'),
        CreateDirectoryRoleAssignment: create('/roleManagement/directory/roleAssignments'),
        CreateEntitlementManagementAccessPackage: create('/identityGovernance/entitlementManagement/accessPackages'),
        CreateFederatedIdentityCredential: create('/applications/{}/federatedIdentityCredentials', 2),
        CreateAppRoleAssignedTo: create('/servicePrincipals/{}/appRoleAssignedTo', 2),
        CreateAppRoleAssignment: create('/servicePrincipals/{}/appRoleAssignments', 2),
        AddMemberRef: create('/groups/{}/members/$ref', 2),
        AddOwnerRef: create('/groups/{}/owners/$ref', 2),
        AddAdministrativeUnitMemberRef: create('/directory/administrativeUnits/{}/members/$ref', 2),
      },
    },
  },
  error: {
    types: [],
    wrongTypes: ['ODataError', 'ResponseError'],
    status: ['response.HttpResponse.StatusCode'],
    code: ['response.OData.Error', 'response.OData.Error.Code'],
    text: ['Error()', 'response.OData.Error.Message'],
    beside: [{ at: 0, path: ANSWER }],
  },
};
