/** Microsoft Graph for Go, made by Kiota. The calls of the chain are the URL path. Shapes: microsoftgraph/msgraph-sdk-go. */
import type { Sdk } from '../sdk.js';

export const msgraphGo: Sdk = {
  id: 'msgraph-go',
  title: 'msgraph-sdk-go',
  service: 'graph',
  languages: ['go'],
  modules: [
    'github.com/microsoftgraph/msgraph-sdk-go',
    'github.com/microsoftgraph/msgraph-sdk-go/*',
    'github.com/microsoftgraph/msgraph-beta-sdk-go',
    'github.com/microsoftgraph/msgraph-beta-sdk-go/*',
  ],
  // Kiota makes clients of the parts of Graph that a project needs, errors and all.
  copies: ['*/odataerrors', '*graphsdk', '*graphsdk/*', '*/msgraph', '*/msgraph/*'],
  exports: { GraphServiceClient: 'Client', GraphBaseServiceClient: 'Client' },
  factories: {
    NewGraphServiceClient: 'Client',
    NewGraphServiceClientWithCredentials: 'Client',
    NewGraphServiceClientWithCredentialsAndHosts: 'Client',
    NewGraphBaseServiceClient: 'Client',
  },
  distinctive: ['GraphServiceClient', 'GraphBaseServiceClient'],
  channel: 'throws',
  roles: { Client: {} },
  builder: {
    root: 'Client',
    called: true,
    bodyAt: 1,
    verbs: { Post: 'POST', Put: 'PUT', Patch: 'PATCH', Delete: 'DELETE' },
    segments: { Ref: '$ref', Batch: '$batch', GraphUser: null, GraphGroup: null, GraphServicePrincipal: null },
    keyPrefix: 'By',
    keySuffix: 'ById',
    keyCalls: {
      WithUrl: '',
      ServicePrincipalsWithAppId: 'servicePrincipals/{}',
      ApplicationsWithAppId: 'applications/{}',
      GroupsWithUniqueName: 'groups/{}',
      ApplicationsWithUniqueName: 'applications/{}',
      DevicesWithDeviceId: 'devices/{}',
    },
    headerCalls: ['Add', 'TryAdd'],
  },
  error: {
    types: ['ODataError', 'ODataErrorable', 'ApiError', 'ApiErrorable'],
    wrongTypes: ['ResponseError', 'DetailedError'],
    status: ['ResponseStatusCode', 'GetStatusCode()', 'ApiError.ResponseStatusCode', 'StatusCode'],
    code: [
      'GetErrorEscaped().GetCode()',
      'GetError().GetCode()',
      'GetErrorEscaped().GetInnerError().GetCode()',
      'GetErrorEscaped().GetDetails().*.GetCode()',
    ],
    text: ['Error()', 'Message', 'GetMessage()', 'GetErrorEscaped().GetMessage()', 'GetError().GetMessage()'],
  },
};
