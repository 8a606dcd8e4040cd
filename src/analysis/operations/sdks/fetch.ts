/** The global `fetch` and the packages that bring it to older runtimes: it answers, and never throws, on 409. */

import type { Sdk } from '../sdk.js';
import { JS, NO_ERROR, OK } from './shared/http-rows.js';

export const fetchJs: Sdk = {
  id: 'fetch',
  title: 'fetch',
  service: 'http',
  languages: JS,
  modules: ['node-fetch', 'cross-fetch', 'isomorphic-fetch', 'undici', 'make-fetch-happen', 'whatwg-fetch'],
  exports: { default: 'Fetch', fetch: 'Fetch', '*': 'Fetch' },
  distinctive: [],
  globals: { fetch: 'Fetch' },
  channel: 'returns',
  roles: {
    Fetch: {
      self: {
        http: {
          methodIn: { arg: 1, path: ['method'] },
          url: { arg: 0 },
          body: { arg: 1, path: ['body'] },
          headers: { arg: 1, path: ['headers'] },
        },
      },
    },
  },
  error: NO_ERROR,
  response: OK,
};
