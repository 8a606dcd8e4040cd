/** `ky`: throws an HTTPError with the answer in `response`; `throwHttpErrors: false` turns that off. */

import type { Sdk } from '../sdk.js';
import { JS, OK, verbs } from './shared/http-rows.js';

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
      self: {
        http: {
          methodIn: { arg: 1, path: ['method'] },
          url: { arg: 0 },
          baseIn: ['prefixUrl'],
          body: { arg: 1, path: ['json'] },
          headers: { arg: 1, path: ['headers'] },
          returnsWhen: { arg: 1, path: ['throwHttpErrors'], value: false },
        },
      },
      calls: {
        ...verbs((method) => ({
          method,
          url: { arg: 0 },
          baseIn: ['prefixUrl'],
          body: { arg: 1, path: ['json'] },
          headers: { arg: 1, path: ['headers'] },
          returnsWhen: { arg: 1, path: ['throwHttpErrors'], value: false },
        })),
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
