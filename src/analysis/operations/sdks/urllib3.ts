/** `urllib3`: it answers with a status and never raises for one. Shapes: urllib3/urllib3. */
import type { CallRow, Sdk } from '../sdk.js';
import { PYTHON_VERBS } from './shared/python-http.js';

const { request = {} } = PYTHON_VERBS;
const http = request.http && {
  ...request.http,
  body: { arg: 'named' as const, path: ['json'], or: ['body', 'fields'] },
};
const calls: Record<string, CallRow> = http ? { request: { http } } : {};

export const urllib3Python: Sdk = {
  id: 'urllib3',
  title: 'urllib3',
  service: 'http',
  languages: ['python'],
  modules: ['urllib3', 'urllib3.*'],
  exports: { '*': 'Urllib3', PoolManager: 'Pool' },
  factories: { PoolManager: 'Pool' },
  distinctive: [],
  channel: 'returns',
  roles: { Urllib3: { calls: { ...calls, PoolManager: { returns: 'Pool' } } }, Pool: { calls } },
  error: { types: [], status: [], code: [], text: [] },
  response: {
    types: [],
    status: ['status'],
    code: ['json().error.code'],
    text: ['data', 'reason', 'json().error.message', 'json()'],
    ok: [],
  },
};
