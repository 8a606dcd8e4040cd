/** Operators, conditions and assignments in expressions. */
import type { Op, Val } from '../../code-model.js';
import { field, hasToken, type Syntax } from '../syntax.js';
import { type Context, lastOperand, opaque, operands, operatorOf, part, range, type ValueRule } from './context.js';
import { isText, textOf } from './literals.js';
import { nameValue, typeOrEmpty } from './names.js';
import { target } from './targets.js';

const BINARY: Record<string, Op['op']> = {
  '==': 'eq',
  '!=': 'ne',
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
  '&&': 'and',
  '||': 'or',
  '??': 'coalesce',
};

/** An operator over values. */
export function op(name: Op['op'], args: Val[], at: { start: number; end: number }): Op {
  return { v: 'op', op: name, args, range: range(at) };
}

const binary: ValueRule = (cx, node) => {
  const operator = operatorOf(node);
  if (operator === '+') return sum(cx, node);
  const left = part(node, 'left', 0);
  const right = part(node, 'right', -1);
  if (!left || !right) return opaque(node, cx.values(node));
  return op(BINARY[operator] ?? 'arith', [cx.value(left), cx.value(right)], node);
};

/**
 * A chain of `+`, read without recursion because long ones are written by hand. One operand that is text makes the
 * whole chain text: then `baseUrl + path + "/x"` keeps its pieces.
 */
function sum(cx: Context, node: Syntax): Val {
  const terms: { value: Syntax; end: number }[] = [];
  let at: Syntax = node;
  for (;;) {
    const left = part(at, 'left', 0);
    const right = part(at, 'right', -1);
    if (!left || !right) break;
    terms.push({ value: right, end: at.end });
    at = left;
    if (at.type !== 'binary_expression' || operatorOf(at) !== '+') break;
  }
  const first = cx.value(at);
  const rest = terms.reverse().map((t) => ({ value: cx.value(t.value), end: t.end }));
  if (isText(first) || rest.some((t) => isText(t.value))) return textOf([first, ...rest.map((t) => t.value)], node);
  if (rest.length > 50) return op('add', [first, ...rest.map((t) => t.value)], node);
  return rest.reduce((sofar, t) => op('add', [sofar, t.value], { start: node.start, end: t.end }), first);
}

const prefix: ValueRule = (cx, node) => {
  const operand = lastOperand(node);
  if (!operand) return opaque(node, []);
  if (hasToken(node, '++')) return step(cx, node, operand, '+=');
  if (hasToken(node, '--')) return step(cx, node, operand, '-=');
  const value = cx.value(operand);
  if (hasToken(node, '!')) return op('not', [value], node);
  if (hasToken(node, '-') && value.v === 'lit' && typeof value.value === 'number')
    return { v: 'lit', value: -value.value, range: range(node) };
  if (hasToken(node, '&') || hasToken(node, '*')) return value;
  return op(hasToken(node, '^') ? 'other' : 'arith', [value], node);
};

/** `x++` and `x--` are `x += 1` and `x -= 1`. */
function step(cx: Context, node: Syntax, operand: Syntax, operator: string): Val {
  return { v: 'assign', target: target(cx, operand), value: one(node), op: operator, range: range(node) };
}

function one(node: Syntax): Val {
  return { v: 'lit', value: 1, range: range(node) };
}

const postfix: ValueRule = (cx, node) => {
  const operand = operands(node)[0];
  if (!operand) return opaque(node, []);
  if (hasToken(node, '++')) return step(cx, node, operand, '+=');
  if (hasToken(node, '--')) return step(cx, node, operand, '-=');
  return cx.value(operand);
};

const conditional: ValueRule = (cx, node) => {
  const test = part(node, 'condition', 0);
  const then = part(node, 'consequence', 1);
  const other = part(node, 'alternative', 2);
  if (!test || !then || !other) return opaque(node, cx.values(node));
  return { v: 'pick', test: cx.value(test), then: cx.value(then), else: cx.value(other), range: range(node) };
};

const assignment: ValueRule = (cx, node) => {
  const left = part(node, 'left', 0);
  const right = part(node, 'right', -1);
  if (!left || !right) return opaque(node, cx.values(node));
  const operator = operatorOf(node);
  const parts = { target: target(cx, left), value: cx.value(right), range: range(node) };
  return operator === '=' ? { v: 'assign', ...parts } : { v: 'assign', ...parts, op: operator };
};

const isType: ValueRule = (cx, node) => {
  const left = part(node, 'left', 0);
  if (!left) return opaque(node, cx.values(node));
  return { v: 'is', value: cx.value(left), type: typeOrEmpty(cx, field(node, 'right')), range: range(node) };
};

const typeOf: ValueRule = (cx, node) => {
  const type = field(node, 'type');
  return type ? op('typeof', [nameValue(cx, type)], node) : opaque(node, []);
};

/** What stands inside, and nothing else: parentheses, casts, `checked`, `ref`. */
const inner: ValueRule = (cx, node) => {
  const value = field(node, 'value') ?? lastOperand(node);
  return value ? cx.value(value) : opaque(node, []);
};

const asType: ValueRule = (cx, node) => {
  const left = part(node, 'left', 0);
  return left ? cx.value(left) : opaque(node, []);
};

export const operatorRules: [string, ValueRule][] = [
  ['binary_expression', binary],
  ['prefix_unary_expression', prefix],
  ['postfix_unary_expression', postfix],
  ['conditional_expression', conditional],
  ['assignment_expression', assignment],
  ['is_expression', isType],
  ['typeof_expression', typeOf],
  ['as_expression', asType],
  ['parenthesized_expression', inner],
  ['cast_expression', inner],
  ['checked_expression', inner],
  ['ref_expression', inner],
  ['arrow_expression_clause', inner],
  ['expression_element', inner],
  ['argument', inner],
  ['attribute_argument', inner],
  ['range_expression', (cx, node) => op('other', cx.values(node), node)],
];
