/** `https.request` of Node: it answers by a callback and never throws on 409. */

import type { Sdk } from '../sdk.js';
import { JS, NO_ERROR } from './shared/http-rows.js';

export const nodeHttpJs: Sdk = {
  id: 'node-https',
  title: 'node:https',
  service: 'http',
  languages: JS,
  modules: ['https', 'node:https', 'http', 'node:http'],
  exports: { default: 'Https', '*': 'Https', request: 'HttpsRequest' },
  distinctive: [],
  channel: 'returns',
  events: true,
  roles: {
    Https: {
      calls: {
        request: {
          http: {
            methodIn: { arg: 0, path: ['method'] },
            url: { arg: 0, path: ['url'] },
            hostIn: ['hostname', 'host'],
            pathIn: ['path'],
            headers: { arg: 0, path: ['headers'] },
          },
        },
      },
    },
    HttpsRequest: {
      self: {
        http: {
          methodIn: { arg: 0, path: ['method'] },
          url: { arg: 0, path: ['url'] },
          hostIn: ['hostname', 'host'],
          pathIn: ['path'],
          headers: { arg: 0, path: ['headers'] },
        },
      },
    },
  },
  error: NO_ERROR,
  response: { types: [], status: ['statusCode'], code: [], text: ['statusMessage'], ok: [] },
};
