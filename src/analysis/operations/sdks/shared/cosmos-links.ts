/** The calls by links of the older Cosmos DB clients for Python, which name resources by `dbs/…/colls/…`. */
import type { CallRow } from '../../sdk.js';

/** The definition stands behind the link of its parent; a database has none. */
const create = (op: string, bodyName: string): CallRow => {
  const body = op === 'POST /dbs' ? 0 : 1;
  return { op, request: { body, bodyName, options: body + 1 }, idField: 'id' };
};

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

const collection = create('POST /dbs/{}/colls', 'collection');

/** What did not change its name. */
const BOTH: Record<string, CallRow> = {
  CreateDatabase: create('POST /dbs', 'database'),
  CreateUser: create('POST /dbs/{}/users', 'user'),
  CreatePermission: create('POST /dbs/{}/users/{}/permissions', 'permission'),
  CreateStoredProcedure: create('POST /dbs/{}/colls/{}/sprocs', 'sproc'),
  CreateTrigger: create('POST /dbs/{}/colls/{}/triggers', 'trigger'),
  CreateUserDefinedFunction: create('POST /dbs/{}/colls/{}/udfs', 'udf'),
};

/** `pydocumentdb`: documents in collections. */
export const DOCUMENT_CALLS: Record<string, CallRow> = {
  ...BOTH,
  CreateCollection: collection,
  CreateDocument: item,
  UpsertDocument: upsert,
  ReplaceDocument: replace,
  DeleteDocument: remove,
};

/** `azure-cosmos` 3: items in containers. */
export const ITEM_CALLS: Record<string, CallRow> = {
  ...BOTH,
  CreateContainer: collection,
  CreateItem: item,
  UpsertItem: upsert,
  ReplaceItem: replace,
  DeleteItem: remove,
};
