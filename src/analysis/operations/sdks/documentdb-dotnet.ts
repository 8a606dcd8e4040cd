/** Microsoft.Azure.DocumentDB 1 and 2 for .NET: `DocumentClient`. */
import type { CallRow, Sdk } from '../sdk.js';

const ETAG = [['AccessCondition']];
const create = (op: string): CallRow => ({ op, request: { body: 1, options: 2 } });
const guarded = (op: string, extra: Partial<CallRow> = {}): CallRow => ({
  op,
  request: { body: 1, options: 'last' },
  etag: ETAG,
  needsEtag: true,
  ...extra,
});

export const documentdbDotnet: Sdk = {
  id: 'documentdb-dotnet',
  title: 'Microsoft.Azure.DocumentDB',
  service: 'cosmos',
  languages: ['csharp'],
  modules: ['Microsoft.Azure.Documents', 'Microsoft.Azure.Documents.*'],
  exports: { DocumentClient: 'Client', IDocumentClient: 'Client', IReliableReadWriteDocumentClient: 'Client' },
  distinctive: ['DocumentClient', 'IDocumentClient', 'UriFactory', 'DocumentClientException'],
  channel: 'throws',
  roles: {
    Client: {
      calls: {
        CreateDatabaseAsync: { op: 'POST /dbs', request: { body: 0, options: 1 }, idField: 'id' },
        CreateDatabaseIfNotExistsAsync: { op: 'POST /dbs', safe: 'if-not-exists' },
        CreateDocumentCollectionAsync: { ...create('POST /dbs/{}/colls'), idField: 'id' },
        CreateDocumentCollectionIfNotExistsAsync: { op: 'POST /dbs/{}/colls', safe: 'if-not-exists' },
        CreateDocumentAsync: { ...create('POST /dbs/{}/colls/{}/docs'), idField: 'id' },
        UpsertDocumentAsync: guarded('POST /dbs/{}/colls/{}/docs#upsert', { safe: 'upsert' }),
        ReplaceDocumentAsync: guarded('PUT /dbs/{}/colls/{}/docs/{}'),
        DeleteDocumentAsync: guarded('DELETE /dbs/{}/colls/{}/docs/{}'),
        CreateStoredProcedureAsync: create('POST /dbs/{}/colls/{}/sprocs'),
        CreateTriggerAsync: create('POST /dbs/{}/colls/{}/triggers'),
        CreateUserDefinedFunctionAsync: create('POST /dbs/{}/colls/{}/udfs'),
        CreateUserAsync: create('POST /dbs/{}/users'),
        CreatePermissionAsync: create('POST /dbs/{}/users/{}/permissions'),
      },
    },
  },
  error: {
    types: ['DocumentClientException', 'Exception', 'SystemException'],
    wrongTypes: ['CosmosException', 'HttpRequestException'],
    status: ['StatusCode', 'StatusCode.Value', 'GetBaseException().StatusCode'],
    code: ['Error.Code'],
    text: ['Message', 'Error.Message'],
  },
};
