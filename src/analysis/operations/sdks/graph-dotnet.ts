/** Microsoft.Graph 4 and 5 for .NET. The member path is the URL path. Shapes: microsoftgraph/msgraph-sdk-dotnet. */
import type { Sdk } from '../sdk.js';

const common = {
  service: 'graph' as const,
  languages: ['csharp'],
  distinctive: ['GraphServiceClient', 'GraphServiceClientFactory', 'IGraphServiceClient'],
  channel: 'throws' as const,
  capitals: true as const,
};

const RESPONSE = {
  types: [],
  status: [
    'StatusCode',
    '*.StatusCode',
    '*.Value',
    'GetResponseByIdAsync().StatusCode',
    'GetResponsesStatusCodesAsync().*',
  ],
  code: [],
  text: [],
  ok: ['IsSuccessStatusCode', '*.IsSuccessStatusCode'],
  ensure: ['EnsureSuccessStatusCode'],
};

/** Version 4: `.Request()` in the chain; errors are `ServiceException` with `StatusCode`. */
export const graphDotnetV4: Sdk = {
  ...common,
  id: 'graph-dotnet-v4',
  title: 'Microsoft.Graph 4',
  modules: [],
  exports: {},
  roles: {},
  error: {
    types: ['ServiceException', 'Exception', 'SystemException'],
    wrongTypes: ['ODataError', 'ApiException', 'HttpRequestException'],
    status: ['StatusCode', 'RawResponseBody'],
    code: ['Error.Code', 'Error.InnerError.Code'],
    text: ['Message', 'Error.Message', 'RawResponseBody'],
  },
  response: RESPONSE,
};

/** Version 5, made by Kiota: `PostAsync` right on the path; errors are `ODataError : ApiException`. */
export const graphDotnet: Sdk = {
  ...common,
  id: 'graph-dotnet',
  title: 'Microsoft.Graph',
  modules: ['Microsoft.Graph', 'Microsoft.Graph.*', 'Microsoft.Kiota.*'],
  exports: { GraphServiceClient: 'Client', IGraphServiceClient: 'Client', BaseGraphServiceClient: 'Client' },
  roles: { Client: {} },
  builder: {
    root: 'Client',
    verbs: {
      PostAsync: 'POST',
      PutAsync: 'PUT',
      PatchAsync: 'PATCH',
      DeleteAsync: 'DELETE',
      AddAsync: 'POST older',
      CreateAsync: 'POST older',
      UpdateAsync: 'PATCH older',
      AddResponseAsync: 'POST older',
      UpdateResponseAsync: 'PATCH older',
    },
    segments: {
      Ref: '$ref',
      References: '$ref',
      Reference: '$ref',
      Batch: '$batch',
      Request: null,
      WithUrl: '',
      GraphUser: null,
      GraphGroup: null,
    },
    keyCalls: {
      ItemWithPath: 'root-path',
      WithAppId: 'key',
      ServicePrincipalsWithAppId: 'servicePrincipals/{}',
      ApplicationsWithAppId: 'applications/{}',
      GroupsWithUniqueName: 'groups/{}',
      ApplicationsWithUniqueName: 'applications/{}',
      DevicesWithDeviceId: 'devices/{}',
    },
    requests: {
      ToPostRequestInformation: 'POST',
      ToPutRequestInformation: 'PUT',
      ToPatchRequestInformation: 'PATCH',
      ToDeleteRequestInformation: 'DELETE',
      GetHttpRequestMessage: '',
    },
    headerCalls: ['Add', 'TryAdd', 'Header'],
    older: { call: 'Request', sdk: graphDotnetV4 },
    answersWhen: 'NativeResponseHandler',
  },
  error: {
    types: ['ODataError', 'ApiException', 'Exception', 'SystemException'],
    wrongTypes: ['ServiceException', 'HttpRequestException', 'GraphServiceException'],
    status: ['ResponseStatusCode'],
    code: ['Error.Code', 'Error.InnerError.Code', 'Error.Details.*.Code'],
    text: ['Message', 'Error.Message', 'MessageEscaped'],
  },
  response: RESPONSE,
};
