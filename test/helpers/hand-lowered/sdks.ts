/** What the fixtures need of languages and client libraries that the product does not ship yet. */
import type { LanguageTraits } from '../../../src/analysis/languages/language.js';
import type { CallRow, Sdk } from '../../../src/analysis/operations/sdk.js';

export const traits: Record<string, LanguageTraits> = {
  go: { deferred: 'none', typedHandlers: false, builderCase: 'pascal', failure: 'lastResult', errorType: 'error' },
  python: { deferred: 'none', typedHandlers: true, builderCase: 'snake' },
  powershell: {
    deferred: 'none',
    typedHandlers: true,
    builderCase: 'pascal',
    ignoreCase: true,
    bareWords: true,
    stream: {
      argument: ['ErrorAction', 'EA'],
      variable: 'ErrorActionPreference',
      stop: 'Stop',
      defaults: 'PSDefaultParameterValues',
      kept: ['ErrorVariable', 'EV'],
      newest: 'error',
      worked: '?',
    },
  },
};

const azcosmos: Sdk = {
  id: 'azcosmos',
  title: 'azcosmos',
  service: 'cosmos',
  languages: ['go'],
  modules: [
    'github.com/Azure/azure-sdk-for-go/sdk/data/azcosmos',
    'github.com/Azure/azure-sdk-for-go/sdk/data/azcosmos/*',
  ],
  exports: { Client: 'Client', DatabaseClient: 'Database', ContainerClient: 'Container' },
  factories: { NewClient: 'Client', NewClientWithKey: 'Client', NewClientFromConnectionString: 'Client' },
  distinctive: [],
  channel: 'throws',
  roles: {
    Client: {
      calls: {
        NewContainer: { returns: 'Container' },
        NewDatabase: { returns: 'Database' },
        CreateDatabase: { op: 'POST /dbs' },
      },
    },
    Database: { calls: { NewContainer: { returns: 'Container' }, CreateContainer: { op: 'POST /dbs/{}/colls' } } },
    Container: {
      calls: {
        CreateItem: { op: 'POST /dbs/{}/colls/{}/docs', request: { body: 2, options: 3 } },
        ReplaceItem: {
          op: 'PUT /dbs/{}/colls/{}/docs/{}',
          request: { body: 3, options: 4 },
          etag: [['IfMatchEtag']],
          needsEtag: true,
        },
      },
    },
  },
  error: { types: ['ResponseError'], status: ['StatusCode'], code: ['ErrorCode'], text: ['Error()'] },
};

const azureCosmosPython: Sdk = {
  id: 'azure-cosmos-python',
  title: 'azure-cosmos',
  service: 'cosmos',
  languages: ['python'],
  modules: ['azure.cosmos', 'azure.cosmos.*'],
  exports: { CosmosClient: 'Client', DatabaseProxy: 'Database', ContainerProxy: 'Container' },
  distinctive: [],
  channel: 'throws',
  roles: {
    Client: {
      calls: {
        get_database_client: { returns: 'Database' },
        create_database: { op: 'POST /dbs', returns: 'Database' },
      },
    },
    Database: {
      calls: {
        get_container_client: { returns: 'Container' },
        create_container: { op: 'POST /dbs/{}/colls', returns: 'Container' },
      },
    },
    Container: {
      calls: {
        create_item: { op: 'POST /dbs/{}/colls/{}/docs', request: { body: 0, bodyName: 'body', options: 'named' } },
        patch_item: {
          op: 'PATCH /dbs/{}/colls/{}/docs/{}',
          request: { options: 'named' },
          etag: [['etag']],
          needsEtag: true,
        },
      },
    },
  },
  error: {
    types: ['CosmosHttpResponseError', 'HttpResponseError', 'AzureError'],
    statusTypes: {
      CosmosResourceExistsError: 409,
      ResourceExistsError: 409,
      CosmosAccessConditionFailedError: 412,
      CosmosResourceNotFoundError: 404,
      ResourceNotFoundError: 404,
    },
    status: ['status_code'],
    code: [],
    text: ['message', 'http_error_message'],
  },
};

const send = (method: string): CallRow => ({
  http: {
    method,
    url: { arg: 'named', path: ['url'] },
    body: { arg: 'named', path: ['json'] },
    headers: { arg: 'named', path: ['headers'] },
  },
});

const requests: Sdk = {
  id: 'requests',
  title: 'requests',
  service: 'http',
  languages: ['python'],
  modules: ['requests'],
  exports: { '*': 'Requests', default: 'Requests', Session: 'Requests' },
  distinctive: [],
  channel: 'returns',
  roles: {
    Requests: {
      calls: {
        post: send('POST'),
        put: send('PUT'),
        patch: send('PATCH'),
        request: {
          http: {
            methodIn: { arg: 'named', path: ['method'] },
            url: { arg: 'named', path: ['url'] },
            body: { arg: 'named', path: ['json'] },
          },
        },
      },
    },
  },
  error: { types: ['HTTPError', 'RequestException'], status: ['response.status_code'], code: [], text: [] },
  response: {
    types: [],
    status: ['status_code'],
    code: [],
    text: ['text', 'reason'],
    ok: ['ok'],
    ensure: ['raise_for_status'],
  },
};

/** A generated cmdlet: the name is the operation. */
const cmdlet = (op: string): CallRow => ({ op, request: { bodyName: 'BodyParameter', options: 'named' } });

const graphPowershell: Sdk = {
  id: 'graph-powershell',
  title: 'Microsoft.Graph PowerShell',
  service: 'graph',
  languages: ['powershell'],
  modules: ['Microsoft.Graph.*'],
  exports: {},
  distinctive: [],
  globals: {
    'New-MgGroupMemberByRef': 'NewMember',
    'New-MgGroupOwnerByRef': 'NewOwner',
    'New-MgApplicationOwnerByRef': 'NewApplicationOwner',
  },
  channel: 'stream',
  roles: {
    NewMember: { self: cmdlet('POST /groups/{}/members/$ref') },
    NewOwner: { self: cmdlet('POST /groups/{}/owners/$ref') },
    NewApplicationOwner: { self: cmdlet('POST /applications/{}/owners/$ref') },
  },
  error: {
    types: [],
    status: [],
    code: ['FullyQualifiedErrorId'],
    text: ['Exception.Message', 'ErrorDetails.Message'],
  },
};

const restPowershell: Sdk = {
  id: 'rest-powershell',
  title: 'Invoke-RestMethod',
  service: 'http',
  languages: ['powershell'],
  modules: [],
  exports: {},
  distinctive: [],
  globals: { 'Invoke-RestMethod': 'Rest', 'Invoke-MgGraphRequest': 'Rest' },
  channel: 'throws',
  roles: {
    Rest: {
      self: {
        http: {
          methodIn: { arg: 'named', path: ['Method'] },
          url: { arg: 'named', path: ['Uri'] },
          body: { arg: 'named', path: ['Body'] },
          headers: { arg: 'named', path: ['Headers'] },
          returnsWhen: { arg: 'named', path: ['SkipHttpErrorCheck'], value: true },
        },
      },
    },
  },
  error: {
    types: ['HttpResponseException', 'WebException'],
    status: ['Exception.Response.StatusCode', 'Exception.StatusCode'],
    code: [],
    text: ['Exception.Message', 'ErrorDetails.Message'],
  },
};

export const sdks: Sdk[] = [azcosmos, azureCosmosPython, requests, graphPowershell, restPowershell];
