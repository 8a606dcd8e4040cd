/** What the HTTP clients of Python have in common: a URL, then arguments by name. */
import type { CallRow, HttpShape } from '../../sdk.js';

const VERBS = ['post', 'put', 'patch', 'delete'];

const SHARED: Omit<HttpShape, 'url'> = {
  baseIn: ['base_url'],
  body: { arg: 'named', path: ['json'], or: ['data', 'content'] },
  headers: { arg: 'named', path: ['headers'] },
  parameters: { arg: 'named', path: ['params'] },
};

/** `client.post(url, json=…, headers=…)` and its siblings, and `client.request(method, url, …)`. */
export const PYTHON_VERBS: Record<string, CallRow> = {
  ...Object.fromEntries(
    VERBS.map((v): [string, CallRow] => [
      v,
      { http: { method: v.toUpperCase(), url: { arg: 0, name: 'url' }, ...SHARED } },
    ]),
  ),
  request: { http: { methodIn: { arg: 0, name: 'method' }, url: { arg: 1, name: 'url' }, ...SHARED } },
};

/** The error that `raise_for_status` raises, of requests and of what is made like it. */
export const HTTP_ERROR = {
  types: ['HTTPError', 'RequestException', 'HTTPStatusError', 'IOError', 'OSError'],
  status: ['response.status_code'],
  code: ['response.json().error.code', 'response.json().error'],
  text: [
    'response.text',
    'response.content',
    'response.reason',
    'response.json().error.message',
    'response.json()',
    'args',
  ],
};

/** The answer of requests and of what is made like it. */
export const HTTP_ANSWER = {
  types: [],
  status: ['status_code'],
  code: ['json().error.code', 'json().error', 'json().code'],
  text: ['text', 'content', 'reason', 'reason_phrase', 'json().error.message', 'json()'],
  ok: ['ok', 'is_success', 'is_error'],
  ensure: ['raise_for_status'],
  ensureRaises: 'own' as const,
};
