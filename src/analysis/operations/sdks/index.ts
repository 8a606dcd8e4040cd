/** All SDK rows. A new SDK is one file here and one line below. */
import type { Sdk } from '../sdk.js';
import { angularHttp } from './angular-http.js';
import { axiosJs } from './axios.js';
import { azureCosmosJs } from './azure-cosmos-js.js';
import { cosmosDotnet } from './cosmos-dotnet.js';
import { documentdbDotnet } from './documentdb-dotnet.js';
import { documentdbJs } from './documentdb-js.js';
import { efcoreCosmos } from './efcore-cosmos.js';
import { fetchJs } from './fetch.js';
import { gotJs } from './got.js';
import { graphClientJs } from './graph-client-js.js';
import { graphDotnet, graphDotnetV4 } from './graph-dotnet.js';
import { httpDotnet } from './http-dotnet.js';
import { kyJs } from './ky.js';
import { msgraphSdkJs } from './msgraph-sdk-js.js';
import { nodeHttpJs } from './node-https.js';
import { onedriveApi } from './onedrive-api.js';
import { pnpGraph } from './pnp-graph.js';
import { requestJs } from './request-promise.js';
import { spHttpJs } from './sp-http.js';
import { superagentJs } from './superagent.js';

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
];
