/** What commands that send requests have in common. */
import type { ErrorShape, HttpShape } from '../../sdk.js';

/** Where an error record keeps text of the service. */
export const COMMAND_TEXT = [
  'Exception.Message',
  'ErrorDetails.Message',
  'ErrorDetails',
  'Exception',
  'ErrorDetails.Message.error.message',
  'ErrorDetails.Message.message',
  'Exception.InnerException.Message',
  'Exception.Response.Content',
  'Exception.Response.StatusDescription',
  'Exception.Response.ReasonPhrase',
];

/** An error for a status, in both editions of the language. Source: about Invoke-RestMethod, HttpResponseException. */
export const HTTP_ERROR: ErrorShape = {
  types: ['HttpResponseException', 'WebException', 'HttpRequestException', 'InvalidOperationException'],
  status: ['Exception.Response.StatusCode', 'Exception.StatusCode', 'Exception.Response.StatusCode.Value'],
  code: ['ErrorDetails.Message.error.code', 'ErrorDetails.Message.code', 'FullyQualifiedErrorId'],
  text: COMMAND_TEXT,
};

/** A request whose parts are parameters. */
export function commandRequest(url: string, body: string): HttpShape {
  return {
    methodIn: { arg: 'named', path: ['Method'] },
    url: { arg: 'named', path: [url] },
    body: { arg: 'named', path: [body] },
    headers: { arg: 'named', path: ['Headers'] },
    returnsWhen: { arg: 'named', path: ['SkipHttpErrorCheck'], value: true },
  };
}
