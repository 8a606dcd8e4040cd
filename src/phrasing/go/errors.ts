/** What the errors of each Go library look like, as data. Sources: the packages' reference pages. */

export interface ErrorRow {
  /** Package of the error's type. */
  module?: string;
  /** How the package ends that the file must import: the library is another package in every project. */
  ending?: string;
  /** Where the file does not import it: what the path of another package of the library begins with, and where it is below. */
  root?: string;
  below?: string;
  /** It counts only where the file has this text. */
  mentions?: string;
  /** The type as it is declared, without its package. */
  type: string;
  /** The status, behind the error's name. */
  status: string;
}

const odata: ErrorRow = { ending: '/odataerrors', type: 'ODataError', status: 'ResponseStatusCode' };
const azcore: ErrorRow = {
  module: 'github.com/Azure/azure-sdk-for-go/sdk/azcore',
  type: 'ResponseError',
  status: 'StatusCode',
};

/** The first row that the file of a call allows counts. */
export const errorRows: Readonly<Record<string, readonly ErrorRow[]>> = {
  azcosmos: [azcore],
  'go-cosmosdb': [{ ending: '/cosmosdb', type: 'Error', status: 'StatusCode' }],
  'msgraph-go': [
    odata,
    { ...odata, root: 'github\\.com/microsoftgraph/msgraph(?:-beta)?-sdk-go', below: '/models/odataerrors' },
    { ...odata, root: '.*graph\\w*(?=/models$)', below: '/models/odataerrors' },
  ],
  'msgraph-builders-go': [{ ending: '/v1.0', type: 'ErrorResponse', status: 'StatusCode()' }],
  // Made by Kiota, or written by hand over what the Azure SDK sends with.
  'graph-copies-go': [
    odata,
    { ...odata, root: '.*graph\\w*(?=/models$)', below: '/models/odataerrors' },
    { ...azcore, mentions: 'azcore.ResponseError' },
  ],
};
