/** HTTP clients of Spring: they throw an exception of their own for an error status, with a type for each common one. */
import type { CallRow, ErrorShape, Sdk } from '../sdk.js';

const LANGUAGES = ['java'];
const positional = (method: string): CallRow => ({ http: { method, url: { arg: 0 }, body: { arg: 1 } } });
/** The chain from the verb to here is the request. */
const sends: CallRow = { http: { url: { arg: 0 }, fluent: 'receiver' } };

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
        delete: positional('DELETE'),
        exchange: { http: { methodIn: { arg: 1 }, url: { arg: 0 }, body: { arg: 2 }, headers: { arg: 2 } } },
      },
    },
    Client: chain(['post', 'put', 'patch', 'delete', 'method'], false),
    Chain: chain(CHAINED(), false),
  },
  error: error([
    'HttpClientErrorException',
    'HttpStatusCodeException',
    'RestClientResponseException',
    'RestClientException',
  ]),
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
    Client: chain(['post', 'put', 'patch', 'delete', 'method'], true),
    Chain: chain(CHAINED(), true),
  },
  error: error(['WebClientResponseException', 'WebClientException']),
  response: {
    types: [],
    status: ['statusCode()', 'statusCode().value()', 'rawStatusCode()'],
    code: [],
    text: [],
    ok: [],
  },
};

/** The calls between verb and sending. */
function CHAINED(): string[] {
  return [
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
  ];
}

function chain(names: string[], later: boolean): { calls: Record<string, CallRow> } {
  const last: CallRow = later ? { ...sends, deferred: true } : sends;
  return {
    calls: {
      ...Object.fromEntries(names.map((n): [string, CallRow] => [n, { returns: 'Chain' }])),
      create: { returns: 'Client' },
      builder: { returns: 'Client' },
      baseUrl: { returns: 'Client' },
      defaultHeader: { returns: 'Client' },
      filter: { returns: 'Client' },
      mutate: { returns: 'Client' },
      build: { returns: 'Client' },
      retrieve: last,
      ...(later
        ? {
            exchange: { ...last, channel: 'returns' as const },
            exchangeToMono: { ...last, channel: 'returns' as const },
            exchangeToFlux: { ...last, channel: 'returns' as const },
          }
        : { exchange: { ...last, channel: 'returns' as const } }),
    },
  };
}
