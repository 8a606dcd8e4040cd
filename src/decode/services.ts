/** Whose error it is: the services of the catalog by hosts, libraries and shapes, and others that answer 409 as well. */
import type { Service } from '../catalog/types.js';

/** Hosts of the services. Sources: learn.microsoft.com/graph/deployments, learn.microsoft.com/azure/cosmos-db. */
const HOSTS: readonly [RegExp, Service][] = [
  [/^(?:canary\.|dod-)?graph\.microsoft\.(?:com|us|de)$/i, 'graph'],
  [/^microsoftgraph\.chinacloudapi\.cn$/i, 'graph'],
  [/^graph\.windows\.net$/i, 'graph'],
  [/\.sharepoint\.(?:com|us|de|cn)$/i, 'graph'],
  [/^api\.onedrive\.com$|\.up\.1drv\.com$|^my\.microsoftpersonalcontent\.com$/i, 'graph'],
  [/\.documents\.azure\.(?:com|us|cn)$/i, 'cosmos'],
  [/^(?:localhost|127\.0\.0\.1):8081$/, 'cosmos'],
];

/** A sign of a service in a text. */
interface ServiceSign {
  service: Service;
  /** The library, where the sign is one of a library. */
  sdk?: string;
  pattern: RegExp;
}

const SIGNS: readonly ServiceSign[] = [
  {
    service: 'graph',
    sdk: 'Microsoft Graph PowerShell',
    pattern: /\b\w{2,12}-Mg[A-Z]\w|Microsoft\.Graph\.PowerShell|Mg[A-Z]\w{2,60}_(?:Create|Update|Delete|Set)/,
  },
  { service: 'graph', sdk: 'PnP PowerShell', pattern: /\b\w{2,12}-PnP[A-Z]\w/ },
  { service: 'graph', sdk: 'AzureAD PowerShell', pattern: /\b\w{2,12}-Az(?:ure)?(?:Rm)?AD(?:MS)?[A-Z]\w/ },
  {
    service: 'graph',
    sdk: 'Microsoft Graph SDK for .NET',
    pattern: /Microsoft\.Graph\.(?!PowerShell)[A-Z]|Microsoft\.Graph\.ServiceException/,
  },
  { service: 'graph', sdk: 'Microsoft Graph SDK for Java', pattern: /com\.microsoft\.graph\./ },
  { service: 'graph', sdk: 'Microsoft Graph SDK for Python', pattern: /\bmsgraph(?:_beta|_core)?[/\\.]|MainError\(/ },
  { service: 'graph', sdk: 'Microsoft Graph SDK for Go', pattern: /msgraph(?:-beta)?-sdk-go|odataerrors/ },
  {
    service: 'graph',
    sdk: 'Microsoft Graph client for JavaScript',
    pattern: /\bGraphError\b|microsoft-graph-client|@microsoft\/msgraph/,
  },
  { service: 'graph', sdk: 'PnPjs', pattern: /@pnp\/|HttpRequestError/ },
  {
    service: 'graph',
    sdk: 'Terraform (azuread)',
    pattern: /\bazuread_\w|BaseClient\.(?:Post|Patch|Put)|unexpected status \d{3} with OData error/,
  },
  { service: 'graph', sdk: 'Azure CLI', pattern: /\baz ad (?:app|sp|user|group)\b/ },
  {
    service: 'graph',
    pattern:
      /\bgraph\.microsoft\.(?:com|us)|graph\.windows\.net|microsoft ?graph\b|\bm365 (?:teams|spo|external|entra|aad)\b/i,
  },
  {
    service: 'graph',
    pattern:
      /\bODataError\b|\bInner ?error: ?\s{1,8}(?:AdditionalData|RequestId|Date)|\bClientRequestId: |\bodata\.error\b|["']innererror["']\s?:\s?\{|["']innerError["']\s?:\s?\{|["']?inner[eE]rror["']?\s?:\s?\{(?:[^{}]|\n){0,300}(?:request-id|client-request-id)/,
  },
  {
    service: 'graph',
    pattern:
      /x-ms-ags-diagnostic|MicrosoftSharePoint|Microsoft\.SharePoint|\.sharepoint\.com|SPException|onedrive|\bsharepoint\b/i,
  },
  { service: 'graph', pattern: /\b(?:Request|Directory|Authorization|Error)_[A-Z][A-Za-z]{5,50}\b/ },
  // Sentences that only this service writes, whoever passes them on.
  {
    service: 'graph',
    pattern:
      /another object with the same value for property|Graph client request id|specified item name already exists|ETag does not match current item|added object references already/i,
  },
  // A body with a code as files have them. Source: learn.microsoft.com/onedrive/developer/rest-api/concepts/errors.
  {
    service: 'graph',
    pattern:
      /["']error["']\s{0,8}:\s{0,8}\{\s{0,40}["']code["']\s{0,8}:\s{0,8}["'](?:resourceLocked|notAllowed|lockMismatch|lockNotFoundOrAlreadyExpired|resourceModified|preconditionFailed|nameAlreadyExists|upload_name_conflict)["']/,
  },
  { service: 'graph', sdk: 'Microsoft365R', pattern: /\bprocess_response\(res|Microsoft365R|\bAzureGraph\b/ },
  { service: 'bookings', pattern: /bookingBusiness|MgBookingBusiness|solutions\/booking/i },
  {
    service: 'cosmos',
    sdk: 'Azure Cosmos DB SDK for .NET',
    pattern: /Microsoft\.Azure\.(?:Cosmos|Documents)\b|cosmos-netstandard|documentdb-dotnet/,
  },
  {
    service: 'cosmos',
    sdk: 'Azure Cosmos DB SDK for Java',
    pattern: /com\.azure\.cosmos|azsdk-java-cosmos|com\.microsoft\.azure\.documentdb/,
  },
  {
    service: 'cosmos',
    sdk: 'Azure Cosmos DB SDK for Python',
    pattern: /azure[./\\]cosmos|CosmosHttpResponseError|Cosmos\w{3,40}Error\b/,
  },
  { service: 'cosmos', sdk: 'Azure Cosmos DB SDK for JavaScript', pattern: /@azure\/cosmos|azure-cosmos-js/ },
  { service: 'cosmos', sdk: 'Azure Cosmos DB SDK for Go', pattern: /\bazcosmos\b/ },
  { service: 'cosmos', sdk: 'EF Core', pattern: /EntityFrameworkCore\.Cosmos|Cosmos\.Storage/ },
  { service: 'cosmos', pattern: /\bcosmos ?(?:db)?\b|Cosmos[A-Z]\w|documentdb|\.documents\.azure\./i },
  {
    service: 'cosmos',
    pattern:
      /x-ms-(?:documentdb|cosmos|substatus)|sub-?status(?:code)?["']?\s?[:=]|RequestStats:|rntbd:\/\/|Request URI: \/(?:apps|dbs)\//,
  },
  { service: 'cosmos', pattern: /\{["']Errors["']\s?:\s?\[|ActivityId: ?[0-9a-f]{8}-|\/dbs\/[^\s/"']{1,200}\/colls\b/ },
  {
    service: 'cosmos',
    pattern: /does not indicate success: \w{2,30} \(\d{3}\); Substatus: ?\d|\bpartition key range\b/i,
  },
  { service: 'cosmos', pattern: /Microsoft\.DocumentDB\/databaseAccounts|gremlin\.cosmos\.azure|x-ms-status-code/i },
];

/** Services and tools with conflicts of their own, by what only they write. */
const OTHERS =
  /\bError response from daemon\b|\bdocker(?:d|\.sock| run| compose)|\bkubectl\b|\bkind["']?:\s?["']Status["']|Operation cannot be fulfilled on|apiserver|\bhelm\b|api\.github\.com|documentation_url|npm (?:ERR!|error)|EPUBLISHCONFLICT|registry\.npmjs|CONFLICT \((?:content|modify\/delete|add\/add|rename)|Automatic merge failed|BucketAlready|amazonaws|aws-sdk|googleapis\.com|\.blob\.core\.windows\.net|\.vault\.azure\.net|(?:Blob|Container|Queue|Table|Share)AlreadyExists|version_conflict_engine_exception|Document update conflict|E11000|duplicate key value violates|SqlException|PSQLException|salesforce|atlassian|api\.stripe\.com|\bgit (?:push|pull|merge|rebase)\b|nuget\.org|pypi\.org|crates\.io|\.servicebus\.windows\.net|Cosmos\.Table\b|\.(?:table|queue|file|dfs)\.core\.windows\.net|\.azurewebsites\.net|\.scm\.azure/i;
const RESOURCE_MANAGER =
  /management\.azure\.com|\/providers\/Microsoft\.(?!DocumentDB)\w|azurerm_(?!cosmosdb)\w|\bazure_rm_(?!cosmosdb|ad)\w|authorization\.RoleAssignments|\bThe role assignment already exists\b|\baz role assignment\b/;

/** The tables of Azure Storage have a library that is named after Cosmos DB. */
const TABLES = /\bMicrosoft\.Azure\.Cosmos\.Table\b/g;

/** What a text says about where it comes from. */
export interface Origin {
  services: Set<Service>;
  sdks: string[];
  /** How many signs of the services there are. */
  strength: number;
  /** Something else writes like this. */
  foreign: boolean;
}

/** The host of a URL, and whose it is. */
export function hostOf(url: string): { host: string; service: Service | undefined } | undefined {
  const host = /^https?:\/\/([^/?#\s]{1,253})/i.exec(url)?.[1];
  if (host === undefined) return undefined;
  const bare = host.replace(/^[^@]*@/, '');
  const name = HOSTS.find(([pattern]) => pattern.test(bare)) ?? HOSTS.find(([p]) => p.test(bare.replace(/:\d+$/, '')));
  if (!name && /^https?:\/\/[^/]+\/dbs\/[^/]+\/(?:colls|users)/i.test(url)) return { host: bare, service: 'cosmos' };
  if (!name && /management\.azure\.com$/i.test(bare) && /Microsoft\.DocumentDB/i.test(url))
    return { host: bare, service: 'cosmos' };
  return { host: bare, service: name?.[1] };
}

/** Where the text comes from, as far as it tells. */
export function originOf(text: string): Origin {
  const own = text.replace(TABLES, '');
  const found = SIGNS.filter(({ pattern }) => pattern.test(own));
  const services = new Set(found.map(({ service }) => service));
  if (services.has('bookings')) services.add('graph');
  const arm = RESOURCE_MANAGER.test(text) && !/Microsoft\.DocumentDB/i.test(text);
  return {
    services,
    sdks: found.flatMap(({ sdk }) => (sdk === undefined ? [] : [sdk])),
    strength: found.length,
    foreign: OTHERS.test(text) || arm,
  };
}
