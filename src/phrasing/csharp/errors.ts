/** What each .NET library throws, as data: type, and where status and text stand. Sources: sdk-shapes of the catalog's references and the libraries' own reference pages. */

export interface ErrorRow {
  /** Full name of the exception. */
  type: string;
  /** Member that holds the status as an int or `HttpStatusCode`. */
  status: string;
  /** Member that holds the service's words; never null. */
  text: string;
}

/** By id of the library. */
export const errorRows: Readonly<Record<string, ErrorRow>> = {
  'cosmos-dotnet': { type: 'Microsoft.Azure.Cosmos.CosmosException', status: 'StatusCode', text: 'Message' },
  'documentdb-dotnet': {
    type: 'Microsoft.Azure.Documents.DocumentClientException',
    status: 'StatusCode',
    text: 'Message',
  },
  'graph-dotnet': {
    type: 'Microsoft.Graph.Models.ODataErrors.ODataError',
    status: 'ResponseStatusCode',
    text: 'Message',
  },
  'graph-dotnet-v4': { type: 'Microsoft.Graph.ServiceException', status: 'StatusCode', text: 'Message' },
};
