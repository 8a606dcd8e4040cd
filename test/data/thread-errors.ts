/**
 * Errors as people posted them in public threads, shortened to the error itself and without tenant data, from threads that
 * no other test uses. They were run once before anything was changed for them; docs/accuracy.md has what came of it.
 */
import type { PublicError } from './public-errors.js';

export const threadErrors: readonly PublicError[] = [
  {
    source: 'OneDrive/onedrive-api-docs#447',
    rule: 'graph/drive-move-name-exists',
    text: `curl -X PATCH -H "Content-Type: application/json" -d '{"name":"2.jpg"}' https://contoso.sharepoint.com/_api/v2.0/drive/items/01ABC
409
{
  "error": {
    "code": "nameAlreadyExists",
    "message": "The specified item name already exists."
  }
}`,
  },
  {
    source: 'OneDrive/onedrive-sdk-ios#46',
    rule: 'graph/drive-name-exists',
    text: 'one drive upload:Error Domain=com.microsoft.onedrive.errors Code=409 "conflict" UserInfo={error= nameAlreadyExists : An item with the same name already exists under the parent, NSLocalizedDescription=conflict}',
  },
  {
    source: 'OneDrive/onedrive-api-docs#359',
    rule: 'graph/drive-name-exists',
    text: `POST /drive/items/01PARENT/children

{"name": "Reports", "folder": { }, "@name.conflictBehavior": "replace"}

HTTP/1.1 409 Conflict
Cache-Control: private, max-age=0
Content-Type: application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8
Server: Microsoft-IIS/8.5
SPRequestGuid: 0e5e899d-30ab-3000-0a07-3f978916e6f9
MicrosoftSharePointTeamServices: 16.0.0.5409`,
  },
  {
    source: 'hashicorp/terraform-provider-azuread#690',
    rule: 'graph/permission-grant-exists',
    text: 'DelegatedPermissionGrantsClient.BaseClient.Post(): unexpected status 409 with OData error: Request_MultipleObjectsWithSameKeyValue: Permission entry already exists.',
  },
  {
    source: 'hashicorp/terraform-provider-azuread#1764',
    rule: 'graph/application-not-replicated',
    text: `Error: Could not create application
unexpected status 409 (409 Conflict) with error: Error_MsaAppDoesNotExist: The corresponding MSA application does not exist.`,
  },
  {
    source: 'hashicorp/terraform-provider-azuread#1948',
    rule: 'graph/access-package-exists',
    text: `Error: Creating access package

  with module.infrastructure.azuread_access_package.this["engineer"],
  on main.tf line 234, in resource "azuread_access_package" "this":
 234: resource "azuread_access_package" "this" {

unexpected status 409 (409 Conflict) with error: DuplicateAccessPackage:
There's an existing access package with name "Contoso_Engineer" in
the catalog.`,
  },
  {
    source: 'pnp/pnpframework#139',
    rule: 'graph/member-already-added',
    text: `POST https://graph.microsoft.com/v1.0/groups/5d08888a-d9e3-44e9-8371-46f4d774ed72/owners/$ref HTTP/1.1
Host: graph.microsoft.com
User-Agent: NONISV|SharePointPnP|PnPCore/1.1.0.0

{"@odata.id":"https://graph.microsoft.com/v1.0/directoryObjects/56bc8f87-b25e-463d-88ef-1a243acccebd"}

HTTP/1.1 400 Bad Request
Content-Type: application/json

{
  "error": {
    "code": "Request_BadRequest",
    "message": "One or more added object references already exist for the following modified properties: 'owners'.",
    "innerError": { "date": "2021-01-27T18:01:47", "request-id": "1064c860-10b6-4c37-827b-00196731c901" }
  }
}`,
  },
  {
    source: 'Azure/azure-docs-powershell-azuread#167',
    rule: 'graph/member-already-added',
    text: `Exception: Error occurred while executing AddGroupMember 
StatusCode: BadRequest
ErrorCode: Request_BadRequest
Message: One or more added object references already exist for the following modified properties: 'members'.`,
  },
  {
    source: 'microsoft/o365-moodle#1309',
    rule: 'graph/member-already-added',
    text: `{
  "error": {
    "code": "Request_BadRequest",
    "message": "One or more added object references already exist for the following modified property ...",
    "innerError": { "date": "2020-07-01T00:00:00", "request-id": "00000000-0000-0000-0000-000000000000" }
  }
}`,
  },
  {
    source: 'microsoftgraph/microsoft-graph-docs-contrib#3686',
    rule: 'graph/teams-app-installed',
    text: `POST https://graph.microsoft.com/v1.0/teams/my-team-uuid/installedApps
{
    "teamsApp@odata.bind": "https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/team-app-uuid"
}
409 Conflict`,
  },
  {
    source: 'pnp/powershell#3992',
    rule: 'graph/team-exists',
    text: 'New-PnPTeamsTeam : Conflict (409): Team already exists',
  },
  {
    source: 'dapr/dapr#6316',
    rule: 'cosmos/item-id-exists',
    text: String.raw`time="2023-05-04T17:33:00.951295928Z" level=error msg="error getting reminders for actor type VirtualVehicleActor: could not read actor type metadata: POST https://my-cosmosdb.documents.azure.com:443/dbs/AppStateStore/colls/VirtualVehicle/docs\n--------------------------------------------------------------------------------\nRESPONSE 409: 409 Conflict\nERROR CODE: Conflict\n--------------------------------------------------------------------------------\n{\n  \"code\": \"Conflict\",\n  \"message\": \"Entity with the specified id already exists in the system., \\r\\nRequestStartTime: 2023-05-04T17:33:00.9436406Z, Number of regions attempted:1\"}"`,
  },
  {
    source: 'Azure/azure-cosmos-dotnet-v2#523',
    rule: 'cosmos/unique-key-taken',
    text: "await client.CreateDocumentAsync(uri, entity);  // 409 Conflict     -> 'Unique index constraint violation.'",
  },
  {
    source: 'Azure/azure-cosmosdb-spark#196',
    rule: 'cosmos/retry-with',
    text: `java.lang.RuntimeException: com.microsoft.azure.documentdb.DocumentClientException: Message: {"Errors":["Conflicting request to resource has been attempted. Retry to avoid conflicts."]}
 RequestStats: , SDK: Microsoft.Azure.Documents.Common/2.0.0.0, StatusCode: Retrytherequest`,
  },
  {
    source: 'hashicorp/terraform-provider-azurerm#15842',
    rule: 'cosmos/account-operation-running',
    text: String.raw`Error: creating/updating Sql Role Assignment: (Name "8e3bf664" / Database Account Name "shop-account" / Resource Group "shop"): documentdb.SQLResourcesClient#CreateUpdateSQLRoleAssignment: Failure sending request: StatusCode=412 -- Original Error: Code="PreconditionFailed" Message="There is another user operation in progress which requires an exclusive lock on [shop-account]. Please retry after sometime.\r\nActivityId: 838da911-2724-4636-a27a-3da6527c29b7, Microsoft.Azure.Documents.Common/2.14.0"`,
  },
  {
    source: 'microsoftgraph/microsoft-graph-docs#2256',
    rule: 'graph/outlook-stale-change-key',
    text: `ErrorIrresolvableConflict
  - The send or update operation could not be performed 
  - because the change key passed in the request does 
  - not match the current change key for the item.
  error request_id : cb7e4c81-9af6-466e-a567-4522fe43f39a
  error date: 2018-02-21T06:59:26`,
  },
  {
    source: 'mguessan/davmail#491',
    rule: 'graph/outlook-stale-change-key',
    text: `2026-06-01 11:52:28,852 DEBUG [ImapConnection-43488] davmail.exchange.graph.GraphRequestBuilder  - PATCH https://graph.microsoft.com/beta/me/messages/AAkALgAAAA
2026-06-01 11:52:29,014 DEBUG [ImapConnection-43488] davmail.exchange.JsonResponseHandler  - 412 Precondition Failed {"code":"ErrorIrresolvableConflict","message":"The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item."}`,
  },
  {
    source: 'microsoftgraph/msgraph-sdk-dotnet#1201',
    rule: 'graph/outlook-stale-change-key',
    text: `12/20/2021 10:10:31 AM: Error while changing item subject [test]: Status Code: PreconditionFailed
Microsoft.Graph.ServiceException: Code: ErrorIrresolvableConflict
Message: The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.
ClientRequestId: ea1ca119-5dce-496a-bdee-f9a9d45a4509`,
  },
  {
    source: 'microsoftgraph/msgraph-sdk-powershell#2080',
    rule: 'graph/outlook-stale-change-key',
    text: String.raw`Update-MgUserMessage : The send or update operation could not be performed because the change key passed in the
request does not match the current change key for the item.
At C:\Scripts\send.ps1:428 char:14
+         Try {Update-MgUserMessage -MessageId $Message.Id -ToRecipients ...
+             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
   + CategoryInfo          : InvalidOperation: ({ UserId = Aler...tGraphMessage }:<>f__AnonymousType55${'`'}3) [Update-MgUserMessage_UpdateExpanded1], RestException${'`'}1`,
  },
  {
    source: 'KelvinTegelaar/CIPP#1142',
    rule: 'graph/service-principal-exists',
    text: `New-AzureADServicePrincipal : Error occurred while executing NewServicePrincipal
Code: Request_MultipleObjectsWithSameKeyValue
Message: The service principal cannot be created, updated, or restored because the service principal name
https://api.partnercustomeradministration.microsoft.com is already in use.
RequestId: bf68ceca-bbff-42f9-a80f-e3d46a1c58c9
HttpStatusCode: Conflict
HttpStatusDescription: Conflict
HttpResponseStatus: Completed`,
  },
  {
    source: 'MicrosoftDocs/azure-docs-powershell#599',
    rule: 'graph/service-principal-exists',
    text: `New-AzureRmADServicePrincipal : Another object with the same value for property servicePrincipalNames already exists.
At line:1 char:1
 New-AzureRmADServicePrincipal -ApplicationId $application.Application ...

    CategoryInfo          : InvalidOperation: (:) [New-AzureRmADServicePrincipal], Exception
    FullyQualifiedErrorId : Microsoft.Azure.Commands.ActiveDirectory.NewAzureADServicePrincipalCommand`,
  },
  {
    source: 'microsoftgraph/msgraph-bicep-types#137',
    rule: 'graph/application-exists',
    text: `New-AzResourceGroupDeployment: 08:12:16 - The deployment 'test' failed with error(s). Showing 1 out of 1 error(s).
Status Message: {"error":{"code":"BadRequest","target":"/resources/app_registration","message":"Another object with the same value for property uniqueName already exists. Graph client request id: 706ed0e9-f28f-4c4c-b11c-0ccb2fd12ca7. Graph request timestamp: 2024-06-10T06:12:10Z."}} (Code:DeploymentOperationFailed)`,
  },
  {
    source: 'dod-ccpo/atat#1554',
    rule: 'graph/role-assignment-exists',
    text: `POST https://graph.microsoft.com/beta/roleManagement/directory/roleAssignments
{'error': {'code': 'Request_BadRequest', 'message': 'A conflicting object with one or more of the specified property values is present in the directory.', 'innerError': {'request-id': 'd0230d2d-32a6-4b1c-b001-e2804c2e5de7', 'date': '2020-05-21T18:12:55'}}}`,
  },
  {
    source: 'hashicorp/terraform-provider-azuread#1306',
    rule: 'graph/role-assignment-exists',
    text: `Error: Eligibility schedule request for role "fdd7a751" to principal "e6a73948", received 400 with error: RoleEligibilityScheduleRequestClient.BaseClient.Post(): unexpected status 400 with OData error: RoleAssignmentExists: The Role assignment already exists.
│   with module.pim_entra_roles["Groups Administrator"].azuread_directory_role_eligibility_schedule_request.this,
│   34: resource "azuread_directory_role_eligibility_schedule_request" "this" {`,
  },
  {
    source: 'microsoftgraph/msgraph-sdk-go#596',
    rule: 'graph/subscription-duplicate',
    text: `{
    "error": {
        "code": "ExtensionError",
        "message": "Operation: Create; Exception: [Status Code: Conflict; Reason: A subscripton already exists. It must be deleted before a another can be made.]",
        "innerError": { "date": "2023-10-16T04:39:39", "request-id": "12b6298c-9cbc-457c-b34e-adkfue78a7b7" }
    }
}`,
  },
  {
    source: 'O365/python-o365#1082',
    rule: 'graph/planner-stale-etag',
    text: `  File "/usr/local/lib/python3.12/site-packages/O365/planner.py", line 378, in delete
    response = self.con.delete(url, headers={'If-Match': self._etag})
  File "/usr/local/lib/python3.12/site-packages/O365/connection.py", line 848, in _internal_request
    raise HTTPError('{} | Error Message: {}'.format(e.args[0], error_message),
requests.exceptions.HTTPError: 409 Client Error: Conflict for url: https://graph.microsoft.com/v1.0/planner/tasks/JqRjj7vHKkS5QbddA3F_RJgAFjk9 | Error Message: The attempted changes conflicted with already accepted changes. Read the latest state`,
  },
  {
    source: 'Softeria/ms-365-mcp-server#290',
    rule: 'graph/planner-stale-etag',
    text: `update-planner-task-details
{
  "error": {
    "code": "ErrorPreconditionFailed",
    "message": "The If-Match header contains an invalid value."
  }
}`,
  },
  {
    source: 'OneDrive/onedrive-api-docs#912',
    rule: 'graph/drive-item-locked',
    text: `423 (Locked)
{
    "error": {
        "code": "accessDenied",
        "innerError": { "date": "2018-09-12T06:12:46", "request-id": "74d9b899-d03e-44c1-8e36-f3c80dc00718" },
        "message": "Lock token does not match existing lock"
    }
}`,
  },
  {
    source: 'OneDrive/onedrive-api-docs#1199',
    rule: 'graph/drive-item-locked',
    text: 'HTTP 423 {"error":{"code":"accessDenied","message":"The file is currently checked out or locked for editing by another user."}}',
  },
  {
    source: 'SharePoint/sp-dev-docs#10003',
    rule: 'graph/list-exists',
    text: `{
  "ErrorCode": -2130575342,
  "Outcome": "2",
  "OutcomeText": "List with name Tasks already exists.",
  "Target": null,
  "Title": "Create or update list Tasks",
  "Verb": "createSPList"
}`,
  },
];

/** Errors of such threads that are no conflict of these services. */
export const threadOthers: readonly { source: string; text: string }[] = [
  {
    source: 'Azure-Samples/contoso-creative-writer#46',
    text: 'Error: authorization.RoleAssignmentsClient#Create: Failure responding to request: StatusCode=409 -- Original Error: autorest/azure: Service returned an error. Status=409 Code="RoleAssignmentExists" Message="The role assignment already exists."\n│   with azurerm_role_assignment.aisearchdata_user[0],',
  },
  {
    source: 'OfficeDev/microsoft-teams-apps-company-communicator#1404',
    text: '{ "additionalInfo": null, "code": null, "details": null, "message": "There was a conflict. Conflict with existing ScmType: ExternalGit", "target": null }',
  },
  {
    source: 'owncloud/ocis#3516',
    text: '< HTTP/1.1 500 Internal Server Error\n< X-Graph-Version: f3016d717\n{"error":{"code":"generalException","innererror":{"date":"2022-04-12T14:08:31Z","request-id":"host/qTdFt9esZ6-000021"},"message":"LDAP Result Code 68 \\"Entry Already Exists\\": "}}',
  },
];
