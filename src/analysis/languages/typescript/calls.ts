/** Calls, constructions and member access. */
import type { Arg, Val } from '../../code-model.js';
import { field, named, ofType, type Syntax } from '../syntax.js';
import { type Lowering, opaque, rangeOf, textOf } from './context.js';
import { pathOf, typeArgs } from './types.js';
import { unwrap } from './wrappers.js';

const isSafe = (node: Syntax): boolean => node.children.some((c) => c.type === 'optional_chain' || c.type === '?.');

export function args(list: Syntax | undefined, l: Lowering): Arg[] {
  if (!list) return [];
  return named(list).map((node) => {
    const spread = node.type === 'spread_element';
    const inner = spread ? (named(node)[0] ?? node) : node;
    return { range: rangeOf(node), value: inner === node && spread ? opaque(node) : l.value(inner), spread };
  });
}

export function call(node: Syntax, l: Lowering): Val {
  const callee = field(node, 'function');
  const list = field(node, 'arguments');
  if (!callee)
    return opaque(
      node,
      args(list, l).map((a) => a.value),
    );
  const tagged = list?.type === 'template_string';
  // The grammar reads `await f<T>(x)` as a call of `await f`: it is a call that is awaited.
  const awaited = callee.type === 'await_expression' ? named(callee)[0] : undefined;
  const made: Val = {
    v: 'call',
    range: awaited ? { start: awaited.start, end: node.end } : rangeOf(node),
    callee: l.value(awaited ?? callee),
    args: list && tagged ? [{ range: rangeOf(list), value: l.value(list), spread: false }] : args(list, l),
    typeArgs: typeArgs(field(node, 'type_arguments'), l),
    safe: isSafe(node),
  };
  return awaited ? { v: 'await', range: rangeOf(node), value: made, how: 'await' } : made;
}

export function construct(node: Syntax, l: Lowering): Val {
  const written = field(node, 'constructor');
  const list = args(field(node, 'arguments'), l);
  const type = written ? unwrap(written) : undefined;
  const path = type ? pathOf(type, l) : undefined;
  if (!type || !path) return opaque(node, [...(type ? [l.value(type)] : []), ...list.map((a) => a.value)]);
  return {
    v: 'new',
    range: rangeOf(node),
    type: { path, args: typeArgs(field(node, 'type_arguments') ?? ofType(node, 'type_arguments'), l) },
    typeRange: rangeOf(type),
    args: list,
  };
}

export function member(node: Syntax, l: Lowering): Val {
  const object = field(node, 'object');
  const property = field(node, 'property');
  if (!object) return opaque(node);
  const obj = l.value(object);
  // `x.` is half typed: the object is all there is.
  if (!property || property.start === property.end) return opaque(node, [obj]);
  return {
    v: 'member',
    range: rangeOf(node),
    obj,
    name: textOf(property, l),
    nameRange: rangeOf(property),
    safe: isSafe(node),
  };
}

export function index(node: Syntax, l: Lowering): Val {
  const object = field(node, 'object');
  const key = field(node, 'index');
  if (!object) return opaque(node);
  const obj = l.value(object);
  return key ? { v: 'index', range: rangeOf(node), obj, key: l.value(key) } : opaque(node, [obj]);
}
