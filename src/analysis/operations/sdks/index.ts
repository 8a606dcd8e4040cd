/** All SDK rows. A new SDK is one file here and one line below. */
import type { Sdk } from '../sdk.js';
import { azureCosmosJs } from './azure-cosmos-js.js';
import { cosmosDotnet } from './cosmos-dotnet.js';
import { documentdbDotnet } from './documentdb-dotnet.js';
import { documentdbJs } from './documentdb-js.js';
import { efcoreCosmos } from './efcore-cosmos.js';
import { graphClientJs } from './graph-client-js.js';
import { graphDotnet, graphDotnetV4 } from './graph-dotnet.js';
import { httpDotnet } from './http-dotnet.js';
import {
  angularHttp,
  axiosJs,
  fetchJs,
  gotJs,
  kyJs,
  nodeHttpJs,
  requestJs,
  spHttpJs,
  superagentJs,
} from './http-js.js';
import { msgraphSdkJs } from './msgraph-sdk-js.js';
import { onedriveApi } from './onedrive-api.js';
import { pnpGraph } from './pnp-graph.js';

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
