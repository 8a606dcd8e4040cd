/** Parameters, bodies and lambdas. */
import type { Fn, Param, Stmt } from '../../code-model.js';
import { field, ofType, type Syntax } from '../syntax.js';
import { hasModifier, marksOf } from './calls.js';
import { type Context, operands, range, type ValueRule } from './context.js';
import { typeRef } from './names.js';

/** The parameters of a list; a lambda's may be bare names. */
export function paramsOf(cx: Context, list: Syntax | undefined): Param[] {
  if (!list) return [];
  if (list.type === 'identifier') return [{ name: cx.source(list), marks: [], range: range(list) }];
  return operands(list).flatMap((node): Param[] => {
    if (node.type === 'identifier') return [{ name: cx.source(node), marks: [], range: range(node) }];
    if (node.type !== 'formal_parameter' && node.type !== 'spread_parameter') return [];
    const rest = node.type === 'spread_parameter';
    const holder = rest ? ofType(node, 'variable_declarator') : node;
    const name = holder && field(holder, 'name');
    if (!name) return [];
    const type = typeRef(cx, rest ? operands(node).find((c) => c !== holder) : field(node, 'type'));
    return [
      {
        name: cx.source(name),
        ...(type ? { type } : {}),
        ...(rest ? { rest: true } : {}),
        marks: marksOf(cx, node),
        range: range(node),
      },
    ];
  });
}

/** A block, or an expression body as one `return`. `undefined` where nothing is written. */
export function bodyOf(cx: Context, node: Syntax | undefined): Stmt[] | undefined {
  if (!node) return undefined;
  return cx.breaking(undefined, (): Stmt[] => {
    if (node.type === 'block' || node.type === 'constructor_body') return cx.body(node);
    return [{ s: 'return', value: cx.value(node), range: range(node) }];
  });
}

export const lambda: ValueRule = (cx, node) => {
  const fn: Fn = {
    kind: 'lambda',
    params: paramsOf(cx, field(node, 'parameters')),
    isAsync: false,
    isStatic: false,
    exported: false,
    marks: [],
    body: bodyOf(cx, field(node, 'body')) ?? [],
    range: range(node),
  };
  return { v: 'fn', fn, range: range(node) };
};

/** A method or constructor. */
export function functionOf(cx: Context, node: Syntax, kind: Fn['kind'], exported: boolean): Fn {
  const name = field(node, 'name');
  const returns = typeRef(cx, field(node, 'type'));
  const body = bodyOf(cx, field(node, 'body'));
  return {
    ...(name ? { name: cx.source(name), nameRange: range(name) } : {}),
    kind,
    params: paramsOf(cx, field(node, 'parameters')),
    ...(returns ? { returns } : {}),
    isAsync: false,
    isStatic: hasModifier(node, 'static'),
    exported,
    marks: marksOf(cx, node),
    ...(body ? { body } : {}),
    range: range(node),
  };
}
