/**
 * Az modules and their predecessors, and the `az` program: directory objects, the control plane of Cosmos DB, any request.
 * Sources: learn.microsoft.com/powershell/module/az.resources, az.cosmosdb, az.accounts, azuread, msonline; learn.microsoft.com/cli.
 */
import type { CallRow, Sdk } from '../sdk.js';
import { COMMAND_TEXT, commandRequest, HTTP_ERROR } from './shared/http-commands.js';

const command = (op: string, extra: Partial<CallRow> = {}): CallRow => ({
  op,
  request: { options: 'named' },
  ...extra,
});
const all = (rows: Record<string, string>, extra: Partial<CallRow> = {}): Record<string, CallRow> =>
  Object.fromEntries(Object.entries(rows).map(([name, op]) => [name, command(op, extra)]));

const USER = 'POST /users';
const GROUP = 'POST /groups';
const MEMBER = 'POST /groups/{}/members/$ref';
const OWNER = 'POST /groups/{}/owners/$ref';
const APP = 'POST /applications';
const APP_OWNER = 'POST /applications/{}/owners/$ref';
const PRINCIPAL = 'POST /servicePrincipals';
const ROLE_MEMBER = 'POST /directoryRoles/{}/members/$ref';
const ASSIGNMENT = 'POST /servicePrincipals/{}/appRoleAssignments';
const FEDERATED = 'POST /applications/{}/federatedIdentityCredentials';

const NO_STATUS = { types: [], status: [], code: ['FullyQualifiedErrorId', 'Exception.Code'], text: COMMAND_TEXT };

export const azPowershell: Sdk = {
  id: 'az-powershell',
  title: 'Az.Resources',
  service: 'graph',
  languages: ['powershell'],
  modules: ['Az.Resources', 'Az.Accounts', 'AzureAD', 'AzureADPreview', 'MSOnline'],
  exports: {},
  distinctive: [],
  commands: {
    ...all({
      'New-AzADUser': USER,
      'New-AzADGroup': GROUP,
      'Add-AzADGroupMember': MEMBER,
      'New-AzADGroupOwner': OWNER,
      'New-AzADApplication': APP,
      'New-AzADServicePrincipalAppRoleAssignment': ASSIGNMENT,
      'New-AzADAppFederatedCredential': FEDERATED,
    }),
    // By default an application is made with it, which nothing can clash with.
    'New-AzADServicePrincipal': command(PRINCIPAL, { onlyWith: ['ApplicationId', 'AppId', 'ApplicationObject'] }),
    // The retired modules end the statement where they fail.
    ...all(
      {
        'New-AzureADUser': USER,
        'New-AzureADGroup': GROUP,
        'New-AzureADMSGroup': GROUP,
        'Add-AzureADGroupMember': MEMBER,
        'Add-AzureADGroupOwner': OWNER,
        'New-AzureADApplication': APP,
        'New-AzureADMSApplication': APP,
        'Add-AzureADApplicationOwner': APP_OWNER,
        'New-AzureADServicePrincipal': PRINCIPAL,
        'New-AzureADServiceAppRoleAssignment': ASSIGNMENT,
        'New-AzureADUserAppRoleAssignment': 'POST /users/{}/appRoleAssignments',
        'New-AzureADGroupAppRoleAssignment': 'POST /groups/{}/appRoleAssignments',
        'Add-AzureADDirectoryRoleMember': ROLE_MEMBER,
        'Enable-AzureADDirectoryRole': 'POST /directoryRoles',
        'Add-AzureADMSAdministrativeUnitMember': 'POST /directory/administrativeUnits/{}/members/$ref',
        'New-MsolUser': USER,
        'New-MsolGroup': GROUP,
        'Add-MsolGroupMember': MEMBER,
        'Add-MsolRoleMember': ROLE_MEMBER,
      },
      { channel: 'throws' },
    ),
    'New-MsolServicePrincipal': command(PRINCIPAL, {
      channel: 'throws',
      onlyWith: ['AppPrincipalId', 'ServicePrincipalNames'],
    }),
  },
  channel: 'stream',
  roles: {},
  error: { ...NO_STATUS, types: ['ApiException', 'RestException'] },
};

/** The commands for accounts look for what is there first, and fail with a conflict of their own. */
export const azCosmosPowershell: Sdk = {
  id: 'az-cosmos-powershell',
  title: 'Az.CosmosDB',
  service: 'cosmos',
  languages: ['powershell'],
  modules: ['Az.CosmosDB'],
  exports: {},
  distinctive: [],
  commands: {
    ...all({
      'New-AzCosmosDBSqlDatabase': 'POST /dbs',
      'New-AzCosmosDBSqlContainer': 'POST /dbs/{}/colls',
      'New-AzCosmosDBSqlStoredProcedure': 'POST /dbs/{}/colls/{}/sprocs',
      'New-AzCosmosDBSqlTrigger': 'POST /dbs/{}/colls/{}/triggers',
      'New-AzCosmosDBSqlUserDefinedFunction': 'POST /dbs/{}/colls/{}/udfs',
    }),
  },
  channel: 'stream',
  roles: {},
  error: { ...NO_STATUS, types: ['ConflictingResourceException', 'CloudException', 'ErrorResponseException'] },
};

const SET = { arg: 'named', path: ['method', 'm'] } as const;
const cli: CallRow = {
  http: {
    methodIn: { arg: 'named', path: [...SET.path] },
    url: { arg: 'named', path: ['uri', 'url', 'u'] },
    body: { arg: 'named', path: ['body'] },
    headers: { arg: 'named', path: ['headers'] },
  },
};

/** Another program: it fails by its exit code, and its text is all there is to look at. */
export const azProgram: Sdk = {
  id: 'az-program-powershell',
  title: 'az',
  service: 'graph',
  languages: ['powershell'],
  modules: [],
  exports: {},
  distinctive: [],
  commands: {
    ...all({
      'az ad user create': USER,
      'az ad group member add': MEMBER,
      'az ad group owner add': OWNER,
      'az ad sp create': PRINCIPAL,
      'az ad app federated-credential create': FEDERATED,
    }),
  },
  channel: 'returns',
  roles: {},
  error: NO_STATUS,
  response: { types: [], status: [], code: [], text: ['*'], ok: [] },
};

/** Requests to any service by the same means. */
export const azRequests: Sdk = {
  id: 'az-requests-powershell',
  title: 'az rest',
  service: 'http',
  languages: ['powershell'],
  modules: [],
  exports: {},
  distinctive: [],
  commands: {
    'az rest': cli,
    'm365 request': cli,
    'Invoke-AzRestMethod': {
      http: {
        methodIn: { arg: 'named', path: ['Method'] },
        url: { arg: 'named', path: ['Uri'] },
        body: { arg: 'named', path: ['Payload'] },
      },
    },
    'Invoke-AzRest': { http: commandRequest('Uri', 'Payload') },
  },
  channel: 'returns',
  roles: {},
  error: HTTP_ERROR,
  response: {
    types: [],
    status: ['StatusCode'],
    code: ['Content.error.code'],
    text: ['Content', 'Content.error.message', '*'],
    ok: [],
  },
};
