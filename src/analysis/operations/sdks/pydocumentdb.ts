/** `pydocumentdb`, the first client of Cosmos DB for Python. Shapes: Azure/azure-cosmos-python at 2.x. */
import type { Sdk } from '../sdk.js';
import { DOCUMENT_CALLS } from './shared/cosmos-links.js';

export const pydocumentdb: Sdk = {
  id: 'pydocumentdb',
  title: 'pydocumentdb',
  service: 'cosmos',
  languages: ['python'],
  modules: ['pydocumentdb', 'pydocumentdb.*'],
  exports: { DocumentClient: 'Client' },
  factories: { DocumentClient: 'Client' },
  distinctive: ['DocumentClient'],
  channel: 'throws',
  roles: { Client: { calls: DOCUMENT_CALLS } },
  error: {
    types: ['HTTPFailure'],
    status: ['status_code'],
    code: [],
    text: ['_http_error_message', 'message', 'args'],
  },
};
