/**
 * `@microsoft/microsoft-graph-client` 1 to 3 and the libraries that hand out its client (SPFx, MGT, TeamsFx).
 * Shapes: microsoftgraph/msgraph-sdk-javascript.
 */
import type { CallRow, Sdk } from '../sdk.js';

const send = (method: string, body?: number): CallRow => ({
  http: { method, url: { arg: -1 }, ...(body === undefined ? {} : { body: { arg: body } }) },
});

export const graphClientJs: Sdk = {
  id: 'graph-client-js',
  title: '@microsoft/microsoft-graph-client',
  service: 'graph',
  languages: ['typescript', 'tsx', 'javascript'],
  modules: [
    '@microsoft/microsoft-graph-client',
    '@microsoft/microsoft-graph-client/*',
    '@microsoft/sp-http',
    '@microsoft/sp-http/*',
    '@microsoft/sp-http-msgraph',
    '@microsoft/mgt*',
    '@microsoft/teamsfx',
    '@microsoft/teamsfx/*',
    '@microsoft/teamsfx-react',
  ],
  exports: {
    Client: 'Client',
    MSGraphClient: 'Client',
    MSGraphClientV3: 'Client',
    MSGraphClientFactory: 'Factory',
    Graph: 'Client',
    IGraph: 'Client',
    BetaGraph: 'Client',
    GraphRequest: 'Request',
    LargeFileUploadTask: 'Upload',
    Providers: 'Providers',
  },
  factories: {
    createMicrosoftGraphClient: 'Client',
    createMicrosoftGraphClientWithCredential: 'Client',
    prepScopes: '',
  },
  distinctive: ['MSGraphClient', 'MSGraphClientV3', 'MSGraphClientFactory', 'GraphRequest'],
  channel: 'throws',
  // What is sent is told by the path it is given, which must be one of Graph's.
  ambient: { msGraphClientFactory: 'Factory', 'api()': 'Request' },
  roles: {
    Client: {
      members: { client: 'Client' },
      calls: {
        init: { returns: 'Client' },
        initWithMiddleware: { returns: 'Client' },
        api: { returns: 'Request' },
      },
    },
    Providers: { members: { globalProvider: 'Provider' } },
    Provider: { members: { graph: 'Client' } },
    // `OneDriveLargeFileUploadTask.create` asks for another name where one is taken: it is no row.
    Upload: { calls: { createUploadSession: { http: { method: 'POST', url: { arg: 1 }, body: { arg: 2 } } } } },
    Factory: { calls: { getClient: { returns: 'Client' } } },
    Request: {
      calls: {
        version: { returns: 'Request' },
        header: { returns: 'Request', header: [0, 1] },
        headers: { returns: 'Request', header: [0, 1] },
        query: { returns: 'Request' },
        select: { returns: 'Request' },
        expand: { returns: 'Request' },
        responseType: { returns: 'Request' },
        option: { returns: 'Request' },
        options: { returns: 'Request' },
        middlewareOptions: { returns: 'Request' },
        post: send('POST', 0),
        create: send('POST', 0),
        put: send('PUT', 0),
        putStream: send('PUT', 0),
        patch: send('PATCH', 0),
        update: send('PATCH', 0),
        delete: send('DELETE'),
        del: send('DELETE'),
      },
    },
  },
  error: {
    types: ['GraphError', 'Error'],
    status: ['statusCode'],
    code: ['code', 'body'],
    text: ['message', 'body'],
  },
  response: {
    types: [],
    status: ['status', 'responses.*.status', '*.status', 'getResponseById().status'],
    code: ['responses.*.body.error.code'],
    text: [],
    ok: ['ok'],
  },
};
