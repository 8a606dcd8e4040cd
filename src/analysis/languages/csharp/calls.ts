/** Names, members, elements, calls and how they are waited for. */
import type { Arg, Call, Val } from '../../code-model.js';
import { field, ofType, type Syntax } from '../syntax.js';
import { type Context, isCode, lastOperand, opaque, operands, part, range, type ValueRule } from './context.js';
import { memberOf, nameValue, typeArgs, typeRef } from './names.js';

/** The arguments of a call, a constructor or an attribute. */
export function argumentsOf(cx: Context, list: Syntax | undefined): Arg[] {
  if (!list) return [];
  const out: Arg[] = [];
  for (const node of list.children) {
    if (!isCode(node)) continue;
    const isArgument = node.type === 'argument' || node.type === 'attribute_argument';
    let value = isArgument ? lastOperand(node) : node;
    let name = isArgument ? field(node, 'name') : undefined;
    // An attribute sets a property by what looks like an assignment.
    if (node.type === 'attribute_argument' && value?.type === 'assignment_expression') {
      name = field(value, 'left');
      value = lastOperand(value);
    }
    const arg: Arg = { value: cx.value(value ?? node), spread: false, range: range(node) };
    // An argument cut short (`f(name:`) holds its name alone.
    if (name && name !== value) arg.name = cx.name(name);
    out.push(arg);
  }
  return out;
}

/** `out var x`: the value is the variable, which is declared before the statement. */
const declaration: ValueRule = (cx, node) => {
  const name = field(node, 'name');
  if (!name) return opaque(node, []);
  const type = typeRef(cx, field(node, 'type'));
  cx.pending.push({
    s: 'bind',
    target: { v: 'ref', name: cx.name(name), range: range(name) },
    declares: true,
    ...(type ? { type } : {}),
    range: range(node),
  });
  return { v: 'ref', name: cx.name(name), range: range(name) };
};

const member: ValueRule = (cx, node) => {
  const obj = part(node, 'expression', 0);
  const name = field(node, 'name');
  if (!obj || !name) return opaque(node, cx.values(node));
  const value = cx.value(obj);
  // A call's `Result` blocks until the task is done; on anything else it may be a property like any other.
  if (value.v === 'call' && cx.source(name) === 'Result')
    return { v: 'await', value, how: 'block', range: range(node) };
  return memberOf(cx, value, name, node.end);
};

const conditionalAccess: ValueRule = (cx, node) => {
  const obj = part(node, 'condition', 0);
  const last = lastOperand(node);
  if (!obj || !last || obj === last) return opaque(node, cx.values(node));
  const value = cx.value(obj);
  if (last.type === 'member_binding_expression') {
    const name = field(last, 'name');
    if (!name) return value;
    if (value.v === 'call' && cx.source(name) === 'Result')
      return { v: 'await', value, how: 'block', range: range(node) };
    return memberOf(cx, value, name, node.end, true);
  }
  return element(cx, node, value, last);
};

function element(cx: Context, node: Syntax, obj: Val, subscript: Syntax): Val {
  const key = operands(subscript)[0];
  const value = key ? cx.value(key) : opaque(subscript, []);
  return { v: 'index', obj, key: value, range: range(node) };
}

const elementAccess: ValueRule = (cx, node) => {
  const obj = part(node, 'expression', 0);
  const subscript = field(node, 'subscript');
  if (!obj || !subscript) return opaque(node, cx.values(node));
  return element(cx, node, cx.value(obj), subscript);
};

const invocation: ValueRule = (cx, node) => {
  const fn = part(node, 'function', 0);
  if (!fn) return opaque(node, cx.values(node));
  const list = field(node, 'arguments');
  if (fn.type === 'identifier' && cx.source(fn) === 'nameof') return nameOf(cx, node, list);
  const callee = cx.value(fn);
  if (callee.v === 'member') {
    const waited = waitedFor(callee.obj, callee.name, list);
    if (waited?.how === 'value') return waited.value;
    if (waited) return { v: 'await', value: waited.value, how: waited.how, range: range(node) };
  }
  return {
    v: 'call',
    callee,
    args: argumentsOf(cx, list),
    typeArgs: typeArgs(cx, calledName(fn)),
    safe: false,
    range: range(node),
  };
};

/** The name node that may carry the call's type arguments. */
function calledName(fn: Syntax): Syntax {
  const holder = fn.type === 'conditional_access_expression' ? lastOperand(fn) : fn;
  return (holder && field(holder, 'name')) ?? fn;
}

/** Calls that are no calls to the passes: they wait for a task or only say where it continues. */
function waitedFor(
  obj: Val,
  name: string,
  list: Syntax | undefined,
): { how: 'value' | 'block' | 'blockUnwrapped'; value: Val } | undefined {
  if (name === 'ConfigureAwait') return { how: 'value', value: obj };
  if (list && operands(list).length > 0) return undefined;
  if (name === 'Wait') return { how: 'block', value: obj };
  if (name === 'GetResult' && isCallOf(obj, 'GetAwaiter')) return { how: 'blockUnwrapped', value: obj.callee.obj };
  return undefined;
}

function isCallOf(value: Val, name: string): value is Call & { callee: Val & { v: 'member' } } {
  return value.v === 'call' && value.callee.v === 'member' && value.callee.name === name;
}

function nameOf(cx: Context, node: Syntax, list: Syntax | undefined): Val {
  const arg = list && operands(list)[0];
  const source = arg ? cx.source(arg).replace(/<.*$/s, '') : '';
  const name = /([\p{L}_][\p{L}\p{N}_]*)\s*$/u.exec(source)?.[1] ?? '';
  return { v: 'lit', value: name, range: range(node) };
}

const awaited: ValueRule = (cx, node) => {
  const value = lastOperand(node);
  if (!value) return opaque(node, []);
  return { v: 'await', value: cx.value(value), how: 'await', range: range(node) };
};

const self: ValueRule = (_cx, node) => ({ v: 'self', base: node.type === 'base', range: range(node) });

/** An attribute as a call of its name. */
export function marksOf(cx: Context, node: Syntax): Call[] {
  const out: Call[] = [];
  for (const child of node.children) {
    if (child.type === 'preproc_if' || child.type === 'preproc_if_in_attribute_list') out.push(...marksOf(cx, child));
    if (child.type !== 'attribute_list') continue;
    for (const mark of child.children) if (mark.type === 'attribute') out.push(markOf(cx, mark));
  }
  return out;
}

function markOf(cx: Context, node: Syntax): Call {
  const name = field(node, 'name');
  return {
    v: 'call',
    callee: name ? nameValue(cx, name) : opaque(node, []),
    args: argumentsOf(cx, ofType(node, 'attribute_argument_list')),
    typeArgs: name ? typeArgs(cx, name) : [],
    safe: false,
    range: range(node),
  };
}

export const callRules: [string, ValueRule][] = [
  ['identifier', (cx, node) => ({ v: 'ref', name: cx.name(node), range: range(node) })],
  ['implicit_parameter', (cx, node) => ({ v: 'ref', name: cx.name(node), range: range(node) })],
  ['discard', (_cx, node) => ({ v: 'ref', name: '_', range: range(node) })],
  ['predefined_type', nameValue],
  ['generic_name', nameValue],
  ['qualified_name', nameValue],
  ['alias_qualified_name', nameValue],
  ['nullable_type', nameValue],
  ['array_type', nameValue],
  ['this', self],
  ['base', self],
  ['this_expression', self],
  ['base_expression', self],
  ['declaration_expression', declaration],
  ['member_access_expression', member],
  ['conditional_access_expression', conditionalAccess],
  ['element_access_expression', elementAccess],
  ['invocation_expression', invocation],
  ['await_expression', awaited],
];

/** True if a modifier stands directly below: `async`, `static`. */
export function hasModifier(cx: Context, node: Syntax, ...names: string[]): boolean {
  return node.children.some((c) => (c.type === 'modifier' ? names.includes(cx.source(c)) : false));
}
