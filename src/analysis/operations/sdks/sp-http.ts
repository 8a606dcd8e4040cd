/** `AadHttpClient` of the SharePoint Framework: it answers, and never throws, on 409. */

import type { Sdk } from '../sdk.js';
import { JS, NO_ERROR, OK } from './shared/http-rows.js';

export const spHttpJs: Sdk = {
  id: 'sp-http',
  title: '@microsoft/sp-http AadHttpClient',
  service: 'http',
  languages: JS,
  modules: ['@microsoft/sp-http', '@microsoft/sp-http/*'],
  exports: { AadHttpClient: 'Http', HttpClient: 'Http', AadHttpClientFactory: 'Factory' },
  distinctive: ['AadHttpClient', 'AadHttpClientFactory'],
  channel: 'returns',
  ambient: { aadHttpClientFactory: 'Factory' },
  roles: {
    Factory: { calls: { getClient: { returns: 'Http' } } },
    Http: {
      calls: {
        post: {
          http: {
            method: 'POST',
            url: { arg: 0 },
            body: { arg: 2, path: ['body'] },
            headers: { arg: 2, path: ['headers'] },
          },
        },
        fetch: {
          http: {
            methodIn: { arg: 2, path: ['method'] },
            url: { arg: 0 },
            body: { arg: 2, path: ['body'] },
            headers: { arg: 2, path: ['headers'] },
          },
        },
      },
    },
  },
  error: NO_ERROR,
  response: OK,
};
