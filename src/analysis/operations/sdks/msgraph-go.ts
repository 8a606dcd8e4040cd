/** Microsoft Graph for Go, made by Kiota. The calls of the chain are the URL path. Shapes: microsoftgraph/msgraph-sdk-go. */
import type { Sdk } from '../sdk.js';

const common: Omit<Sdk, 'id' | 'title' | 'modules' | 'error'> = {
  service: 'graph',
  languages: ['go'],
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
};

export const msgraphGo: Sdk = {
  ...common,
  id: 'msgraph-go',
  title: 'msgraph-sdk-go',
  modules: [
    'github.com/microsoftgraph/msgraph-sdk-go',
    'github.com/microsoftgraph/msgraph-sdk-go/*',
    'github.com/microsoftgraph/msgraph-beta-sdk-go',
    'github.com/microsoftgraph/msgraph-beta-sdk-go/*',
  ],
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

/**
 * Clients of the parts of Graph that one project needs: made by Kiota, errors and all, or written by hand in the same form,
 * with the errors of what they send their requests with.
 */
export const graphCopiesGo: Sdk = {
  ...common,
  id: 'graph-copies-go',
  title: 'a Graph client of the project',
  modules: [],
  copies: ['*/odataerrors', '*graphsdk', '*graphsdk/*', '*/msgraph', '*/msgraph/*'],
  error: {
    types: [...msgraphGo.error.types, 'ResponseError', 'DetailedError', 'Error'],
    status: msgraphGo.error.status,
    code: [...msgraphGo.error.code, 'ErrorCode'],
    text: msgraphGo.error.text,
  },
};
