/**
 * Checks each Graph and Bookings path of the catalog against the published service metadata, and writes the compact
 * index with which a unit test repeats the check offline.
 *
 *     npx tsx scripts/index-graph-metadata.ts <cleanMetadata.xml> <commit of microsoftgraph/msgraph-metadata>
 *
 * Ends with 1 and a list when a path is neither in the metadata nor marked `beta` or `notInMetadata`, or when it is
 * marked so and is there after all.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { catalogPaths } from '../src/catalog/graph-paths.js';
import { type BoundOperation, type GraphIndex, missingSegment, type TypeIndex } from './graph-metadata.js';

const OUTPUT = 'test/data/graph-metadata.json';
const TAG = /<(\/?)(\w+)((?:\s+[\w:.]+="[^"]*")*)\s*(\/?)>/g;
const ATTRIBUTE = /([\w:.]+)="([^"]*)"/g;

/** Reads CSDL. The published file is regular XML without CDATA or entities in names, so tags are scanned. */
function parse(xml: string, source: GraphIndex['source']): GraphIndex {
  const aliases = new Map([...xml.matchAll(/<Schema Namespace="([^"]+)" Alias="([^"]+)"/g)].map((m) => [m[2], m[1]]));
  const index: GraphIndex = { source, root: {}, types: {}, operations: {} };
  let namespace = '';
  let type: TypeIndex | undefined;
  let call: { name: string; operation: BoundOperation } | undefined;

  const full = (name: string): string => {
    const collection = /^Collection\((.+)\)$/.exec(name);
    if (collection) return `${full(collection[1] ?? '')}[]`;
    const dot = name.indexOf('.');
    const alias = aliases.get(name.slice(0, dot));
    return (alias ? alias + name.slice(dot) : name).replace(/^microsoft\.graph\./, '');
  };

  for (const [, close, tag = '', attributes = ''] of xml.matchAll(TAG)) {
    const a = Object.fromEntries([...attributes.matchAll(ATTRIBUTE)].map((m) => [m[1], m[2]]));
    const name = a['Name'] ?? '';
    if (close) {
      if (tag === 'EntityType' || tag === 'ComplexType') type = undefined;
      if (tag === 'Action' || tag === 'Function') call = undefined;
    } else if (tag === 'Schema') {
      namespace = a['Namespace'] ?? '';
    } else if (tag === 'EntityType' || tag === 'ComplexType') {
      type = { ...(a['BaseType'] ? { base: full(a['BaseType']) } : {}), members: {} };
      index.types[full(`${namespace}.${name}`)] = type;
    } else if (type && (tag === 'NavigationProperty' || tag === 'Property')) {
      type.members[name] = full(a['Type'] ?? '');
    } else if ((tag === 'Action' || tag === 'Function') && a['IsBound'] === 'true') {
      call = { name, operation: { on: '', parameters: [] } };
    } else if (call && tag === 'Parameter' && call.operation.on === '') {
      call.operation.on = full(a['Type'] ?? '');
      index.operations[call.name] = [...(index.operations[call.name] ?? []), call.operation];
    } else if (call && tag === 'Parameter') {
      call.operation.parameters.push(name);
    } else if (call && tag === 'ReturnType') {
      call.operation.returns = full(a['Type'] ?? '');
    } else if (tag === 'EntitySet') {
      index.root[name] = `${full(a['EntityType'] ?? '')}[]`;
    } else if (tag === 'Singleton') {
      index.root[name] = full(a['Type'] ?? '');
    }
  }
  return index;
}

/** Walks all paths, and keeps what they touch. */
function check(index: GraphIndex): { kept: GraphIndex; complaints: string[] } {
  const kept: GraphIndex = { source: index.source, root: {}, types: {}, operations: {} };
  const complaints: string[] = [];
  const keep = (type: string): TypeIndex => {
    kept.types[type] ??= { members: {} };
    return kept.types[type];
  };
  const trace = {
    root: (name: string) => {
      kept.root[name] = index.root[name] ?? '';
    },
    member: (type: string, name: string) => {
      keep(type).members[name] = index.types[type]?.members[name] ?? '';
    },
    base: (type: string) => {
      const base = index.types[type]?.base;
      if (base) keep(type).base = base;
    },
    operation: (name: string, operation: BoundOperation) => {
      const known = kept.operations[name] ?? [];
      if (!known.includes(operation)) kept.operations[name] = [...known, operation];
    },
  };
  for (const { op, segments, excused } of catalogPaths()) {
    const missing = missingSegment(index, segments, excused ? undefined : trace);
    if (missing !== undefined && !excused) complaints.push(`${op}: "${missing}" is not in the metadata`);
    if (missing === undefined && excused) complaints.push(`${op}: is in the metadata, the excuse is not needed`);
    for (const cast of segments.filter((s) => s.startsWith('microsoft.graph.'))) keep(cast.slice(16));
  }
  return { kept, complaints };
}

const sorted = <T>(o: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(o).sort(([a], [b]) => a.localeCompare(b)));

const [file, commit] = process.argv.slice(2);
if (!file || !commit) {
  console.error('usage: index-graph-metadata.ts <cleanMetadata.xml> <commit>');
  process.exit(2);
}
const { kept, complaints } = check(
  parse(readFileSync(file, 'utf8'), {
    repository: 'microsoftgraph/msgraph-metadata',
    commit,
    file: 'clean_v10_metadata/cleanMetadata.xml',
  }),
);
for (const complaint of complaints) console.error(complaint);
writeFileSync(
  OUTPUT,
  `${JSON.stringify({ ...kept, root: sorted(kept.root), types: sorted(kept.types), operations: sorted(kept.operations) }, null, 2)}\n`,
);
console.log(`${catalogPaths().length} paths, ${Object.keys(kept.types).length} types kept in ${OUTPUT}`);
if (complaints.length > 0) process.exitCode = 1;
