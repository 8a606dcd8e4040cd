/** What can stand left of `=`: variables, members, elements, deconstruction. */
import type { Pattern, Target } from '../../code-model.js';
import { field, type Syntax } from '../syntax.js';
import { type Context, lastOperand, opaque, operands, range } from './context.js';

const TUPLES = new Set(['tuple_expression', 'tuple_pattern', 'parenthesized_variable_designation']);

/** Lowers an assignment's left side. */
export function target(cx: Context, node: Syntax): Target {
  if (TUPLES.has(node.type)) return pattern(cx, node);
  if (node.type === 'argument') {
    const value = lastOperand(node);
    return value ? target(cx, value) : opaque(node, []);
  }
  if (node.type === 'declaration_expression') {
    const name = field(node, 'name');
    return name ? { v: 'ref', name: cx.name(name), range: range(name) } : opaque(node, []);
  }
  if (node.type === 'discard') return { v: 'ref', name: '_', range: range(node) };
  const value = cx.value(node);
  return value.v === 'ref' || value.v === 'member' || value.v === 'index' ? value : opaque(node, [value]);
}

function pattern(cx: Context, node: Syntax): Pattern {
  const parts = operands(node).map((c, key) => ({ key, target: target(cx, c) }));
  return { v: 'pattern', parts, range: range(node) };
}

/** True if a deconstruction declares its variables: `(var a, int b) = …`. */
export function declares(node: Syntax): boolean {
  if (node.type === 'tuple_pattern') return true;
  if (node.type !== 'tuple_expression') return false;
  return operands(node).some((c) => {
    const value = c.type === 'argument' ? lastOperand(c) : c;
    return value !== undefined && (value.type === 'declaration_expression' || declares(value));
  });
}
