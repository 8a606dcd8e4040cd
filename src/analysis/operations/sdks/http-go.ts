/** `net/http` and clients that stand in for it. An answer with any status is no error. */
import type { CallRow, Sdk } from '../sdk.js';

const sent: CallRow = {
  http: {
    methodIn: { arg: 0, path: ['Method'] },
    url: { arg: 0, path: ['RequestUri'] },
    body: { arg: 0, path: ['Content'] },
    headers: { arg: 0, path: ['Header'] },
  },
};
const verbs: Record<string, CallRow> = {
  Do: sent,
  Post: { http: { method: 'POST', url: { arg: 0 }, body: { arg: 2 } } },
  PostForm: { http: { method: 'POST', url: { arg: 0 } } },
};

export const httpGo: Sdk = {
  id: 'http-go',
  title: 'net/http',
  service: 'http',
  languages: ['go'],
  modules: ['net/http', 'github.com/hashicorp/go-retryablehttp'],
  exports: { '*': 'Package', default: 'Package', Client: 'Client', DefaultClient: 'Client' },
  factories: { NewClient: 'Client' },
  distinctive: [],
  channel: 'returns',
  roles: {
    Package: {
      members: { DefaultClient: 'Client' },
      calls: { Post: verbs['Post'] ?? {}, PostForm: verbs['PostForm'] ?? {} },
    },
    Client: { calls: { ...verbs, StandardClient: { returns: 'Client' } } },
  },
  error: { types: [], status: [], code: [], text: ['Error()'] },
  response: { types: [], status: ['StatusCode', 'Status'], code: [], text: ['Body', 'Status'], ok: [] },
};
