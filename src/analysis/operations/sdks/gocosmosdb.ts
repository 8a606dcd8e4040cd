/**
 * Clients that `go-cosmosdb` writes for the types of one project: a client for each type of document, with `Create`,
 * `Replace` and `Delete`. Replacing and deleting send the document's ETag unless told otherwise.
 * Shapes: jewzaam/go-cosmosdb.
 */
import type { Sdk } from '../sdk.js';

export const gocosmosdb: Sdk = {
  id: 'go-cosmosdb',
  title: 'go-cosmosdb',
  service: 'cosmos',
  languages: ['go'],
  modules: [
    'github.com/jewzaam/go-cosmosdb',
    'github.com/jewzaam/go-cosmosdb/*',
    'github.com/jim-minter/go-cosmosdb/*',
  ],
  exports: {},
  named: [{ ending: 'DocumentClient', role: 'Documents' }],
  copies: ['*/cosmosdb'],
  distinctive: [],
  channel: 'throws',
  roles: {
    Documents: {
      calls: {
        Create: { op: 'POST /dbs/{}/colls/{}/docs', request: { body: 2, options: 3 } },
        Replace: {
          op: 'PUT /dbs/{}/colls/{}/docs/{}',
          request: { body: 2, options: 3 },
          etag: [],
          sendsEtag: ['NoETag'],
        },
        Delete: {
          op: 'DELETE /dbs/{}/colls/{}/docs/{}',
          request: { body: 2, options: 3 },
          etag: [],
          sendsEtag: ['NoETag'],
        },
      },
    },
  },
  error: {
    types: ['Error'],
    wrongTypes: ['ResponseError', 'ODataError'],
    status: ['StatusCode'],
    code: ['Code'],
    text: ['Error()', 'Message'],
  },
};
