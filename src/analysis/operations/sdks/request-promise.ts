/** `request` and `request-promise`, no longer maintained and still in use. */

import type { Sdk } from '../sdk.js';
import { JS, verbs } from './shared/http-rows.js';

export const requestJs: Sdk = {
  id: 'request-promise',
  title: 'request-promise',
  service: 'http',
  languages: JS,
  modules: ['request-promise', 'request-promise-native', 'request'],
  exports: { default: 'Request', '*': 'Request' },
  distinctive: [],
  channel: 'either',
  roles: {
    Request: {
      self: {
        http: {
          methodIn: { arg: 0, path: ['method'] },
          url: { arg: 0, path: ['url'] },
          body: { arg: 0, path: ['body'] },
          headers: { arg: 0, path: ['headers'] },
          baseIn: ['baseUrl'],
        },
      },
      calls: {
        ...verbs((method) => ({
          method,
          url: { arg: 0, path: ['url'] },
          body: { arg: 0, path: ['body'] },
          headers: { arg: 0, path: ['headers'] },
          baseIn: ['baseUrl'],
        })),
        defaults: { returns: 'Request' },
      },
    },
  },
  error: {
    types: ['StatusCodeError', 'Error'],
    status: ['statusCode', 'response.statusCode'],
    code: ['error.error.code', 'error.code'],
    text: ['message'],
  },
  response: { types: [], status: ['statusCode'], code: ['body.error.code'], text: ['body'], ok: [] },
};
