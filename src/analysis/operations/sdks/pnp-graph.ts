/**
 * `@pnp/graph` 2 to 4. Member names are near the URL, the calls that create are `add` with their own arguments.
 * `addFolder` and `add` of a drive default to conflictBehavior rename. Shapes: pnp/pnpjs, packages/graph.
 */
import type { Sdk } from '../sdk.js';

export const pnpGraph: Sdk = {
  id: 'pnp-graph',
  title: '@pnp/graph',
  service: 'graph',
  languages: ['typescript', 'tsx', 'javascript'],
  modules: ['@pnp/graph', '@pnp/graph/*', '@pnp/graph-commonjs', '@pnp/graph-commonjs/*'],
  exports: { GraphFI: 'Client', graph: 'Client' },
  factories: { graphfi: 'Client' },
  distinctive: ['GraphFI'],
  channel: 'throws',
  roles: { Client: { calls: { using: { returns: 'Client' } } } },
  builder: {
    root: 'Client',
    verbs: {
      add: 'POST',
      create: 'POST',
      update: 'PATCH',
      delete: 'DELETE',
      createTeam: 'PUT /team',
      addFolder: '',
      addSite: '',
    },
    segments: { using: null, bookingBusinesses: 'solutions/bookingBusinesses' },
    // `update(properties, eTag = '*')` and `delete(eTag = '*')` of what has an ETag.
    etagAt: { update: 1, delete: 0 },
    keyCalls: { getById: '{}', getByName: '{}' },
  },
  error: {
    types: ['HttpRequestError', 'Error'],
    status: ['status', 'response.status'],
    code: ['response.statusText'],
    text: ['message'],
  },
};
