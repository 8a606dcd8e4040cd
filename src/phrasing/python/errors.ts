/**
 * What each Python library raises or answers, as data: type, and expressions for status and words. `{E}` stands for the
 * error or answer, `{W}` for a word as a literal. Sources: the reference pages of the libraries.
 */

export interface ErrorRow {
  /** The error and the module it is imported from. */
  type: string;
  module: string;
  status: string;
  /** Tests for a code or for words of the service's message. */
  words: string[];
}

const text = ['{W} in str({E})'];

const cosmos: ErrorRow = {
  type: 'CosmosHttpResponseError',
  module: 'azure.cosmos.exceptions',
  status: '{E}.status_code',
  words: text,
};

/** Errors, by id of the library. */
export const errorRows: Readonly<Record<string, ErrorRow>> = {
  'azure-cosmos-python': cosmos,
  'azure-cosmos-python-aio': cosmos,
  pydocumentdb: { ...cosmos, type: 'HTTPFailure', module: 'pydocumentdb.errors' },
  'msgraph-sdk-python': {
    type: 'ODataError',
    module: 'msgraph.generated.models.o_data_errors.o_data_error',
    status: '{E}.response_status_code',
    words: ['{W} in str({E}.error)'],
  },
  'office365-python': {
    type: 'ClientRequestException',
    module: 'office365.runtime.client_request_exception',
    status: '{E}.response.status_code',
    words: text,
  },
  'o365-python': {
    type: 'HTTPError',
    module: 'requests.exceptions',
    status: '{E}.response.status_code',
    words: ['{W} in {E}.response.text'],
  },
};

/** What a transactional batch raises. */
export const batchRow: ErrorRow = { ...cosmos, type: 'CosmosBatchOperationError' };

/** Where status and words of an answer stand. */
export interface AnswerRow {
  status: string;
  words: string;
}

/** Answers, by id of the library. */
export const answerRows: Readonly<Record<string, AnswerRow>> = {
  requests: { status: '{E}.status_code', words: '{W} in {E}.text' },
  httpx: { status: '{E}.status_code', words: '{W} in {E}.text' },
  'httpx-async': { status: '{E}.status_code', words: '{W} in {E}.text' },
  'msgraph-core-python': { status: '{E}.status_code', words: '{W} in {E}.text' },
  aiohttp: { status: '{E}.status', words: '{W} in await {E}.text()' },
  urllib3: { status: '{E}.status', words: '{W} in {E}.data.decode()' },
};
