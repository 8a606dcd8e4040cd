/** What the HTTP clients of JavaScript have in common. */
import type { CallRow, ErrorShape, HttpShape } from '../../sdk.js';

/** The languages that run on these clients. */
export const JS = ['typescript', 'tsx', 'javascript'];
const VERBS = ['post', 'put', 'patch', 'delete'];

/** `client.post(url, body, options)` and its siblings. */
export function verbs(shape: (method: string) => HttpShape, returns?: string): Record<string, CallRow> {
  const out: Record<string, CallRow> = {};
  for (const v of VERBS) out[v] = { http: shape(v.toUpperCase()), ...(returns ? { returns } : {}) };
  return out;
}

/** A client that never throws for an HTTP status. */
export const NO_ERROR: ErrorShape = { types: [], status: [], code: [], text: [] };

/** The standard `Response`. */
export const OK = {
  ok: ['ok'],
  types: [],
  status: ['status'],
  code: ['json().error.code', 'text().error.code'],
  text: ['statusText', 'text()', 'json().error.message', 'text().error.message'],
};

/** `client(url, options)` and `client.post(url, options)` of got and of ky, which has taken over got's options. */
export const URL_AND_OPTIONS: HttpShape = {
  methodIn: { arg: 1, path: ['method'] },
  url: { arg: 0 },
  baseIn: ['prefixUrl'],
  body: { arg: 1, path: ['json'] },
  headers: { arg: 1, path: ['headers'] },
  returnsWhen: { arg: 1, path: ['throwHttpErrors'], value: false },
};

/** The same for a call whose verb is in its name. */
export const urlAndOptions = (method: string): HttpShape => {
  const { methodIn: _, ...rest } = URL_AND_OPTIONS;
  return { method, ...rest };
};
