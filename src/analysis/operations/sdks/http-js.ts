/** HTTP clients of JavaScript. What throws on 409 and what answers, and where the status stands. */
import type { CallRow, ErrorShape, HttpShape, RoleRow, Sdk } from '../sdk.js';

const JS = ['typescript', 'tsx', 'javascript'];
const VERBS = ['post', 'put', 'patch', 'delete'];

/** `client.post(url, body, options)` and its siblings. */
function verbs(shape: (method: string) => HttpShape, returns?: string): Record<string, CallRow> {
  const out: Record<string, CallRow> = {};
  for (const v of VERBS) out[v] = { http: shape(v.toUpperCase()), ...(returns ? { returns } : {}) };
  return out;
}

const NO_ERROR: ErrorShape = { types: [], status: [], code: [], text: [] };
const OK = {
  ok: ['ok'],
  types: [],
  status: ['status'],
  code: ['json().error.code', 'text().error.code'],
  text: ['statusText', 'text()', 'json().error.message', 'text().error.message'],
};

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

const AXIOS_CONFIG: HttpShape = {
  methodIn: { arg: 0, path: ['method'] },
  url: { arg: 0, path: ['url'] },
  baseIn: ['baseURL'],
  body: { arg: 0, path: ['data'] },
  headers: { arg: 0, path: ['headers'] },
  returnsWhen: { arg: 0, path: ['validateStatus'], value: 'function' },
};
const axiosRole: RoleRow = {
  members: { default: 'Axios' },
  self: { http: AXIOS_CONFIG },
  calls: {
    ...verbs((method) => ({
      method,
      url: { arg: 0 },
      baseIn: ['baseURL'],
      body: { arg: 1 },
      headers: { arg: 2, path: ['headers'] },
      returnsWhen: { arg: 2, path: ['validateStatus'], value: 'function' },
    })),
    request: { http: AXIOS_CONFIG },
    create: { returns: 'Axios' },
  },
};

export const axiosJs: Sdk = {
  id: 'axios',
  title: 'axios',
  service: 'http',
  languages: JS,
  modules: ['axios'],
  exports: { default: 'Axios', '*': 'Axios', AxiosInstance: 'Axios', AxiosStatic: 'Axios', Axios: 'Axios' },
  distinctive: ['AxiosInstance'],
  channel: 'throws',
  roles: { Axios: axiosRole },
  error: {
    types: ['AxiosError', 'Error'],
    status: [
      'response.status',
      'status',
      'response.data.status',
      'response.data.error.status',
      'response.data.statusCode',
      'toJSON().status',
      'request.status',
    ],
    code: [
      'response.data.error.code',
      'response.data.code',
      'response.data.error.innerError.code',
      'response.data.error',
    ],
    text: ['message', 'response.data.error.message', 'response.statusText', 'response.data', 'response.data.message'],
  },
  response: { ...OK, status: ['status'] },
};

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

export const superagentJs: Sdk = {
  id: 'superagent',
  title: 'superagent',
  service: 'http',
  languages: JS,
  modules: ['superagent'],
  exports: { default: 'Agent', '*': 'Agent' },
  distinctive: [],
  channel: 'throws',
  roles: {
    Agent: {
      calls: {
        ...verbs((method) => ({ method, url: { arg: 0 }, returnsAfter: 'ok' }), 'Pending'),
        agent: { returns: 'Agent' },
      },
    },
    Pending: {
      calls: {
        set: { returns: 'Pending', header: [0, 1] },
        send: { returns: 'Pending' },
        query: { returns: 'Pending' },
        type: { returns: 'Pending' },
        accept: { returns: 'Pending' },
        auth: { returns: 'Pending' },
        ok: { returns: 'Pending' },
        retry: { returns: 'Pending' },
        timeout: { returns: 'Pending' },
      },
    },
  },
  error: {
    types: ['Error'],
    status: ['status', 'response.status', 'response.statusCode', 'statusCode'],
    code: ['response.body.error.code'],
    text: ['message', 'response.text', 'response.body'],
  },
  response: OK,
};

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

export const nodeHttpJs: Sdk = {
  id: 'node-https',
  title: 'node:https',
  service: 'http',
  languages: JS,
  modules: ['https', 'node:https', 'http', 'node:http'],
  exports: { default: 'Https', '*': 'Https', request: 'HttpsRequest' },
  distinctive: [],
  channel: 'returns',
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
