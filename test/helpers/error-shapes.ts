/** Errors as services, libraries and tools write them, made from one fact each: for the tests of the decoder. */

/** What a service answered, and to which request. */
export interface Fact {
  status: number;
  code: string;
  message: string;
  /** `METHOD /path`, without host and version. */
  request: string;
}

const ID = '3f2504e0-4f89-11d3-9a0c-0305e82c3301';
const names: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  409: 'Conflict',
  412: 'Precondition Failed',
  422: 'Unprocessable Entity',
  423: 'Locked',
  424: 'Failed Dependency',
  449: 'Retry With',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};
const nameOf = (status: number): string => names[status] ?? 'Error';
const method = ({ request }: Fact): string => request.slice(0, request.indexOf(' '));
const path = ({ request }: Fact): string => request.slice(request.indexOf(' ') + 1);
const url = (fact: Fact): string => `https://graph.microsoft.com/v1.0${path(fact)}`;
const inner = { date: '2024-05-08T10:12:13', 'request-id': ID, 'client-request-id': ID };

const body = ({ code, message }: Fact): string => JSON.stringify({ error: { code, message, innerError: inner } });

/** Shapes of Microsoft Graph, by name. */
export const graphShapes: Readonly<Record<string, (fact: Fact) => string>> = {
  body: (f) => JSON.stringify(JSON.parse(body(f)), undefined, 2),
  curl: (f) =>
    `$ curl -i -X ${method(f)} ${url(f)}\nHTTP/2 ${f.status}\ncontent-type: application/json\nrequest-id: ${ID}\nx-ms-ags-diagnostic: {"ServerInfo":{"DataCenter":"West Europe"}}\n\n${body(f)}`,
  js: (f) =>
    `GraphError: ${f.message}\n    at GraphErrorHandler.constructError (/app/node_modules/@microsoft/microsoft-graph-client/lib/src/GraphErrorHandler.js:56:26)\n  statusCode: ${f.status},\n  code: '${f.code}',\n  requestId: '${ID}',\n  body: '${body(f)}'`,
  dotnetV4: (f) =>
    `Status Code: ${nameOf(f.status).replace(/ /g, '')}\nMicrosoft.Graph.ServiceException: Code: ${f.code}\nMessage: ${f.message}\nInner error:\n\tAdditionalData:\n\tdate: 2024-05-08T10:12:13\n\trequest-id: ${ID}\n   at Microsoft.Graph.HttpProvider.SendAsync(HttpRequestMessage request)`,
  python: (f) =>
    `msgraph.generated.models.o_data_errors.o_data_error.ODataError: \n        APIError\n        Code: ${f.status}\n        message: None\n        error: MainError(additional_data={}, code='${f.code}', details=None, inner_error=InnerError(client_request_id='${ID}'), message='${f.message.replace(/'/g, "\\'")}', target=None)`,
  java: (f) =>
    `com.microsoft.graph.models.odataerrors.ODataError: ${f.message}\n\tat com.microsoft.graph.models.odataerrors.ODataError.createFromDiscriminatorValue(ODataError.java:36)\nerror code: ${f.code}, responseStatusCode=${f.status}`,
  go: (f) => `unexpected status ${f.status} with OData error: ${f.code}: ${f.message}`,
  powershell: (f) =>
    `${f.message}\n\nStatus: ${f.status} (${nameOf(f.status).replace(/ /g, '')})\nErrorCode: ${f.code}\nDate: 2024-05-08T10:12:13\n\nHeaders:\nrequest-id                    : ${ID}\n\n    + CategoryInfo          : InvalidOperation: ({ Headers = , body = ...}:<>f__AnonymousType) [Invoke-MgGraphRequest], Exception\n    + FullyQualifiedErrorId : ${f.code},Microsoft.Graph.PowerShell.Authentication.Cmdlets.InvokeMgGraphRequest\nUri: ${method(f)} ${url(f)}`,
  har: (f) =>
    JSON.stringify({
      startedDateTime: '2024-05-08T10:12:13.000Z',
      request: { method: method(f), url: url(f), headers: [] },
      response: {
        status: f.status,
        statusText: nameOf(f.status),
        content: { mimeType: 'application/json', text: body(f) },
      },
    }),
  workflow: (f) =>
    [
      `Run ./deploy.sh`,
      `\u001b[36;1m${method(f)} ${url(f)}\u001b[0m`,
      `\u001b[31mERROR: ${nameOf(f.status)}(${body(f)})\u001b[0m`,
      `##[error]Process completed with exit code 1.`,
    ]
      .map((line, i) => `2024-05-08T10:12:1${i}.1234567Z ${line}`)
      .join('\n'),
  log: (f) =>
    `2024-05-08 10:12:13,456 ERROR [worker-3] sync failed: ${method(f)} ${url(f)} returned ${f.status} ${nameOf(f.status)}: {\\"error\\":{\\"code\\":\\"${f.code}\\",\\"message\\":\\"${f.message}\\"}}`,
};

const parts = (fact: Fact): string[] =>
  path(fact)
    .split(/[/:]/)
    .filter((part) => part !== '')
    .map((part) => (/^(?:a1b2|[0-9a-f-]{8,})$/.test(part) ? 'item' : part.replace('$', '')));
const pascal = (part: string): string => part.charAt(0).toUpperCase() + part.slice(1);
const snake = (part: string): string => part.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

/** Shapes of libraries and tools that name the operation in a way of their own: generated builders, recorded runs. */
export const namingShapes: Readonly<Record<string, (fact: Fact) => string>> = {
  dotnetV5: (f) =>
    `Microsoft.Graph.Models.ODataErrors.ODataError: ${f.message}\n   at Microsoft.Kiota.Http.HttpClientLibrary.HttpClientRequestAdapter.ThrowIfFailedResponse(HttpResponseMessage response, Dictionary\`2 errorMapping)\n   at Microsoft.Graph.${parts(f).map(pascal).join('.')}.${pascal(parts(f).at(-1) ?? '')}RequestBuilder.${pascal(method(f).toLowerCase())}Async(RequestInformation body)\nResponseStatusCode: ${f.status}\nError.Code: ${f.code}`,
  pythonBuilder: (f) =>
    `  File "/app/.venv/lib/python3.12/site-packages/msgraph/generated/${parts(f).map(snake).join('/')}/${snake(parts(f).at(-1) ?? '')}_request_builder.py", line 88, in ${method(f).toLowerCase()}\nmsgraph.generated.models.o_data_errors.o_data_error.ODataError: \n        APIError\n        Code: ${f.status}\n        message: None\n        error: MainError(additional_data={}, code='${f.code}', details=None, inner_error=None, message="${f.message}", target=None)`,
  javaBuilder: (f) =>
    `com.microsoft.graph.models.odataerrors.ODataError: ${f.message}\n\tat com.microsoft.graph.models.odataerrors.ODataError.createFromDiscriminatorValue(ODataError.java:36)\n\tat com.microsoft.graph.${parts(
      f,
    )
      .map((part) => part.toLowerCase())
      .join(
        '.',
      )}.${pascal(parts(f).at(-1) ?? '')}RequestBuilder.${method(f).toLowerCase()}(RequestBuilder.java:180)\nerror code: ${f.code}, responseStatusCode=${f.status}`,
  logicApp: (f) =>
    JSON.stringify({
      name: 'HTTP',
      inputs: { method: method(f), uri: url(f), body: { displayName: 'x' } },
      outputs: {
        statusCode: f.status,
        headers: { 'request-id': ID },
        body: { error: { code: f.code, message: f.message, innerError: inner } },
      },
      status: 'Failed',
    }),
  azRest: (f) =>
    `$ az rest --method ${method(f).toLowerCase()} --url ${url(f)} --body @body.json\nERROR: ${nameOf(f.status)}(${body(f)})`,
  m365: (f) =>
    `$ m365 request --method ${method(f).toLowerCase()} --url ${url(f)}\nError: ${f.message}\n{\n  "message": "Request failed with status code ${f.status}",\n  "error": ${body(f)}\n}`,
};

/** Shapes that tell the answer alone. */
export const tellingShapes: Readonly<Record<string, (fact: Fact) => string>> = {
  terraform: (f) =>
    `╷\n│ Error: Creating resource\n│ \n│   with module.a.azuread_thing.this,\n│   on main.tf line 1\n│ \n│ unexpected status ${f.status} (${f.status} ${nameOf(f.status)}) with error: ${f.code}: ${f.message}\n╵`,
  pnpjs: (f) => `Error making HttpClient request in queryable [${f.status}] ${nameOf(f.status)} ::> ${body(f)}`,
  azureAd: (f) =>
    `New-AzureADThing : Error occurred while executing NewThing \nCode: ${f.code}\nMessage: ${f.message}\nRequestId: ${ID}\nDateTimeStamp: Tue, 04 Oct 2022 03:44:47 GMT\nHttpStatusCode: ${nameOf(f.status).replace(/ /g, '')}\nHttpStatusDescription: ${nameOf(f.status)}`,
};

/** Shapes of Azure Cosmos DB, by name. `request` is written as the call of a library or as a path. */
export const cosmosShapes: Readonly<Record<string, (fact: Fact) => string>> = {
  rest: (f) =>
    `HTTP/1.1 ${f.status} ${nameOf(f.status)}\nx-ms-substatus: 0\nx-ms-activity-id: ${ID}\n\n{"code":"${f.code}","message":"${f.message}\\r\\nActivityId: ${ID}, Microsoft.Azure.Documents.Common/2.14.0"}\n${f.request.replace(/ \//, ' https://shop-prod.documents.azure.com/')}`,
  dotnet: (f) =>
    `Unhandled exception. Microsoft.Azure.Cosmos.CosmosException : Response status code does not indicate success: ${nameOf(f.status).replace(/ /g, '')} (${f.status}); Substatus: 0; ActivityId: ${ID}; Reason: (\n    code : ${f.code}\n    message : {"Errors":["${f.message}"]}\n    ActivityId: ${ID}, Request URI: /apps/${ID}/services/${ID}/partitions/${ID}/replicas/131662740073245648p/, RequestStats: Microsoft.Azure.Cosmos.Tracing.TraceData.ClientSideRequestStatisticsTraceDatum, SDK: Windows/10.0 cosmos-netstandard-sdk/3.31.0);\n   at Microsoft.Azure.Cosmos.${f.request}`,
  js: (f) =>
    `Error: {"code":"${f.code}","message":"${f.message}"}\n    at ${f.request} (/app/node_modules/@azure/cosmos/dist/index.js:1:1) {\n  code: ${f.status},\n  body: { code: '${f.code}', message: '${f.message}' },\n  activityId: '${ID}' }`,
  java: (f) =>
    `com.azure.cosmos.implementation.ConflictOrOther: {"ClassName":"CosmosException","userAgent":"azsdk-java-cosmos/4.50.0","statusCode":${f.status},"resourceAddress":"rntbd://cdb-ms-prod.documents.azure.com:14037/apps/","innerErrorMessage":"[\\"${f.message}\\"]"}\n\tat com.azure.cosmos.${f.request}`,
  python: (f) =>
    `azure.cosmos.exceptions.CosmosHttpResponseError: (${f.code}) ${f.message}\nCode: ${f.code}\nMessage: ${f.message}\nActivityId: ${ID}\n  File "/app/lib/azure/cosmos/container.py", line 590, in ${f.request}\nStatus code: ${f.status}`,
  go: (f) =>
    `POST https://shop-prod.documents.azure.com:443${f.request}\n--------------------------------------------------------------------------------\nRESPONSE ${f.status}: ${f.status} ${nameOf(f.status)}\nERROR CODE: ${f.code}\n--------------------------------------------------------------------------------\n{"code":"${f.code}","message":"${f.message}"}`,
};

const calls = (dotnet: string, js: string, java: string, python: string): Readonly<Record<string, string>> => ({
  dotnet,
  js,
  java,
  python,
});

/** What the libraries of Azure Cosmos DB call an operation of the catalog, by operation and shape. */
export const cosmosCalls: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'POST /dbs/{}/colls/{}/docs': calls(
    'Container.CreateItemAsync',
    'Items.create',
    'CosmosContainer.createItem',
    'create_item',
  ),
  'POST /dbs/{}/colls/{}/docs#upsert': calls(
    'Container.UpsertItemAsync',
    'Items.upsert',
    'CosmosContainer.upsertItem',
    'upsert_item',
  ),
  'PUT /dbs/{}/colls/{}/docs/{}': calls(
    'Container.ReplaceItemAsync',
    'Item.replace',
    'CosmosContainer.replaceItem',
    'replace_item',
  ),
  'PATCH /dbs/{}/colls/{}/docs/{}': calls(
    'Container.PatchItemAsync',
    'Item.patch',
    'CosmosContainer.patchItem',
    'patch_item',
  ),
  'DELETE /dbs/{}/colls/{}/docs/{}': calls(
    'Container.DeleteItemAsync',
    'Item.delete',
    'CosmosContainer.deleteItem',
    'delete_item',
  ),
  'POST /dbs/{}/colls': calls(
    'Database.CreateContainerAsync',
    'Containers.create',
    'CosmosDatabase.createContainer',
    'create_container',
  ),
  'POST /dbs': calls(
    'CosmosClient.CreateDatabaseAsync',
    'Databases.create',
    'CosmosClient.createDatabase',
    'create_database',
  ),
  'POST /dbs/{}/colls/{}/sprocs': calls(
    'Scripts.CreateStoredProcedureAsync',
    'StoredProcedures.create',
    'CosmosScripts.createStoredProcedure',
    'create_stored_procedure',
  ),
  'POST /dbs/{}/colls/{}/triggers': calls(
    'Scripts.CreateTriggerAsync',
    'Triggers.create',
    'CosmosScripts.createTrigger',
    'create_trigger',
  ),
  'POST /dbs/{}/colls/{}/udfs': calls(
    'Scripts.CreateUserDefinedFunctionAsync',
    'UserDefinedFunctions.create',
    'CosmosScripts.createUserDefinedFunction',
    'create_user_defined_function',
  ),
  'POST /dbs/{}/users': calls('Database.CreateUserAsync', 'Users.create', 'CosmosDatabase.createUser', 'create_user'),
  'POST /dbs/{}/users/{}/permissions': calls(
    'User.CreatePermissionAsync',
    'Permissions.create',
    'CosmosUser.createPermission',
    'create_permission',
  ),
  'POST /dbs/{}/clientencryptionkeys': calls(
    'Database.CreateClientEncryptionKeyAsync',
    'ClientEncryptionKeys.createClientEncryptionKey',
    'CosmosEncryptionAsyncDatabase.createClientEncryptionKey',
    'create_client_encryption_key',
  ),
};
