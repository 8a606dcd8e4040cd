/** Operators, conditions and assignments in expressions. */
import type { Op, Target, Val } from '../../code-model.js';
import { field, hasToken, ofType, type Syntax } from '../syntax.js';
import { type Context, lastOperand, opaque, operands, operatorOf, range, type ValueRule } from './context.js';
import { isText, textOf } from './literals.js';
import { typeOrEmpty } from './names.js';

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

const binary: ValueRule = (cx, node) => {
  const operator = operatorOf(node);
  const left = field(node, 'left');
  const right = field(node, 'right');
  if (!left || !right) return opaque(node, cx.values(node));
  if (operator === '+') return sum(cx, node);
  return op(BINARY[operator] ?? 'arith', [cx.value(left), cx.value(right)], node);
};

/** A chain of `+`, read without recursion because long ones are written by hand. One text makes the whole chain text. */
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
  const first = cx.value(at);
  const rest = terms.reverse().map((t) => ({ value: cx.value(t.value), end: t.end }));
  if (isText(first) || rest.some((t) => isText(t.value))) return textOf([first, ...rest.map((t) => t.value)], node);
  if (rest.length > 50) return op('add', [first, ...rest.map((t) => t.value)], node);
  return rest.reduce((sofar, t) => op('add', [sofar, t.value], { start: node.start, end: t.end }), first);
}

const unary: ValueRule = (cx, node) => {
  const operand = field(node, 'operand') ?? lastOperand(node);
  if (!operand) return opaque(node, []);
  const value = cx.value(operand);
  const operator = operatorOf(node);
  if (operator === '!') return op('not', [value], node);
  if (operator === '-' && value.v === 'lit' && typeof value.value === 'number')
    return { v: 'lit', value: -value.value, range: range(node) };
  return op('arith', [value], node);
};

/** `x++` and `--x` are `x += 1` and `x -= 1`. */
const update: ValueRule = (cx, node) => {
  const operand = operands(node)[0];
  if (!operand) return opaque(node, []);
  const one: Val = { v: 'lit', value: 1, range: range(node) };
  return {
    v: 'assign',
    target: target(cx, operand),
    value: one,
    op: hasToken(node, '++') ? '+=' : '-=',
    range: range(node),
  };
};

/** What stands left of `=`. */
export function target(cx: Context, node: Syntax): Target {
  const value = cx.value(node);
  return value.v === 'ref' || value.v === 'member' || value.v === 'index' ? value : opaque(node, [value]);
}

const conditional: ValueRule = (cx, node) => {
  const test = field(node, 'condition');
  const then = field(node, 'consequence');
  const other = field(node, 'alternative');
  if (!test || !then || !other) return opaque(node, cx.values(node));
  return { v: 'pick', test: cx.value(test), then: cx.value(then), else: cx.value(other), range: range(node) };
};

const assignment: ValueRule = (cx, node) => {
  const left = field(node, 'left');
  const right = field(node, 'right');
  if (!left || !right) return opaque(node, cx.values(node));
  const operator = operatorOf(node);
  const parts = { target: target(cx, left), value: cx.value(right), range: range(node) };
  return operator === '=' ? { v: 'assign', ...parts } : { v: 'assign', ...parts, op: operator };
};

const instanceOf: ValueRule = (cx, node) => {
  const left = field(node, 'left');
  if (!left) return opaque(node, cx.values(node));
  const record = field(node, 'pattern') ?? ofType(node, 'record_pattern');
  const type = field(node, 'right') ?? (record && operands(record)[0]);
  const name = field(node, 'name');
  return {
    v: 'is',
    value: cx.value(left),
    type: typeOrEmpty(cx, type),
    ...(name ? { name: cx.source(name) } : {}),
    range: range(node),
  };
};

/** What stands inside, and nothing else: parentheses, casts. */
const inner: ValueRule = (cx, node) => {
  const value = field(node, 'value') ?? lastOperand(node);
  return value ? cx.value(value) : opaque(node, []);
};

export const operatorRules: [string, ValueRule][] = [
  ['binary_expression', binary],
  ['unary_expression', unary],
  ['update_expression', update],
  ['ternary_expression', conditional],
  ['assignment_expression', assignment],
  ['instanceof_expression', instanceOf],
  ['parenthesized_expression', inner],
  ['cast_expression', inner],
];
