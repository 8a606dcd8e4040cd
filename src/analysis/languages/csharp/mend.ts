/**
 * The grammar binds `?.` too loosely: it reads `await a?.b()` as `(await a)?.b()` and `x && y?.z() == true` as
 * `(x && y)?.z() == true`. Here the tree is turned into what the language means. Parentheses are nodes of their own, so
 * an operator directly under a `.` can only be this mistake.
 */
import { field, type Syntax } from '../syntax.js';
import { isCode, operatorOf } from './context.js';

/** Where the receiver of a postfix operation stands. */
const RECEIVERS: Record<string, string> = {
  conditional_access_expression: 'condition',
  invocation_expression: 'function',
  member_access_expression: 'expression',
  element_access_expression: 'expression',
};

/** Operations that bind less tightly than a postfix one and end in an operand. */
const LOOSE = new Set([
  'await_expression',
  'prefix_unary_expression',
  'cast_expression',
  'binary_expression',
  'assignment_expression',
  'conditional_expression',
  'range_expression',
  'throw_expression',
  'ref_expression',
]);

const LEVELS = ['??', '||', '&&', '|', '^', '&', '== !=', '< <= > >=', '<< >> >>>', '+ -', '* / %'];
const PRECEDENCE = new Map(LEVELS.flatMap((ops, level) => ops.split(' ').map((o) => [o, level] as const)));
/** `is` and `as` stand with the comparisons. */
const TYPE_TEST = PRECEDENCE.get('<') ?? 0;

/** Mends a copied tree in place. Only needed where the source has `?.` or `?[`. */
export function mendConditionalAccess(root: Syntax): void {
  // Parents come before their children in this list, so walked backwards every child is mended before its parent.
  const all = [root];
  for (let i = 0; i < all.length; i++) for (const child of all[i]?.children ?? []) if (child.named) all.push(child);
  for (let i = all.length - 1; i >= 0; i--) {
    const { children } = all[i] ?? root;
    for (let c = 0; c < children.length; c++) {
      const child = children[c];
      if (child?.named) children[c] = mended(child);
    }
  }
}

function mended(node: Syntax): Syntax {
  const receiver = receiverOf(node);
  if (receiver && LOOSE.has(receiver.type)) return sink(node, receiver);
  if (PRECEDED.has(node.type)) return reassociate(node);
  return node;
}

const PRECEDED = new Set(['binary_expression', 'is_pattern_expression', 'is_expression', 'as_expression']);

function receiverOf(node: Syntax): Syntax | undefined {
  const name = RECEIVERS[node.type];
  if (name) return field(node, name);
  return node.type === 'postfix_unary_expression' ? node.children.find(isCode) : undefined;
}

/** Moves a postfix operation down to the last operand of the operation it wrongly covers. */
function sink(node: Syntax, outer: Syntax): Syntax {
  const at = lastIndex(outer);
  const operand = outer.children[at];
  if (at < 0 || !operand) return node;
  replace(node, outer, operand);
  node.start = operand.start;
  const end = node.end;
  const outerField = node.field;
  node.field = outer.field;
  const inner = mended(node);
  inner.field = operand.field;
  outer.children[at] = inner;
  outer.end = Math.max(outer.end, end);
  outer.field = outerField;
  return outer;
}

function lastIndex(node: Syntax): number {
  for (let i = node.children.length - 1; i >= 0; i--) {
    const child = node.children[i];
    if (child && isCode(child)) return i;
  }
  return -1;
}

/** Puts an operand where its operation stood, in the same field. */
function replace(parent: Syntax, old: Syntax, by: Syntax): void {
  const i = parent.children.indexOf(old);
  parent.children[i] = { ...by, field: old.field };
}

/** `(x && y.z()) == true` without parentheses is `x && (y.z() == true)`. */
function reassociate(node: Syntax): Syntax {
  const i = node.children.findIndex(isCode);
  const left = node.children[i];
  if (left?.type !== 'binary_expression' || level(left) >= level(node)) return node;
  const at = lastIndex(left);
  const operand = left.children[at];
  if (at < 0 || !operand) return node;
  const outerField = node.field;
  node.children[i] = { ...operand, field: left.field };
  node.start = operand.start;
  const inner = reassociate(node);
  inner.field = operand.field;
  left.children[at] = inner;
  left.end = Math.max(left.end, node.end);
  left.field = outerField;
  return left;
}

function level(node: Syntax): number {
  if (node.type !== 'binary_expression') return TYPE_TEST;
  return PRECEDENCE.get(operatorOf(node)) ?? LEVELS.length;
}
