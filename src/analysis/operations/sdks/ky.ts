/** `ky`: throws an HTTPError with the answer in `response`; `throwHttpErrors: false` turns that off. */

import type { Sdk } from '../sdk.js';
import { JS, OK, URL_AND_OPTIONS, urlAndOptions, verbs } from './shared/http-rows.js';

export const kyJs: Sdk = {
  id: 'ky',
  title: 'ky',
  service: 'http',
  languages: JS,
  modules: ['ky', 'ky-universal'],
  exports: { default: 'Ky', '*': 'Ky', KyInstance: 'Ky' },
  distinctive: ['KyInstance'],
  channel: 'throws',
  roles: {
    Ky: {
      self: { http: URL_AND_OPTIONS },
      calls: {
        ...verbs(urlAndOptions),
        create: { returns: 'Ky' },
        extend: { returns: 'Ky' },
      },
    },
  },
  error: {
    types: ['HTTPError', 'Error'],
    status: ['response.status'],
    code: ['response.json().error.code'],
    text: ['message', 'response.text()', 'response.json().error.message'],
  },
  response: OK,
};
