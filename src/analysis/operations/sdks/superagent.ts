/** `superagent`: throws an error with `status`; `.ok()` can turn that off. */

import type { Sdk } from '../sdk.js';
import { JS, OK, verbs } from './shared/http-rows.js';

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
        send: { returns: 'Pending', givesBody: 0 },
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
