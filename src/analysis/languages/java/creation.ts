/** Objects, anonymous classes and arrays. */
import type { Fn, List, New, Rec, Val } from '../../code-model.js';
import { field, ofType, type Syntax } from '../syntax.js';
import { argumentsOf } from './calls.js';
import { type Context, opaque, operands, range, type ValueRule } from './context.js';
import { functionOf } from './functions.js';
import { typeOrEmpty } from './names.js';

/**
 * `new T(…)`. An anonymous class with one method is the function that stands for its interface; with several it is an
 * object that holds them.
 */
const created: ValueRule = (cx, node) => {
  const type = field(node, 'type');
  const body = ofType(node, 'class_body');
  const methods = body ? operands(body).filter((c) => c.type === 'method_declaration') : [];
  const args = argumentsOf(cx, field(node, 'arguments'));
  const [only] = methods;
  if (body && only && methods.length === 1 && args.length === 0 && operands(body).length === 1) {
    const fn: Fn = functionOf(cx, only, 'lambda', false);
    return { v: 'fn', fn: { ...fn, range: range(only) }, range: range(node) };
  }
  const out: New = {
    v: 'new',
    type: typeOrEmpty(cx, type),
    typeRange: type ? range(type) : { start: node.start, end: Math.min(node.start + 3, node.end) },
    args,
    range: range(node),
  };
  if (body) out.init = membersOf(cx, body);
  return out;
};

/** The methods of an anonymous class by their names; initialisers and fields are kept for what they hold. */
function membersOf(cx: Context, body: Syntax): Rec {
  return {
    v: 'rec',
    entries: operands(body).map((node) => {
      if (node.type === 'method_declaration') {
        const fn = functionOf(cx, node, 'method', false);
        const value: Val = { v: 'fn', fn, range: range(node) };
        return { ...(fn.name ? { key: fn.name } : {}), value, spread: false, range: range(node) };
      }
      const declarator = ofType(node, 'variable_declarator');
      const name = declarator && field(declarator, 'name');
      const init = declarator && field(declarator, 'value');
      if (name && init) return { key: cx.source(name), value: cx.value(init), spread: false, range: range(node) };
      const inner = node.type === 'block' ? initialiser(cx, node) : opaque(node, []);
      return { value: inner, spread: false, range: range(node) };
    }),
    range: range(body),
  };
}

/** `{{ put(k, v); }}`: code that runs when the object is made. */
function initialiser(cx: Context, node: Syntax): Val {
  const fn: Fn = {
    kind: 'lambda',
    params: [],
    isAsync: false,
    isStatic: false,
    exported: false,
    marks: [],
    body: cx.body(node),
    range: range(node),
  };
  return { v: 'fn', fn, range: range(node) };
}

function list(cx: Context, node: Syntax): List {
  return { v: 'list', items: operands(node).map((c) => ({ value: cx.value(c), spread: false })), range: range(node) };
}

const array: ValueRule = (cx, node) => {
  const init = field(node, 'value') ?? ofType(node, 'array_initializer');
  return init ? { ...list(cx, init), range: range(node) } : { v: 'list', items: [], range: range(node) };
};

export const creationRules: [string, ValueRule][] = [
  ['object_creation_expression', created],
  ['array_creation_expression', array],
  ['array_initializer', list],
  ['element_value_array_initializer', list],
];
