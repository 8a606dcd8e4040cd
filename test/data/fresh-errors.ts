/**
 * A second collection of reported errors of all forms, from threads that no other test uses: labelled by hand, run once,
 * and that figure stands in docs/accuracy.md. Shortened to the error itself and without tenant data.
 */
import type { PublicError } from './public-errors.js';

export const freshErrors: readonly PublicError[] = [
  {
    source: 'nittygritty-uk/Atvero-Issues#214',
    rule: 'graph/drive-name-exists',
    text: 'Error: Error making HttpClient request in queryable [400] Bad Request ::> {"odata.error":{"code":"-2130575257, Microsoft.SharePoint.SPException","message":{"lang":"en-US","value":"A file with the name DMS_Library/JH01/agenda.docx already exists. It was last modified by i:0#.f|membership|jim@contoso.com on 01 Feb 2019 06:35:27 -0800."}}}',
  },
  {
    source: 'Azure/Microsoft365R#112',
    rule: 'graph/drive-name-exists',
    text: `Error in process_response(res, match.arg(http_status_handler), simplify) :
  Conflict (HTTP 409). Failed to complete operation. Message:
The specified item name already exists.`,
  },
  {
    source: 'pnp/PnP-PowerShell#1432',
    rule: 'graph/drive-name-exists',
    text: `Add-PnPFile : A file or folder with the name
https://siteURL/testAddPnpFile/testFolder already exists.
At line:1 char:45
+ ... {($result = Add-PnPFile -path "C:\\testDoc2.txt" -folder ("testAdd ...
+                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    + CategoryInfo          : WriteError: (:) [Add-PnPFile], ServerException
    + FullyQualifiedErrorId : EXCEPTION,SharePointPnP.PowerShell.Commands.Files.AddFile`,
  },
  {
    source: 'pnp/pnpcore#1247',
    rule: 'graph/drive-stale-etag',
    text: `HttpResponseCode: 409
Code: Microsoft.SharePoint.SPException
Message: Save Conflict

Your changes conflict with those made concurrently by another user. If you want your changes to be applied, click Back in your Web browser, refresh the page, and resubmit your changes.
ClientRequestId: 999eeee9-999e-9999-999e-eee9ee9e999e

PnP.Core.SharePointRestServiceException: SharePoint Rest service exception
   at PnP.Core.Services.BatchClient.ExecuteSharePointRestInteractiveAsync(Batch batch)`,
  },
  {
    source: 'pnp/pnpjs#2324',
    rule: 'graph/drive-stale-etag',
    text: 'Uploading multiple attachments to sp list item results in [409] "Save conflict"',
  },
  {
    source: 'OneDrive/onedrive-api-docs#1383',
    rule: 'graph/drive-move-name-exists',
    text: `PATCH : https://graph.microsoft.com/v1.0/drives/b!2jIVYv/root:/Folder/test:

{"parentReference":{"path":"/drive/root:/"},"@microsoft.graph.conflictBehavior":"replace"}

{
    "error": {
        "code": "nameAlreadyExists",
        "message": "Name already exists",
        "innerError": { "date": "2020-10-09T15:12:00", "request-id": "4e0d7ced-26c1-45fa-afc0-d6af2816ad94" }
    }
}`,
  },
  {
    source: 'OneDrive/onedrive-api-docs#772',
    rule: 'graph/upload-session-open',
    text: `[Create Upload Session] Error: The remote server returned an error: (409) Conflict.
Response Url: https://graph.microsoft.com/v1.0/me/drive/root:/Test/TestFile.xlsx:/createUploadSession

Status Code: Conflict

Response Body: {
  "error": {
    "code": "nameAlreadyExists",
    "message": "The specified item name already exists.",
    "innerError": { "request-id": "6c94042c-1bbf-443f-a5f5-919966a79089", "date": "2018-01-11T15:51:43" }
  }
}`,
  },
  {
    source: 'microsoftgraph/msgraph-sdk-java#366',
    rule: 'graph/upload-session-open',
    text: 'createUploadSession fails with error: An upload session already exists for this file',
  },
  {
    source: 'microsoftgraph/microsoft-graph-docs-contrib#6558',
    rule: 'graph/upload-session-open',
    text: `{
  "error": {
    "code": "nameAlreadyExists",
    "message": "An upload session already exists for this file",
    "innerError": { "request-id": "52c105cc-c95b-4967-b773-89110934abb0", "date": "2019-09-26T17:32:08" }
  }`,
  },
  {
    source: 'O365/python-o365#541',
    rule: 'graph/upload-session-open',
    text: 'HTTPError: 409 Client Error: Conflict for url, Error Message: An upload session already exists for this file',
  },
  {
    source: 'OneDrive/onedrive-api-docs#1415',
    rule: 'graph/drive-content-changed',
    text: `Uploading file to DocumentLibrary using Graph SDK results in 409
Code: resourceModified
Message: The resource has changed since the caller last read it; usually an eTag mismatch
Inner error:
	AdditionalData:
	date: 2020-12-17T09:28:17
	request-id: 96a4b01f-f2f5-40a4-aafc-7fea08a94bf5
ClientRequestId: 96a4b01f-f2f5-40a4-aafc-7fea08a94bf5`,
  },
  {
    source: 'microsoftgraph/microsoft-graph-docs-contrib#5945',
    rule: 'graph/drive-copy-name-exists',
    text: 'I want to copy and overwrite but cannot do it without getting the error nameAlreadyExists',
  },
  {
    source: 'pnp/PnP-Sites-Core#1816',
    rule: 'graph/drive-item-locked',
    text: `The file "https://contoso.sharepoint.com/sites/hr/SitePages/Home.aspx" is checked out for editing by anna@contoso.com.
ServerErrorTypeName	"Microsoft.SharePoint.SPException"
ServerErrorCode	-2130575306`,
  },
  {
    source: 'pnp/powershell#4468',
    rule: 'graph/list-exists',
    text: `ErrorCode   : -2130575342
Outcome     : 2
OutcomeText : List with name TestList already exists.
Title       : Create or update list "TestList"`,
  },
  {
    source: 'pnp/PnP-PowerShell#240',
    rule: 'graph/list-exists',
    text: 'blew up with a "A list, survey, discussion board, or document library with the specified title already exists in this web site. Please choose another" error',
  },
  {
    source: 'microsoftgraph/msgraph-bicep-types#202',
    rule: 'graph/application-exists',
    text: '{"status":"Failed","error":{"code":"DeploymentFailed","target":"/subscriptions/c8dde15a/resourceGroups/rg/providers/Microsoft.Resources/deployments/deploy","message":"At least one resource deployment operation failed. Please list deployment operations for details.","details":[{"code":"BadRequest","target":"/resources/appRegistration","message":"Another object with the same value for property uniqueName already exists. Graph client request id: 706ed0e9-f28f-4c4c-b11c-0ccb2fd12ca7."}]}}',
  },
  {
    source: 'pnp/sp-starter-kit#278',
    rule: 'graph/application-exists',
    text: 'Apply-PnPTenantTemplate : Another object with the same value for property identifierUris already exists.',
  },
  {
    source: 'pnp/pnpframework#994',
    rule: 'graph/group-exists',
    text: 'New-PnPTeamsTeam: Bad Request (400): Another object with the same value for property mailNickname already exists.',
  },
  {
    source: 'microsoftgraph/microsoft-graph-docs#5122',
    rule: 'graph/group-exists',
    text: `{
  "error": {
    "code": "Request_BadRequest",
    "message": "Another object with the same value for property mailNickname already exists.",
    "innerError": { "request-id": "94d4abf2-60a0-4d9c-8a3e-6d69b1200000", "date": "2019-08-22T10:00:00" }
  }
}`,
  },
  {
    source: 'pnp/PnP-PowerShell#1272',
    rule: 'graph/group-exists',
    text: 'New-PnPUnifiedGroup : The Unified Group with MailNickname of "Test-Engineering" already exists. Do you want to create another one?',
  },
  {
    source: 'microsoftgraph/microsoft-graph-docs#12236',
    rule: 'graph/group-exists',
    text: String.raw`{
  "error": {
    "code": "BadRequest",
    "message": "Failed to execute Templates backend request CreateTeamFromTemplateRequest. Request Url: https://teams.microsoft.com/fabric/apac/templates/api/team, Request Method: POST, Response Status Code: BadRequest, ErrorMessage : {\"errors\":[{\"message\":\"Error when calling Middle Tier. Message: ''. Error code: 'UnableToGenerateValidTeamAlias'. Status code: BadRequest.\",\"errorCode\":\"Unknown\"}]}",
    "innerError": { "date": "2021-04-08T04:09:02", "request-id": "9fee8773-d61d-4f9f-8fbd-b70000000000" }
  }
}`,
  },
  {
    source: 'ansible-collections/azure#1947',
    rule: 'graph/member-already-added',
    text: "One or more added object references already exist for the following modified properties: 'owners'",
  },
  {
    source: 'microsoftgraph/msgraph-beta-sdk-dotnet#798',
    rule: 'graph/invitation-known-address',
    text: 'The invited user already exists in the directory as objectID: 0e0da3f7-a61b-4618-a919-6b424ead5a19. They can use that account to sign in to shared apps and resources.',
  },
  {
    source: 'MicrosoftDocs/entra-docs#802',
    rule: 'graph/invitation-known-address',
    text: "User invitation failed  Non-external user already exists with the given mail address and can't be invited.",
  },
  {
    source: 'OfficeDev/office-scripts-docs#560',
    rule: 'graph/workbook-conflict',
    text: 'Office JS error: Line 7: Workbook addWorksheet: A resource with the same name or identifier already exists. clientRequestId: 0e0da3f7-a61b-4618-a919-6b424ead5a19',
  },
  {
    source: 'benperk/AzureFunctionConsumer#1',
    rule: 'cosmos/item-id-exists',
    text: `Conflict error occurred: Entity with the specified id already exists in the system.,
PartitionKeyRangeId: 0, IsValid: True, StatusCode: 409, SubStatusCode: 0, RequestCharge: 1.24, ItemLSN: -1,
SessionToken: -1#1002415, UsingLocalLSN: False, TransportException: null, ResourceType: Document,
OperationType: Create, Microsoft.Azure.Documents.Common/2.11.0, Windows/10.0.18363 documentdb-netcore-sdk/2.1.3`,
  },
  {
    source: 'Azure/azure-cosmos-db-emulator-docker#106',
    rule: 'cosmos/create-if-not-exists-race',
    text: `Message: {"Errors":["Resource with specified id, name, or unique index already exists."]}
The above error is thrown from containers.createIfNotExists function.`,
  },
  {
    source: 'MassTransit/MassTransit#4862',
    rule: 'cosmos/stale-etag',
    text: 'ApplicationProcessState(682c1e31-e97a-4543-d4e3-08dc0cffea15) Saga exception: Saga Create Faulted Response status code does not indicate success: PreconditionFailed (412); Substatus: 0; ActivityId: 33b0a1f2-0000-4000-8000-000000000000',
  },
  {
    source: 'hashicorp/terraform-provider-azurerm#17233',
    rule: 'cosmos/account-operation-running',
    text: 'Error: documentdb: CreateUpdateSQLRoleAssignment leads to StatusCode 412 PreconditionFailed',
  },
  {
    source: 'Azure-Samples/azure-cosmos-db-graph-python-getting-started#30',
    rule: 'cosmos/gremlin-exists',
    text: `gremlin_python.driver.protocol.GremlinServerError: Microsoft.Azure.Cosmos.CosmosException : Response status code does not indicate success: Conflict (409)`,
  },
];

/** Errors of such threads that the catalog has no conflict for. */
export const freshOthers: readonly { source: string; text: string }[] = [
  {
    source: 'thunderbug1/LibreChatAzureDeployment#10',
    text: '2023-11-13T23:53:48.337897153Z MongoServerError: E11000 duplicate key error collection: test.users. Failed _id or unique index constraint.',
  },
  {
    source: 'microsoft/vscode-cosmosdb#1578',
    text: `Action: cosmosDB.createMongoDocument
Error type: 11000
Error Message: E11000 duplicate key error collection: TaskManager.users index: username_1 dup key: { username: null }`,
  },
  {
    source: 'dotnet/orleans#7375',
    text: `InconsistentStateException: Blob storage condition not Satisfied.  Azure.RequestFailedException: The condition specified using HTTP conditional header(s) is not met.
Status: 412 (The condition specified using HTTP conditional header(s) is not met.)
ErrorCode: ConditionNotMet
x-ms-error-code: ConditionNotMet`,
  },
  {
    source: 'dotnet/orleans#6128',
    text: `InconsistentStateException: Table storage condition not Satisfied.  TableName: JobEntities, StoredETag: Unknown, CurrentETag: W/"datetime'2019-11-17T00%3A34%3A22.375013Z'" Microsoft.Azure.Cosmos.Table.StorageException: Precondition Failed
   at Microsoft.Azure.Cosmos.Table.RestExecutor.TableCommand.Executor.ExecuteAsync[T]`,
  },
  {
    source: 'microsoft/autogen#4490',
    text: 'Orleans.Storage.MemoryGrainStorage: Error from storage provider MemoryGrainStorage.state InconsistentStateException: e-Tag mismatch in Memory Storage. Stored = eeb39c4a Received = 4cb7ca1f',
  },
  {
    source: 'Microsoft365DSC/Microsoft365DSC#4415',
    text: `Test-ConflictingResources : A conflict was detected between resources
'[AADConditionalAccessPolicy]AADConditionalAccessPolicy-test-3 and '[AADConditionalAccessPolicy]AADConditionalAccessPolicy-test-5' in node 'localhost'.
    + FullyQualifiedErrorId : ConflictingDuplicateResource,Test-ConflictingResources`,
  },
  {
    source: 'kubernetes-client/python#623',
    text: String.raw`Reason: Conflict
HTTP response body: {"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"object is being deleted: replicationcontrollers \"jego\" already exists","reason":"AlreadyExists","code":409}`,
  },
  {
    source: 'elastic/apm-server#3688',
    text: 'elasticsearch: WARNING: POST http://elasticsearch:9200/.apm-agent-configuration/_delete_by_query [status:409 request:0.020s] "cause":{"type":"version_conflict_engine_exception","reason":"[eF4G]: version conflict, required seqNo [19]"}',
  },
  {
    source: 'MicrosoftDocs/azure-docs#48061',
    text: "This user can't be invited to this directory. Please try a different email address for the user or create a user account for them in your Azure AD directory.",
  },
  {
    source: 'dapr/dapr#2774',
    text: String.raw`Status(StatusCode="Internal", Detail="failed saving state in state store aggregate_store: Post \"https://x.documents.azure.com:443/dbs/a/colls/b/docs/\": net/http: invalid header field value \"2301d7c9-0000-0200-0000-601f2a1d0000\" for key If-Match")`,
  },
  {
    source: 'Azure/azure-powershell#10483',
    text: `Status Code:
BadRequest
{
  "odata.error": {
    "code": "Request_BadRequest",
    "message": { "lang": "en", "value": "Updates to converged applications are not allowed in this version." }
  }
}`,
  },
  {
    source: 'OneDrive/onedrive-api-docs#766',
    text: 'GET https://api.onedrive.com/v1.0/monitor/4sXQ {"error":{"code":"operationNotFound","message":"The operation does not exist."}}',
  },
  {
    source: 'AzureAD/microsoft-identity-web#3412',
    text: 'System.InvalidOperationException: Operations that change non-concurrent collections must have exclusive access. A concurrent update was performed on this collection and corrupted its state.',
  },
  {
    source: 'Azure/azure-cosmosdb-spark#150',
    text: String.raw`java.lang.Exception: Errors encountered in bulk import API execution. com.microsoft.azure.documentdb.DocumentClientException: {"Errors":["Encountered exception while executing function. Exception = JSRT error 0x30003"]}
ActivityId: e18ebda4-bd7d-11e8-90ec-032dc568ba7f, StatusCode: InternalServerError`,
  },
  {
    source: 'Azure/azure-functions-durable-extension#264',
    text: `Microsoft.WindowsAzure.Storage.StorageException: The remote server returned an error: (409) Conflict. ---> System.Net.WebException
   at Microsoft.WindowsAzure.Storage.Table.Protocol.TableOperationHttpResponseParsers.TableOperationPreProcess`,
  },
  {
    source: 'Azure/Azure-Functions#2408',
    text: `[Error] Executed 'Functions.HttpTrigger-Cosmos' (Failed, Duration=839ms)Response status code does not indicate success: BadRequest (400); Substatus: 0; ActivityId: 06b81c49-f7b1-48fd-bff9-012044ebf84e; Reason: (Message: {"Errors":["One of the specified inputs is invalid"]}`,
  },
  {
    source: 'Azure/login#453',
    text: "Error: AADSTS700213: No matching federated identity record found for presented assertion subject 'repo:contoso/monitor:ref:refs/heads/main'. Please check your federated identity credential Subject, Audience and Issuer against the presented assertion.",
  },
];
