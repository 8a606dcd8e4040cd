/** `azcosmos`, Azure Cosmos DB for Go. Shapes: Azure/azure-sdk-for-go, sdk/data/azcosmos. */
import type { CallRow, Sdk } from '../sdk.js';

const DOCS = 'POST /dbs/{}/colls/{}/docs';
const DOC = '/dbs/{}/colls/{}/docs/{}';
/** `ItemOptions` and `TransactionalBatchItemOptions` spell it in two ways. */
const ETAG = [['IfMatchEtag'], ['IfMatchETag']];

const guarded = (op: string, body: number | undefined, options: number, extra: Partial<CallRow> = {}): CallRow => ({
  op,
  request: { options, ...(body === undefined ? {} : { body }) },
  etag: ETAG,
  needsEtag: true,
  ...extra,
});
/** A step of a batch; the batch is given to the container, which answers without an error. */
const step = (row: CallRow): CallRow => ({ ...row, runsAt: 'ExecuteTransactionalBatch', channel: 'returns' });
const create = (op: string, body: number): CallRow => ({ op, request: { body, options: body + 1 }, idField: 'id' });

export const azcosmos: Sdk = {
  id: 'azcosmos',
  title: 'azcosmos',
  service: 'cosmos',
  languages: ['go'],
  modules: [
    'github.com/Azure/azure-sdk-for-go/sdk/data/azcosmos',
    'github.com/Azure/azure-sdk-for-go/sdk/data/azcosmos/*',
  ],
  exports: {
    Client: 'Client',
    DatabaseClient: 'Database',
    ContainerClient: 'Container',
    TransactionalBatch: 'Batch',
  },
  factories: {
    NewClient: 'Client',
    NewClientWithKey: 'Client',
    NewClientFromConnectionString: 'Client',
  },
  distinctive: [],
  channel: 'throws',
  values: ['PartitionKey'],
  roles: {
    Client: {
      calls: {
        NewContainer: { returns: 'Container' },
        NewDatabase: { returns: 'Database' },
        CreateDatabase: create('POST /dbs', 1),
      },
    },
    Database: {
      calls: {
        NewContainer: { returns: 'Container' },
        CreateContainer: create('POST /dbs/{}/colls', 1),
      },
    },
    Container: {
      calls: {
        CreateItem: {
          op: DOCS,
          request: { body: 2, isText: true, options: 3, partition: { at: 1, name: 'partitionKey' } },
          idField: 'id',
        },
        UpsertItem: guarded(`${DOCS}#upsert`, 2, 3, { safe: 'upsert' }),
        ReplaceItem: guarded(`PUT ${DOC}`, 3, 4),
        PatchItem: guarded(`PATCH ${DOC}`, 3, 4),
        DeleteItem: guarded(`DELETE ${DOC}`, undefined, 3),
        NewTransactionalBatch: { returns: 'Batch' },
        ExecuteTransactionalBatch: { runs: true, channel: 'returns' },
      },
    },
    Batch: {
      calls: {
        CreateItem: step({ op: DOCS, request: { body: 0, options: 1 }, idField: 'id' }),
        UpsertItem: step(guarded(`${DOCS}#upsert`, 0, 1, { safe: 'upsert' })),
        ReplaceItem: step(guarded(`PUT ${DOC}`, 1, 2)),
        PatchItem: step(guarded(`PATCH ${DOC}`, 1, 2)),
        DeleteItem: step(guarded(`DELETE ${DOC}`, undefined, 1)),
      },
    },
  },
  error: {
    types: ['ResponseError'],
    wrongTypes: ['ODataError'],
    status: ['StatusCode', 'RawResponse.StatusCode'],
    code: ['ErrorCode'],
    text: ['Error()'],
  },
  response: {
    types: [],
    status: ['OperationResults.*.StatusCode', 'RawResponse.StatusCode'],
    code: [],
    text: [],
    ok: ['Success'],
  },
};
