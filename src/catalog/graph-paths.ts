/**
 * The paths of Microsoft Graph (Bookings is a part of it) that the catalog names, for the check against the published
 * service metadata.
 */
import { scenarios } from './index.js';
import { parseOperation } from './operation.js';

export interface CatalogPath {
  op: string;
  segments: string[];
  /** Beta only, or with a stated reason why the metadata lacks it. */
  excused: boolean;
}

/** Every operation and look-up of the Graph and Bookings scenarios, each path once. */
export function catalogPaths(): CatalogPath[] {
  const paths = new Map<string, CatalogPath>();
  for (const scenario of scenarios.filter((s) => s.service !== 'cosmos')) {
    for (const row of [...scenario.operations, ...(scenario.lookup ? [scenario.lookup] : [])]) {
      const { segments } = parseOperation(row.op);
      const excused = 'beta' in row || 'notInMetadata' in row;
      const path = segments.join('/');
      if (!paths.has(path)) paths.set(path, { op: row.op, segments, excused });
    }
  }
  return [...paths.values()];
}
