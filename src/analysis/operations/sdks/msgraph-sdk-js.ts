/** `@microsoft/msgraph-sdk` (Kiota). Errors are plain objects with `responseStatusCode`. Shapes: microsoft/kiota-typescript. */
import type { Sdk } from '../sdk.js';

export const msgraphSdkJs: Sdk = {
  id: 'msgraph-sdk-js',
  title: '@microsoft/msgraph-sdk',
  service: 'graph',
  languages: ['typescript', 'tsx', 'javascript'],
  modules: [
    '@microsoft/msgraph-sdk',
    '@microsoft/msgraph-sdk*',
    '@microsoft/msgraph-beta-sdk',
    '@microsoft/msgraph-beta-sdk*',
  ],
  exports: { GraphServiceClient: 'Client', GraphBetaServiceClient: 'Client' },
  factories: { createGraphServiceClient: 'Client', createGraphBetaServiceClient: 'Client' },
  distinctive: ['GraphServiceClient'],
  channel: 'throws',
  roles: { Client: {} },
  builder: {
    root: 'Client',
    verbs: { post: 'POST', put: 'PUT', patch: 'PATCH', delete: 'DELETE' },
    segments: { ref: '$ref', batch: '$batch' },
    keyPrefix: 'by',
    keyCalls: { withUrl: '' },
  },
  error: {
    types: ['ODataError', 'ApiError', 'DefaultApiError'],
    wrongTypes: ['GraphError', 'Error'],
    status: ['responseStatusCode'],
    code: ['errorEscaped.code', 'error.code', 'code'],
    text: ['errorEscaped.message', 'error.message', 'messageEscaped', 'message'],
  },
};
