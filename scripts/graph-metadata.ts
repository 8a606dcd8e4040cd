/**
 * The part of the published Microsoft Graph service metadata (OData CSDL) that is needed to say whether a path exists,
 * and the walk along a path. Names of the default namespace `microsoft.graph` are written without it.
 */

/** A type, and whether it is a collection of it. Written `user` or `user[]`. */
export type TypeRef = string;

export interface TypeIndex {
  base?: string;
  /** Navigation properties, complex and stream properties, and the properties that serve as alternate keys. */
  members: Record<string, TypeRef>;
}

/** An action or function bound to a type. */
export interface BoundOperation {
  /** What it is called on. */
  on: TypeRef;
  returns?: TypeRef;
  /** Parameters, without the binding one. */
  parameters: string[];
}

export interface GraphIndex {
  source: { repository: string; commit: string; file: string };
  /** Entity sets and singletons. */
  root: Record<string, TypeRef>;
  types: Record<string, TypeIndex>;
  operations: Record<string, BoundOperation[]>;
}

/** What a walk touched, so that a compact index can keep just that. */
export interface Trace {
  root(name: string): void;
  member(type: string, name: string): void;
  /** Each link from a type to its base. */
  base(type: string): void;
  operation(name: string, operation: BoundOperation): void;
}

const KEYED = /^([^(]+)\((.+)\)$/;
const many = (type: TypeRef) => type.endsWith('[]');
const single = (type: TypeRef) => (many(type) ? type.slice(0, -2) : type);
const unqualified = (name: string) => name.replace(/^microsoft\.graph\./, '');

/**
 * Walks a path in the catalog's spelling.
 * @param segments as `parseOperation` gives them
 * @returns undefined when the path exists, else the first segment that does not
 */
export function missingSegment(index: GraphIndex, segments: string[], trace?: Trace): string | undefined {
  let at: TypeRef | undefined;
  for (const [i, segment] of segments.entries()) {
    at = i === 0 ? start(index, segment, trace) : follow(index, at ?? '', segment, trace);
    if (at === undefined) return segment;
  }
  return undefined;
}

function start(index: GraphIndex, segment: string, trace: Trace | undefined): TypeRef | undefined {
  const [, name, key] = KEYED.exec(segment) ?? [undefined, segment, undefined];
  const type = name === undefined ? undefined : index.root[name];
  if (name === undefined || type === undefined) return undefined;
  trace?.root(name);
  return key === undefined ? type : byKey(index, type, key, trace);
}

function follow(index: GraphIndex, at: TypeRef, segment: string, trace: Trace | undefined): TypeRef | undefined {
  if (segment === '{}') return many(at) ? single(at) : undefined;
  if (segment === '$ref') return at === '' ? undefined : '$ref';
  const [, name = segment, key] = KEYED.exec(segment) ?? [];
  const cast = unqualified(name);
  if (cast !== name && index.types[cast]) return many(at) ? `${cast}[]` : cast;
  const called = bound(index, at, cast, key, trace);
  if (called !== undefined) return called;
  const type = many(at) ? undefined : memberOf(index, at, name, trace);
  return type !== undefined && key !== undefined ? byKey(index, type, key, trace) : type;
}

/** `collection(name={})`: the type must have the properties that the key names. */
function byKey(index: GraphIndex, type: TypeRef, key: string, trace: Trace | undefined): TypeRef | undefined {
  const names = key.split(',').map((pair) => pair.split('=')[0] ?? '');
  const known = many(type) && names.every((n) => memberOf(index, single(type), n, trace) !== undefined);
  return known ? single(type) : undefined;
}

/** A member of the type, of a type it derives from, or of a type that derives from it (an implicit cast). */
function memberOf(index: GraphIndex, type: string, name: string, trace: Trace | undefined): TypeRef | undefined {
  const derived = Object.keys(index.types).filter((t) => t !== type && lineage(index, t).includes(type));
  for (const candidate of [type, ...derived]) {
    const line = lineage(index, candidate);
    const owner = line.find((t) => index.types[t]?.members[name] !== undefined);
    if (owner === undefined) continue;
    for (const t of line.slice(0, line.indexOf(candidate === type ? owner : type))) trace?.base(t);
    trace?.member(owner, name);
    return index.types[owner]?.members[name];
  }
  return undefined;
}

function bound(
  index: GraphIndex,
  at: TypeRef,
  name: string,
  key: string | undefined,
  trace: Trace | undefined,
): TypeRef | undefined {
  const line = lineage(index, single(at));
  const wanted = key?.split(',').map((pair) => pair.split('=')[0] ?? '') ?? [];
  const operation = index.operations[name]?.find(
    (o) => many(o.on) === many(at) && line.includes(single(o.on)) && wanted.every((w) => o.parameters.includes(w)),
  );
  if (!operation) return undefined;
  for (const t of line.slice(0, line.indexOf(single(operation.on)))) trace?.base(t);
  trace?.operation(name, operation);
  return operation.returns ?? '';
}

/** The type and the types it derives from, nearest first. */
function lineage(index: GraphIndex, type: string): string[] {
  const line: string[] = [];
  for (let t: string | undefined = type; t !== undefined && !line.includes(t); t = index.types[t]?.base) line.push(t);
  return line;
}
