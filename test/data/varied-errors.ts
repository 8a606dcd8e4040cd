/**
 * Errors of issue threads, of documentation and of public code, labelled by reading and run once before anything was changed
 * for them; that figure stands in docs/accuracy.md. Shortened to the error itself and without tenant data. A source that is
 * no address says what kind of public file the text stood in.
 */
import type { PublicError } from './public-errors.js';

/** With the other scenarios where the text alone does not tell them apart. */
export interface VariedError extends PublicError {
  or?: readonly string[];
}

export const variedErrors: readonly VariedError[] = [
  { source: 'MicrosoftLearning/AI-102-AIEngineer#204', rule: 'graph/application-exists', text: 'az ad sp create-for-rbac -n "api://ai-app" --role owner\nAnother object with the same value for property identifierUris already exists.' },
  { source: 'pulumi/pulumi-azure-native#1266', rule: 'cosmos/account-operation-running', text: `Diagnostics:
  pulumi:pulumi:Stack :
    error: update failed

  azure-native:documentdb:DatabaseAccount:
    error: Code="PreconditionFailed" Message="There is already an operation in progress which requires exclusive lock on this service xxx. Please retry the operation after sometime.\\r\\nActivityId: xxxx, Microsoft.Azure.Documents.Common/2.14.0"` },
  { source: 'pnp/PnP-PowerShell#585', rule: 'graph/drive-name-exists', text: `Add-PnPFile : Er bestaat al een bestand of map met de naam https://contoso.sharepoint.com/teams/T2016/bieb1/_PSI_Gestapeld/Projectsite/
AlleenWerkpakketsite.
At Upload2Make.ps1:42 char:5
+     Add-PnPFile -Path $fileLocalSourcePath -Folder $fileSPOTargetPath -Publish;
    + CategoryInfo          : WriteError: (:) [Add-PnPFile], ServerException
    + FullyQualifiedErrorId : EXCEPTION,SharePointPnP.PowerShell.Commands.Files.AddFile` },
  { source: 'pnp/PnP-PowerShell#1270', rule: 'graph/list-exists', text: `Install-PnPSolution : A list, survey, discussion board, or document library with the specified title already exists in
this Web site.  Please choose another title.
At line:1 char:1
+ Install-PnPSolution -PackageId $guid05 -SourceFilePath C:\\packages\\x ...
    + CategoryInfo          : WriteError: (:) [Install-PnPSolution], ServerException
    + FullyQualifiedErrorId : EXCEPTION,SharePointPnP.PowerShell.Commands.Site.InstallSolution` },
  { source: 'hashicorp/terraform-provider-azuread#1864', rule: 'graph/assignment-policy-race', text: 'azuread_access_package_assignment_policy runs into 409 (409 Conflict) with error: DuplicateKey: There is already a duplicated entity' },
  { source: 'hashicorp/terraform-provider-azuread#1239', rule: 'graph/assignment-policy-race', text: 'Hi, whenever multiple azuread_access_package_assignment_policy are being created (for_each), it fails with "DuplicateKey: There is already a duplicated entity." (there is no existing policy), but whenever running with -parallelism=1 it works every time.' },
  { source: 'OfficeDev/microsoft-365-agents-toolkit#7907', rule: 'graph/teams-app-published', text: `Failed to create Teams app in Developer Portal, due to A Teams app with that id already exists in your organization's app store. Please manually update the app id and try again.

stack:
TeamsAppCreateFailed: Failed to create Teams app in Developer Portal, due to A Teams app with that id already exists in your organization's app store. Please manually update the app id and try again.
    at Function.SystemError (<REDACTED: user-file-path>:2:7511786)
    at Object.updateTeamsApp (<REDACTED: user-file-path>:2:7451145)` },
  { source: 'OfficeDev/microsoft-365-agents-toolkit#12089', rule: 'graph/teams-app-published', text: `[Error] - Failed to Execute lifecycle provision due to failed action: teamsApp/create. TeamsAppCreateConflict:Unable to create Teams app, which may be because your app ID is conflicting with another app's ID in your tenant. Click 'Get Help' to resolve this issue.. Env output: {}` },
  { source: 'rclone/rclone#3702', rule: 'graph/upload-session-open', text: '2019/11/03 00:08:08 ERROR : Business/Direct/DirectClients.xlsx: Failed to copy: nameAlreadyExists: An upload session already exists for this file (is it a OneNote file?)' },
  { source: 'rclone/rclone#8558', rule: 'graph/upload-session-open', text: `OneDrive different size errors leading to file deletion
2025/05/15 07:51:31 DEBUG : a/b.doc: Starting multipart upload
2025/05/15 07:51:31 ERROR : a/b.doc: Failed to copy: nameAlreadyExists: A file with the same name is currently being uploaded. Change the filename and try to save again.` },
  { source: 'OneDrive/onedrive-api-docs#1707', rule: 'graph/drive-content-changed', or: ['graph/upload-session-open'], text: 'When we upload two of our files (eg. 11GB and 30GB) using session, the following error occurs. http code (409), error message (The resource has changed since the caller last read it; usually an eTag mismatch), error code (resourceModified)' },
  { source: 'OneDrive/onedrive-api-docs#1143', rule: 'graph/drive-content-changed', or: ['graph/drive-stale-etag'], text: `I upload and replace a file for 400 times but get this error: 409
PUT /me/drive/items/root:/abc/hi.txt:/content
{
  "error": {
    "code": "resourceModified",
    "message": "ETag does not match current item's value"
  }
}` },
  { source: 'skilion/onedrive#473', rule: 'graph/drive-content-changed', or: ['graph/drive-stale-etag'], text: `Uploading modified file Documents/Blood Sugar Checks.xlsx ... done.
ERROR: OneDrive response missing required 'id' element
ERROR: {"error":{"code":"notAllowed","innerError":{"date":"2019-07-08T18:03:40","request-id":"2ac7080f-407e-4bd9-be8b-f4b9e0b2c1a7"},"message":"ETag does not match current item's value"}}` },
  { source: 'virtualzone/onedrive-uploader#41', rule: 'graph/drive-item-locked', text: `Unable to upload file to SharePoint if it's opened on another window
Could not upload file: received unexpected status code 423` },
  { source: 'microsoftgraph/microsoft-graph-docs#16728', rule: 'graph/subscription-duplicate', text: 'Create multiple subscriptions on /communications/presences will throw conflict error\nconflict; Reason: A subscripton already exists. It must be deleted before a another can be made' },
  { source: 'microsoftgraph/microsoft-graph-docs-contrib#8573', rule: 'graph/subscription-duplicate', text: 'HTTP error code `409 Conflict`, and a return message "Subscription Id <> already exists for the requested combination".' },
  { source: 'microsoftgraph/microsoft-graph-docs#8637', rule: 'graph/member-already-added', text: `This one returns 400 bad request, with message:
"One or more added object references already exist for the following modified properties: 'members'."` },
  { source: 'ansible-collections/azure#1519', rule: 'graph/member-already-added', text: `msgraph.generated.models.o_data_errors.o_data_error.ODataError: 
        APIError
        Code: 400
        message: None
        error: MainError(additional_data={}, code='Request_BadRequest', details=None, inner_error=InnerError(additional_data={}, client_request_id='1'), message="One or more added object references already exist for the following modified properties: 'members'.", target=None)` },
  { source: 'Azure/azure-cosmosdb-java#328', rule: 'cosmos/stale-etag', text: 'Cosmos Db save call is failing intermittently with "PreConditionFail". Even though there is no other call is invoked for that particular document at that particular time.' },
  { source: 'Azure/azure-cosmos-dotnet-v3#1859', rule: 'cosmos/batch-conflict', text: 'var transactionalBatch = container.CreateTransactionalBatch(new PartitionKey("pk")).CreateItemStream(streamPayload).CreateItemStream(streamPayloadx); CosmosDB: The batch execution fails with a `Concurrency conflict.` message: StatusCode: Conflict' },
  { source: 'mguessan/davmail#463', rule: 'graph/outlook-stale-change-key', text: `davmail.exchange.graph.GraphRequestBuilder  - PATCH https://graph.microsoft.com/beta/me/messages/AAkALgAAAAAAHYQDEapmEc2byACqAC
davmail.exchange.JsonResponseHandler  - 412 Precondition Failed {"code":"ErrorIrresolvableConflict","message":"The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item."}` },
  { source: 'Garethp/php-ews#88', rule: 'graph/outlook-stale-change-key', text: 'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item., Cannot save changes made to an item to store.SaveStatus: IrresolvableConflict' },
  { source: 'KelvinTegelaar/CIPP#5347', rule: 'graph/user-exists', text: 'Failed to create user. Error:Another object with the same value for property userPrincipalName already exists.' },
  { source: 'microsoftgraph/microsoft-graph-docs-contrib#1622', rule: 'graph/conversation-member-exists', text: `Add member to chat graph api does not work
{"errorCode":209,"message":"{\\"subCode\\":\\"RosterAddMemberBlocked\\",\\"details\\":\\"Roster is blocked from add member.\\",\\"errorCode\\":null,\\"errorSubCode\\":null}","standardizedError":{"errorCode":209,"errorSubCode":1,"errorDescription":"RosterAddMemberBlocked-Roster is blocked from add member."}}` },
  { source: 'Azure/azure-cosmos-dotnet-v3#1606', rule: 'cosmos/item-id-exists', text: '3.9.1 throwing 409 on insert/upsert item when there is no conflict. In version 3.9.1 I have only one document in cosmos db, with no unique index specified and a partition key. upsert/insert of document with ID 2020-06-06-279-DIA caused a conflict 409.' },
  { source: 'MicrosoftDocs/azure-docs#106789', rule: 'cosmos/item-id-exists', text: 'Azure Cosmos DB output binding: The example with output binding use IAsyncCollector which only has AddAsync and FlushAsync methods. When using the AddAsync with an existing value, I get a conflict (409)' },
  { source: 'pnp/sp-dev-fx-controls-react#1919', rule: 'graph/drive-stale-etag', text: '[DynamicForm] Creating a document set sometimes throws a 409 save conflict. For some tenants, and only sometimes, a 409 save conflict exception is thrown when submitting the form. SharePoint' },
  { source: 'SharePoint/sp-provisioning-service#304', rule: 'graph/drive-stale-etag', text: 'the exception was "Save Conflict. Your changes conflict with those made concurrently by another user. If you want your changes to be applied, click Back in your Web browser, refresh the page, and resubmit your changes."' },
  { source: 'hashicorp/terraform#37490', rule: 'graph/application-not-replicated', text: 'Create azuread_application periodically fails - unexpected status 409 (409 Conflict) with error: Error_MsaAppDoesNotExist: The corresponding MSA application does not exist.' },
  { source: 'public document: guide to user provisioning', rule: 'graph/user-exists', text: '### Request_MultipleObjectsWithSameKeyValue\n\n**Error Message**: "Another object with the same value for property userPrincipalName already exists"' },
  { source: 'public document: agent error table', rule: 'graph/service-principal-exists', text: '| **SP already exists** | `Request_MultipleObjectsWithSameKeyValue` | Skip creation, retrieve existing: `az ad sp show --id <APP_ID>` |' },
  { source: 'public test: autorest sender', rule: 'graph/what-409-means', or: ['graph/service-principal-exists', 'graph/application-exists', 'graph/permission-grant-exists', 'graph/federated-credential-exists', 'graph/domain-issuer-taken'], text: 'HTTP/1.1 409 Conflict\n\n{"odata.error":{"code":"Request_MultipleObjectsWithSameKeyValue"}}' },
  { source: 'public script: consent', rule: 'graph/permission-grant-exists', text: '{"error":{"code":"Request_BadRequest","message":"Permission entry already exists.","innerError":{"date":"2026-02-01T10:00:00","request-id":"a","client-request-id":"b"}}}' },
  { source: 'public test: mock graph server', rule: 'graph/user-exists', text: 'POST /v1.0/users\n409\n{"error":{"code":"Request_MultipleObjectsWithSameKeyValue","message":"Another object with the same value for property userPrincipalName already exists."}}' },
  { source: 'learn.microsoft.com/entra/identity/multi-tenant-organizations/cross-tenant-synchronization-configure-graph', rule: 'graph/what-409-means', text: `Invoke-MgGraphRequest: PUT https://graph.microsoft.com/v1.0/policies/crossTenantAccessPolicy/partners/<SourceTenantId>/identitySynchronization
HTTP/1.1 409 Conflict
...
{"error":{"code":"Request_MultipleObjectsWithSameKeyValue","message":"A conflicting object with one or more of the specified property values is present in the directory.","details":[{"code":"ConflictingObjects","message":"A conflicting object with one or more of the specified property values is present in the directory.", ... }}}` },
  { source: 'public document: backup service principal', rule: 'graph/service-principal-exists', text: `# Step 3: Create the service principal
New-MgServicePrincipal -AppID f1346770-5b25-470b-88bd-d5744ab7952c
Request_MultipleObjectsWithSameKeyValue (409 Conflict)` },
  { source: 'learn.microsoft.com/exchange/client-developer/exchange-web-services/how-to-work-with-folders', rule: 'graph/mail-folder-exists', text: `<m:ResponseMessages>
        <m:CreateFolderResponseMessage ResponseClass="Error">
          <m:MessageText>A folder with the specified name already exists.</m:MessageText>
          <m:ResponseCode>ErrorFolderExists</m:ResponseCode>
          <m:DescriptiveLinkKey>0</m:DescriptiveLinkKey>` },
  { source: 'public code: calendar add-in', rule: 'graph/mail-folder-exists', text: 'POST https://graph.microsoft.com/v1.0/me/calendars 409 {"error":{"code":"ErrorFolderExists","message":"A folder with the specified name already exists."}}' },
  { source: 'public document: terraform app access', rule: 'graph/app-role-assignment-exists', text: 'If the user/group was ever added manually in the portal first, `apply` fails with `EntitlementGrant entry already exists`.' },
  { source: 'public test: installer permissions', rule: 'graph/app-role-assignment-exists', text: '400 {"error":{"code":"Request_MultipleObjectsWithSameKeyValue","message":"EntitlementGrant entry already exists."}}' },
  { source: 'public script: easy auth', rule: 'graph/app-role-assignment-exists', text: 'Invoke-MgGraphRequest: POST https://graph.microsoft.com/v1.0/servicePrincipals/11111111-2222-3333-4444-555555555555/appRoleAssignments\nHTTP/2.0 400 Bad Request\n\n{"error":{"code":"Request_BadRequest","message":"Permission being assigned already exists on the object"}}' },
  { source: 'public script: managed identity roles', rule: 'graph/app-role-assignment-exists', text: 'Write-Log "Failed to grant permission: Permission being assigned already exists on the object" New-MgServicePrincipalAppRoleAssignment' },
  { source: 'public script: az rest role grant', rule: 'graph/app-role-assignment-exists', text: 'ERROR: Bad Request({"error":{"code":"Request_BadRequest","message":"Permission being assigned already exists on the object","innerError":{"date":"2026-01-01T00:00:00","request-id":"a"}}})' },
  { source: 'public test: subscription service', rule: 'graph/subscription-duplicate', text: '409 {"error":{"message":"Subscription Id 7f8a already exists for the requested combination"}}' },
  { source: 'public document: licence commands', rule: 'graph/directory-concurrency', text: 'parallel single-assigns trip 409 Directory_ConcurrencyViolation' },
  { source: 'public test: user lifecycle', rule: 'graph/directory-concurrency', text: '{"error":{"code":"Directory_ConcurrencyViolation"}}' },
  { source: 'public document: secret rotation', rule: 'graph/directory-concurrency', text: '**HTTP 409 concurrency.** Entra returns `Directory_ConcurrencyViolation` when `removePassword` runs immediately after `addPassword` on the same app' },
  { source: 'public script: teams provisioning', rule: 'graph/channel-exists', text: 'New-TeamChannel : Error occurred while executing \nCode: BadRequest\nMessage: Channel name already existed, please use other name\nInnerError:\n  RequestId: a\n  DateTimeStamp: 2023-01-01T10:00:00\nHttpStatusCode: BadRequest' },
  { source: 'public code: channel sync', rule: 'graph/channel-exists', text: 'Failed to create channel Design (Attempt 1): Channel name already existed, please use other name' },
  { source: 'public test: copy monitor', rule: 'graph/drive-copy-name-exists', text: 'GET https://contoso-my.sharepoint.com/_api/v2.0/monitor/4A3407B5\n{"status":"failed","error":{"code":"nameAlreadyExists","message":"name conflict"}}' },
  { source: 'learn.microsoft.com/onedrive/developer/rest-api/api/driveitem_createuploadsession', rule: 'graph/upload-name-taken', text: `HTTP/1.1 409 Conflict
Content-Type: application/json

{
  "error":
  {
    "code": "nameAlreadyExists",
    "message": "Another file exists with the same name as the uploaded session. You can redirect the upload session to use a new filename by calling PUT with the new metadata and @microsoft.graph.sourceUrl attribute.",
  }
}` },
  { source: 'public test: office store', rule: 'graph/drive-content-changed', text: 'PUT https://graph.microsoft.com/v1.0/drives/b!x/root:/a.xlsx:/content?%40microsoft.graph.conflictBehavior=fail 409 {"error":{"code":"nameAlreadyExists"}}' },
  { source: 'public test: office store stale', rule: 'graph/drive-content-changed', text: 'PUT https://graph.microsoft.com/v1.0/drives/b!x/items/ITEM1/content\nif-match: "{A1},1"\nHTTP/1.1 412 Precondition Failed\n{"error":{"code":"resourceModified"}}' },
  { source: 'public document: list items etag', rule: 'graph/drive-stale-etag', text: `PATCH /sites/x/lists/y/items/1/fields
If-Match: "f916276f,1"
412 Precondition Failed
{
    "error": {
      "code": "resourceModified",
      "message": "The resource has changed since the caller last read it; usually an eTag mismatch"
    }
  }` },
  { source: 'learn.microsoft.com/office365/admin/create-groups/manage-creation-of-groups', rule: 'graph/group-settings-exist', text: "Who can create Office 365 Groups: You apply the steps in this article only once in your organization, for one security group. If you try to applying them again (New-AzureADDirectorySetting -DirectorySetting $settings) you'll get an error that looks like this:\n  A conflicting object with one or more of the specified property values is present in the directory." },
  { source: 'public test: m365 groupsetting add', rule: 'graph/group-settings-exist', text: 'm365 aad groupsetting add --templateId d20c475c-6f96-449a-aee8-08146be187d3\n{"error":{"code":"Request_BadRequest","message":"A conflicting object with one or more of the specified property values is present in the directory.","innerError":{"request-id":"fe109878-0adc-4cc8-be2a-e27a70342faa","date":"2018-09-07T11:38:45"}}}' },
  { source: 'public code: 365 connector', rule: 'graph/role-assignment-exists', text: 'Error: Microsoft365Connector.roleAssignments.create: 400 A conflicting object with one or more of the specified property values is present in the directory.' },
  { source: 'public code: principal service', rule: 'graph/group-exists', text: 'POST https://graph.windows.net/contoso.onmicrosoft.com/groups?api-version=1.6\nHTTP/1.1 400 Bad Request\n{"odata.error":{"code":"Request_BadRequest","message":{"lang":"en","value":"A conflicting object with one or more of the specified property values is present in the directory."}}}' },
  { source: 'public document: migration runbook', rule: 'graph/drive-item-locked', text: '{\n  "error": {\n    "code": "resourceLocked",\n    "message": "The file is currently checked out or locked for editing by another user."\n  }\n}' },
  { source: 'public test: graph backend', rule: 'graph/drive-item-locked', text: 'PUT https://graph.microsoft.com/v1.0/drives/d/items/i/content -> 423 {"error": {"code": "resourceLocked"}}' },
  { source: 'learn.microsoft.com/graph/api/group-validateproperties', rule: 'graph/group-exists', text: `HTTP/1.1 422
{"error":{"code": "UnprocessableEntity",
    "message": "The values provided contain one or more validation errors.",
    "innerError": { "request-id": "id-value", "date": "date-value" },
    "details": [ { "target": "mailNickname", "code": "PropertyConflict", "message": "Another object with the same value for property mailNickname already exists." } ] } }` },
  { source: 'public test: cosmos fake', rule: 'cosmos/item-id-exists', or: ['cosmos/database-exists', 'cosmos/container-exists'], text: `Response status code does not indicate success: Conflict (409); Substatus: 3206; ActivityId: 1; Reason: (
code: Conflict
message : Entity with the specified id already exists in the system.
ActivityId: 1
);` },
  { source: 'public sample: service pulse', rule: 'cosmos/stale-etag', text: "Microsoft.Azure.Cosmos.CosmosException: Response status code does not indicate success: PreconditionFailed (412); Substatus: 0; ETag mismatch on partition key 'OUT1' while releasing soft lock v4." },
  { source: 'public sample: log question', rule: 'cosmos/stale-etag', text: 'Failed to update document in cosmos with precondition statusCode=PreconditionFailed and Response status code does not indicate success: PreconditionFailed (412); Substatus: 0; ActivityId: 5110eb22-228f-4270-b79f-31ed80382011; Reason: ' },
  { source: 'public script: group members', rule: 'graph/member-already-added', text: "Add-MgGroupMember : One or more added object references already exist for the following modified properties: 'members'.\nAt C:\\x.ps1:12 char:5" },
  { source: 'public code: batch members', rule: 'graph/member-already-added', or: ['graph/batch-hidden-conflict'], text: `{"responses":[{"id":"1","status":400,"headers":{},"body":{"error":{"code":"Request_BadRequest","message":"One or more added object references already exist for the following modified properties: 'members'."}}}]}` },
  { source: 'learn.microsoft.com/azure/data-factory/quickstart-create-data-factory-dot-net', rule: 'graph/application-exists', text: `New-AzureRmADApplication -DisplayName "ADFDotNetWalkthroughApp" -HomePage "https://www.contoso.org" -IdentifierUris "https://www.adfdotnetwalkthroughapp.org/example"
Another object with the same value for property identifierUris already exists.` },
];
