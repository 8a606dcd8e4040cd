/** Parameters, bodies, lambdas and local functions. */
import type { Fn, Param, Stmt } from '../../code-model.js';
import { field, hasToken, ofType, type Syntax } from '../syntax.js';
import { hasModifier, marksOf } from './calls.js';
import { type Context, isCode, lastOperand, part, range, type StatementRule, type ValueRule } from './context.js';
import { typeRef } from './names.js';

/** The parameters of a list. `params T[] xs` stands in the list without a node of its own. */
export function paramsOf(cx: Context, list: Syntax | undefined): Param[] {
  if (!list) return [];
  const out: Param[] = [];
  for (const node of list.children) {
    if (node.type === 'parameter') {
      const param = paramOf(cx, node);
      if (param) out.push(param);
    } else if (node.type === 'implicit_parameter') out.push({ name: cx.name(node), marks: [], range: range(node) });
  }
  const name = field(list, 'name');
  if (name) {
    const start = list.children.find((c) => c.type === 'params')?.start ?? name.start;
    const type = typeRef(cx, field(list, 'type'));
    out.push({
      name: cx.name(name),
      ...(type ? { type } : {}),
      rest: true,
      marks: [],
      range: { start: Math.min(start, name.start), end: name.end },
    });
  }
  return out;
}

function paramOf(cx: Context, node: Syntax): Param | undefined {
  const name = field(node, 'name');
  if (!name) return undefined;
  const out: Param = { name: cx.name(name), marks: marksOf(cx, node), range: range(node) };
  const type = typeRef(cx, field(node, 'type'));
  if (type) out.type = type;
  const value = lastOperand(node);
  if (value && value !== name && hasToken(node, '=')) out.default = cx.value(value);
  if (hasToken(node, 'params') || hasModifier(cx, node, 'params')) out.rest = true;
  return out;
}

/** A block, or an expression body as one `return`. `undefined` where nothing is written. */
export function bodyOf(cx: Context, node: Syntax | undefined): Stmt[] | undefined {
  if (!node) return undefined;
  return cx.breaking(undefined, () => {
    if (node.type === 'block') return cx.body(node);
    const value = node.type === 'arrow_expression_clause' ? lastOperand(node) : node;
    return value ? returned(cx, value) : [];
  });
}

function returned(cx: Context, node: Syntax): Stmt[] {
  const outer = cx.pending;
  cx.pending = [];
  const own: Stmt =
    node.type === 'throw_expression' ? raised(cx, node) : { s: 'return', value: cx.value(node), range: range(node) };
  const out = [...cx.pending, own];
  cx.pending = outer;
  return out;
}

/** `throw e` and `throw`. */
export function raised(cx: Context, node: Syntax): Stmt {
  const value = lastOperand(node);
  if (!value) return { s: 'raise', again: true, range: range(node) };
  return { s: 'raise', value: cx.value(value), again: false, range: range(node) };
}

export const lambda: ValueRule = (cx, node) => {
  // Without parentheses the parameter stands in the lambda itself.
  const list = ofType(node, 'parameter_list') ?? node;
  const returns = typeRef(cx, field(node, 'type'));
  const fn: Fn = {
    kind: 'lambda',
    params: paramsOf(cx, list),
    ...(returns ? { returns } : {}),
    isAsync: hasModifier(cx, node, 'async') || hasToken(node, 'async'),
    isStatic: hasModifier(cx, node, 'static'),
    exported: false,
    marks: marksOf(cx, node),
    body: bodyOf(cx, field(node, 'body') ?? ofType(node, 'block') ?? part(node, 'body', -1)) ?? [],
    range: range(node),
  };
  return { v: 'fn', fn, range: range(node) };
};

/** A function with a name: method, local function, operator. */
export function functionOf(cx: Context, node: Syntax, kind: Fn['kind'], exported: boolean): Fn {
  const name = field(node, 'name');
  const returns = typeRef(cx, field(node, 'returns') ?? field(node, 'type'));
  const body = bodyOf(cx, field(node, 'body'));
  return {
    ...(name ? { name: cx.name(name), nameRange: range(name) } : {}),
    kind,
    params: paramsOf(cx, field(node, 'parameters') ?? ofType(node, 'parameter_list')),
    ...(returns ? { returns } : {}),
    isAsync: hasModifier(cx, node, 'async'),
    isStatic: hasModifier(cx, node, 'static'),
    exported,
    marks: marksOf(cx, node),
    ...(body ? { body } : {}),
    range: range(node),
  };
}

export const localFunction: StatementRule = (cx, node) => [
  { s: 'function', fn: functionOf(cx, node, 'local', false), range: range(node) },
];

/** True if nothing but a return stands in a body, so that a getter's value is known. */
export function onlyReturn(node: Syntax): Syntax | undefined {
  if (node.type === 'arrow_expression_clause') return lastOperand(node);
  const statements = node.children.filter(isCode);
  const only = statements[0];
  return statements.length === 1 && only?.type === 'return_statement' ? lastOperand(only) : undefined;
}
