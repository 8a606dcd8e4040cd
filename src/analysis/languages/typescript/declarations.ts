/** Declarations of variables, functions and types as statements. */
import type { Stmt, TypeDecl } from '../../code-model.js';
import { field, named, type Syntax } from '../syntax.js';
import { type Lowering, rangeOf, textOf } from './context.js';
import { importAlias, requireDeclarator } from './imports.js';
import { typeOf } from './types.js';
import { unwrap } from './wrappers.js';

/** `const a = 1, b = 2`: one statement for each name or pattern. */
export function declaration(node: Syntax, l: Lowering): Stmt[] {
  const declarators =
    node.type === 'variable_declarator' ? [node] : named(node).filter((c) => c.type === 'variable_declarator');
  return declarators.flatMap((d) => declarator(d, declarators.length === 1 ? node : d, l));
}

function declarator(node: Syntax, whole: Syntax, l: Lowering): Stmt[] {
  const name = field(node, 'name');
  if (!name || requireDeclarator(node, l)) return [];
  const value = field(node, 'value');
  const direct = value && unwrap(value);
  // A class that is given a name at once is declared under that name.
  if (direct?.type === 'class' && name.type === 'identifier') {
    const type = { ...l.classDecl(direct), range: rangeOf(node), name: textOf(name, l), nameRange: rangeOf(name) };
    return [{ s: 'type', range: rangeOf(whole), type }];
  }
  return [
    {
      s: 'bind',
      range: rangeOf(whole),
      target: l.target(name),
      ...(value ? { value: l.value(value) } : {}),
      ...typeOf(node, l),
      declares: true,
    },
  ];
}

export function functionStatement(node: Syntax, l: Lowering): Stmt[] {
  const kind = l.functions > 0 ? 'local' : 'function';
  return [{ s: 'function', range: rangeOf(node), fn: l.fn(node, kind) }];
}

export const typeStatement =
  (lower: (node: Syntax, l: Lowering) => TypeDecl | undefined) =>
  (node: Syntax, l: Lowering): Stmt[] => {
    const type = lower(node, l);
    return type ? [{ s: 'type', range: rangeOf(node), type }] : [];
  };

/** `import C = cosmos.Container` binds a name to a value. */
export function importAliasStatement(node: Syntax, l: Lowering): Stmt[] {
  const alias = importAlias(node, l);
  if (!alias) return [];
  return [
    {
      s: 'bind',
      range: rangeOf(node),
      target: l.target(alias.name),
      value: l.value(alias.path),
      declares: true,
    },
  ];
}
