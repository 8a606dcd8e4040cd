/** All SDK rows. A new SDK is one file here and one line below. */
import type { Sdk } from '../sdk.js';
import { aiohttpPython } from './aiohttp.js';
import { angularHttp } from './angular-http.js';
import { axiosJs } from './axios.js';
import { azcosmos } from './azcosmos.js';
import { azureCosmosJs } from './azure-cosmos-js.js';
import { azureCosmosAioPython, azureCosmosPython } from './azure-cosmos-python.js';
import { azCosmosPowershell, azPowershell, azProgram, azRequests } from './azure-powershell.js';
import { cosmosDotnet } from './cosmos-dotnet.js';
import { cosmosJava, cosmosJavaV3 } from './cosmos-java.js';
import { cosmosPowershell } from './cosmos-powershell.js';
import { documentdbDotnet } from './documentdb-dotnet.js';
import { documentdbJava } from './documentdb-java.js';
import { documentdbJs } from './documentdb-js.js';
import { efcoreCosmos } from './efcore-cosmos.js';
import { fetchJs } from './fetch.js';
import {
  goApplications,
  goDirectory,
  goDirectoryRoles,
  goGroups,
  goIdentityGovernance,
  goPermissionGrants,
  goRoleManagement,
  goServicePrincipals,
  goUsers,
} from './go-azure-sdk.js';
import { gocosmosdb } from './gocosmosdb.js';
import { gotJs } from './got.js';
import { graphClientJs } from './graph-client-js.js';
import { graphDotnet, graphDotnetV4 } from './graph-dotnet.js';
import { graphJava, graphJavaV5 } from './graph-java.js';
import { graphPowershell } from './graph-powershell.js';
import { hamilton } from './hamilton.js';
import { httpDotnet } from './http-dotnet.js';
import { httpFiles } from './http-files.js';
import { httpGo } from './http-go.js';
import { apacheHttpJava, httpClientJava, okHttpJava, urlConnectionJava } from './http-java.js';
import { httpPowershell } from './http-powershell.js';
import { restTemplateJava, webClientJava } from './http-spring.js';
import { httpxAsyncPython, httpxPython } from './httpx.js';
import { kyJs } from './ky.js';
import { msgraphBuildersGo } from './msgraph-builders-go.js';
import { msgraphCorePython } from './msgraph-core-python.js';
import { graphCopiesGo, msgraphGo } from './msgraph-go.js';
import { msgraphPython } from './msgraph-python.js';
import { msgraphSdkJs } from './msgraph-sdk-js.js';
import { nodeHttpJs } from './node-https.js';
import { o365Python } from './o365-python.js';
import { office365Python } from './office365-python.js';
import { onedriveApi } from './onedrive-api.js';
import { pnpGraph } from './pnp-graph.js';
import { pnpPowershell } from './pnp-powershell.js';
import { pydocumentdb } from './pydocumentdb.js';
import { requestJs } from './request-promise.js';
import { requestsPython } from './requests.js';
import { restsharp } from './restsharp.js';
import { resty } from './resty.js';
import { azProgramShell, cliRequests, curlProgram, wgetProgram } from './shell-programs.js';
import { spHttpJs } from './sp-http.js';
import { springCosmosJava } from './spring-cosmos-java.js';
import { superagentJs } from './superagent.js';
import { urllib3Python } from './urllib3.js';

export const sdks: Sdk[] = [
  azureCosmosJs,
  documentdbJs,
  graphClientJs,
  msgraphSdkJs,
  pnpGraph,
  onedriveApi,
  fetchJs,
  axiosJs,
  gotJs,
  kyJs,
  superagentJs,
  requestJs,
  nodeHttpJs,
  spHttpJs,
  angularHttp,
  cosmosDotnet,
  documentdbDotnet,
  efcoreCosmos,
  graphDotnet,
  graphDotnetV4,
  httpDotnet,
  restsharp,
  azureCosmosPython,
  azureCosmosAioPython,
  pydocumentdb,
  msgraphPython,
  msgraphCorePython,
  office365Python,
  o365Python,
  requestsPython,
  httpxPython,
  httpxAsyncPython,
  aiohttpPython,
  cosmosJava,
  cosmosJavaV3,
  documentdbJava,
  springCosmosJava,
  graphJava,
  graphJavaV5,
  graphPowershell,
  pnpPowershell,
  azPowershell,
  azCosmosPowershell,
  azProgram,
  azRequests,
  cosmosPowershell,
  httpPowershell,
  httpFiles,
  azcosmos,
  gocosmosdb,
  goApplications,
  goServicePrincipals,
  goGroups,
  goUsers,
  goDirectoryRoles,
  goDirectory,
  goPermissionGrants,
  goRoleManagement,
  goIdentityGovernance,
  msgraphGo,
  graphCopiesGo,
  msgraphBuildersGo,
  hamilton,
  httpGo,
  resty,
  urllib3Python,
  httpClientJava,
  okHttpJava,
  apacheHttpJava,
  urlConnectionJava,
  restTemplateJava,
  webClientJava,
  curlProgram,
  wgetProgram,
  cliRequests,
  azProgramShell,
];
