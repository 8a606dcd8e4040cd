/** `resty`. A request is built and sent with a verb; an answer with any status is no error. Shapes: go-resty/resty. */
import type { CallRow, Sdk } from '../sdk.js';

const same: CallRow = { returns: 'Request' };
const sent = (method: string): CallRow => ({ http: { method, url: { arg: 0 }, baseIn: ['BaseURL'] } });

export const resty: Sdk = {
  id: 'resty',
  title: 'resty',
  service: 'http',
  languages: ['go'],
  modules: ['github.com/go-resty/resty', 'github.com/go-resty/resty/*', 'resty.dev/*'],
  exports: { Client: 'Client', Request: 'Request' },
  factories: { New: 'Client', NewWithClient: 'Client' },
  distinctive: [],
  channel: 'returns',
  roles: {
    Client: {
      calls: {
        R: { returns: 'Request' },
        NewRequest: { returns: 'Request' },
        SetBaseURL: { returns: 'Client' },
        SetAuthToken: { returns: 'Client' },
        SetHeader: { returns: 'Client', header: [0, 1] },
        SetRetryCount: { returns: 'Client' },
        SetTimeout: { returns: 'Client' },
        AddRetryCondition: { returns: 'Client' },
      },
    },
    Request: {
      calls: {
        SetHeader: { returns: 'Request', header: [0, 1] },
        SetHeaders: same,
        SetBody: same,
        SetResult: same,
        SetError: same,
        SetContext: same,
        SetAuthToken: same,
        SetPathParam: same,
        SetPathParams: same,
        SetQueryParam: same,
        Post: sent('POST'),
        Put: sent('PUT'),
        Patch: sent('PATCH'),
        Delete: sent('DELETE'),
        Execute: { http: { methodIn: { arg: 0 }, url: { arg: 1 } } },
      },
    },
  },
  error: { types: [], status: [], code: [], text: ['Error()'] },
  response: {
    types: [],
    status: ['StatusCode()', 'RawResponse.StatusCode'],
    code: [],
    text: ['String()', 'Body()', 'Status()', 'Error()'],
    ok: ['IsSuccess()', 'IsError()'],
  },
};
