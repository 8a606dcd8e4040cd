/** Unique keys over several paths: the package takes each path for a key of its own, the service all of them together. */
import type { Json } from '../family.js';
import { isJson } from '../request.js';
import { valueAt } from '../store.js';

/** What the package keeps of a container, as far as this needs it. */
interface Documents {
  _uniqueKeyPaths: string[];
  _data: Map<string, { read(): unknown }>;
  _getPartition(data: Json): unknown;
}

/** Leaves the keys of one path to the package; returns those of several. */
export function severalPaths(documents: Documents, container: unknown): string[][] {
  const policy = isJson(container) ? container['uniqueKeyPolicy'] : undefined;
  const keys: unknown = isJson(policy) ? policy['uniqueKeys'] : undefined;
  const paths = (Array.isArray(keys) ? keys : []).flatMap((key: unknown) =>
    isJson(key) && Array.isArray(key['paths']) ? [key['paths'].map(String)] : [],
  );
  documents._uniqueKeyPaths = [...paths.filter((p) => p.length === 1).flat(), '/id'];
  return paths.filter((p) => p.length > 1);
}

/** Whether another item of the partition has the same values in all paths of a key. A missing value is one too. */
export function breaksOne(documents: Documents, keys: readonly string[][], body: Json): boolean {
  const text = (data: Json, path: string): string =>
    JSON.stringify(valueAt(data, path.slice(1).replaceAll('/', '.')) ?? null);
  const others = [...documents._data.values()].flatMap((item) => {
    const data = item.read();
    const same = isJson(data) && data['id'] !== body['id'];
    return same && documents._getPartition(data) === documents._getPartition(body) ? [data] : [];
  });
  return keys.some((key) => others.some((data) => key.every((path) => text(data, path) === text(body, path))));
}
