/**
 * Entity Framework Core with the Cosmos provider. Writes happen in `SaveChanges`; 409 arrives as `DbUpdateException`
 * with a `CosmosException` inside, a stale ETag as `DbUpdateConcurrencyException`.
 * Source: dotnet/efcore, CosmosClientWrapper and CosmosDatabaseWrapper.
 */
import type { Sdk } from '../sdk.js';

export const efcoreCosmos: Sdk = {
  id: 'efcore-cosmos',
  title: 'Microsoft.EntityFrameworkCore.Cosmos',
  service: 'cosmos',
  languages: ['csharp'],
  modules: ['Microsoft.EntityFrameworkCore', 'Microsoft.EntityFrameworkCore.*'],
  exports: {},
  derived: { base: 'DbContext', role: 'CosmosContext', when: ['UseCosmos(', 'ToContainer(', 'HasPartitionKey('] },
  distinctive: [],
  channel: 'throws',
  roles: {
    CosmosContext: {
      calls: {
        SaveChangesAsync: { op: 'POST /dbs/{}/colls/{}/docs' },
        SaveChanges: { op: 'POST /dbs/{}/colls/{}/docs' },
      },
    },
  },
  error: {
    types: ['DbUpdateException', 'Exception', 'SystemException'],
    wrongTypes: ['CosmosException'],
    statusTypes: { DbUpdateConcurrencyException: 412 },
    status: ['InnerException.StatusCode', 'GetBaseException().StatusCode'],
    code: [],
    text: ['Message', 'InnerException.Message'],
    inner: ['InnerException'],
  },
};
