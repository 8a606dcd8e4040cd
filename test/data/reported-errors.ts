/**
 * Errors as people reported them in public threads that no other test uses, shortened to the error itself and without
 * tenant data. Each was labelled by hand before the decoder saw it; docs/accuracy.md has what came of it.
 */
import type { PublicError } from './public-errors.js';

export const reportedErrors: readonly PublicError[] = [
  {
    source: 'microsoftgraph/msgraph-beta-sdk-dotnet#174',
    rule: 'graph/subscription-duplicate',
    text: `Status Code: Conflict
Microsoft.Graph.ServiceException: Code: ExtensionError
Message: Operation: Create; Exception:[Status Code: Conflict; Reason: A subscripton already exists. It must be deleted before a another can be made.]`,
  },
  {
    source: 'microsoftgraph/microsoft-graph-docs#17998',
    rule: 'graph/what-409-means',
    text: `create registration returns 409
Code: Conflict
Message: Conflict
Inner error:
	AdditionalData:
	date: 2022-08-10T04:15:42
	request-id: 3d40a14f-7f1b-4fc9-a66a-cab818e49a7a
	client-request-id: dab5ac57-4125-4b3e-baed-b838910c6e94
ClientRequestId: dab5ac57-4125-4b3e-baed-b838910c6e94`,
  },
  {
    source: 'microsoftgraph/msgraph-sdk-java#374',
    rule: 'graph/drive-name-exists',
    text: `com.microsoft.graph.http.GraphServiceException: Error code: nameAlreadyExists
Error message: The specified item name already exists.
SdkVersion : graph-java/v1.7.1
Authorization : Bearer [...]
{"folder":{},"name":"folder"}

409 : Conflict`,
  },
  {
    source: 'Azure/Microsoft365R#202',
    rule: 'graph/upload-session-open',
    text: `odb$upload_file("file.xlsx", dest = "destination/file.xlsx")
Error in process_response(res, match.arg(http_status_handler), simplify) :
  Conflict (HTTP 409). Failed to complete operation. Message:
A file with the same name is currently being uploaded. Change the filename and try to save again.`,
  },
  {
    source: 'abraunegg/onedrive#2390',
    rule: 'graph/upload-session-open',
    text: `ERROR: Microsoft OneDrive API returned an error with the following message:
  Error Message:    HTTP request returned status code 409 (Conflict)
  Error Reason:     Cannot create an upload session on a folder
  Error Timestamp:  2023-04-26T11:16:23
  API Request ID:   d16ce8c6-a67f-42ba-826c-fbb0271197e0
Uploading new file ./reports/FILE-20230426.csv ...
skipped.`,
  },
  {
    source: 'abraunegg/onedrive#1393',
    rule: 'graph/drive-content-changed',
    text: `Uploading modified file v1/bin/local_mail.txt ...
skipped.
ERROR: Microsoft OneDrive API returned an error with the following message:
  Error Message:    HTTP request returned status code 412 (Precondition Failed)
  Error Reason:     ETag does not match current item's value
  Error Timestamp:  2021-04-07T10:49:04
  Calling Function: uploadFileDifferences()`,
  },
  {
    source: 'abraunegg/onedrive#24',
    rule: 'graph/drive-content-changed',
    text: `The file content has changed
Uploading file video/2018/06/15/meta/full.jpg ...HTTP request returned status code 412 (Precondition Failed)
{
    "error": {
        "code": "resourceModified",
        "innerError": { "date": "2018-06-17T13:01:07", "request-id": "0b56ed2d-b1f4-4e0e-a1c0-000000000000" },
        "message": "ETag does not match current item's value"
    }
}`,
  },
  {
    source: 'OneDrive/onedrive-api-docs#767',
    rule: 'graph/drive-stale-etag',
    text: `PATCH /v1.0/drive/items/B0E7!466303 HTTP/1.1
Content-Type: application/json; charset=UTF-8
Authorization: Bearer xxxxxxxxx
Host: api.onedrive.com
User-Agent: Mozilla/3.0 (compatible; Indy Library)

{"name":"Notice.doc","fileSystemInfo":{"lastModifiedDateTime":"2011-02-22T12:34:08.560Z"}}

HTTP/1.1 409 Conflict
Content-Length: 90
Content-Type: application/json
X-QosStats: {"ApiId":0,"ResultType":2,"SourcePropertyId":0,"TargetPropertyId":42}
X-MSNSERVER: BN2BAPF0E7098F2

{"error":{"code":"resourceModified","message":"ETag does not match current item's value"}}`,
  },
  {
    source: 'microsoftgraph/microsoft-graph-explorer-v4#3435',
    rule: 'graph/drive-item-locked',
    text: `{
  "error": {
    "code": "notAllowed",
    "innerError": { "code": "resourceLocked" },
    "message": "The resource you are attempting to access is locked"
  }
}`,
  },
  {
    source: 'vgrem/office365-rest-python-client#697',
    rule: 'graph/drive-item-locked',
    text: `File "office365/runtime/client_request.py", line 62, in execute_query
    raise ClientRequestException(*e.args, response=e.response)
office365.runtime.client_request_exception.ClientRequestException: ('-2147018894, Microsoft.SharePoint.SPFileLockException', 'The file https://tenant.sharepoint.com/sites/India/Shared Documents/Test.xlsx is locked for shared use by xxx [membership].', "423 Client Error: Locked for url: https://tenant.sharepoint.com/sites/India/_api/Web/getFolderByServerRelativeUrl('%2Fsites%2FIndia')/Files/add(overwrite=true,url='Test.xlsx')")`,
  },
  {
    source: 'microsoftgraph/msgraph-sdk-java#365',
    rule: 'graph/drive-item-locked',
    text: `PATCH https://graph.microsoft.com/v1.0/drives/b!qnfox2pppU/items/014UHAXWYO5LX2RTA6
SdkVersion : graph-java/v1.6.0
Authorization : Bearer
{"name":"V-blah (1).docx"}

423 : Locked
Cache-Control : private
x-ms-ags-diagnostic : {"ServerInfo":{"DataCenter":"West US","Slice":"SliceC","Ring":"5"}}
Content-Type : application/json
{
  "error": {
    "code": "resourceLocked",
    "message": "The resource you are attempting to access is locked"
  }
}`,
  },
  {
    source: 'pnp/pnpjs#2381',
    rule: 'graph/drive-item-locked',
    text: String.raw`Error making HttpClient request in queryable [423]  ::> {"odata.error":{"code":"-2147023436, Microsoft.SharePoint.SPFileLockException","message":{"lang":"en-US","value":"The operation on file \"https://contoso.sharepoint.com/teams/0100/Docs/Plan.docx\" cannot be completed because the specified lock arguments are not valid."}}}`,
  },
  {
    source: 'SharePoint/sp-dev-docs#1905',
    rule: 'graph/drive-stale-etag',
    text: String.raw`https://contoso.sharepoint.com/sites/p365/_api/web/sitegroups(23)/users
{"odata.error":{"code":"-2130246326, Microsoft.SharePoint.SPException","message":{"lang":"en-US","value":"Save Conflict\n\nYour changes conflict with those made concurrently by another user. If you want your changes to be applied, click Back in your Web browser, refresh the page, and resubmit your changes."}}}`,
  },
  {
    source: 'pnp/PnP-Sites-Core#171',
    rule: 'graph/drive-stale-etag',
    text: `Add-SPOPublishingPageLayout : Save Conflict
Your changes conflict with those made concurrently by another user. If you want your changes to be applied, click Back in your Web browser, refresh
the page, and resubmit your changes.
At C:\\Project\\Office365Module.psm1:409 char:9
+         Add-SPOPublishingPageLayout -SourceFilePath "$path\\Data\\Page  ...
    + CategoryInfo          : WriteError: (:) [Add-SPOPublishingPageLayout], ServerException
    + FullyQualifiedErrorId : EXCEPTION,OfficeDevPnP.PowerShell.Commands.PageLayout.AddPublishingPageLayout`,
  },
  {
    source: 'pnp/PnP-PowerShell#875',
    rule: 'graph/drive-stale-etag',
    text: 'Add-PnPListItem : Version conflict.',
  },
  {
    source: 'pnp/pnpframework#1072',
    rule: 'graph/list-exists',
    text: `ErrorCode   : -2130575342
Outcome     : 2
OutcomeText : List with name Contacts already exists.
Target      :
TargetId    :
Title       : Create or update list "Contacts"`,
  },
  {
    source: 'pnp/PnP#1921',
    rule: 'graph/list-exists',
    text: 'Apply-PnPProvisioningTemplate : A list, survey, discussion board, or document library with the specified title already exists in this Web site.  Please choose another title.',
  },
  {
    source: 'OfficeDev/microsoft-teams-apps-requestateam#316',
    rule: 'graph/list-exists',
    text: `Invoke-PnPSiteTemplate : Er bestaat al een lijst, enquête, discussiebord of documentbibliotheek met de opgegeven titel in deze
website. Kies een andere titel.
At C:\\Deployment\\Scripts\\deploy.ps1:352 char:9
    + CategoryInfo          : WriteError: (:) [Invoke-PnPSiteTemplate], ServerException
    + FullyQualifiedErrorId : EXCEPTION,PnP.PowerShell.Commands.Provisioning.Site.InvokeSiteTemplate`,
  },
  {
    source: 'Azure/reliable-web-app-pattern-java#185',
    rule: 'graph/service-principal-exists',
    text: `│ Error: Could not create service principal
│
│   with module.ad[0].azuread_service_principal.application_service_principal,
│   on modules/active-directory/main.tf line 68, in resource "azuread_service_principal" "application_service_principal":
│   68: resource "azuread_service_principal" "application_service_principal" {
│
│ ServicePrincipalsClient.BaseClient.Post(): unexpected status 409 with OData error: Request_MultipleObjectsWithSameKeyValue: The service principal cannot be created, updated, or restored because the service principal name
│ 8e85ac55-d0bd-4e2f-96e9-0723b0ab703a is already in use.`,
  },
  {
    source: 'SharePoint/sp-dev-docs#3891',
    rule: 'graph/application-exists',
    text: 'API management (admin) - [Version]:16.0.0.8901 - Another object with the same value for property identifierUris already exists.',
  },
  {
    source: 'microsoftgraph/msgraph-sdk-powershell#1640',
    rule: 'graph/user-exists',
    text: `DEBUG: [CmdletBeginProcessing]: - Update-MgUser begin processing with parameterSet 'UpdateExpanded'.
HTTP Method:
PATCH

Absolute Uri:
https://graph.microsoft.com/v1.0/users/anna@contoso.com

Update-MgUser : Another object with the same value for property proxyAddresses already exists.`,
  },
  {
    source: 'vilega/O365Troubleshooters#215',
    rule: 'graph/user-exists',
    text: 'The value specified for property EmailAddresses is incorrect. Reason: ObjectConflict',
  },
  {
    source: 'microsoftgraph/microsoft-graph-docs-contrib#6346',
    rule: 'graph/member-already-added',
    text: `When I add a User to a School I get the following error:
{
  "error": {
    "code": "Request_BadRequest",
    "message": "A conflicting object with one or more of the specified property values is present in the directory.",
    "innerError": { "request-id": "d9878c9f-4788-4ef5-83d7-919297288acd", "date": "2019-11-07T18:26:42" }
  }
}`,
  },
  {
    source: 'ansible-collections/azure#1931',
    rule: 'graph/member-already-added',
    text: `TASK [azure.azcollection.azure_rm_adgroup] ***
fatal: [localhost]: FAILED! => {"changed": false, "msg": "One or more added object references already exist for the following modified properties: 'members'."}`,
  },
  {
    source: 'MicrosoftDocs/office-docs-powershell#3905',
    rule: 'graph/member-already-added',
    text: `Add-TeamUser : Error occurred while executing Add-TeamUser
Code: Request_BadRequest
Message: One or more added object references already exist for the following modified properties: 'members'.
InnerError:
  RequestId: 5016dd1c-32e9-43b5-89c9-77df65200976
HttpStatusCode: Request_BadRequest
    + CategoryInfo          : NotSpecified: (:) [Add-TeamUser], ApiException
    + FullyQualifiedErrorId : Microsoft.TeamsCmdlets.PowerShell.Custom.ErrorHandling.ApiException,Microsoft.TeamsCmdlets.PowerShell
   .Custom.AddTeamUser`,
  },
  {
    source: 'MicrosoftDocs/office-docs-powershell#2091',
    rule: 'graph/channel-exists',
    text: `New-TeamChannel : Error occurred while executing
Code: NameAlreadyExists
Message: Channel name already existed, please use other name`,
  },
  {
    source: 'microsoftgraph/microsoft-graph-docs-contrib#6387',
    rule: 'graph/channel-exists',
    text: `Create channel a_test_channel failed. {
  "error": {
    "code": "NameAlreadyExists",
    "message": "Channel name already existed, please use other name",
    "innerError": { "request-id": "eed9d310-b4c1-4818-95af-14fa37f09940", "date": "2019-11-01T20:27:42" }
  }
}`,
  },
  {
    source: 'microsoftgraph/microsoft-graph-docs#6649',
    rule: 'graph/channel-exists',
    text: `DELETE https://graph.microsoft.com/v1.0/teams/<groupid>/channels/<ABCchannelid>
POST https://graph.microsoft.com/v1.0/teams/<groupid>/channels
{ "displayName": "ABC", "description": "desc" }

{
  "error": {
    "code": "BadRequest",
    "message": "Channel name already existed, please use other name",
    "innerError": { "request-id": "guid", "date": "2019-12-19T09:01:40" }
  }
}`,
  },
  {
    source: 'MicrosoftDocs/msteams-docs#13158',
    rule: 'graph/channel-exists',
    text: "The name can't be the same as any channels previously created in this team. Try again later.",
  },
  {
    source: 'pnp/PnP-PowerShell#2329',
    rule: 'graph/teams-app-published',
    text: `Sync-PnPAppToTeams : {"odata.error":{"code":"-1, System.Net.WebException","message":{"lang":"en-US","value":"The
remote server returned an error: (409) Conflict."}}}
At line:1 char:1
+ Sync-PnPAppToTeams -Identity 113bb87f-ba34-448c-a01c-59adac14460d
    + CategoryInfo          : WriteError: (:) [Sync-PnPAppToTeams], Exception
    + FullyQualifiedErrorId : EXCEPTION,SharePointPnP.PowerShell.Commands.Apps.SyncAppToTeams`,
  },
  {
    source: 'OfficeDev/microsoft-365-agents-toolkit#9864',
    rule: 'graph/teams-app-published',
    text: 'DeveloperPortalAPIFailed: API call to Developer Portal failed: Error, Conflict, API name: publish-app, X-Correlation-ID: 5a9a22c4-2d9e-4eea-a092-a6a5f7735b04. data: {"error":{"code":"Conflict","message":"Conflict","innerError":{"message":"","code":"AppDefinitionAlreadyExists","innerError":{},"date":"2023-09-06T20:10:58","request-id":"25adae51-82f9-4cc7-a891-4e9b041215b8"}}}',
  },
  {
    source: 'OfficeDev/microsoft-365-agents-toolkit#12421',
    rule: 'graph/teams-app-published',
    text: `TeamsAppPublishConflict: Unable to publish Teams app because Teams app with this ID already exists in staged apps. Update the app ID and try again. ea300679-1511-47ea-ad05-687a4e7ada63
	at AppStudioResultFactory.SystemError (extension.js:2:610777)
	at Object.publishTeamsApp (extension.js:2:546899)
	at async PublishAppPackageDriver.publish (extension.js:2:608574)`,
  },
  {
    source: 'cristianoag/microsoft-teams-apps-company-communicator#47',
    rule: 'graph/teams-app-published',
    text: "We can't upload the app because there's already an app in the catalog with the same app ID. To upload a new app, change the app ID and try again. To update an existing app, go to the app details page",
  },
  {
    source: 'OneNoteDev/OneNoteAPISamplePHP#8',
    rule: 'graph/onenote-name-exists',
    text: '{"error":{"code":"20117","message":"An item with the name you specified already exists in the location that you specified.","@api.url":"http://aka.ms/onenote-errors#C20117"}}',
  },
  {
    source: 'microsoftgraph/microsoft-graph-docs-contrib#7153',
    rule: 'graph/planner-stale-etag',
    text: `PATCH: https://graph.microsoft.com/v1.0/planner/tasks/nXXXpYAM-DX/details
Content-Type: application/json
If-Match: W/"JzEtVGFzayAgQEBAQEBAQEBAQEBAQEBARCc="

{
    "error": {
        "code": "",
        "message": "The If-Match header contains an invalid value.",
        "innerError": { "request-id": "7b50a25b-7c5a-443b-9a41-1b6314be4014", "date": "2019-05-16T23:59:03" }
    }
}`,
  },
  {
    source: 'microsoftgraph/microsoft-graph-docs-contrib#8161',
    rule: 'graph/planner-stale-etag',
    text: `error when I try to update task details. My If-Match etag matches task etag.

client-request-id: 00dbaf4c-a772-4902-9c7e-e8674f78842e
content-type: application/json
Status Code: 412
{
    "error": {
        "code": "UnknownError",
        "message": "",
        "innerError": { "request-id": "00dbaf4c-a772-4902-9c7e-e8674f78842e", "date": "2017-04-05T21:37:29" }
    }
}`,
  },
  {
    source: 'ecederstrand/exchangelib#623',
    rule: 'graph/outlook-stale-change-key',
    text: 'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item., Item could not be saved because conflicts were detected when saving. ItemId:[longidnumber]SaveStatus: IrresolvableConflict',
  },
  {
    source: 'microsoftgraph/msgraph-sdk-ruby#38',
    rule: 'graph/outlook-stale-change-key',
    text: 'OData::ServerError: 503 ConcurrentItemSave',
  },
  {
    source: 'dotnet/efcore#26625',
    rule: 'cosmos/ef-core-save-changes',
    text: `Unhandled exception. Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException: Conflicts were detected for item with id 'DummyContainer|c4d95053-442d-4c0f-8819-bc7ce65341c9'.
 ---> Microsoft.Azure.Cosmos.CosmosException : Response status code does not indicate success: PreconditionFailed (412); Substatus: 0; ActivityId: 611d8043-ea99-4530-bfc1-30d42b6f2994; Reason: ({
  "Errors": [
    "One of the specified pre-condition is not met"
  ]
});
   at Microsoft.Azure.Cosmos.ResponseMessage.EnsureSuccessStatusCode()
   at Microsoft.EntityFrameworkCore.Cosmos.Storage.Internal.CosmosClientWrapper.ReplaceItemOnceAsync(DbContext _, ValueTuple\`4 parameters, CancellationToken cancellationToken)`,
  },
  {
    source: 'Azure/azure-cosmosdb-spark#273',
    rule: 'cosmos/retry-with',
    text: `18/12/07 22:52:17 WARN GoneAndRetryWithRetryPolicy: Received retryWith exception, will retry
com.microsoft.azure.documentdb.DocumentClientException: {"Errors":["Conflicting request to resource has been attempted. Retry to avoid conflicts."]}
ActivityId: bed47346-fa72-11e8-8094-c5ddb4160d79, Request URI: /apps/a6ee72ae/services/59845562/partitions/deae23ff/replicas/131884108785704779p//, StatusCode: RetryWith, SubStatusCode:
	at com.microsoft.azure.documentdb.internal.ErrorUtils.maybeThrowException(ErrorUtils.java:74)`,
  },
  {
    source: 'microsoft/vscode-cosmosdb#144',
    rule: 'cosmos/stale-etag',
    text: `ActivityId: 4261b04b-918f-4dab-9a5c-49c5f8e3284d, Request URI: /apps/40790e35/services/46dca2d1/partitions/c9a2a5d2/replicas/131540403065647044p
Message: {"Errors":["One of the specified pre-condition is not met"]}`,
  },
  {
    source: 'Azure/azure-cosmos-db-emulator-docker#45',
    rule: 'cosmos/stale-etag',
    text: '2024-07-08T13:51:38.6490604Z --- Cosmos Diagnostics ---{"Summary":{"GatewayCalls":{"(412, 0)":1}},"name":"UpsertItemAsync","start datetime":"2024-07-08T13:51:38.590Z","duration in milliseconds":18.2441,"data":{"Client Configuration":{"ConnectionMode":"Gateway","User Agent":"cosmos-netstandard-sdk/3.38.0|1|X64|Ubuntu 22.04.4 LTS|.NET 8.0.6|N|F 00000010|"}}}',
  },
  {
    source: 'Azure/azure-cosmos-dotnet-v3#3183',
    rule: 'cosmos/stale-etag',
    text: `  "One of the specified pre-condition is not met. Learn more: https://aka.ms/CosmosDB/sql/errors/precondition-failed"
  Stack Trace:
     at Microsoft.Azure.Cosmos.SDK.EmulatorTests.CosmosItemTests.ItemRequestOptionAccessConditionTest() in CosmosItemTests.cs:line 1814`,
  },
  {
    source: 'Azure/azure-cosmos-dotnet-v3#3379',
    rule: 'cosmos/change-feed-lease',
    text: `Microsoft.Azure.Cosmos.ChangeFeed.Exceptions.LeaseLostException:
   at Microsoft.Azure.Cosmos.ChangeFeed.LeaseManagement.DocumentServiceLeaseManagerCosmos+<>c__DisplayClass8_0.<AcquireAsync>b__0 (Microsoft.Azure.Cosmos.Client, Version=3.29.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35)`,
  },
  {
    source: 'Azure/azure-cosmos-dotnet-v3#3669',
    rule: 'cosmos/change-feed-lease',
    text: `Message: Response status code does not indicate success: PreconditionFailed (412); Substatus: 0; ActivityId: ; Reason: (Lease was lost due to load balancing and will be processed by another instance); The lease was lost.
Exception type: Microsoft.Azure.Cosmos.ChangeFeed.Exceptions.LeaseLostException`,
  },
  {
    source: 'Azure/azure-cosmos-dotnet-v3#3779',
    rule: 'cosmos/change-feed-lease',
    text: 'Response status code does not indicate success: PreconditionFailed (412); Substatus: 0; ActivityId: ; Reason: (796 lease token was taken over by owner worker-6c082e98-54b1-4fe9-9486-fc51ce2be403',
  },
  {
    source: 'Azure/azure-documentdb-changefeedprocessor-dotnet#132',
    rule: 'cosmos/change-feed-lease',
    text: `[15:08:07 INF] Partition 0 lease update conflict. Reading the current version of lease.
[15:08:07 INF] Partition 0 update failed because the lease with token '"00000000-0000-0000-b8de-fd1b992201d4"' was updated by host 'UserDataProcessor' with token '"00000000-0000-0000-b8df-6a2fc72501d4"'. Will retry, 5 retry(s) left.`,
  },
  {
    source: 'Azure/azure-cosmos-dotnet-v2#539',
    rule: 'cosmos/bulk-conflict',
    text: String.raw`exception from the BulkImportAsync() method:
Partition range id 0 | Failed to import mini-batch. Exception was Message: {"Errors":["Encountered exception while executing function. Exception = Error: {\"Errors\":[\"Resource with specified id or name already exists.\"]}\r\nStack trace: Error: {\"Errors\":[\"Resource with specified id or name already exists.\"]}\n   at callback (bulkImport.js:1:1749)"]}`,
  },
  {
    source: 'aspnet/AspNetSessionState#54',
    rule: 'cosmos/stored-procedure-conflict',
    text: String.raw`Microsoft.Azure.Documents.BadRequestException: Message: {"Errors":["Encountered exception while executing function. Exception = Error: {\"Errors\":[\"Resource with specified id or name already exists.\"]}\r\nStack trace: Error: {\"Errors\":[\"Resource with specified id or name already exists.\"]}\n   at Anonymous function (script.js:25:33)"]}
ActivityId: c2829176-9f82-4a0e-9a16-a9e0edf8945a, StatusCode: 400, SubStatusCode: 409, RequestCharge: 2.63, ItemLSN: -1, ResourceType: StoredProcedure, OperationType: ExecuteJavaScript`,
  },
  {
    source: 'MicrosoftDocs/azure-docs#48188',
    rule: 'cosmos/partition-key-hash',
    text: 'Gremlin.Net.Driver.Exceptions.ResponseException: Resource with id already exists with a conflicting hashed partition key, Please retry with a different partition key',
  },
];
