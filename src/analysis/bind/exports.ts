/** What a file hands to others, by name: exported declarations and assignments to `exports` and `module.exports`. */
import type { Val } from '../code-model.js';
import type { BoundFile, Def } from './file.js';

const memo = new WeakMap<BoundFile, Map<string, Def>>();

/** The exports of a file that are not re-exports; `default` also stands for `module.exports` as a whole. */
export function exportsOf(file: BoundFile): Map<string, Def> {
  let out = memo.get(file);
  if (out) return out;
  out = new Map();
  memo.set(file, out);
  for (const [name, def] of file.top.names) if (!def.import) out.set(name, def);
  for (const s of file.model.top) {
    if (s.s !== 'bind' || !s.value || s.target.v !== 'member') continue;
    const { obj, name } = s.target;
    const ofExports = obj.v === 'ref' && obj.name === 'exports';
    const ofModule = obj.v === 'member' && obj.name === 'exports' && obj.obj.v === 'ref' && obj.obj.name === 'module';
    if (ofExports || ofModule) out.set(name, named(file, name, s.value));
    else if (name === 'exports' && obj.v === 'ref' && obj.name === 'module') whole(file, s.value, out);
  }
  return out;
}

/** `module.exports = { a, b }`, `module.exports = Client`. */
function whole(file: BoundFile, value: Val, out: Map<string, Def>): void {
  out.set('default', named(file, 'default', value));
  if (value.v !== 'rec') return;
  for (const e of value.entries)
    if (typeof e.key === 'string' && !e.spread) out.set(e.key, named(file, e.key, e.value));
}

/** The definition a value names, or one that holds it. */
function named(file: BoundFile, name: string, value: Val): Def {
  const own = value.v === 'ref' ? file.top.names.get(value.name) : undefined;
  if (own) return own;
  const def: Def = { name, kind: 'local', sources: [{ value, path: [] }], writes: [], start: value.range.start };
  if (value.v === 'fn') def.fn = value.fn;
  return def;
}
