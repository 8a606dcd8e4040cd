/** Types as they are written. Pointers are what they point to. */
import type { TypeRef } from '../../code-model.js';
import { field, fields, named, ofType, type Syntax } from '../syntax.js';
import type { Context } from './context.js';

/** A list of any kind, a map, a channel: something that holds elements of its last type. */
const HOLDERS: Record<string, string> = {
  slice_type: 'element',
  array_type: 'element',
  implicit_length_array_type: 'element',
  map_type: 'value',
  channel_type: 'value',
};

/** Types that only stand around another one. */
const WRAPPERS = new Set(['pointer_type', 'parenthesized_type', 'type_elem', 'type_constraint', 'negated_type']);

/** A type, or undefined where none is written. */
export function typeRef(cx: Context, node: Syntax | undefined): TypeRef | undefined {
  if (!node) return undefined;
  const held = HOLDERS[node.type];
  if (held !== undefined) {
    const item = typeRef(cx, field(node, held));
    return { path: ['Array'], args: item ? [item] : [] };
  }
  if (WRAPPERS.has(node.type)) return typeRef(cx, named(node)[0]);
  switch (node.type) {
    case 'qualified_type': {
      const parts = [field(node, 'package'), field(node, 'name')];
      return { path: parts.flatMap((p) => (p ? [cx.source(p)] : [])), args: [] };
    }
    case 'generic_type': {
      const type = typeRef(cx, field(node, 'type'));
      return type && { path: type.path, args: typeArgs(cx, node) };
    }
    case 'function_type': {
      const result = resultType(cx, field(node, 'result'));
      return { path: ['func'], args: result ? [result] : [] };
    }
    case 'struct_type':
      return { path: ['struct'], args: [] };
    case 'interface_type':
      return { path: [asksForStatus(cx, node) ? 'any' : 'interface'], args: [] };
    // A dereferenced type, read as an expression: `errors.AsType[*T]`.
    case 'unary_expression':
      return typeRef(cx, field(node, 'operand'));
    case 'selector_expression': {
      const parts = [field(node, 'operand'), field(node, 'field')];
      return { path: parts.flatMap((p) => (p ? [cx.source(p)] : [])), args: [] };
    }
    default:
      return { path: [cx.source(node)], args: [] };
  }
}

/** An interface without a name that whatever has a status, or is an error at all, has. */
function asksForStatus(cx: Context, node: Syntax): boolean {
  return named(node).every((c) => /^(?:(?:Get)?(?:HTTP)?Status(?:Code)?|Error)\(\)/.test(cx.source(c)));
}

/** The type arguments of a generic type or call. */
export function typeArgs(cx: Context, node: Syntax): TypeRef[] {
  const list = field(node, 'type_arguments') ?? ofType(node, 'type_arguments');
  return list ? named(list).flatMap((c) => typeRef(cx, c) ?? []) : [];
}

/** The type of what a function gives back; of several results one that holds them all, in order. */
export function resultType(cx: Context, node: Syntax | undefined): TypeRef | undefined {
  if (!node) return undefined;
  if (node.type !== 'parameter_list') return typeRef(cx, node);
  const types = named(node).flatMap((p) => {
    // `(a, b int)` is two.
    const count = Math.max(1, fields(p, 'name').length);
    return Array.from({ length: count }, () => typeRef(cx, field(p, 'type')) ?? []).flat();
  });
  return types.length > 1 ? { path: ['results'], args: types } : types[0];
}

/** The same type once more: no piece of a model stands in two places. */
export function again(type: TypeRef): TypeRef {
  return { path: [...type.path], args: type.args.map(again) };
}
