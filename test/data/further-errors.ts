/**
 * Errors of public threads that were collected after the sentences of signs-messages.ts were written, labelled by hand and
 * run once; that figure stands in docs/accuracy.md. Shortened to the error itself and without tenant data.
 */
import type { PublicError } from './public-errors.js';

export const furtherErrors: readonly PublicError[] = [
  {
    source: 'pnp/sp-dev-fx-controls-react#1509',
    rule: 'graph/drive-stale-etag',
    text: String.raw`Error making HttpClient request in queryable [412]  ::> {"odata.error":{"code":"-1, Microsoft.SharePoint.Client.ClientServiceException","message":{"lang":"en-US","value":"The request ETag value '\"8\"' does not match the object's ETag value '\"68be87d5-96e5-49ab-8477-9b17070c8a33,9\"'."}}}`,
  },
  {
    source: 'OneDrive/onedrive-api-docs#514',
    rule: 'graph/drive-stale-etag',
    text: `{
  "error": {
    "code": "notAllowed",
    "message": "ETag does not match current item's value",
    "innererror": {
      "code": "preconditionFailed"
    }
  }
}`,
  },
  {
    source: 'OneDrive/onedrive-api-docs#518',
    rule: 'graph/drive-stale-etag',
    text: `Update Item add if-match etag under the same etag, get 412 Precondition Failed
1156 [main] TRACE OneDriveProvider - server's etag aQ0JGNTk1MTAxRkE2OTNGNSE2NjQuMQ
1433 [main] ERROR OneDriveProvider - HTTP PRECON FAILED`,
  },
  {
    source: 'OneDrive/onedrive-api-docs#1716',
    rule: 'graph/drive-stale-etag',
    text: '/createUploadSession If-Match should not generate a 412 Precondition Failed when the exact online eTag is being used, POST https://graph.microsoft.com/v1.0/drives/66d53be8/items/01ABC/createUploadSession',
  },
  {
    source: 'microsoftgraph/msgraph-sdk-dotnet#2101',
    rule: 'graph/drive-item-locked',
    text: 'If we update the content of this file through the Graph SDK, we will encounter the following error "The resource you are attempting to access is locked".',
  },
  {
    source: 'microsoftgraph/microsoft-graph-docs#15111',
    rule: 'graph/drive-item-locked',
    text: 'I get an HTTP 423 "resource locked" response for both scenarios: file opened in the browser (SharePoint Online UI) and file opened in the desktop client.',
  },
  {
    source: 'microsoftgraph/aspnetcore-webhooks-sample#92',
    rule: 'graph/subscription-duplicate',
    text: 'I added in a second new subscription to the CreateSubscription function and I get an error saying a subscription already exists and that one has to be deleted before a new one can be created. graphClient.Subscriptions.Request().AddAsync(new Subscription',
  },
  {
    source: 'OfficeDev/microsoft-teams-apps-company-communicator#1197',
    rule: 'graph/teams-app-published',
    text: 'when I want to add the application to the teams catalog I get an error saying that there is already an application with the same app ID.',
  },
  {
    source: 'microsoftgraph/microsoft-graph-docs-contrib#3118',
    rule: 'graph/activity-notification-ambiguous',
    text: '409 (conflict) error Send activity feed notifications to users in Microsoft Teams. Conflict errors primarily occur when multiple Teams apps installed in the same scope',
  },
  {
    source: 'pnp/powershell#3964',
    rule: 'graph/team-exists',
    text: '[BUG] New-PnPTeamsTeam sporadically returns "Conflict (409): Team already exists"',
  },
  {
    source: 'Azure/azure-docs-powershell-azuread#165',
    rule: 'graph/member-already-added',
    text: `Add-AzureADGroupOwner : Error occurred while executing AddGroupOwner
Code: Request_BadRequest
Message: One or more added object references already exist for the following
modified properties: 'owners'.
HttpStatusCode: BadRequest
+ ...             Add-AzureADGroupOwner -ObjectId $group.ObjectI ...
    + CategoryInfo          : NotSpecified: (:) [Add-AzureADGroupOwner], ApiEx
   ception`,
  },
  {
    source: 'Azure/azure-cli#16905',
    rule: 'graph/member-already-added',
    text: "az ad group member add -g $rg --member-identity $id\n\n> One or more added object references already exist for the following modified properties: 'members'.",
  },
  {
    source: 'hashicorp/terraform-provider-azuread#681',
    rule: 'graph/permission-grant-exists',
    text: 'DelegatedPermissionGrantsClient.BaseClient.Post(): unexpected status 409 with OData error: Request_MultipleObjectsWithSameKeyValue: Permission entry already exists.',
  },
  {
    source: 'microsoft/botframework-sdk#3383',
    rule: 'cosmos/stale-etag',
    text: `at Microsoft.Bot.Builder.Azure.DocumentDbBotDataStore.<SaveAsync>d__7.MoveNext()
Microsoft.Azure.Documents.DocumentClientException: Message: {"Errors":["One of the specified pre-condition is not met"]}
ActivityId: 2e9f04b6-20aa-43c9-bfa6-21b69b07f948, Request URI: /apps/86bd33af/services/46d5cd7f/partitions/5e7acd4c/replicas/131479080856443167p`,
  },
  {
    source: 'microsoft/vscode-cosmosdb#1473',
    rule: 'cosmos/stale-etag',
    text: `Action: cosmosDB.CosmosEditorManager.onDidSaveTextDocument
Error type: PreconditionFailed
Error Message: Operation cannot be performed because one of the specified precondition is not met.,
StorePhysicalAddress: rntbd://cdb-ms-prod.documents.azure.com:14356/apps/aed88975, IsValid: True, StatusCode: 412, SubStatusCode: 0, ResourceType: Document, OperationType: Replace
, Microsoft.Azure.Documents.Common/2.11.0`,
  },
];

/** Errors of such threads that the catalog has no conflict for. */
export const furtherOthers: readonly { source: string; text: string }[] = [
  {
    source: 'microsoft/botframework-sdk#960',
    text: 'HttpOperationException: Precondition Failed after quick messages',
  },
  {
    source: 'googlearchive/calendar-connectors#26',
    text: `Google.GCalExchangeSync.Library.GCalExchangeException: Error writing
appointment ---> System.Net.WebException: The remote server returned an
error: (409) Conflict. at System.Net.HttpWebRequest.GetResponse()`,
  },
  {
    source: 'facette/facette#134',
    text: `HTTP/1.1 409 Conflict
Cache-Control: private, max-age=0
Content-Type: application/json; charset=utf-8

{"message":"A resource conflict has occured","item":"c4f2d843-e9dc-4d7c-7949-bfb5bb077c31"}`,
  },
];
