/** Requests in files of their own: what is sent is written out, the answer is looked at by scripts at most. */
import type { CallRow, Sdk } from '../sdk.js';
import { NO_ERROR } from './shared/http-rows.js';

const send: CallRow = {
  http: {
    methodIn: { arg: 'named', path: ['Method'] },
    url: { arg: 'named', path: ['Uri'] },
    body: { arg: 'named', path: ['Body'] },
    headers: { arg: 'named', path: ['Headers'] },
  },
};

export const httpFiles: Sdk = {
  id: 'http-files',
  title: 'Request files',
  service: 'http',
  languages: ['http'],
  modules: [],
  exports: {},
  distinctive: [],
  commands: { send },
  channel: 'returns',
  roles: {},
  error: NO_ERROR,
  response: {
    types: [],
    status: ['status', 'statusCode'],
    code: ['body.error.code', 'parsedBody.error.code'],
    text: ['body', 'body.error.message'],
    ok: [],
  },
};
