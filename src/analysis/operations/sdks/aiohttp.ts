/** `aiohttp`: it answers with a status; only `raise_for_status` raises. Shapes: aio-libs/aiohttp. */
import type { Sdk } from '../sdk.js';
import { PYTHON_VERBS } from './shared/python-http.js';

export const aiohttpPython: Sdk = {
  id: 'aiohttp',
  title: 'aiohttp',
  service: 'http',
  languages: ['python'],
  modules: ['aiohttp', 'aiohttp.*', 'aiohttp_retry', 'aiohttp_client_cache'],
  exports: { '*': 'Aiohttp', ClientSession: 'Session', RetryClient: 'Session' },
  factories: { ClientSession: 'Session', RetryClient: 'Session', async_get_clientsession: 'Session' },
  distinctive: [],
  channel: 'returns',
  deferred: true,
  roles: {
    Aiohttp: { calls: { ClientSession: { returns: 'Session' } } },
    Session: { calls: PYTHON_VERBS },
  },
  error: {
    types: ['ClientResponseError', 'ClientError'],
    status: ['status', 'code'],
    code: [],
    text: ['message', 'args'],
  },
  response: {
    types: [],
    status: ['status'],
    code: ['json().error.code', 'json().error'],
    text: ['text()', 'reason', 'read()', 'json().error.message', 'json()'],
    ok: ['ok'],
    ensure: ['raise_for_status'],
    ensureRaises: 'own',
  },
};
