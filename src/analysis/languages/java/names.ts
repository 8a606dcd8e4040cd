/** Types and names as written. */
import type { TypeRef } from '../../code-model.js';
import { field, ofType, type Syntax } from '../syntax.js';
import { type Context, operands } from './context.js';

/** A dotted name as its parts: `com.azure.cosmos`. */
export function dotted(cx: Context, node: Syntax): string[] {
  return cx
    .source(node)
    .replace(/\/\*.*?\*\/|\/\/[^\n]*/gs, '')
    .split('.')
    .map((p) => p.replace(/@\w+/g, '').trim())
    .filter((p) => p !== '');
}

/** A type as written; `undefined` where it is left to inference (`var`). */
export function typeRef(cx: Context, node: Syntax | undefined): TypeRef | undefined {
  if (!node) return undefined;
  switch (node.type) {
    case 'type_identifier':
    case 'identifier': {
      const name = cx.source(node);
      return name === 'var' ? undefined : { path: [name], args: [] };
    }
    case 'scoped_type_identifier':
    case 'scoped_identifier':
    case 'field_access': {
      const generic = ofType(node, 'generic_type');
      const path = operands(node)
        .filter((c) => !c.type.endsWith('annotation'))
        .flatMap((c) => typeRef(cx, c)?.path ?? []);
      return { path, args: generic ? typeArgs(cx, generic) : [] };
    }
    case 'generic_type': {
      const name = operands(node)[0];
      return { path: (name && typeRef(cx, name)?.path) ?? [], args: typeArgs(cx, node) };
    }
    case 'array_type': {
      const item = typeRef(cx, field(node, 'element'));
      return { path: ['Array'], args: item ? [item] : [] };
    }
    case 'annotated_type': {
      const inner = operands(node).at(-1);
      return inner && typeRef(cx, inner);
    }
    default:
      return { path: [cx.source(node)], args: [] };
  }
}

/** A type where the model wants one: inferred types have an empty path. */
export function typeOrEmpty(cx: Context, node: Syntax | undefined): TypeRef {
  return typeRef(cx, node) ?? { path: [], args: [] };
}

/** The type arguments below a node; a wildcard counts as its bound. */
export function typeArgs(cx: Context, node: Syntax): TypeRef[] {
  const list = ofType(node, 'type_arguments');
  return list ? operands(list).flatMap((c) => argument(cx, c) ?? []) : [];
}

function argument(cx: Context, node: Syntax): TypeRef | undefined {
  if (node.type !== 'wildcard') return typeRef(cx, node);
  const bound = operands(node).at(-1);
  return bound && bound.type !== 'super' ? typeRef(cx, bound) : { path: ['?'], args: [] };
}
