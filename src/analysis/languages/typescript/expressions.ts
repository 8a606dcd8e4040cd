/** Expressions: one table from the grammar's names to values. */
import type { Assign, Val } from '../../code-model.js';
import { field, named, type Syntax } from '../syntax.js';
import { call, construct, index, member } from './calls.js';
import { array, jsx, object } from './collections.js';
import { type Lowering, opaque, rangeOf, textOf } from './context.js';
import { lit, numberValue, stringValue, template } from './literals.js';
import { binary, operatorOf, unary } from './operators.js';
import { unwrap } from './wrappers.js';

type Lower = (node: Syntax, l: Lowering) => Val;

const ref: Lower = (node, l) => ({ v: 'ref', range: rangeOf(node), name: textOf(node, l) });

const lambda: Lower = (node, l) => ({ v: 'fn', range: rangeOf(node), fn: l.fn(node, 'lambda') });

const awaited: Lower = (node, l) => {
  const inner = named(node)[0];
  return inner ? { v: 'await', range: rangeOf(node), value: l.value(inner), how: 'await' } : opaque(node);
};

/** `x++` is `x += 1`. */
export function step(node: Syntax, l: Lowering): Assign | undefined {
  const to = field(node, 'argument') ?? named(node)[0];
  const sign = node.children.find((c) => !c.named);
  if (!to || !sign) return undefined;
  const op = sign.type === '--' ? '-=' : '+=';
  return { v: 'assign', range: rangeOf(node), target: l.target(to), value: lit(sign, 1), op };
}

/** `a = b`, `a += b`, `a ??= b`. */
export function assign(node: Syntax, l: Lowering): Assign | undefined {
  const left = field(node, 'left');
  const right = field(node, 'right');
  if (!left || !right) return undefined;
  const op = node.type === 'augmented_assignment_expression' ? operatorOf(node) : '=';
  return {
    v: 'assign',
    range: rangeOf(node),
    target: l.target(left),
    value: assigned(right, left, l),
    ...(op === '=' ? {} : { op }),
  };
}

/** The expressions of `a, b, c` in order. */
export function sequence(node: Syntax): Syntax[] {
  const out: Syntax[] = [];
  const pending = [node];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const at = unwrap(next);
    if (at.type === 'sequence_expression') pending.push(...named(at).reverse());
    else out.push(at);
  }
  return out;
}

const pick: Lower = (node, l) => {
  const [test, then, other] = named(node);
  if (!test || !then || !other) return others(node, l);
  return { v: 'pick', range: rangeOf(node), test: l.value(test), then: l.value(then), else: l.value(other) };
};

/** A class in an expression is declared beside it; the value is its name. */
function classValue(node: Syntax, l: Lowering, name = 'class'): Val {
  const type = l.classDecl(node, name);
  l.classes.push({ s: 'type', range: rangeOf(node), type });
  return { v: 'ref', range: rangeOf(node), name: type.name };
}

/** What is assigned. A class without a name takes that of the member it becomes. */
function assigned(right: Syntax, left: Syntax, l: Lowering): Val {
  const property = field(left, 'property');
  const direct = unwrap(right);
  return property && direct.type === 'class' ? classValue(direct, l, textOf(property, l)) : l.value(right);
}

/** Leaves that say nothing by themselves. */
const SILENT = new Set([
  'comment',
  'property_identifier',
  'type_identifier',
  'statement_identifier',
  'type_annotation',
  'type_arguments',
  'type_parameters',
  'accessibility_modifier',
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
  shorthand_property_identifier: ref,
  private_property_identifier: (node, l) => lit(node, textOf(node, l)),
  import: ref,
  this: (node) => ({ v: 'self', range: rangeOf(node), base: false }),
  super: (node) => ({ v: 'self', range: rangeOf(node), base: true }),
  string: (node, l) => lit(node, stringValue(node, l)),
  template_string: template,
  number: (node, l) => lit(node, numberValue(node, l)),
  // Read as text, since its pattern is what a test of a message looks for.
  regex: (node, l) => lit(node, textOf(node, l)),
  true: (node) => lit(node, true),
  false: (node) => lit(node, false),
  null: (node) => lit(node, null),
  undefined: (node) => lit(node, undefined),
  member_expression: member,
  nested_identifier: member,
  subscript_expression: index,
  call_expression: call,
  new_expression: construct,
  object,
  array,
  arrow_function: lambda,
  function_expression: lambda,
  function: lambda,
  generator_function: lambda,
  class: (node, l) => classValue(node, l),
  await_expression: awaited,
  binary_expression: binary,
  unary_expression: unary,
  update_expression: (node, l) => step(node, l) ?? others(node, l),
  assignment_expression: (node, l) => assign(node, l) ?? others(node, l),
  augmented_assignment_expression: (node, l) => assign(node, l) ?? others(node, l),
  ternary_expression: pick,
  sequence_expression: (node, l) =>
    opaque(
      node,
      sequence(node).map((n) => l.value(n)),
    ),
  jsx_element: jsx,
  jsx_self_closing_element: jsx,
  jsx_fragment: jsx,
  function_declaration: lambda,
  generator_function_declaration: lambda,
  class_declaration: (node, l) => classValue(node, l),
  abstract_class_declaration: (node, l) => classValue(node, l),
};

/** An expression; anything else becomes opaque with the expressions in it. */
export function expression(node: Syntax, l: Lowering): Val {
  const at = unwrap(node);
  const lower = TABLE[at.type];
  // An error inside a node can leave out what its table entry relies on; those entries fall back by themselves.
  return lower && Object.hasOwn(TABLE, at.type) ? lower(at, l) : others(at, l);
}
