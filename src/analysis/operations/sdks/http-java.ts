/** HTTP clients of Java: the platform's own, OkHttp and Apache HttpClient. They answer with a status and do not throw. */
import type { CallRow, Sdk } from '../sdk.js';
import { NO_ERROR } from './shared/http-rows.js';

const LANGUAGES = ['java'];
/** The request is built before and handed over. */
const sends: CallRow = { http: { url: { arg: 0 }, fluent: 'argument' } };
const passing = (names: string[], role: string): Record<string, CallRow> =>
  Object.fromEntries(names.map((n) => [n, { returns: role }]));

export const httpClientJava: Sdk = {
  id: 'http-client-java',
  title: 'java.net.http',
  service: 'http',
  languages: LANGUAGES,
  modules: ['java.net.http'],
  exports: { HttpClient: 'Client' },
  builds: ['HttpRequest'],
  distinctive: [],
  channel: 'returns',
  roles: {
    Client: {
      calls: {
        newHttpClient: { returns: 'Client' },
        newBuilder: { returns: 'Builder' },
        send: sends,
        sendAsync: { ...sends, deferred: true },
      },
    },
    Builder: {
      calls: {
        build: { returns: 'Client' },
        ...passing(
          [
            'connectTimeout',
            'followRedirects',
            'version',
            'executor',
            'authenticator',
            'proxy',
            'sslContext',
            'priority',
          ],
          'Builder',
        ),
      },
    },
  },
  error: NO_ERROR,
  response: { types: [], status: ['statusCode()'], code: [], text: ['body()'], ok: [] },
};

export const okHttpJava: Sdk = {
  id: 'okhttp-java',
  title: 'OkHttp',
  service: 'http',
  languages: LANGUAGES,
  modules: ['okhttp3', 'com.squareup.okhttp', 'com.squareup.okhttp3'],
  exports: { OkHttpClient: 'Client' },
  builds: ['Builder', 'Request'],
  distinctive: ['OkHttpClient'],
  channel: 'returns',
  roles: {
    Client: { calls: { newCall: { returns: 'Call' } } },
    Call: { calls: { execute: { http: { url: { arg: 0 }, fluent: 'newCall' } } } },
  },
  error: NO_ERROR,
  response: {
    types: [],
    status: ['code()'],
    code: [],
    text: ['message()', 'body().string()'],
    ok: ['isSuccessful()'],
  },
};

export const apacheHttpJava: Sdk = {
  id: 'apache-http-java',
  title: 'Apache HttpClient',
  service: 'http',
  languages: LANGUAGES,
  modules: ['org.apache.http.*', 'org.apache.hc.client5.http.*'],
  exports: {
    HttpClient: 'Client',
    CloseableHttpClient: 'Client',
    DefaultHttpClient: 'Client',
    HttpClients: 'Factory',
    HttpClientBuilder: 'Factory',
  },
  distinctive: [],
  channel: 'returns',
  roles: {
    Factory: {
      calls: {
        createDefault: { returns: 'Client' },
        createSystem: { returns: 'Client' },
        build: { returns: 'Client' },
        create: { returns: 'Factory' },
        custom: { returns: 'Factory' },
        ...passing(['setDefaultRequestConfig', 'useSystemProperties', 'setConnectionManager'], 'Factory'),
      },
    },
    Client: { calls: { execute: sends } },
  },
  error: NO_ERROR,
  response: {
    types: [],
    status: ['getStatusLine().getStatusCode()', 'getCode()'],
    code: [],
    text: ['getStatusLine().getReasonPhrase()', 'getReasonPhrase()'],
    ok: [],
  },
};

/** The connection of the platform: what asks for its status sends the request. */
export const urlConnectionJava: Sdk = {
  id: 'url-connection-java',
  title: 'java.net.HttpURLConnection',
  service: 'http',
  languages: LANGUAGES,
  modules: ['java.net', 'javax.net.ssl'],
  exports: { HttpURLConnection: 'Connection', HttpsURLConnection: 'Connection' },
  distinctive: [],
  channel: 'returns',
  roles: { Connection: { calls: { getResponseCode: { http: { url: { arg: 0 }, fluent: 'receiver' } } } } },
  error: NO_ERROR,
  // The status is the answer itself.
  response: { types: [], status: [''], code: [], text: [], ok: [] },
};
