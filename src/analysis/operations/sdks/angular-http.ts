/** `HttpClient` of Angular: errors arrive as HttpErrorResponse. */

import type { Sdk } from '../sdk.js';
import { JS, verbs } from './shared/http-rows.js';

export const angularHttp: Sdk = {
  id: 'angular-http',
  title: '@angular/common/http',
  service: 'http',
  languages: JS,
  modules: ['@angular/common/http'],
  exports: { HttpClient: 'Http' },
  distinctive: [],
  channel: 'throws',
  roles: {
    Http: {
      calls: verbs((method) => ({ method, url: { arg: 0 }, body: { arg: 1 }, headers: { arg: 2, path: ['headers'] } })),
    },
  },
  error: {
    types: ['HttpErrorResponse'],
    status: ['status'],
    code: ['error.error.code', 'error.code'],
    text: ['message', 'statusText'],
  },
};
