/** Finds the lookup of an operation. */
import type { Site } from '../../analysis/findings.js';
import { cosmosLookups } from './cosmos.js';
import { graphLookups } from './graph.js';
import type { Lookup } from './lookup.js';

const lookups: readonly Lookup[] = [...graphLookups, ...cosmosLookups];

/** How the twin of a site's resource is read; undefined where no key is enforced by the service or none is known. */
export function lookupFor({
  rule,
  service,
  operation,
}: Pick<Site, 'rule' | 'service' | 'operation'>): Lookup | undefined {
  const suits = (row: Lookup): boolean => ('rules' in row ? row.rules.includes(rule) : row.service === service);
  return lookups.find((row) => suits(row) && (row.op?.test(operation) ?? true));
}
