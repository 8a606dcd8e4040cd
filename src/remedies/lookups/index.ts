/** Finds the lookup of an operation. */
import { graphLookups } from './graph.js';
import type { Lookup } from './lookup.js';

/** How the twin of this operation's resource is read; undefined where no key is enforced by the service or none is known. */
export function lookupFor(rule: string, operation: string): Lookup | undefined {
  return graphLookups.find((row) => row.rules.includes(rule) && (row.op?.test(operation) ?? true));
}
