/** Types as written. What cannot be named has an empty path. */
import type { TypeRef } from '../../code-model.js';
import { field, named, type Syntax } from '../syntax.js';
import { type Lowering, MAX_DEPTH, textOf } from './context.js';

const NAMES = new Set([
  'type_identifier',
  'identifier',
  'predefined_type',
  'property_identifier',
  'this',
  'this_type',
  'private_property_identifier',
]);
const QUALIFIED = new Set(['nested_type_identifier', 'nested_identifier', 'member_expression']);
const INSIDE = new Set(['parenthesized_type', 'readonly_type', 'type_annotation', 'optional_type']);
const CHOICES = new Set(['union_type', 'intersection_type']);
/** Members of a union that say "or nothing". */
const NOTHING = new Set(['undefined', 'null', 'void', 'never', 'unknown', 'any']);

const unnamed = (): TypeRef => ({ path: [], args: [] });

/** The dotted path of `a.b.c`, whether written as a type or as an expression; `undefined` for anything else. */
export function pathOf(node: Syntax, l: Lowering): string[] | undefined {
  const path: string[] = [];
  let at: Syntax | undefined = node;
  for (;;) {
    if (NAMES.has(at.type)) {
      path.unshift(textOf(at, l));
      return path;
    }
    if (!QUALIFIED.has(at.type)) return undefined;
    const parts = named(at);
    const last = parts[parts.length - 1];
    const first = parts[0];
    if (!first || !last || first === last) return undefined;
    path.unshift(textOf(last, l));
    at = first;
  }
}

/** The type of an annotation or type expression. */
export function typeRef(node: Syntax, l: Lowering, depth = 0): TypeRef {
  if (depth > MAX_DEPTH) return unnamed();
  const parts = named(node);
  const first = parts[0];
  if (INSIDE.has(node.type)) return first ? typeRef(first, l, depth + 1) : unnamed();
  if (node.type === 'generic_type') {
    const args = parts.find((c) => c.type === 'type_arguments');
    return first ? { path: pathOf(first, l) ?? [], args: typeArgs(args, l, depth) } : unnamed();
  }
  if (node.type === 'array_type') return { path: ['Array'], args: [first ? typeRef(first, l, depth + 1) : unnamed()] };
  if (CHOICES.has(node.type)) {
    const choices = parts.map((p) => typeRef(p, l, depth + 1));
    return choices.find((c) => c.path.length > 0 && !isNothing(c)) ?? unnamed();
  }
  // `typeof import('x')` and `import('x').Y` have no name here.
  const path = pathOf(node, l);
  return path ? { path, args: [] } : unnamed();
}

function isNothing(type: TypeRef): boolean {
  return type.path.length === 1 && NOTHING.has(type.path[0] ?? '');
}

/** The arguments in `<A, B>`. */
export function typeArgs(node: Syntax | undefined, l: Lowering, depth = 0): TypeRef[] {
  return node ? named(node).map((t) => typeRef(t, l, depth + 1)) : [];
}

/** `{ type }` of a node's annotation field, or nothing, to be spread into a model object. */
export function typeOf(node: Syntax, l: Lowering, name = 'type'): { type?: TypeRef } {
  const annotation = field(node, name);
  if (!annotation) return {};
  const type = typeRef(annotation, l);
  return type.path.length > 0 ? { type } : {};
}
