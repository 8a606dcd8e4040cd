/** Functions, methods and function literals. */
import type { Bind, Fn, Param, Stmt, TypeRef } from '../../code-model.js';
import { field, fields, named, type Syntax } from '../syntax.js';
import { type Context, range, type ValueRule } from './context.js';
import { resultType, typeRef } from './types.js';

/** The parameters of a list, one for each name; one without a name is there all the same. */
export function paramsOf(cx: Context, list: Syntax | undefined): Param[] {
  if (!list) return [];
  return named(list).flatMap((node): Param[] => {
    const rest = node.type === 'variadic_parameter_declaration';
    const names = fields(node, 'name');
    const one = (name: string, at: Syntax): Param => {
      const written = typeRef(cx, field(node, 'type'));
      const type: TypeRef | undefined = rest && written ? { path: ['Array'], args: [written] } : written;
      return { name, ...(type ? { type } : {}), ...(rest ? { rest } : {}), marks: [], range: range(at) };
    };
    if (names.length === 0) return [one('', node)];
    return names.map((n) => one(cx.source(n), names.length > 1 ? n : node));
  });
}

/** Results with names are variables that are there from the start. */
function resultsOf(cx: Context, list: Syntax | undefined): Bind[] {
  if (list?.type !== 'parameter_list') return [];
  return named(list).flatMap((node) =>
    fields(node, 'name').map((n): Bind => {
      const type = typeRef(cx, field(node, 'type'));
      return {
        s: 'bind',
        target: { v: 'ref', name: cx.source(n), range: range(n) },
        ...(type ? { type } : {}),
        declares: true,
        range: range(n),
      };
    }),
  );
}

/** A function from its node; what is known of the one around it is kept aside meanwhile. */
export function functionOf(cx: Context, node: Syntax, kind: Fn['kind'], receiver?: string): Fn {
  const outer = { receiver: cx.receiver, results: cx.results, types: cx.types, local: cx.local };
  cx.local = true;
  cx.types = new Map(cx.types);
  if (kind !== 'lambda') cx.receiver = receiver;
  const params = paramsOf(cx, field(node, 'parameters'));
  for (const p of params) cx.declared(p.name, p.type);
  const result = field(node, 'result');
  const results = resultsOf(cx, result);
  cx.results = results.flatMap((r) => (r.target.v === 'ref' ? [r.target.name] : []));
  for (const r of results) if (r.target.v === 'ref') cx.declared(r.target.name, r.type);
  const block = field(node, 'body');
  const body: Stmt[] | undefined = block && [...results, ...cx.breaking(undefined, () => cx.body(block))];
  Object.assign(cx, outer);
  const name = field(node, 'name');
  const returns = resultType(cx, result);
  return {
    ...(name ? { name: cx.source(name), nameRange: range(name) } : {}),
    kind,
    params,
    ...(returns ? { returns } : {}),
    isAsync: false,
    isStatic: false,
    // Other files of the package see every name.
    exported: kind !== 'lambda',
    marks: [],
    ...(body ? { body } : {}),
    range: range(node),
  };
}

/** A method with the name of the type it belongs to. */
export function methodOf(cx: Context, node: Syntax): { type: string; fn: Fn } {
  const list = field(node, 'receiver');
  const own = list && named(list)[0];
  const name = own && field(own, 'name');
  const type = typeRef(cx, own && field(own, 'type'));
  const receiver = name && cx.source(name) !== '_' ? cx.source(name) : undefined;
  return { type: type?.path.at(-1) ?? '', fn: functionOf(cx, node, 'method', receiver) };
}

const literal: ValueRule = (cx, node) => ({ v: 'fn', fn: functionOf(cx, node, 'lambda'), range: range(node) });

export const functionRules: [string, ValueRule][] = [['func_literal', literal]];
