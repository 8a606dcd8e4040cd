/** `import …` and `from … import …`. Relative modules become paths: `..a.b` is `../a/b`. */
import type { Import } from '../../code-model.js';
import { field, fields, ofType, type Syntax } from '../syntax.js';
import { type Lowering, rangeOf, textOf } from './context.js';

function add(node: Syntax, l: Lowering, module: string, form: Import['form'], names: Import['names']): void {
  const relative = module.startsWith('.');
  // Whatever a module imports can be imported from it.
  l.imports.push({ range: rangeOf(node), module, form, names, relative, typeOnly: false, reexport: form === 'named' });
}

/** The written name of an imported thing, and the one it goes by here. */
function nameAndAlias(node: Syntax, l: Lowering): { name: string; alias: string | undefined } {
  if (node.type !== 'aliased_import') return { name: compact(node, l), alias: undefined };
  const name = field(node, 'name');
  const alias = field(node, 'alias');
  return { name: name ? compact(name, l) : '', alias: alias && textOf(alias, l) };
}

const compact = (node: Syntax, l: Lowering): string => textOf(node, l).replace(/[\s\\]+/g, '');

/** `import a.b` binds `a`; `import a.b as c` binds the module itself. */
export function importStatement(node: Syntax, l: Lowering): void {
  for (const part of fields(node, 'name')) {
    const { name, alias } = nameAndAlias(part, l);
    if (!name) continue;
    const local = alias ?? name.split('.')[0] ?? name;
    add(part, l, name, 'namespace', [{ imported: '*', local }]);
  }
}

/** `from m import a, b as c`. */
export function fromStatement(node: Syntax, l: Lowering): void {
  const source = field(node, 'module_name');
  if (!source) return;
  const module = moduleName(compact(source, l));
  const parts = fields(node, 'name').map((part) => nameAndAlias(part, l));
  const names = parts.filter((p) => p.name).map((p) => ({ imported: p.name, local: p.alias ?? p.name }));
  // `from . import x`: each name is a module beside this one.
  if (/^\.+\/?$/.test(module)) {
    const folder = module.endsWith('/') ? module : `${module}/`;
    for (const n of names) add(node, l, folder + n.imported, 'namespace', [{ imported: '*', local: n.local }]);
  } else if (ofType(node, 'wildcard_import')) add(node, l, module, 'sideEffect', []);
  else add(node, l, module, 'named', names);
}

/** `a.b` as it is; `.a.b` is `./a/b`, and each further dot leads one folder up. */
function moduleName(written: string): string {
  const dots = /^\.+/.exec(written)?.[0].length ?? 0;
  if (dots === 0) return written;
  const up = dots === 1 ? './' : '../'.repeat(dots - 1);
  return up + written.slice(dots).replace(/\./g, '/');
}
