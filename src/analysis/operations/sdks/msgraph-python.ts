/** `msgraph-sdk` for Python (Kiota). Shapes: microsoftgraph/msgraph-sdk-python, microsoft/kiota-python. */
import type { Sdk } from '../sdk.js';

export const msgraphPython: Sdk = {
  id: 'msgraph-sdk-python',
  title: 'msgraph-sdk',
  service: 'graph',
  languages: ['python'],
  modules: ['msgraph', 'msgraph.*', 'msgraph_beta', 'msgraph_beta.*'],
  exports: { GraphServiceClient: 'Client', GraphBaseServiceClient: 'Client' },
  factories: { GraphServiceClient: 'Client' },
  distinctive: ['GraphServiceClient'],
  channel: 'throws',
  deferred: true,
  roles: { Client: {} },
  builder: {
    root: 'Client',
    verbs: { post: 'POST', put: 'PUT', patch: 'PATCH', delete: 'DELETE' },
    segments: { ref: '$ref', batch: '$batch' },
    keyPrefix: 'by_',
    bodyName: 'body',
    // The calls of the first previews end in their key.
    keyCalls: { with_url: '' },
    keySuffix: '_by_id',
    headerCalls: ['add', 'try_add'],
  },
  error: {
    types: ['ODataError', 'APIError'],
    wrongTypes: ['HTTPError', 'HTTPStatusError', 'HttpResponseError', 'ClientAuthenticationError'],
    status: ['response_status_code'],
    code: ['error.code'],
    text: ['error.message', 'message', 'primary_message', 'args'],
  },
};
