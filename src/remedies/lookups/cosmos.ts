/** Lookups of Azure Cosmos DB: an item by what the service compares, everything else by its name in what it is part of. */
import type { Lookup } from './lookup.js';

export const cosmosLookups: readonly Lookup[] = [
  { service: 'cosmos', op: /^POST \/dbs\/\{\}\/colls\/\{\}\/docs$/, by: 'item' },
  { service: 'cosmos', by: 'definition' },
];
