/** Calls of libraries and tools that stand in a text, in stack traces above all, and the operations they are. */

export interface LibraryCall {
  method: string;
  /** In the catalog's grammar. */
  path: string;
  trait?: string;
}

const ITEM = '/dbs/{}/colls/{}/docs';
const SCRIPTS = ['sprocs', 'triggers', 'udfs'];

/** Names of calls to Cosmos DB, without separators and lower-case. */
const COSMOS: Readonly<Record<string, LibraryCall>> = {
  createitem: { method: 'POST', path: ITEM },
  createdocument: { method: 'POST', path: ITEM },
  itemscreate: { method: 'POST', path: ITEM },
  upsertitem: { method: 'POST', path: ITEM, trait: 'upsert' },
  upsertdocument: { method: 'POST', path: ITEM, trait: 'upsert' },
  itemsupsert: { method: 'POST', path: ITEM, trait: 'upsert' },
  replaceitem: { method: 'PUT', path: `${ITEM}/{}` },
  replacedocument: { method: 'PUT', path: `${ITEM}/{}` },
  itemreplace: { method: 'PUT', path: `${ITEM}/{}` },
  patchitem: { method: 'PATCH', path: `${ITEM}/{}` },
  itempatch: { method: 'PATCH', path: `${ITEM}/{}` },
  deleteitem: { method: 'DELETE', path: `${ITEM}/{}` },
  deletedocument: { method: 'DELETE', path: `${ITEM}/{}` },
  itemsbatch: { method: 'POST', path: ITEM, trait: 'batch' },
  createcontainer: { method: 'POST', path: '/dbs/{}/colls' },
  createcollection: { method: 'POST', path: '/dbs/{}/colls' },
  createdocumentcollection: { method: 'POST', path: '/dbs/{}/colls' },
  containerscreate: { method: 'POST', path: '/dbs/{}/colls' },
  createdatabase: { method: 'POST', path: '/dbs' },
  databasescreate: { method: 'POST', path: '/dbs' },
  createcontainerifnotexists: { method: 'POST', path: '/dbs/{}/colls', trait: 'if-not-exists' },
  containerscreateifnotexists: { method: 'POST', path: '/dbs/{}/colls', trait: 'if-not-exists' },
  createdatabaseifnotexists: { method: 'POST', path: '/dbs', trait: 'if-not-exists' },
  databasescreateifnotexists: { method: 'POST', path: '/dbs', trait: 'if-not-exists' },
  createstoredprocedure: { method: 'POST', path: '/dbs/{}/colls/{}/sprocs' },
  createtrigger: { method: 'POST', path: '/dbs/{}/colls/{}/triggers' },
  createuserdefinedfunction: { method: 'POST', path: '/dbs/{}/colls/{}/udfs' },
  createuser: { method: 'POST', path: '/dbs/{}/users' },
  createpermission: { method: 'POST', path: '/dbs/{}/users/{}/permissions' },
  createclientencryptionkey: { method: 'POST', path: '/dbs/{}/clientencryptionkeys' },
  userscreate: { method: 'POST', path: '/dbs/{}/users' },
  permissionscreate: { method: 'POST', path: '/dbs/{}/users/{}/permissions' },
  storedprocedurescreate: { method: 'POST', path: '/dbs/{}/colls/{}/sprocs' },
  triggerscreate: { method: 'POST', path: '/dbs/{}/colls/{}/triggers' },
  userdefinedfunctionscreate: { method: 'POST', path: '/dbs/{}/colls/{}/udfs' },
  ...Object.fromEntries(SCRIPTS.map((s) => [`${s}create`, { method: 'POST', path: `/dbs/{}/colls/{}/${s}` }])),
};
const COSMOS_CALL =
  /\b(?:Container|Database|Client|Items?|Databases|Containers|Documents?|Users?|\w{0,40}\))?\.?_{0,2}((?:[cC]reate|[uU]psert|[rR]eplace|[pP]atch|[dD]elete)_?(?:[a-zA-Z_]{3,40}?)(?:_?[iI]f_?[nN]ot_?[eE]xists)?)(?:Async|Stream|Internal|_async)*\b/g;
const COSMOS_SHORT =
  /\b(Items?|Databases|Containers|Users|Permissions|StoredProcedures|Triggers|UserDefinedFunctions)\.(create(?:IfNotExists)?|upsert|replace|patch|batch)\b/g;

/** What diagnostics of Cosmos DB call an operation: resource type, operation type. */
const DIAGNOSTICS: Readonly<Record<string, string>> = {
  document: ITEM,
  collection: '/dbs/{}/colls',
  documentcollection: '/dbs/{}/colls',
  database: '/dbs',
  storedprocedure: '/dbs/{}/colls/{}/sprocs',
  trigger: '/dbs/{}/colls/{}/triggers',
  userdefinedfunction: '/dbs/{}/colls/{}/udfs',
  user: '/dbs/{}/users',
  permission: '/dbs/{}/users/{}/permissions',
};
const DIAGNOSTIC_VERBS: Readonly<Record<string, { method: string; below: boolean; trait?: string }>> = {
  create: { method: 'POST', below: false },
  upsert: { method: 'POST', below: false, trait: 'upsert' },
  replace: { method: 'PUT', below: true },
  patch: { method: 'PATCH', below: true },
  delete: { method: 'DELETE', below: true },
  batch: { method: 'POST', below: false, trait: 'batch' },
};
const DIAGNOSTIC =
  /resourceType["']?\s?[:=]\s?["']?(\w{4,24})["']?,?\s{1,3}["']?operationType["']?\s?[:=]\s?["']?(\w{4,10})/gi;

/** Generated request builders write the path as folders, namespaces or packages. */
const BUILDERS: readonly RegExp[] = [
  /Microsoft\.Graph\.(?:Beta\.)?((?:[A-Z]\w{0,60}\.){1,10})\w{1,80}RequestBuilder\.<?(Get|Post|Patch|Put|Delete)Async/g,
  /com\.microsoft\.graph\.(?:beta\.)?((?:[a-z]\w{0,60}\.){1,10})\w{1,80}RequestBuilder\.(get|post|patch|put|delete)\b/g,
  /msgraph(?:_beta)?[/\\]generated[/\\]((?:\w{1,60}[/\\]){1,10})\w{1,80}_request_builder\.py["']?, line \d{1,6}, in (get|post|patch|put|delete)/g,
];

/** Commands of terminals. */
const COMMANDS: readonly [RegExp, LibraryCall][] = [
  [/\baz ad app create\b|azuread_application["' .]/, { method: 'POST', path: '/applications' }],
  [/\baz ad sp create\b(?!-)|azuread_service_principal["' .]/, { method: 'POST', path: '/servicePrincipals' }],
  [/\baz ad user create\b|azuread_user["' .]/, { method: 'POST', path: '/users' }],
  [/\baz ad group create\b|azuread_group["' .]/, { method: 'POST', path: '/groups' }],
  [/\baz ad group member add\b|azuread_group_member["' .]/, { method: 'POST', path: '/groups/{}/members/$ref' }],
  [
    /\baz ad app federated-credential create\b|azuread_application_federated_identity_credential/,
    { method: 'POST', path: '/applications/{}/federatedIdentityCredentials' },
  ],
  [/azuread_app_role_assignment/, { method: 'POST', path: '/servicePrincipals/{}/appRoleAssignedTo' }],
  [
    /azuread_service_principal_delegated_permission_grant|\baz ad app permission grant\b/,
    { method: 'POST', path: '/oauth2PermissionGrants' },
  ],
  [
    /azuread_directory_role_(?:eligibility_schedule_request|assignment)/,
    { method: 'POST', path: '/roleManagement/directory/roleAssignments' },
  ],
  [
    /azuread_access_package["' .]/,
    { method: 'POST', path: '/identityGovernance/entitlementManagement/accessPackages' },
  ],
  [/\bNew-PnPList\b|\bm365 spo list add\b/, { method: 'POST', path: '/sites/{}/lists' }],
  [/\b(?:New-PnPTeamsTeam|m365 teams team add)\b/, { method: 'PUT', path: '/groups/{}/team' }],
  [/\b(?:Add-PnPTeamsChannel|m365 teams channel add)\b/, { method: 'POST', path: '/teams/{}/channels' }],
  [/\b(?:Add-PnPTeamsUser)\b/, { method: 'POST', path: '/teams/{}/members' }],
  [
    /\b(?:New-PnPTeamsApp|Sync-PnPAppToTeams|m365 teams app publish)\b/,
    { method: 'POST', path: '/appCatalogs/teamsApps' },
  ],
  [/\bm365 teams app install\b/, { method: 'POST', path: '/teams/{}/installedApps' }],
  [
    /\b(?:New-PnPSearchExternalConnection|m365 external connection add)\b/,
    { method: 'POST', path: '/external/connections' },
  ],
  [
    /\b(?:az cosmosdb sql container create|azurerm_cosmosdb_sql_container)\b/,
    { method: 'POST', path: '/dbs/{}/colls' },
  ],
  [/\b(?:az cosmosdb sql database create|azurerm_cosmosdb_sql_database)\b/, { method: 'POST', path: '/dbs' }],
];

/** The operations that calls in the text are. Cosmos DB's names are common words: they count only where it is spoken of. */
export function libraryCalls(text: string, isCosmos: boolean): LibraryCall[] {
  const out: LibraryCall[] = COMMANDS.flatMap(([pattern, call]) => (pattern.test(text) ? [call] : []));
  for (const pattern of BUILDERS)
    for (const [, folders = '', verb = ''] of text.matchAll(pattern)) {
      const parts = folders.split(/[./\\]/).filter((part) => part !== '');
      const segments = parts.map((part) => segmentOf(part));
      out.push({ method: verb.toUpperCase(), path: `/${segments.join('/')}` });
    }
  if (isCosmos) out.push(...cosmosCalls(text));
  return out;
}

function segmentOf(part: string): string {
  const name = part.replace(/_/g, '');
  if (/^item$/i.test(name)) return '{}';
  return /^(?:ref|value|count)$/i.test(name) ? `$${name.toLowerCase()}` : name;
}

function cosmosCalls(text: string): LibraryCall[] {
  const out: LibraryCall[] = [];
  const note = (name: string): void => {
    const key = name.replace(/_/g, '').toLowerCase();
    const call = Object.hasOwn(COSMOS, key) ? COSMOS[key] : undefined;
    if (call) out.push(call);
  };
  for (const [, name = ''] of text.matchAll(COSMOS_CALL)) note(name);
  for (const [, of = '', name = ''] of text.matchAll(COSMOS_SHORT)) note(of + name);
  for (const [, resource = '', verb = ''] of text.matchAll(DIAGNOSTIC)) {
    const path = DIAGNOSTICS[resource.toLowerCase()];
    const how = DIAGNOSTIC_VERBS[verb.toLowerCase()];
    if (path === undefined || how === undefined) continue;
    const { method, below, trait } = how;
    out.push({ method, path: below ? `${path}/{}` : path, ...(trait === undefined ? {} : { trait }) });
  }
  return out;
}
