/** Assignments of every kind, and how several names take several results. */
import type { Bind, Stmt, Target, TypeRef, Val } from '../../code-model.js';
import { field, named, type Syntax } from '../syntax.js';
import { isTest, typeAsked } from './calls.js';
import { type Context, opaque, operatorOf, range, type StatementRule } from './context.js';
import { lit } from './literals.js';
import { typeRef } from './types.js';

interface Manner {
  declares: boolean;
  /** The type as it is written. */
  written?: Syntax;
  op?: string;
}

/** Where a value goes. */
export function target(cx: Context, node: Syntax, declares: boolean): Target {
  if (declares || node.type === 'blank_identifier') return { v: 'ref', name: cx.source(node), range: range(node) };
  const value = cx.value(node);
  return value.v === 'ref' || value.v === 'member' || value.v === 'index' ? value : opaque(node, [value]);
}

/**
 * What names are given: a value each, or the results of one call.
 *
 * @param whole the statement they stand in
 */
export function assigned(cx: Context, names: Syntax[], values: Syntax[], whole: Syntax, how: Manner): Stmt[] {
  const only = values.length === 1 ? values[0] : undefined;
  const [first, second] = names;
  if (only && first && second && names.length === 2) {
    const found = withFlag(cx, first, second, only, whole, how);
    if (found) return found;
  }
  if (only && names.length > 1) return [results(cx, names, only, whole, how)];
  // All values are there before the first name is given one.
  const given = values.map((v) => cx.value(v));
  return names.flatMap((n, i): Stmt[] => {
    const value = given[i];
    return value ? [bind(cx, n, value, names.length === 1 ? whole : n, how, values[i])] : [];
  });
}

function bind(
  cx: Context,
  name: Syntax,
  value: Val,
  at: { start: number; end: number },
  how: Manner,
  written?: Syntax,
): Bind {
  const to = target(cx, name, how.declares);
  const type = typeRef(cx, how.written);
  if (how.declares) cx.declared(cx.source(name), type ?? typeOf(cx, written));
  return {
    s: 'bind',
    target: to,
    value,
    ...(type ? { type } : {}),
    declares: how.declares,
    ...(how.op ? { op: how.op } : {}),
    ...(how.declares && !cx.local ? { exported: true } : {}),
    range: { start: Math.min(at.start, value.range.start), end: Math.max(at.end, value.range.end) },
  };
}

/** The type of a variable that is made where it is declared: `target := &T{}`, `new(T)`. */
function typeOf(cx: Context, node: Syntax | undefined): TypeRef | undefined {
  if (!node) return undefined;
  if (node.type === 'unary_expression') return typeOf(cx, field(node, 'operand'));
  if (node.type === 'composite_literal') return typeRef(cx, field(node, 'type'));
  const called = field(node, 'function');
  const args = field(node, 'arguments');
  if (node.type !== 'call_expression' || !called || !args || cx.source(called) !== 'new') return undefined;
  return typeRef(cx, named(args)[0]);
}

/** `a, err := f()`: the results in order, the error last. */
function results(cx: Context, names: Syntax[], call: Syntax, whole: Syntax, how: Manner): Bind {
  const value = cx.value(call);
  const parts = names.map((n, key) => ({ key, target: target(cx, n, how.declares) }));
  if (how.declares) for (const n of names) cx.declared(cx.source(n), typeRef(cx, how.written));
  return {
    s: 'bind',
    target: {
      v: 'pattern',
      parts,
      range: { start: names[0]?.start ?? whole.start, end: names.at(-1)?.end ?? whole.end },
    },
    value,
    declares: how.declares,
    range: range(whole),
  };
}

/** `v, ok := m[k]`, `e, ok := err.(*T)`, `v, ok := <-ch`: a value, and whether there is one. */
function withFlag(
  cx: Context,
  first: Syntax,
  second: Syntax,
  value: Syntax,
  whole: Syntax,
  how: Manner,
): Stmt[] | undefined {
  const asked = typeAsked(cx, value);
  if (asked) {
    const test = isTest(cx, asked, value, cx.source(first));
    if (how.declares) cx.declared(cx.source(first), asked.type);
    return [bind(cx, second, test, whole, how)];
  }
  const receives = value.type === 'unary_expression' && operatorOf(value) === '<-';
  if (value.type !== 'index_expression' && !receives) return undefined;
  const flag = opaque(second, []);
  return [bind(cx, first, cx.value(value), whole, how, value), bind(cx, second, flag, second, how)];
}

const declared: StatementRule = (cx, node) => {
  const [left, right] = sides(node);
  return left && right ? assigned(cx, named(left), named(right), node, { declares: true }) : broken(cx, node);
};

const assignment: StatementRule = (cx, node) => {
  const [left, right] = sides(node);
  if (!left || !right) return broken(cx, node);
  const operator = operatorOf(node);
  return assigned(cx, named(left), named(right), node, {
    declares: false,
    ...(operator === '=' ? {} : { op: operator }),
  });
};

function sides(node: Syntax): [Syntax | undefined, Syntax | undefined] {
  return [field(node, 'left'), field(node, 'right')];
}

function broken(cx: Context, node: Syntax): Stmt[] {
  return [{ s: 'other', values: cx.values(node), body: [], range: range(node) }];
}

/** `x++` and `x--` are `x += 1` and `x -= 1`. */
const step: StatementRule = (cx, node) => {
  const operand = named(node)[0];
  if (!operand) return [];
  const value = lit(node, 1);
  return [bind(cx, operand, value, node, { declares: false, op: node.type === 'inc_statement' ? '+=' : '-=' })];
};

export const assignmentRules: [string, StatementRule][] = [
  ['short_var_declaration', declared],
  ['assignment_statement', assignment],
  ['inc_statement', step],
  ['dec_statement', step],
];
