/** `import` declarations, and the names packages go by. */
import type { Import } from '../../code-model.js';
import { field, type Syntax } from '../syntax.js';
import { type Context, range } from './context.js';

/** All packages of one `import` declaration. */
export function importsOf(cx: Context, node: Syntax): Import[] {
  if (node.type === 'import_spec') return [importOf(cx, node)];
  return node.children.flatMap((c) => (c.named ? importsOf(cx, c) : []));
}

function importOf(cx: Context, node: Syntax): Import {
  const path = field(node, 'path');
  const module = path ? cx.source(path).slice(1, -1) : '';
  const name = field(node, 'name');
  const alias = name && cx.source(name);
  const rest = { module, relative: false, typeOnly: false, range: range(node) };
  if (alias === '_') return { ...rest, form: 'sideEffect', names: [] };
  if (alias === '.') return { ...rest, form: 'using', names: [] };
  const locals = alias === undefined ? packageNames(module) : [alias];
  return { ...rest, form: 'namespace', names: locals.map((local) => ({ imported: '*', local })) };
}

/**
 * The names a package may go by where none is given. The path does not say it: `msgraph-sdk-go` calls itself
 * `msgraphsdkgo`, `kiota-abstractions-go` calls itself `abstractions`.
 */
function packageNames(module: string): string[] {
  const parts = module.split('/').filter((p) => p !== '');
  const last = /^v\d+$/.test(parts.at(-1) ?? '') && parts.length > 1 ? parts.at(-2) : parts.at(-1);
  if (!last) return [];
  const plain = last.replace(/\.v\d+$/, '');
  const bare = plain.replace(/^go[-.]|[-.]go$/g, '');
  const out = [plain.replace(/[-.]/g, ''), bare.replace(/[-.]/g, ''), bare.split(/[-.]/).at(-1) ?? ''];
  return [...new Set(out)].filter((n) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(n));
}
