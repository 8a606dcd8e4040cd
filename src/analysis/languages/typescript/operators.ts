/** Operators in the one spelling of the code model. */
import type { Op, Val } from '../../code-model.js';
import { field, named, type Syntax } from '../syntax.js';
import { type Lowering, MAX_DEPTH, opaque, rangeOf } from './context.js';
import { isText, lit, textValue } from './literals.js';
import { pathOf } from './types.js';

const BINARY: Record<string, Op['op']> = {
  '==': 'eq',
  '===': 'eq',
  '!=': 'ne',
  '!==': 'ne',
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
  '&&': 'and',
  '||': 'or',
  '??': 'coalesce',
  in: 'in',
  '+': 'add',
  '-': 'arith',
  '*': 'arith',
  '/': 'arith',
  '%': 'arith',
  '**': 'arith',
  '<<': 'arith',
  '>>': 'arith',
  '>>>': 'arith',
  '&': 'arith',
  '|': 'arith',
  '^': 'arith',
};
const UNARY: Record<string, Op['op']> = {
  '!': 'not',
  typeof: 'typeof',
  delete: 'delete',
  void: 'void',
  '-': 'arith',
  '+': 'arith',
  '~': 'arith',
};

/** The operator: the one unnamed child of a binary, unary or assigning expression. */
export function operatorOf(node: Syntax): string {
  return node.children.find((c) => !c.named)?.type ?? '';
}

/**
 * A binary expression. A chain of one operator (`a + b + c + …`) hangs to the left as deep as it is long, so it is
 * walked in a loop.
 */
export function binary(node: Syntax, l: Lowering): Val {
  const operator = operatorOf(node);
  const chain: Syntax[] = [];
  let at = node;
  for (;;) {
    chain.push(at);
    const left = field(at, 'left');
    if (left?.type !== 'binary_expression' || operatorOf(left) !== operator) break;
    at = left;
  }
  const first = field(at, 'left');
  if (chain.length > MAX_DEPTH) return longChain(node, operator, first, chain, l);
  let value: Val | undefined = first ? l.value(first) : undefined;
  for (const link of chain.reverse()) {
    const right = field(link, 'right');
    if (!value || !right) return opaque(link, value ? [value] : right ? [l.value(right)] : []);
    value = combine(link, operator, value, right, l);
  }
  return value ?? opaque(node);
}

/** A chain too long to nest: one text if it holds text, otherwise its operands in order. */
function longChain(node: Syntax, operator: string, first: Syntax | undefined, chain: Syntax[], l: Lowering): Val {
  const rights = chain.reverse().map((link) => field(link, 'right'));
  const values = [first, ...rights].flatMap((operand) => (operand ? [l.value(operand)] : []));
  return operator === '+' && values.some(isText) ? textValue(node, values) : opaque(node, values);
}

function combine(node: Syntax, operator: string, left: Val, right: Syntax, l: Lowering): Val {
  if (operator === 'instanceof') {
    const path = pathOf(right, l);
    if (path) return { v: 'is', range: rangeOf(node), value: left, type: { path, args: [] } };
  }
  const second = l.value(right);
  if (operator === '+' && (isText(left) || isText(second))) return textValue(node, [left, second]);
  return { v: 'op', range: rangeOf(node), op: BINARY[operator] ?? 'other', args: [left, second] };
}

export function unary(node: Syntax, l: Lowering): Val {
  const operator = operatorOf(node);
  const inner = field(node, 'argument') ?? named(node)[0];
  if (!inner) return opaque(node);
  const value = l.value(inner);
  if (operator === '-' && value.v === 'lit' && typeof value.value === 'number') return lit(node, -value.value);
  return { v: 'op', range: rangeOf(node), op: UNARY[operator] ?? 'other', args: [value] };
}
