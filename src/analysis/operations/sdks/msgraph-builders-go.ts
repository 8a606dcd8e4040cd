/** `msgraph.go`, request builders made from the metadata of Graph, and its forks. Shapes: yaegashi/msgraph.go. */
import type { Sdk } from '../sdk.js';

export const msgraphBuildersGo: Sdk = {
  id: 'msgraph-builders-go',
  title: 'msgraph.go',
  service: 'graph',
  languages: ['go'],
  modules: ['github.com/yaegashi/msgraph.go', 'github.com/yaegashi/msgraph.go/*'],
  copies: ['*/msgraph.go', '*/msgraph.go/*'],
  exports: { GraphServiceRequestBuilder: 'Client' },
  factories: { NewClient: 'Client' },
  distinctive: ['GraphServiceRequestBuilder'],
  channel: 'throws',
  roles: { Client: {} },
  builder: {
    root: 'Client',
    called: true,
    actions: true,
    bodyAt: 1,
    verbs: { Add: 'POST', Update: 'PATCH', Post: 'POST', Delete: 'DELETE' },
    sends: { JSONRequest: { method: 1, path: 2, body: 3 } },
    segments: { Request: null, Me: 'me' },
    keyCalls: { ID: 'key' },
    headerCalls: ['Add', 'Set'],
  },
  error: {
    types: ['ErrorResponse'],
    wrongTypes: ['ODataError', 'ResponseError'],
    status: ['StatusCode()', 'Response.StatusCode'],
    code: ['ErrorObject.Code'],
    text: ['Error()', 'ErrorObject.Message'],
  },
};
