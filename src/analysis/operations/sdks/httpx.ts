/** `httpx`, and its client to be awaited. It answers with a status; only `raise_for_status` raises. Shapes: encode/httpx. */
import type { Sdk } from '../sdk.js';
import { HTTP_ANSWER, HTTP_ERROR, PYTHON_VERBS } from './shared/python-http.js';

const row = (id: string, client: string, more: Partial<Sdk>): Sdk => ({
  id,
  title: 'httpx',
  service: 'http',
  languages: ['python'],
  modules: ['httpx', 'httpx.*'],
  exports: { [client]: 'Client' },
  factories: { [client]: 'Client' },
  distinctive: [],
  channel: 'returns',
  roles: { Client: { calls: PYTHON_VERBS } },
  error: { ...HTTP_ERROR, types: ['HTTPStatusError', 'HTTPError'], status: ['response.status_code'] },
  response: HTTP_ANSWER,
  ...more,
});

export const httpxPython = row('httpx', 'Client', {
  exports: { '*': 'Httpx', Client: 'Client' },
  roles: {
    Httpx: { calls: { ...PYTHON_VERBS, Client: { returns: 'Client' } } },
    Client: { calls: PYTHON_VERBS },
  },
});

export const httpxAsyncPython = row('httpx-async', 'AsyncClient', {
  exports: { '*': 'Httpx', AsyncClient: 'Client' },
  roles: { Httpx: { calls: { AsyncClient: { returns: 'Client' } } }, Client: { calls: PYTHON_VERBS } },
  deferred: true,
});
