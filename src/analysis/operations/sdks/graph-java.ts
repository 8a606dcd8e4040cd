/** Microsoft Graph for Java, 1 to 6. The calls of the chain are the URL path. Shapes: microsoftgraph/msgraph-sdk-java. */
import type { Sdk } from '../sdk.js';

const common = {
  service: 'graph' as const,
  languages: ['java'],
  distinctive: ['GraphServiceClient', 'IGraphServiceClient'],
  channel: 'throws' as const,
};

/** To version 5: `.buildRequest()` in the chain, `postAsync` beside `post`; errors are `GraphServiceException`. */
export const graphJavaV5: Sdk = {
  ...common,
  id: 'graph-java-v5',
  title: 'microsoft-graph for Java 1 to 5',
  modules: [],
  exports: {},
  roles: {},
  error: {
    types: ['GraphServiceException', 'ClientException', 'RuntimeException', 'Exception', 'Throwable'],
    wrongTypes: ['ODataError', 'ApiException', 'IOException', 'HttpClientErrorException'],
    status: ['getResponseCode()'],
    code: ['getServiceError().code', 'getError().error.code', 'getError().error.innererror.code'],
    text: [
      'getMessage()',
      'getResponseMessage()',
      'getServiceError().message',
      'getError().error.message',
      'getLocalizedMessage()',
      'toString()',
    ],
  },
};

/** Version 6, made by Kiota: `post` right on the path; errors are `ODataError`, an `ApiException`. */
export const graphJava: Sdk = {
  ...common,
  id: 'graph-java',
  title: 'microsoft-graph for Java',
  modules: ['com.microsoft.graph', 'com.microsoft.graph.*', 'com.microsoft.kiota', 'com.microsoft.kiota.*'],
  exports: { GraphServiceClient: 'Client', IGraphServiceClient: 'Client' },
  roles: { Client: {} },
  builder: {
    root: 'Client',
    called: true,
    verbs: {
      post: 'POST',
      put: 'PUT',
      patch: 'PATCH',
      delete: 'DELETE',
      postAsync: 'POST older',
      putAsync: 'PUT older',
      patchAsync: 'PATCH older',
      deleteAsync: 'DELETE older',
    },
    segments: {
      ref: '$ref',
      references: '$ref',
      reference: '$ref',
      batch: '$batch',
      buildRequest: null,
      withUrl: '',
      graphUser: null,
      graphGroup: null,
    },
    keyPrefix: 'by',
    keyCalls: {
      itemWithPath: 'root-path',
      servicePrincipalsWithAppId: 'servicePrincipals/{}',
      applicationsWithAppId: 'applications/{}',
      groupsWithUniqueName: 'groups/{}',
      applicationsWithUniqueName: 'applications/{}',
      devicesWithDeviceId: 'devices/{}',
    },
    headerCalls: ['add', 'tryAdd', 'addHeader', 'HeaderOption'],
    older: { call: 'buildRequest', sdk: graphJavaV5 },
    answersWhen: 'NativeResponseHandler',
  },
  error: {
    types: ['ODataError', 'ApiException', 'RuntimeException', 'Exception', 'Throwable'],
    wrongTypes: ['GraphServiceException', 'ClientException', 'ServiceException', 'IOException'],
    status: ['getResponseStatusCode()', 'responseStatusCode'],
    code: ['getError().getCode()', 'getError().getInnerError().getCode()', 'getError().getDetails().*.getCode()'],
    text: ['getMessage()', 'getError().getMessage()', 'getLocalizedMessage()', 'toString()'],
  },
};
