/** Names, members, operators and what only stands around another value. */
import type { Op, Val } from '../../code-model.js';
import { field, named, type Syntax } from '../syntax.js';
import { type Context, opaque, operatorOf, range, type ValueRule } from './context.js';
import { isText, lit, textOf } from './literals.js';

const BINARY: Record<string, Op['op']> = {
  '==': 'eq',
  '!=': 'ne',
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
  '&&': 'and',
  '||': 'or',
};

/** An operator over values. */
export function op(name: Op['op'], args: Val[], at: { start: number; end: number }): Op {
  return { v: 'op', op: name, args, range: range(at) };
}

const identifier: ValueRule = (cx, node) => {
  const name = cx.source(node);
  if (name === cx.receiver) return { v: 'self', base: false, range: range(node) };
  return { v: 'ref', name, range: range(node) };
};

const selector: ValueRule = (cx, node) => {
  const operand = field(node, 'operand');
  const name = field(node, 'field');
  if (!operand || !name) return opaque(node, cx.values(node));
  return {
    v: 'member',
    obj: cx.value(operand),
    name: cx.source(name),
    nameRange: range(name),
    safe: false,
    range: range(node),
  };
};

const index: ValueRule = (cx, node) => {
  const operand = field(node, 'operand');
  const key = field(node, 'index');
  if (!operand || !key) return opaque(node, cx.values(node));
  return { v: 'index', obj: cx.value(operand), key: cx.value(key), range: range(node) };
};

const binary: ValueRule = (cx, node) => {
  const operator = operatorOf(node);
  if (operator === '+') return sum(cx, node);
  const left = field(node, 'left');
  const right = field(node, 'right');
  if (!left || !right) return opaque(node, cx.values(node));
  return op(BINARY[operator] ?? 'arith', [cx.value(left), cx.value(right)], node);
};

/** A chain of `+`, read without recursion because long ones are written by hand. Text in it makes all of it text. */
function sum(cx: Context, node: Syntax): Val {
  const terms: { value: Syntax; end: number }[] = [];
  let at: Syntax = node;
  while (at.type === 'binary_expression' && operatorOf(at) === '+') {
    const left = field(at, 'left');
    const right = field(at, 'right');
    if (!left || !right) break;
    terms.push({ value: right, end: at.end });
    at = left;
  }
  // Broken code: an operation without its operands.
  if (at === node) return opaque(node, cx.values(node));
  const first = cx.value(at);
  const rest = terms.reverse().map((t) => ({ value: cx.value(t.value), end: t.end }));
  if (isText(first) || rest.some((t) => isText(t.value))) return textOf([first, ...rest.map((t) => t.value)], node);
  if (rest.length > 50) return op('add', [first, ...rest.map((t) => t.value)], node);
  return rest.reduce((sofar, t) => op('add', [sofar, t.value], { start: node.start, end: t.end }), first);
}

const unary: ValueRule = (cx, node) => {
  const operand = field(node, 'operand');
  if (!operand) return opaque(node, cx.values(node));
  const value = cx.value(operand);
  switch (operatorOf(node)) {
    // A pointer and what it points to are one thing to the passes.
    case '&':
    case '*':
      return value;
    case '!':
      return op('not', [value], node);
    case '-':
      if (value.v === 'lit' && typeof value.value === 'number') return lit(node, -value.value);
      return op('arith', [value], node);
    case '<-':
      return opaque(node, [value]);
    default:
      return op('arith', [value], node);
  }
};

/** What stands inside, and nothing else: parentheses, a slice of something, an asserted type. */
const inner: ValueRule = (cx, node) => {
  const value = field(node, 'operand') ?? named(node)[0];
  return value ? cx.value(value) : opaque(node, []);
};

export const expressionRules: [string, ValueRule][] = [
  ['identifier', identifier],
  ['type_identifier', identifier],
  ['package_identifier', identifier],
  ['field_identifier', identifier],
  ['blank_identifier', identifier],
  ['selector_expression', selector],
  ['index_expression', index],
  ['binary_expression', binary],
  ['unary_expression', unary],
  ['parenthesized_expression', inner],
  ['slice_expression', inner],
  ['type_assertion_expression', inner],
  ['literal_element', inner],
  ['expression_list', inner],
];
