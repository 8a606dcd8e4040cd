/** Expressions: one table from the grammar's names to values. */
import type { Val } from '../../code-model.js';
import { field, named, type Syntax } from '../syntax.js';
import { call, index, member } from './calls.js';
import { comprehension, dictionary, list } from './collections.js';
import { type Lowering, opaque, rangeOf, textOf } from './context.js';
import { concatenated, lit, number, string } from './literals.js';
import { binary, comparison, not, unary } from './operators.js';

type Lower = (node: Syntax, l: Lowering) => Val;

const ref: Lower = (node, l) => {
  const name = textOf(node, l);
  return name === l.self ? { v: 'self', range: rangeOf(node), base: false } : { v: 'ref', range: rangeOf(node), name };
};

const inner: Lower = (node, l) => {
  const first = named(node)[0];
  return first ? l.value(first) : opaque(node);
};

const awaited: Lower = (node, l) => {
  const value = named(node)[0];
  return value ? { v: 'await', range: rangeOf(node), value: l.value(value), how: 'await' } : opaque(node);
};

/** `a if test else b`. */
const pick: Lower = (node, l) => {
  const [then, test, other] = named(node);
  if (!test || !then || !other) return others(node, l);
  return { v: 'pick', range: rangeOf(node), test: l.value(test), then: l.value(then), else: l.value(other) };
};

const walrus: Lower = (node, l) => {
  const name = field(node, 'name');
  const value = field(node, 'value');
  if (!name || !value) return others(node, l);
  l.walrus.push(textOf(name, l));
  return { v: 'assign', range: rangeOf(node), target: l.target(name), value: l.value(value) };
};

/** Leaves that say nothing by themselves. */
const SILENT = new Set([
  'comment',
  'type',
  'import_prefix',
  'type_conversion',
  'format_specifier',
  'ellipsis',
  'escape_sequence',
]);

/** Anything without a meaning of its own: the expressions below it. */
const others: Lower = (node, l) =>
  opaque(
    node,
    named(node)
      .filter((c) => !SILENT.has(c.type))
      .map((c) => l.value(c)),
  );

const TABLE: Record<string, Lower> = {
  identifier: ref,
  string,
  concatenated_string: concatenated,
  integer: number,
  float: number,
  true: (node) => lit(node, true),
  false: (node) => lit(node, false),
  none: (node) => lit(node, null),
  attribute: member,
  subscript: index,
  call,
  list,
  tuple: list,
  set: list,
  expression_list: list,
  dictionary,
  list_comprehension: comprehension,
  set_comprehension: comprehension,
  generator_expression: comprehension,
  dictionary_comprehension: comprehension,
  lambda: (node, l) => ({ v: 'fn', range: rangeOf(node), fn: l.fn(node, false) }),
  await: awaited,
  boolean_operator: binary,
  binary_operator: binary,
  comparison_operator: comparison,
  not_operator: not,
  unary_operator: unary,
  conditional_expression: pick,
  named_expression: walrus,
  parenthesized_expression: inner,
  // A value where an annotation is expected, or the other way round.
  type: inner,
  yield: inner,
};
const KNOWN = new Set(Object.keys(TABLE));

/** The value of an expression. What is not known holds the values below it. */
export function expression(node: Syntax, l: Lowering): Val {
  const lower = KNOWN.has(node.type) ? TABLE[node.type] : undefined;
  return (lower ?? others)(node, l);
}
