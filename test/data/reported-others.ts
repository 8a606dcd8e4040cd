/** Errors of the threads of reported-errors.ts, and of others like them, that the catalog has no conflict for. */

export const reportedOthers: readonly { source: string; text: string }[] = [
  {
    source: 'rclone/rclone#1692',
    text: String.raw`2017/09/18 14:31:47 ERROR : Attempt 1/3 failed with 1 errors and: HTTP code 409: "409 Conflict": response body: "{\"logref\":\"c3a60d50\",\"message\":\"Node with the name front.jpg already exists under parentId ugamvgl conflicting NodeId: OTrbcdf\",\"code\":\"NAME_ALREADY_EXISTS\",\"info\":{\"nodeId\":\"OTrbcdf\"}}"`,
  },
  {
    source: 'pnp/pnpjs#1033',
    text: `Error making HttpClient request in queryable [412] Precondition Failed ::> {
  "error": {
    "code": "",
    "message": "The If-Match header must be specified for this kind of request.",
  }
}`,
  },
  {
    source: 'microsoftgraph/msgraph-sdk-javascript#1647',
    text: `GraphError: The If-Match header must be specified for this kind of request.
    at new GraphError (node_modules/@microsoft/microsoft-graph-client/lib/src/GraphError.js:34:28)`,
  },
  {
    source: 'pnp/pnpframework#720',
    text: 'Invoke-PnPSiteTemplate: A duplicate field name "TotalTasks" was found.',
  },
  {
    source: 'Azure/Azurite#108',
    text: 'Microsoft.WindowsAzure.Storage.StorageException: The remote server returned an error: (409) Conflict. ---> System.Net.WebException: The remote server returned an error: (409) Conflict..',
  },
  {
    source: 'Azure/azure-storage-net#707',
    text: `Microsoft.WindowsAzure.Storage.StorageException: The remote server returned an error: (409) Conflict. ---> System.Net.WebException: The remote server returned an error: (409) Conflict.
   at System.Net.HttpWebRequest.GetResponse()
ErrorCode:LeaseNotPresentWithLeaseOperation`,
  },
  {
    source: 'Azure/azure-rest-api-specs#30456',
    text: 'unexpected status 409 (409 Conflict) with error: ContainerOperationFailure: The specified container is being deleted. Try operation later.',
  },
  {
    source: 'hashicorp/terraform-provider-azuread#1457',
    text: `Error: A resource with the ID "/applications/d0650550/apiAccess/7970xxcd" already exists - to be managed via Terraform this resource needs to be imported into the State. Please see the resource documentation for "azuread_application_api_access" for more information.
  on .terraform/modules/api-access/access.tf line 31, in resource "azuread_application_api_access" "add-api-permission":`,
  },
  {
    source: 'hashicorp/terraform-provider-azuread#624',
    text: 'GroupsClient.BaseClient.Post(): unexpected status 400 with OData error: Request_BadRequest: Request contains a property with duplicate values.',
  },
  {
    source: 'ansible-collections/azure#1137',
    text: 'azure_rm_roleassignment: Error creating role assignment: (RoleAssignmentExists) The role assignment already exists.\nCode: RoleAssignmentExists\nMessage: The role assignment already exists.',
  },
  {
    source: 'hashicorp/terraform-provider-azurerm#9417',
    text: String.raw`Error reading Throughput on Cosmos Table "table" (Account: "account") ID: documentdb.TableResourcesClient#GetTableThroughput: Failure responding to request: StatusCode=400 -- Original Error: autorest/azure: Service returned an error. Status=400 Code="BadRequest" Message="Message: {\"code\":\"BadRequest\",\"message\":\"Reading or replacing offers is not supported for serverless accounts.\\r\\nActivityId: aab95b5c\"}, Request URI: /offers, RequestStats: , SDK: Microsoft.Azure.Documents.Common/2.11.0"`,
  },
  {
    source: 'Azure/azure-sdk-for-js#32521',
    text: 'Error: Entity with the specified id does not exist in the system. More info: https://aka.ms/cosmosdb-tsg-not-found, {"Summary":{"DirectCalls":{"(404, 0)":1}},"name":"HandleDocumentRequest"}',
  },
  {
    source: 'microsoftgraph/msgraph-sdk-android#43',
    text: `com.microsoft.graph.http.GraphFatalServiceException: [This is an unexpected error from Graph]
POST https://graph.microsoft.com/v1.0/me/drive/special/approot/children
{"folder":{},"name":"gg"}

500 : Internal Server Error
x-ms-ags-diagnostic : {"ServerInfo":{"DataCenter":"West US"}}
{ "error": { "code": "generalException", "message": "An unspecified error has occurred." } }`,
  },
  {
    source: 'microsoftgraph/msgraph-sdk-python#949',
    text: `msgraph.generated.models.o_data_errors.o_data_error.ODataError:
        APIError
        Code: 400
        error: MainError(additional_data={}, code='invalidRequest', details=None, message='The request is malformed or incorrect.', target=None)`,
  },
  {
    source: 'microsoftgraph/microsoft-graph-docs-contrib#6819',
    text: '{ "error": { "code": "ResourceNotFound", "message": "Resource could not be discovered.", "innerError": { "request-id": "b3587019-1d8c-41ed-89e7-4a3e868b8933", "date": "2019-07-23T05:57:08" } } }',
  },
];
