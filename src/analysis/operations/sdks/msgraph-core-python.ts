/** `msgraph-core` 0.2: requests' session for Graph. It answers with a status and never raises. Shapes: microsoftgraph/msgraph-sdk-python-core at 0.2. */
import type { CallRow, Sdk } from '../sdk.js';
import { HTTP_ANSWER, HTTP_ERROR, PYTHON_VERBS } from './shared/python-http.js';

const calls: Record<string, CallRow> = PYTHON_VERBS;

export const msgraphCorePython: Sdk = {
  id: 'msgraph-core-python',
  title: 'msgraph-core',
  service: 'graph',
  languages: ['python'],
  modules: ['msgraph.core', 'msgraph.core.*', 'msgraphcore', 'msgraphcore.*'],
  exports: { GraphClient: 'Client', GraphSession: 'Client' },
  factories: { GraphClient: 'Client', GraphSession: 'Client', HTTPClientFactory: 'Factory' },
  distinctive: [],
  channel: 'returns',
  roles: {
    Client: { calls },
    Factory: {
      calls: {
        create_with_default_middleware: { returns: 'Client' },
        create_with_custom_middleware: { returns: 'Client' },
      },
    },
  },
  error: HTTP_ERROR,
  response: HTTP_ANSWER,
};
