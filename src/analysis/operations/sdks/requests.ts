/** `requests`: it answers with a status; only `raise_for_status` raises. Shapes: psf/requests. */
import type { Sdk } from '../sdk.js';
import { HTTP_ANSWER, HTTP_ERROR, PYTHON_VERBS } from './shared/python-http.js';

const functions = Object.fromEntries(Object.keys(PYTHON_VERBS).map((verb) => [verb, `${verb}()`]));

export const requestsPython: Sdk = {
  id: 'requests',
  title: 'requests',
  service: 'http',
  languages: ['python'],
  modules: ['requests', 'requests.*', 'requests_oauthlib', 'requests_toolbelt*', 'requests_cache'],
  exports: { '*': 'Requests', Session: 'Session', OAuth2Session: 'Session', CachedSession: 'Session', ...functions },
  factories: { Session: 'Session', session: 'Session', OAuth2Session: 'Session', CachedSession: 'Session' },
  distinctive: [],
  channel: 'returns',
  roles: {
    Requests: { calls: { ...PYTHON_VERBS, Session: { returns: 'Session' }, session: { returns: 'Session' } } },
    Session: { calls: PYTHON_VERBS },
    ...Object.fromEntries(Object.entries(PYTHON_VERBS).map(([verb, row]) => [`${verb}()`, { self: row }])),
  },
  error: HTTP_ERROR,
  response: HTTP_ANSWER,
};
