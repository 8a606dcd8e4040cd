/** Functions and lambdas. */
import type { Fn, Stmt } from '../../code-model.js';
import { field, hasToken, named, type Syntax } from '../syntax.js';
import { type Lowering, rangeOf, textOf } from './context.js';
import { declareNames } from './locals.js';
import { params } from './targets.js';
import { typeOf } from './types.js';

/**
 * A function or lambda, without the decorators before it.
 *
 * @param owner true for a function of a class: its first parameter is the object and no parameter of the model
 */
export function fn(node: Syntax, owner: boolean, l: Lowering): Fn {
  const name = field(node, 'name');
  const written = name ? textOf(name, l) : undefined;
  const outer = { self: l.self, walrus: l.walrus };
  l.walrus = [];
  const list = params(field(node, 'parameters'), l);
  const first = owner ? list[0] : undefined;
  if (first && !first.rest && !first.default) {
    l.self = first.name;
    list.shift();
  }
  const isLambda = node.type === 'lambda';
  const body = field(node, 'body');
  const statements = isLambda ? result(body, l) : l.block(body);
  const foreign = new Set([...list.map((p) => p.name), ...outerNames(node, l)]);
  const declared = declareNames(statements, l, foreign);
  l.self = outer.self;
  l.walrus = outer.walrus;
  const { type: returns } = typeOf(node, l, 'return_type');
  return {
    range: rangeOf(node),
    ...(name && written !== undefined ? { name: written, nameRange: rangeOf(name) } : {}),
    kind: isLambda ? 'lambda' : owner ? (written === '__init__' ? 'constructor' : 'method') : 'function',
    params: list,
    ...(returns ? { returns } : {}),
    isAsync: hasToken(node, 'async'),
    isStatic: false,
    exported: !isLambda,
    marks: [],
    body: declared,
  };
}

function result(body: Syntax | undefined, l: Lowering): Stmt[] {
  return body ? [{ s: 'return', range: rangeOf(body), value: l.value(body) }] : [];
}

/** Names a function says are not its own. */
function outerNames(node: Syntax, l: Lowering): string[] {
  const out: string[] = [];
  const pending = [field(node, 'body')];
  for (let at = pending.pop(); at; at = pending.pop()) {
    if (at.type === 'global_statement' || at.type === 'nonlocal_statement')
      out.push(...named(at).map((n) => textOf(n, l)));
    else if (at.type !== 'function_definition' && at.type !== 'class_definition' && at.type !== 'lambda')
      for (const child of at.children) if (child.children.length > 0) pending.push(child);
  }
  return out;
}
