/** Operators in the one spelling of the code model. */
import type { Op, Val } from '../../code-model.js';
import { field, named, type Syntax } from '../syntax.js';
import { type Lowering, MAX_DEPTH, opaque, rangeOf } from './context.js';
import { percent } from './formats.js';
import { isText, lit, textValue } from './literals.js';

const COMPARISONS: Record<string, Op['op']> = {
  '==': 'eq',
  is: 'eq',
  '!=': 'ne',
  '<>': 'ne',
  'is not': 'ne',
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
  in: 'in',
  'not in': 'in',
};

export function op(node: { start: number; end: number }, name: Op['op'], args: Val[]): Op {
  return { v: 'op', range: rangeOf(node), op: name, args };
}

export function not(node: Syntax, l: Lowering): Val {
  const inner = field(node, 'argument') ?? named(node)[0];
  return inner ? op(node, 'not', [l.value(inner)]) : opaque(node);
}

export function unary(node: Syntax, l: Lowering): Val {
  const inner = field(node, 'argument') ?? named(node)[0];
  if (!inner) return opaque(node);
  const value = l.value(inner);
  const sign = node.children.find((c) => !c.named)?.type;
  if (sign === '-' && value.v === 'lit' && typeof value.value === 'number') return lit(node, -value.value);
  return op(node, 'arith', [value]);
}

/** The operator: the one unnamed child. */
function operatorOf(node: Syntax): string {
  return (field(node, 'operator') ?? node.children.find((c) => !c.named))?.type ?? '';
}

/** `a and b`, `a + b`. A chain of one operator hangs to the left as deep as it is long, so it is walked in a loop. */
export function binary(node: Syntax, l: Lowering): Val {
  const operator = operatorOf(node);
  const chain: Syntax[] = [];
  let at = node;
  for (;;) {
    chain.push(at);
    const left = field(at, 'left');
    if (left?.type !== node.type || operatorOf(left) !== operator) break;
    at = left;
  }
  const first = field(at, 'left');
  const rights = chain.reverse().map((link) => ({ link, right: field(link, 'right') }));
  if (chain.length > MAX_DEPTH) {
    const values = [first, ...rights.map((r) => r.right)].flatMap((operand) => (operand ? [l.value(operand)] : []));
    return operator === '+' && values.some(isText) ? textValue(node, values) : opaque(node, values);
  }
  let value: Val | undefined = first ? l.value(first) : undefined;
  for (const { link, right } of rights) {
    if (!value || !right) return opaque(link, value ? [value] : right ? [l.value(right)] : []);
    value = combine(link, operator, value, l.value(right));
  }
  return value ?? opaque(node);
}

function combine(node: Syntax, operator: string, left: Val, right: Val): Val {
  if (operator === 'and' || operator === 'or') return op(node, operator, [left, right]);
  if (operator === '+' && (isText(left) || isText(right))) return textValue(node, [left, right]);
  if (operator === '%' && left.v === 'lit' && typeof left.value === 'string')
    return percent(node, left.value, right) ?? opaque(node, [left, right]);
  // Records are joined by `|`: what both hold is what the right one holds.
  if (operator === '|' && (left.v === 'rec' || right.v === 'rec'))
    return {
      v: 'rec',
      range: rangeOf(node),
      entries: [right, left].map((value) => ({ range: { ...value.range }, value, spread: true })),
    };
  return op(node, operator === '+' ? 'add' : 'arith', [left, right]);
}

/** `a == b`, `a not in b`, `a <= b < c`. */
export function comparison(node: Syntax, l: Lowering): Val {
  const operands = named(node).filter((c) => c.field !== 'operators' && !(c.type in COMPARISONS));
  const signs = node.children.filter((c) => c.field === 'operators' || (!c.named && c.type in COMPARISONS));
  const [first, second] = operands;
  if (!first || !second || operands.length !== signs.length + 1)
    return opaque(
      node,
      operands.map((o) => l.value(o)),
    );
  const tests: Val[] = [];
  for (const [i, sign] of signs.entries()) {
    const [left, right] = [operands[i], operands[i + 1]];
    if (!left || !right) break;
    // What stands between two operators is written once and compared twice.
    if (i > 0 && !isSimple(left))
      return opaque(
        node,
        operands.map((o) => l.value(o)),
      );
    const name = sign.type.replace(/\s+/g, ' ');
    const test = op({ start: left.start, end: right.end }, COMPARISONS[name] ?? 'other', [
      l.value(left),
      l.value(right),
    ]);
    tests.push(name === 'not in' ? op({ start: left.start, end: right.end }, 'not', [test]) : test);
  }
  const only = tests[0];
  return only && tests.length === 1 ? only : op(node, 'and', tests);
}

/** True for a name, a member of a name, a number or a text: nothing runs when it is read. */
export function isSimple(node: Syntax): boolean {
  if (node.type === 'attribute') {
    const obj = field(node, 'object');
    return obj !== undefined && isSimple(obj);
  }
  return ['identifier', 'integer', 'float', 'string', 'none', 'true', 'false'].includes(node.type);
}
