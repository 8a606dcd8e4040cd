/** Objects, collections and copies: everything written with braces or brackets that makes a value. */
import type { Entry, List, New, Rec, Val } from '../../code-model.js';
import { field, ofType, type Syntax } from '../syntax.js';
import { argumentsOf } from './calls.js';
import { type Context, isCode, lastOperand, opaque, operands, part, range, type ValueRule } from './context.js';
import { typeOrEmpty } from './names.js';

/** `{ A = 1 }`, `{ ["k"] = v }` and `{ { k, v } }` are records; `{ 1, 2 }` is a list. */
export function initializer(cx: Context, node: Syntax): Rec | List {
  const items = operands(node);
  const entries: Entry[] = [];
  for (const item of items) {
    const entry = entryOf(cx, item);
    if (!entry) return list(cx, node, items);
    entries.push(entry);
  }
  // Nothing inside says whether it fills members or elements; as members it is harmless.
  return { v: 'rec', entries, range: range(node) };
}

function entryOf(cx: Context, node: Syntax): Entry | undefined {
  if (node.type === 'assignment_expression') {
    const left = field(node, 'left');
    const right = part(node, 'right', -1);
    if (!left || !right) return undefined;
    const key = left.type === 'element_binding_expression' ? indexKey(cx, left) : memberKey(cx, left);
    return { key, value: entryValue(cx, right), spread: false, range: range(node) };
  }
  if (node.type === 'initializer_expression') {
    const [key, value, ...more] = operands(node);
    if (!key || !value || more.length > 0) return undefined;
    return { key: plainKey(cx.value(key)), value: cx.value(value), spread: false, range: range(node) };
  }
  return undefined;
}

/** A nested `X = { A = 1 }` sets members of what X already is; its value is lowered as a record. */
function entryValue(cx: Context, node: Syntax): Val {
  return node.type === 'initializer_expression' ? initializer(cx, node) : cx.value(node);
}

function memberKey(cx: Context, node: Syntax): string | Val {
  return node.type === 'identifier' ? cx.name(node) : cx.value(node);
}

function indexKey(cx: Context, node: Syntax): string | Val {
  const key = operands(node)[0];
  return key ? plainKey(cx.value(key)) : opaque(node, []);
}

function plainKey(key: Val): string | Val {
  return key.v === 'lit' && typeof key.value === 'string' ? key.value : key;
}

function list(cx: Context, node: Syntax, items: Syntax[]): List {
  return { v: 'list', items: items.map((item) => itemOf(cx, item)), range: range(node) };
}

/** `..xs` in a collection expression; older grammars read it as a range without a beginning. */
function itemOf(cx: Context, node: Syntax): { value: Val; spread: boolean } {
  const wraps = node.type === 'argument' || node.type === 'collection_element' || node.type === 'expression_element';
  const item = wraps ? lastOperand(node) : node;
  if (!item) return { value: opaque(node, []), spread: false };
  if (item !== node && item.type !== 'range_expression') return itemOf(cx, item);
  const spreads =
    item.type === 'spread_element' || (item.type === 'range_expression' && item.children[0]?.type === '..');
  const value = spreads ? lastOperand(item) : item;
  return { value: value ? cx.value(value) : opaque(item, []), spread: spreads };
}

/** This grammar reads `[]` as one element whose name is missing. */
const collection: ValueRule = (cx, node) => {
  const items = operands(node).filter((item) => item.end > item.start);
  return list(cx, node, items);
};

const created: ValueRule = (cx, node) => {
  const type = field(node, 'type');
  const init = field(node, 'initializer') ?? ofType(node, 'initializer_expression');
  const out: New = {
    v: 'new',
    type: typeOrEmpty(cx, type),
    // A target-typed `new(…)` names its type elsewhere: the keyword stands for it.
    typeRange: type ? range(type) : { start: node.start, end: Math.min(node.start + 3, node.end) },
    args: argumentsOf(cx, field(node, 'arguments') ?? ofType(node, 'argument_list')),
    range: range(node),
  };
  if (init) out.init = initializer(cx, init);
  return out;
};

const array: ValueRule = (cx, node) => {
  const init = ofType(node, 'initializer_expression');
  return { v: 'list', items: init ? list(cx, init, operands(init)).items : [], range: range(node) };
};

/** `new { A = 1, b.C, d }`: the last two take their names from what they copy. */
const anonymous: ValueRule = (cx, node) => {
  const entries: Entry[] = [];
  for (let i = 0; i < node.children.length; i++) {
    const child = node.children[i];
    if (!child || !isCode(child)) continue;
    if (node.children[i + 1]?.type === '=') {
      const value = node.children.slice(i + 2).find(isCode);
      if (!value) break;
      entries.push({
        key: cx.name(child),
        value: cx.value(value),
        spread: false,
        range: { start: child.start, end: value.end },
      });
      i = node.children.indexOf(value);
    } else if (child.type === 'assignment_expression') {
      const entry = entryOf(cx, child);
      if (entry) entries.push(entry);
    } else {
      const value = cx.value(child);
      const key = value.v === 'ref' || value.v === 'member' ? value.name : undefined;
      entries.push({ ...(key === undefined ? {} : { key }), value, spread: false, range: range(child) });
    }
  }
  return { v: 'rec', entries, range: range(node) };
};

/** `r with { A = 1 }`: a copy of r, then the changes. */
const withChanges: ValueRule = (cx, node) => {
  const entries: Entry[] = [];
  for (const child of operands(node)) {
    if (child.type === 'with_initializer' || child.type === 'simple_assignment_expression') {
      const [name, value] = operands(child);
      if (name && value)
        entries.push({ key: cx.name(name), value: cx.value(value), spread: false, range: range(child) });
    } else if (child.type === 'with_initializer_expression') {
      for (const part of operands(child)) {
        const entry = entryOf(cx, part);
        if (entry) entries.push(entry);
      }
    } else entries.push({ value: cx.value(child), spread: true, range: range(child) });
  }
  return { v: 'rec', entries, range: range(node) };
};

/** `(a, b)` as a value. */
const tuple: ValueRule = (cx, node) => ({
  v: 'list',
  items: operands(node).map((item) => ({ value: cx.value(item), spread: false })),
  range: range(node),
});

export const creationRules: [string, ValueRule][] = [
  ['object_creation_expression', created],
  ['implicit_object_creation_expression', created],
  ['initializer_expression', (cx, node) => initializer(cx, node)],
  ['array_creation_expression', array],
  ['implicit_array_creation_expression', array],
  ['stackalloc_expression', array],
  ['implicit_stackalloc_expression', array],
  ['collection_expression', collection],
  ['element_binding_expression', collection],
  ['anonymous_object_creation_expression', anonymous],
  ['with_expression', withChanges],
  ['tuple_expression', tuple],
];
