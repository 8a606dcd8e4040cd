/** Microsoft.Graph for PowerShell 1 and 2, v1.0 and beta: generated commands, and the one that sends any request. */
import type { CallRow, Sdk } from '../sdk.js';
import { graphCommands } from './shared/graph-commands.js';
import { COMMAND_TEXT, commandRequest, HTTP_ERROR } from './shared/http-commands.js';

/** A generated command: the body is one parameter or one for each of its members. */
const generated = (op: string): CallRow => ({
  op,
  request: { bodyName: 'BodyParameter', options: 'named', headers: 'Headers' },
  etag: [['IfMatch'], ['Headers', 'If-Match']],
});

/** `Invoke-MgGraphRequest` ends the statement where it fails: its source calls ThrowTerminatingError. */
const request: CallRow = { http: commandRequest('Uri', 'Body'), channel: 'throws', error: HTTP_ERROR };

/**
 * Errors of generated commands have the service's code and text, and no response.
 * Source: microsoftgraph/msgraph-sdk-powershell issues 1129, 1234, 2630.
 */
export const graphPowershell: Sdk = {
  id: 'graph-powershell',
  title: 'Microsoft.Graph',
  service: 'graph',
  languages: ['powershell'],
  modules: ['Microsoft.Graph', 'Microsoft.Graph.*'],
  exports: {},
  distinctive: [],
  commands: {
    ...Object.fromEntries([...graphCommands()].map(([name, op]) => [name, generated(op)])),
    'Invoke-MgGraphRequest': request,
    'Invoke-GraphRequest': request,
    'Invoke-MgRestMethod': request,
  },
  channel: 'stream',
  roles: {},
  error: {
    types: ['RestException', 'HttpResponseException'],
    status: [],
    code: ['FullyQualifiedErrorId', 'Exception.ErrorCode', 'ErrorDetails.Message.error.code'],
    text: COMMAND_TEXT,
  },
};
