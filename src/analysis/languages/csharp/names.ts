/** Types and names: `global::A.B<C>[]?` as a type, `A.B<C>` as a value. */
import type { TypeRef, Val } from '../../code-model.js';
import { field, ofType, type Syntax } from '../syntax.js';
import { type Context, opaque, operands, range } from './context.js';

/** Types that only wrap another one, which the model drops. */
const WRAPPERS = new Set(['nullable_type', 'pointer_type', 'ref_type', 'scoped_type', 'type_pattern', 'type']);

/** A type as written; `undefined` where it is left to inference (`var`). */
export function typeRef(cx: Context, node: Syntax | undefined): TypeRef | undefined {
  if (!node) return undefined;
  switch (node.type) {
    case 'implicit_type':
      return undefined;
    case 'array_type': {
      const item = typeRef(cx, field(node, 'type'));
      return { path: ['Array'], args: item ? [item] : [] };
    }
    case 'tuple_type':
      return {
        path: ['ValueTuple'],
        args: node.children.flatMap((c) => (c.type === 'tuple_element' ? (typeRef(cx, field(c, 'type')) ?? []) : [])),
      };
    case 'qualified_name': {
      const qualifier = typeRef(cx, field(node, 'qualifier'));
      const name = typeRef(cx, field(node, 'name'));
      return { path: [...(qualifier?.path ?? []), ...(name?.path ?? [])], args: name?.args ?? [] };
    }
    case 'member_access_expression': {
      const qualifier = typeRef(cx, field(node, 'expression'));
      const name = typeRef(cx, field(node, 'name'));
      return { path: [...(qualifier?.path ?? []), ...(name?.path ?? [])], args: name?.args ?? [] };
    }
    case 'alias_qualified_name': {
      const alias = field(node, 'alias');
      const name = typeRef(cx, field(node, 'name'));
      const first = alias && cx.source(alias) !== 'global' ? [cx.name(alias)] : [];
      return { path: [...first, ...(name?.path ?? [])], args: name?.args ?? [] };
    }
    case 'generic_name': {
      const name = ofType(node, 'identifier');
      return { path: name ? [cx.name(name)] : [], args: typeArgs(cx, node) };
    }
    case 'primary_constructor_base_type':
      return typeRef(cx, field(node, 'type'));
    case 'function_pointer_type':
      return { path: ['delegate*'], args: [] };
    default: {
      if (WRAPPERS.has(node.type)) return typeRef(cx, field(node, 'type') ?? operands(node)[0]);
      return { path: [cx.name(node)], args: [] };
    }
  }
}

/** A type where the model wants one: inferred types have an empty path. */
export function typeOrEmpty(cx: Context, node: Syntax | undefined): TypeRef {
  return typeRef(cx, node) ?? { path: [], args: [] };
}

/** The type arguments of a generic name; none for any other node. */
export function typeArgs(cx: Context, node: Syntax): TypeRef[] {
  const list = node.type === 'generic_name' ? ofType(node, 'type_argument_list') : undefined;
  return list ? operands(list).flatMap((c) => typeRef(cx, c) ?? []) : [];
}

/** The identifier inside a simple or generic name. */
function plainName(node: Syntax): Syntax {
  return node.type === 'generic_name' ? (ofType(node, 'identifier') ?? node) : node;
}

/** A dotted name as text: `Microsoft.Azure.Cosmos`. */
export function dotted(cx: Context, node: Syntax): string {
  return typeOrEmpty(cx, node).path.join('.');
}

/** A name or type where a value is expected: `A.B` is member B of A. */
export function nameValue(cx: Context, node: Syntax): Val {
  switch (node.type) {
    case 'qualified_name': {
      const qualifier = field(node, 'qualifier');
      const name = field(node, 'name');
      if (!qualifier || !name) return opaque(node, []);
      return memberOf(cx, nameValue(cx, qualifier), name, node.end);
    }
    case 'alias_qualified_name': {
      const alias = field(node, 'alias');
      const name = field(node, 'name');
      if (!alias || !name) return opaque(node, []);
      if (cx.source(alias) === 'global') return { v: 'ref', name: cx.name(plainName(name)), range: range(node) };
      return memberOf(cx, nameValue(cx, alias), name, node.end);
    }
    case 'generic_name':
      return { v: 'ref', name: cx.name(plainName(node)), range: range(node) };
    case 'nullable_type':
    case 'array_type':
    case 'pointer_type': {
      const inner = field(node, 'type');
      return inner ? nameValue(cx, inner) : opaque(node, []);
    }
    default:
      return { v: 'ref', name: cx.name(node), range: range(node) };
  }
}

/** `obj.name`, from a name node that may carry type arguments. */
export function memberOf(cx: Context, obj: Val, name: Syntax, end: number, safe = false): Val {
  const plain = plainName(name);
  return {
    v: 'member',
    obj,
    name: cx.name(plain),
    nameRange: range(plain),
    safe,
    range: { start: obj.range.start, end },
  };
}
