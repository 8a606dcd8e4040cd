/** `System.Net.Http.HttpClient`. It answers with a status; only `EnsureSuccessStatusCode` throws. */
import type { CallRow, Sdk } from '../sdk.js';

const call = (method: string): CallRow => ({ http: { method, url: { arg: 0 }, body: { arg: 1 } } });

export const httpDotnet: Sdk = {
  id: 'http-dotnet',
  title: 'System.Net.Http',
  service: 'http',
  languages: ['csharp'],
  modules: ['System.Net.Http', 'System.Net.Http.*'],
  exports: { HttpClient: 'Client', IHttpClientFactory: 'Factory', HttpMessageInvoker: 'Client' },
  distinctive: ['HttpClient', 'IHttpClientFactory'],
  channel: 'returns',
  writes: ['StringContent', 'Create', 'Serialize', 'SerializeObject', 'FromObject'],
  roles: {
    Factory: { calls: { CreateClient: { returns: 'Client' } } },
    Client: {
      calls: {
        PostAsync: call('POST'),
        PutAsync: call('PUT'),
        PatchAsync: call('PATCH'),
        DeleteAsync: call('DELETE'),
        PostAsJsonAsync: call('POST'),
        PutAsJsonAsync: call('PUT'),
        PatchAsJsonAsync: call('PATCH'),
        SendAsync: {
          http: {
            methodIn: { arg: 0, path: ['Method'] },
            url: { arg: 0, path: ['RequestUri'] },
            body: { arg: 0, path: ['Content'] },
            headers: { arg: 0, path: ['Headers'] },
          },
        },
        Send: {
          http: {
            methodIn: { arg: 0, path: ['Method'] },
            url: { arg: 0, path: ['RequestUri'] },
            body: { arg: 0, path: ['Content'] },
            headers: { arg: 0, path: ['Headers'] },
          },
        },
      },
    },
  },
  error: {
    types: ['HttpRequestException', 'Exception', 'SystemException'],
    status: ['StatusCode'],
    code: [],
    text: ['Message'],
  },
  response: {
    types: [],
    status: ['StatusCode'],
    code: [],
    text: ['ReasonPhrase', 'Content.ReadAsStringAsync()'],
    ok: ['IsSuccessStatusCode'],
    ensure: ['EnsureSuccessStatusCode'],
    ensureGives: 'answer',
    ensureRaises: 'own',
  },
};
