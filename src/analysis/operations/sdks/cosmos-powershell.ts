/** The CosmosDB module: functions around requests to the data plane. Source: PlagueHO/CosmosDB. */
import type { CallRow, Sdk } from '../sdk.js';
import { HTTP_ERROR } from './shared/http-commands.js';

const create = (op: string, bodyName?: string): CallRow => ({
  op,
  request: { options: 'named', ...(bodyName ? { bodyName } : {}) },
});

export const cosmosPowershell: Sdk = {
  id: 'cosmos-powershell',
  title: 'CosmosDB',
  service: 'cosmos',
  languages: ['powershell'],
  modules: ['CosmosDB'],
  exports: {},
  distinctive: [],
  commands: {
    'New-CosmosDbDatabase': create('POST /dbs'),
    'New-CosmosDbCollection': create('POST /dbs/{}/colls'),
    'New-CosmosDbDocument': {
      ...create('POST /dbs/{}/colls/{}/docs', 'DocumentBody'),
      idField: 'id',
      safeWhen: { option: ['Upsert'], safe: 'upsert' },
    },
    'Set-CosmosDbDocument': {
      ...create('PUT /dbs/{}/colls/{}/docs/{}', 'DocumentBody'),
      etag: [['ETag']],
      needsEtag: true,
    },
    'New-CosmosDbStoredProcedure': create('POST /dbs/{}/colls/{}/sprocs'),
    'New-CosmosDbTrigger': create('POST /dbs/{}/colls/{}/triggers'),
    'New-CosmosDbUserDefinedFunction': create('POST /dbs/{}/colls/{}/udfs'),
    'New-CosmosDbUser': create('POST /dbs/{}/users'),
    'New-CosmosDbPermission': create('POST /dbs/{}/users/{}/permissions'),
  },
  channel: 'throws',
  roles: {},
  error: HTTP_ERROR,
};
