/** `try`, and `raise`. */
import type { Handler, Stmt, TypeRef, Val } from '../../code-model.js';
import { field, named, ofType, type Syntax } from '../syntax.js';
import { args } from './calls.js';
import { type Lowering, rangeOf, textOf } from './context.js';
import { pathOf } from './types.js';

/** What stands behind `else` is not guarded: it comes after. */
export function tryStatement(node: Syntax, l: Lowering): Stmt[] {
  const handlers = node.children.filter((c) => c.type === 'except_clause' || c.type === 'except_group_clause');
  const final = ofType(node, 'finally_clause');
  const otherwise = ofType(node, 'else_clause');
  const attempt: Stmt = {
    s: 'try',
    range: rangeOf(node),
    body: l.block(field(node, 'body')),
    handlers: handlers.map((h) => handler(h, l)),
  };
  const rest = otherwise ? l.block(field(otherwise, 'body')) : [];
  const last = final ? l.block(ofType(final, 'block')) : undefined;
  if (!rest.length) return [last ? { ...attempt, final: last } : attempt];
  if (!last) return [attempt, ...rest];
  return [{ s: 'try', range: rangeOf(node), body: [attempt, ...rest], handlers: [], final: last }];
}

function handler(node: Syntax, l: Lowering): Handler {
  const value = field(node, 'value') ?? named(node).find((c) => c.type !== 'block');
  const bound = value?.type === 'as_pattern' ? value : undefined;
  const caught = bound ? named(bound)[0] : value;
  const alias = bound && field(bound, 'alias');
  const to = alias && named(alias)[0];
  // `except A, e:` of the language's second version.
  const old = value && !bound ? named(node).filter((c) => c.type === 'identifier' && c !== value)[0] : undefined;
  const name = to ?? old;
  return {
    range: rangeOf(node),
    types: caught ? typesOf(caught, l) : [],
    ...(name ? { name: textOf(name, l) } : {}),
    body: l.block(ofType(node, 'block')),
  };
}

/** The types of `A`, `m.A`, `(A, m.B)`; what is computed has an empty name, which says nothing. */
export function typesOf(node: Syntax, l: Lowering): TypeRef[] {
  const parts = node.type === 'tuple' || node.type === 'parenthesized_expression' ? named(node) : [node];
  return parts.map((p) => ({ path: pathOf(p, l) ?? [], args: [] }));
}

export function raiseStatement(node: Syntax, l: Lowering): Stmt[] {
  const value = named(node).find((c) => c.field !== 'cause');
  const range = rangeOf(node);
  if (!value) return [{ s: 'raise', range, again: true }];
  return [{ s: 'raise', range, value: raised(value, field(node, 'cause'), l), again: false }];
}

/** `raise errors.Taken(…)`: whatever is called here makes an error, which keeps the one that caused it. */
function raised(node: Syntax, cause: Syntax | undefined, l: Lowering): Val {
  const callee = node.type === 'call' ? field(node, 'function') : undefined;
  const path = callee ? pathOf(callee, l) : undefined;
  const list = node.type === 'call' ? field(node, 'arguments') : undefined;
  const isType = /^_*[A-Z]/.test(path?.at(-1) ?? '');
  const made: Val =
    callee && path && isType
      ? { v: 'new', range: rangeOf(node), type: { path, args: [] }, typeRange: rangeOf(callee), args: args(list, l) }
      : l.value(node);
  if (!cause || made.v !== 'new' || cause.type === 'none') return made;
  const given = { range: rangeOf(cause), value: l.value(cause), name: '__cause__', spread: false };
  return { ...made, range: { start: node.start, end: cause.end }, args: [...made.args, given] };
}
