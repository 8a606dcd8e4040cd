/** Names, members, calls, method references and annotations. */
import type { Arg, Call, Val } from '../../code-model.js';
import { field, ofType, type Syntax } from '../syntax.js';
import { type Context, isCode, lastOperand, opaque, operands, range, type ValueRule } from './context.js';
import { dotted, typeArgs, typeRef } from './names.js';

/** The arguments of a call or a constructor. */
export function argumentsOf(cx: Context, list: Syntax | undefined): Arg[] {
  return list ? operands(list).map((node) => ({ value: cx.value(node), spread: false, range: range(node) })) : [];
}

function memberOf(cx: Context, obj: Val, name: Syntax, end: number): Val {
  return {
    v: 'member',
    obj,
    name: cx.source(name),
    nameRange: range(name),
    safe: false,
    range: { start: obj.range.start, end },
  };
}

const invocation: ValueRule = (cx, node) => {
  const name = field(node, 'name');
  if (!name) return opaque(node, cx.values(node));
  const object = field(node, 'object');
  // `Outer.super.m()`: the keyword stands beside the object.
  const base = node.children.find((c) => c.type === 'super' && c !== object);
  const obj = base ? self(cx, base) : object && cx.value(object);
  const callee: Val = obj ? memberOf(cx, obj, name, name.end) : { v: 'ref', name: cx.source(name), range: range(name) };
  return {
    v: 'call',
    callee,
    args: argumentsOf(cx, field(node, 'arguments')),
    typeArgs: typeArgs(cx, node),
    safe: false,
    range: range(node),
  };
};

const fieldAccess: ValueRule = (cx, node) => {
  const object = field(node, 'object');
  const name = field(node, 'field');
  if (!object || !name) return opaque(node, cx.values(node));
  // `Outer.this`
  if (name.type === 'this') return self(cx, node);
  return memberOf(cx, cx.value(object), name, node.end);
};

const self: ValueRule = (_cx, node) => ({ v: 'self', base: node.type === 'super', range: range(node) });

/** `batch::createItemOperation`; `Foo::new` makes an object and nothing else. */
const methodReference: ValueRule = (cx, node) => {
  const parts = operands(node).filter((c) => c.type !== 'type_arguments');
  const [object, name] = parts;
  if (!object) return opaque(node, []);
  const obj = object.type.endsWith('type') ? typeValue(cx, object) : cx.value(object);
  if (name?.type !== 'identifier') return opaque(node, [obj]);
  return memberOf(cx, obj, name, node.end);
};

/** A type where a value is expected: `Foo` of `Foo.class`, `a.B::m`. */
function typeValue(cx: Context, node: Syntax): Val {
  const path = typeRef(cx, node)?.path ?? [];
  return path.slice(1).reduce<Val>(
    (obj, name) => ({
      v: 'member',
      obj,
      name,
      nameRange: { start: node.end - name.length, end: node.end },
      safe: false,
      range: range(node),
    }),
    { v: 'ref', name: path[0] ?? '', range: range(node) },
  );
}

const arrayAccess: ValueRule = (cx, node) => {
  const array = field(node, 'array');
  const index = field(node, 'index');
  if (!array || !index) return opaque(node, cx.values(node));
  return { v: 'index', obj: cx.value(array), key: cx.value(index), range: range(node) };
};

const classLiteral: ValueRule = (cx, node) => {
  const type = operands(node)[0];
  if (!type) return opaque(node, []);
  return { v: 'op', op: 'typeof', args: [typeValue(cx, type)], range: range(node) };
};

/** A dotted name that the grammar reads as one piece. */
const scoped: ValueRule = (cx, node) => {
  const object = field(node, 'scope');
  const name = field(node, 'name');
  return object && name ? memberOf(cx, cx.value(object), name, node.end) : typeValue(cx, node);
};

/** The annotations of a declaration, as calls of their names. */
export function marksOf(cx: Context, node: Syntax): Call[] {
  const out: Call[] = [];
  for (const list of node.children) {
    if (list.type !== 'modifiers') continue;
    for (const mark of list.children)
      if (mark.type === 'marker_annotation' || mark.type === 'annotation') out.push(markOf(cx, mark));
  }
  return out;
}

function markOf(cx: Context, node: Syntax): Call {
  const name = field(node, 'name');
  const list = field(node, 'arguments') ?? ofType(node, 'annotation_argument_list');
  return {
    v: 'call',
    callee: name ? { v: 'ref', name: dotted(cx, name).at(-1) ?? '', range: range(name) } : opaque(node, []),
    args: (list ? list.children.filter(isCode) : []).map((c) => markArgument(cx, c)),
    typeArgs: [],
    safe: false,
    range: range(node),
  };
}

function markArgument(cx: Context, node: Syntax): Arg {
  const key = node.type === 'element_value_pair' ? field(node, 'key') : undefined;
  const value = key ? (field(node, 'value') ?? lastOperand(node)) : node;
  const arg: Arg = { value: cx.value(value ?? node), spread: false, range: range(node) };
  if (key) arg.name = cx.source(key);
  return arg;
}

const annotation: ValueRule = (cx, node) => markOf(cx, node);

/** True if a modifier stands in a declaration: `static`, `private`. */
export function hasModifier(node: Syntax, ...names: string[]): boolean {
  const list = ofType(node, 'modifiers');
  return list?.children.some((c) => names.includes(c.type)) === true;
}

export const callRules: [string, ValueRule][] = [
  ['identifier', (cx, node) => ({ v: 'ref', name: cx.source(node), range: range(node) })],
  ['type_identifier', typeValue],
  ['scoped_type_identifier', typeValue],
  ['generic_type', typeValue],
  ['scoped_identifier', scoped],
  ['this', self],
  ['super', self],
  ['method_invocation', invocation],
  ['field_access', fieldAccess],
  ['array_access', arrayAccess],
  ['method_reference', methodReference],
  ['class_literal', classLiteral],
  ['annotation', annotation],
  ['marker_annotation', annotation],
];
