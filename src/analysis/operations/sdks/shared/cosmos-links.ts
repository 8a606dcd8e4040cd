/** The calls by links of the older Cosmos DB clients for Python, which name resources by `dbs/…/colls/…`. */
import type { CallRow } from '../../sdk.js';

const create = (op: string, body: number, more: Partial<CallRow> = {}): CallRow => ({
  op,
  request: { body, bodyName: ['database', 'container', 'collection', 'document'][body] ?? '', options: body + 1 },
  idField: 'id',
  ...more,
});

const ITEM = 'POST /dbs/{}/colls/{}/docs';
const ETAG = [['accessCondition', 'condition'], ['accessCondition']];

const item: CallRow = {
  op: ITEM,
  request: { body: 1, bodyName: 'document', options: 2 },
  idField: 'id',
  generatesId: true,
};
const upsert: CallRow = {
  op: `${ITEM}#upsert`,
  request: { body: 1, bodyName: 'document', options: 2 },
  etag: ETAG,
  needsEtag: true,
  safe: 'upsert',
};
const replace: CallRow = {
  op: 'PUT /dbs/{}/colls/{}/docs/{}',
  request: { body: 1, bodyName: 'new_document', options: 2 },
  etag: ETAG,
  needsEtag: true,
};
const remove: CallRow = { op: 'DELETE /dbs/{}/colls/{}/docs/{}', request: { options: 1 }, etag: ETAG, needsEtag: true };

/** In pydocumentdb and azure-cosmos 3: documents became items, and collections containers. */
export const DOCUMENT_CALLS: Record<string, CallRow> = {
  CreateDatabase: create('POST /dbs', 0),
  CreateContainer: create('POST /dbs/{}/colls', 1),
  CreateCollection: create('POST /dbs/{}/colls', 1),
  CreateItem: item,
  CreateDocument: item,
  UpsertItem: upsert,
  UpsertDocument: upsert,
  ReplaceItem: replace,
  ReplaceDocument: replace,
  DeleteItem: remove,
  DeleteDocument: remove,
  CreateUser: create('POST /dbs/{}/users', 1),
  CreatePermission: create('POST /dbs/{}/users/{}/permissions', 1),
  CreateStoredProcedure: create('POST /dbs/{}/colls/{}/sprocs', 1),
  CreateTrigger: create('POST /dbs/{}/colls/{}/triggers', 1),
  CreateUserDefinedFunction: create('POST /dbs/{}/colls/{}/udfs', 1),
};
