/** HTTP clients of Spring: they throw an exception of their own for an error status, with a type for each common one. */
import type { CallRow, ErrorShape, RoleRow, Sdk } from '../sdk.js';

const LANGUAGES = ['java'];
const positional = (method: string): CallRow => ({ http: { method, url: { arg: 0 }, body: { arg: 1 } } });
/** The chain from the verb to here is the request. */
const sends: CallRow = { http: { url: { arg: 0 }, fluent: 'receiver' } };
const later: CallRow = { ...sends, deferred: true };
/** An error status is no error here: the answer is handed out with it. */
const answers: CallRow = { ...later, channel: 'returns' };
const passing = (names: string[], role: string): Record<string, CallRow> =>
  Object.fromEntries(names.map((n) => [n, { returns: role }]));

const error = (types: string[]): ErrorShape => ({
  types: [...types, 'RuntimeException', 'Exception', 'Throwable'],
  statusTypes: { Conflict: 409 },
  status: ['getStatusCode()', 'getRawStatusCode()', 'getStatusCode().value()', 'status'],
  code: [],
  text: ['getMessage()', 'getResponseBodyAsString()', 'getStatusText()', 'toString()'],
});

export const restTemplateJava: Sdk = {
  id: 'rest-template-java',
  title: 'Spring RestTemplate and RestClient',
  service: 'http',
  languages: LANGUAGES,
  modules: ['org.springframework.web.client', 'org.springframework.boot.web.client'],
  exports: { RestTemplate: 'Template', RestOperations: 'Template', RestClient: 'Client' },
  distinctive: ['RestTemplate'],
  channel: 'throws',
  roles: {
    Template: {
      calls: {
        postForObject: positional('POST'),
        postForEntity: positional('POST'),
        postForLocation: positional('POST'),
        patchForObject: positional('PATCH'),
        put: positional('PUT'),
        delete: { http: { method: 'DELETE', url: { arg: 0 } } },
        exchange: { http: { methodIn: { arg: 1 }, url: { arg: 0 }, body: { arg: 2 }, headers: { arg: 2 } } },
      },
    },
    Client: client(),
    Chain: {
      calls: {
        ...chained(),
        retrieve: sends,
        exchange: { ...sends, channel: 'returns', answers: { arg: 0, param: 1 } },
      },
    },
  },
  error: error([
    'HttpClientErrorException',
    'HttpStatusCodeException',
    'RestClientResponseException',
    'RestClientException',
  ]),
  response: {
    types: [],
    status: ['getStatusCode()', 'getStatusCode().value()', 'getRawStatusCode()'],
    code: [],
    text: ['getStatusText()'],
    ok: ['getStatusCode().is2xxSuccessful()', 'getStatusCode().isError()', 'getStatusCode().is4xxClientError()'],
  },
};

export const webClientJava: Sdk = {
  id: 'web-client-java',
  title: 'Spring WebClient',
  service: 'http',
  languages: LANGUAGES,
  modules: ['org.springframework.web.reactive.function.client'],
  exports: { WebClient: 'Client' },
  distinctive: ['WebClient'],
  channel: 'throws',
  roles: {
    Client: client(),
    Chain: {
      calls: {
        ...chained(),
        retrieve: later,
        exchange: { ...answers },
        exchangeToMono: { ...answers, answers: { arg: 0, param: 0 } },
        exchangeToFlux: { ...answers, answers: { arg: 0, param: 0 } },
      },
    },
  },
  error: error(['WebClientResponseException', 'WebClientException']),
  response: {
    types: [],
    status: ['statusCode()', 'statusCode().value()', 'rawStatusCode()'],
    code: [],
    text: [],
    ok: ['statusCode().is2xxSuccessful()', 'statusCode().isError()', 'statusCode().is4xxClientError()'],
  },
};

/** What makes a client, and the verbs by which a request begins. */
function client(): RoleRow {
  return {
    calls: {
      ...passing(['create', 'builder', 'baseUrl', 'defaultHeader', 'filter', 'mutate', 'build'], 'Client'),
      ...passing(['post', 'put', 'patch', 'delete', 'method'], 'Chain'),
    },
  };
}

/** The calls between verb and sending. */
function chained(): Record<string, CallRow> {
  return passing(
    [
      'uri',
      'header',
      'headers',
      'accept',
      'contentType',
      'body',
      'bodyValue',
      'attribute',
      'attributes',
      'cookie',
      'syncBody',
    ],
    'Chain',
  );
}
