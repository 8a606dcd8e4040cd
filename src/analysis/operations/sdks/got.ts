/** `got`: throws an HTTPError with the answer in `response`; `throwHttpErrors: false` turns that off. */

import type { Sdk } from '../sdk.js';
import { JS, URL_AND_OPTIONS, urlAndOptions, verbs } from './shared/http-rows.js';

export const gotJs: Sdk = {
  id: 'got',
  title: 'got',
  service: 'http',
  languages: JS,
  modules: ['got'],
  exports: { default: 'Got', got: 'Got', '*': 'Got', Got: 'Got' },
  distinctive: [],
  channel: 'throws',
  roles: {
    Got: {
      self: { http: URL_AND_OPTIONS },
      calls: {
        ...verbs(urlAndOptions),
        extend: { returns: 'Got' },
      },
    },
  },
  error: {
    types: ['HTTPError', 'RequestError', 'Error'],
    status: ['response.statusCode'],
    code: ['response.body.error.code'],
    text: ['message', 'response.body', 'response.statusMessage'],
  },
  response: { types: [], status: ['statusCode'], code: ['body.error.code'], text: ['body'], ok: ['ok'] },
};
