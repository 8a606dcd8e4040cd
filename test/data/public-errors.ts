/**
 * Errors as people posted them in public threads, shortened to the error itself and without tenant data. They were
 * collected after the rules of the decoder were written, to measure them.
 */
export interface PublicError {
  source: string;
  rule: string;
  text: string;
}

export const publicErrors: readonly PublicError[] = [
  {
    source: 'microsoftgraph/microsoft-graph-docs#1508',
    rule: 'graph/user-exists',
    text: '{ "error": { "code": "Request_BadRequest", "message": "Another object with the same value for property userPrincipalName already exists.", "innerError": { "request-id": "x", "date": "2018-05-08T04:49:55" }, "details": [ { "target": "userPrincipalName", "code": "ObjectConflict" } ] } }',
  },
  {
    source: 'microsoftgraph/microsoft-graph-docs-contrib#8421',
    rule: 'graph/user-exists',
    text: '{ "error": { "code": "Request_BadRequest", "message": "Another object with the same value for property proxyAddresses already exists.", "details": [ { "code": "ObjectConflict", "target": "proxyAddresses" }, { "code": "ConflictingObjects" } ] } }',
  },
  {
    source: 'microsoftgraph/msgraph-sdk-powershell#3625',
    rule: 'graph/domain-issuer-taken',
    text: 'Update-MgBetaDomainFederationConfiguration returns 409 Request_MultipleObjectsWithSameKeyValue when setting an IssuerUri',
  },
  {
    source: 'OneDrive/onedrive-api-docs#129',
    rule: 'graph/drive-name-exists',
    text: 'PUT https://test-my.sharepoint.com/_api/v2.0/me/drive/items/root/children/hello.txt/content\nhttpStatusCode: 409 reason: Conflict\n"code: NameAlreadyExists | message: A resource with the same name already exists"',
  },
  {
    source: 'Azure/Microsoft365R#143',
    rule: 'graph/drive-name-exists',
    text: 'Error in process_response(res, match.arg(http_status_handler), simplify) : \n  Conflict (HTTP 409). Failed to complete operation. Message:\n"An item with the same name already exists under the parent." personal OneDrive',
  },
  {
    source: 'Azure/Microsoft365R#124',
    rule: 'graph/upload-session-open',
    text: 'Error in process_response(res, match.arg(http_status_handler), simplify) : \n  Conflict (HTTP 409). Failed to complete operation. Message:\nA file with the same name is currently being uploaded. Change the filename and try to save again.',
  },
  {
    source: 'OneDrive/onedrive-api-docs#1098',
    rule: 'graph/drive-name-exists',
    text: '{code=nameAlreadyExists, message=The specified item name already exists.}',
  },
  {
    source: 'microsoftgraph/microsoft-graph-docs-contrib#412',
    rule: 'graph/upload-session-open',
    text: '409 Conflict ("error":{"code":"nameAlreadyExists","message":"A file with the same name is currently being uploaded. Change the filename and try to save again.") /createUploadSession',
  },
  {
    source: 'MicrosoftDocs/azure-docs#82179',
    rule: 'graph/group-settings-exist',
    text: 'New-AzureADDirectorySetting : Error occurred while executing NewDirectorySetting\nCode: Request_BadRequest\nMessage: Another object with the same value for property templateId already exists.\nHttpStatusCode: BadRequest\nHttpStatusDescription: Bad Request\n    + CategoryInfo          : NotSpecified: (:) [New-AzureADDirectorySetting], ApiException',
  },
  {
    source: 'Azure/go-autorest#308',
    rule: 'graph/application-exists',
    text: 'graphrbac.ApplicationsClient#Create: Failure responding to request: StatusCode=400 -- Original Error: autorest/azure: Service returned an error. Status=400 Code="Unknown" Details=[{"odata.error":{"code":"Request_BadRequest","message":{"lang":"en","value":"Another object with the same value for property identifierUris already exists."},"values":[{"item":"PropertyErrorCode","value":"ObjectConflict"}]}}]',
  },
  {
    source: 'Azure/pcs-cli#146',
    rule: 'graph/application-exists',
    text: '{ "statusCode": 400, "request": { "rawResponse": false, "queryString": {}, "url": "https://graph.windows.net/72f988bf-0000-0000-0000-2d7cd011db47/applications?api-version=1.6", "method": "POST" }, "body": "Request_BadRequest: Another object with the same value for property identifierUris already exists." }',
  },
  {
    source: 'Azure/OpenShift#34',
    rule: 'graph/application-exists',
    text: 'Another object with the same value for property identifierUris already exists.',
  },
  {
    source: 'nais/azurerator#448',
    rule: 'graph/directory-concurrency',
    text: '{"level":"error","msg":"failed to process AzureAdApplication: adding password credentials for application: 409 Conflict: {\\"error\\":{\\"code\\":\\"Directory_ConcurrencyViolation\\",\\"message\\":\\"Error due to concurrent requests being made to the tenant. Please wait briefly and retry.\\"}}"}',
  },
  {
    source: 'Azure/azure-cli#23081',
    rule: 'graph/directory-concurrency',
    text: 'urllib3.connectionpool: https://graph.microsoft.com:443 "POST /v1.0/applications/{id}/addPassword HTTP/1.1" 503 None\ncli.azure.cli.core.util: Response status: 503\nDirectory_ConcurrencyViolation',
  },
  {
    source: 'Azure/azure-dev#1482',
    rule: 'graph/federated-credential-exists',
    text: 'ERROR: failed configuring authentication: failed creating federated credential: POST https://graph.microsoft.com/v1.0/applications/bdec736f-0000-0000-0000-2a87a8631f0a/federatedIdentityCredentials\n----\nRESPONSE 409: 409 Conflict\nERROR CODE: Request_MultipleObjectsWithSameKeyValue\n----\n{ "error": { "code": "Request_MultipleObjectsWithSameKeyValue", "message": "FederatedIdentityCredential with name main already exists." } }',
  },
  {
    source: 'Azure/azure-workload-identity#434',
    rule: 'graph/federated-credential-exists',
    text: '~ az rest --method POST --uri "https://graph.microsoft.com/beta/applications/${APPLICATION_OBJECT_ID}/federatedIdentityCredentials" --body @body.json\n\nBad Request({"error":{"code":"InvalidFederatedIdentityCredentialValue","message":"The combination of issuer and subject must be unique for the application."}})',
  },
  {
    source: 'Microsoft365DSC/Microsoft365DSC#5532',
    rule: 'graph/role-assignment-exists',
    text: "##[error][RoleAssignmentExists] : The Role assignment already exists.\n    + CategoryInfo          : InvalidOperation: ({ Headers = , b...heduleRequest }:) [], CimException\n    + FullyQualifiedErrorId : RoleAssignmentExists,Microsoft.Graph.Beta.PowerShell.Cmdlets.NewMgBetaRoleManagementDire \n   ctoryRoleAssignmentScheduleRequest_CreateExpanded",
  },
  {
    source: 'microsoftgraph/msgraph-bicep-types#161',
    rule: 'graph/app-role-assignment-exists',
    text: '{ "status": "Failed", "error": { "code": "DeploymentFailed", "details": [ { "code": "Conflict", "message": "ResourceDeploymentFailure: EntitlementGrant entry already exists. Microsoft.Graph/appRoleAssignedTo@beta" } ] } }',
  },
  {
    source: 'pnp/PnP-Sites-Core#394',
    rule: 'graph/list-exists',
    text: 'Apply-SPOProvisioningTemplate : A list, survey, discussion board, or document library with the specified title already\nexists in this Web site.  Please choose another title.\n  - CategoryInfo          : WriteError: (:) [Apply-SPOProvisioningTemplate], ServerException',
  },
  {
    source: 'pnp/PnP-Sites-Core#151',
    rule: 'graph/list-exists',
    text: 'Microsoft.SharePoint.Client.ServerException was unhandled\n  Message=Er bestaat al een lijst met de opgegeven titel in deze website.\n  ServerErrorCode=-2130575342\n  ServerErrorTypeName=Microsoft.SharePoint.SPException',
  },
  {
    source: 'Azure/azure-cosmos-dotnet-v2#464',
    rule: 'cosmos/item-id-exists',
    text: '2018-03-27 15:09:058 ERROR c.h.m.s.CosmosDBFavoriteService - Could not add Favorites  Message: {"Errors":["Resource with specified id or name already exists."]}\nActivityId: 8400883e, Request URI: /apps/8d13/services/bf44/partitions/c910/replicas/1p, RequestStats: , SDK: Microsoft.Azure.Documents.Common/1.21.0.0, StatusCode: Conflict',
  },
  {
    source: 'Azure/azure-sdk-for-java#25918',
    rule: 'cosmos/container-exists',
    text: '{"ClassName":"CosmosException","userAgent":"azsdk-java-cosmos/4.17.0 Linux","statusCode":409,"resourceAddress":"https://10.10.1.150:8081/dbs/test/colls","error":"{\\"code\\":\\"Conflict\\",\\"message\\":\\"Message: {\\\\\\"Errors\\\\\\":[\\\\\\"Resource with specified id, name, or unique index already exists.\\\\\\"]}"}',
  },
  {
    source: 'PacoVK/tapir#410',
    rule: 'cosmos/item-id-exists',
    text: 'ConflictException: Resource with specified id or name already exists.\n2024-05-30T13:15:56.514889052Z \tSuppressed: java.lang.Exception: #block terminated with an error\n2024-05-30T13:15:56.514902477Z \t\tat reactor.core.publisher.Mono.block(Mono.java:1742)\n2024-05-30T13:15:56.514915802Z \t\tat com.azure.cosmos.CosmosContainer.createItem(CosmosContainer.java:207)',
  },
  {
    source: 'aspnet/AspNetSessionState#29',
    rule: 'cosmos/stored-procedure-conflict',
    text: 'Message: {"Errors":["Encountered exception while executing function. Exception = Error: {\\"Errors\\":[\\"Resource with specified id or name already exists.\\"]}\\r\\nStack trace: Error"]}  ActivityId: f8e14a4b, Request URI: /apps/ae55, RequestStats: , SDK: documentdb-dotnet-sdk/2.2.2',
  },
  {
    source: 'MicrosoftLearning/DP-200#87',
    rule: 'cosmos/item-id-exists',
    text: 'Error: One or more errors occurred. (Entity with the specified id already exists in the system., \nRequestStartTime: 2020-04-17T18:19:34.5615751Z, Number of regions attempted:1\nStoreResult: StorePhysicalAddress: rntbd://x.documents.azure.com:14469/apps/c/, LSN: 3, StatusCode: 409, SubStatusCode: 0, ResourceType: Document, OperationType: Create\n, Microsoft.Azure.Documents.Common/2.10.0',
  },
  {
    source: 'Azure/azure-cosmosdb-js-server#31',
    rule: 'cosmos/stored-procedure-conflict',
    text: '{ "code": "BadRequest", "message": "Message: {\\"Errors\\":[\\"Encountered exception while executing function. Exception = Error: {\\\\\\"Errors\\\\\\":[\\\\\\"One of the specified pre-condition is not met\\\\\\"]}\\r\\nActivityId: da2b9e29, SDK: documentdb-dotnet-sdk/2.0.0" }',
  },
  {
    source: 'microsoft/vscode-cosmosdb#1484',
    rule: 'cosmos/stale-etag',
    text: 'Error type: PreconditionFailed\nError Message: Operation cannot be performed because one of the specified precondition is not met., \nRequestStartTime: 2020-05-21T02:50:54.5712129Z, StoreResult: StorePhysicalAddress: rntbd://x.documents.azure.com:14037/apps/e/, StatusCode: 412, SubStatusCode: 0, ResourceType: Document, OperationType: Replace\n, Microsoft.Azure.Documents.Common/2.11.0',
  },
  {
    source: 'CommunityToolkit/Datasync#188',
    rule: 'cosmos/ef-core-save-changes',
    text: "Microsoft.EntityFrameworkCore.DbUpdateException : Conflicts were detected for item with id 'id-000'.\n---- Microsoft.Azure.Cosmos.CosmosException : Response status code does not indicate success: Conflict (409); Substatus: 0; Reason: (\nErrors : [\n  \"Resource with specified id or name already exists.\"\n]\n);\n\n  Stack Trace: \nCosmosDatabaseWrapper.SaveChanges(IList`1 entries)",
  },
  {
    source: 'vercel/cosmosdb-server#34',
    rule: 'cosmos/item-id-exists',
    text: '{HTTPFailure}Status code: 409\n{"code":"Conflict","message":"Resource with specified id or name already exists."}',
  },
];
