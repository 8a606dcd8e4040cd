/**
 * RestSharp for .NET. `ExecuteAsync` answers with a status; `PostAsync` and its siblings throw for one that is no success.
 * Shapes: https://restsharp.dev/docs/usage/execute
 */
import type { CallRow, Channel, Sdk } from '../sdk.js';

/** A request whose verb is fixed, or stands in it. */
const send = (channel: Channel, method?: string): CallRow => ({
  channel,
  http: {
    ...(method === undefined ? { methodIn: { arg: 0, path: ['Method'] } } : { method }),
    url: { arg: 0, path: ['RequestUri', 'Resource'] },
    baseIn: ['BaseUrl'],
  },
});

export const restsharp: Sdk = {
  id: 'restsharp',
  title: 'RestSharp',
  service: 'http',
  languages: ['csharp'],
  modules: ['RestSharp', 'RestSharp.*'],
  exports: { RestClient: 'Client', IRestClient: 'Client' },
  distinctive: ['RestClient', 'IRestClient'],
  channel: 'returns',
  roles: {
    Client: {
      calls: {
        Execute: send('returns'),
        ExecuteAsync: send('returns'),
        ExecutePost: send('returns', 'POST'),
        ExecutePostAsync: send('returns', 'POST'),
        ExecutePut: send('returns', 'PUT'),
        ExecutePutAsync: send('returns', 'PUT'),
        ExecutePatch: send('returns', 'PATCH'),
        ExecutePatchAsync: send('returns', 'PATCH'),
        ExecuteDelete: send('returns', 'DELETE'),
        ExecuteDeleteAsync: send('returns', 'DELETE'),
        Post: send('throws', 'POST'),
        PostAsync: send('throws', 'POST'),
        PostJson: send('throws', 'POST'),
        PostJsonAsync: send('throws', 'POST'),
        Put: send('throws', 'PUT'),
        PutAsync: send('throws', 'PUT'),
        PutJson: send('throws', 'PUT'),
        PutJsonAsync: send('throws', 'PUT'),
        Patch: send('throws', 'PATCH'),
        PatchAsync: send('throws', 'PATCH'),
        Delete: send('throws', 'DELETE'),
        DeleteAsync: send('throws', 'DELETE'),
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
    types: ['RestResponse', 'IRestResponse'],
    status: ['StatusCode'],
    code: [],
    text: ['Content', 'StatusDescription', 'ErrorMessage'],
    ok: ['IsSuccessful', 'IsSuccessStatusCode'],
    ensure: ['ThrowIfError'],
    ensureRaises: 'own',
  },
};
