/** `Invoke-RestMethod` and `Invoke-WebRequest`: they end the statement for a status of failure, unless told otherwise. */
import type { CallRow, Sdk } from '../sdk.js';
import { commandRequest, HTTP_ERROR } from './shared/http-commands.js';

/** `-StatusCodeVariable` names the variable that is given the status. */
const send: CallRow = {
  http: commandRequest('Uri', 'Body'),
  into: { StatusCodeVariable: ['StatusCode'] },
};

export const httpPowershell: Sdk = {
  id: 'http-powershell',
  title: 'Invoke-RestMethod',
  service: 'http',
  languages: ['powershell'],
  modules: [],
  exports: {},
  distinctive: [],
  commands: { 'Invoke-RestMethod': send, 'Invoke-WebRequest': send },
  channel: 'throws',
  roles: {},
  error: HTTP_ERROR,
  response: {
    types: [],
    status: ['StatusCode'],
    code: ['error.code', 'Content.error.code'],
    text: ['StatusDescription', 'Content', 'error.message', 'error', 'Content.error.message'],
    ok: [],
  },
};
