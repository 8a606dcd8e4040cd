/** Composite literals: structs are constructions with their fields, maps are records, slices are lists. */
import type { Entry, List, Rec, TypeRef, Val } from '../../code-model.js';
import { field, named, type Syntax } from '../syntax.js';
import { type Context, opaque, range, type ValueRule } from './context.js';
import { stringValue } from './literals.js';
import { typeRef } from './types.js';

const LISTS = new Set(['slice_type', 'array_type', 'implicit_length_array_type']);

const composite: ValueRule = (cx, node) => {
  const type = field(node, 'type');
  const body = field(node, 'body');
  if (!type || !body) return opaque(node, cx.values(node));
  return literal(cx, type, body, node);
};

/** A literal of a type; elements inside may leave theirs out. */
function literal(cx: Context, type: Syntax, body: Syntax, whole: Syntax): Val {
  if (LISTS.has(type.type)) return { ...listOf(cx, body, field(type, 'element')), range: range(whole) };
  if (type.type === 'map_type') return { ...recordOf(cx, body, field(type, 'value'), false), range: range(whole) };
  if (type.type === 'struct_type') return { ...recordOf(cx, body, undefined, true), range: range(whole) };
  if (type.type === 'pointer_type') {
    const inner = named(type)[0];
    if (inner) return literal(cx, inner, body, whole);
  }
  const to: TypeRef = typeRef(cx, type) ?? { path: [], args: [] };
  const keyed = named(body).some((c) => c.type === 'keyed_element');
  const init = keyed ? recordOf(cx, body, undefined, true) : listOf(cx, body, undefined);
  const empty = init.v === 'list' && init.items.length === 0;
  // An element that leaves its type out has only its brace to stand for it.
  const typeRange = type.start >= whole.start ? range(type) : { start: whole.start, end: whole.start + 1 };
  return { v: 'new', type: to, typeRange, args: [], ...(empty ? {} : { init }), range: range(whole) };
}

function listOf(cx: Context, body: Syntax, element: Syntax | undefined): List {
  const items = named(body).map((c) => {
    const value = c.type === 'keyed_element' ? (field(c, 'value') ?? c) : c;
    return { value: elementOf(cx, value, element), spread: false };
  });
  return { v: 'list', items, range: range(body) };
}

/** @param fieldNames the keys are names of fields; otherwise they are values */
function recordOf(cx: Context, body: Syntax, element: Syntax | undefined, fieldNames: boolean): Rec {
  const entries = named(body).map((c): Entry => {
    const key = c.type === 'keyed_element' ? field(c, 'key') : undefined;
    const value = c.type === 'keyed_element' ? (field(c, 'value') ?? c) : c;
    const at = key && keyOf(cx, key, fieldNames);
    return {
      ...(at === undefined ? {} : { key: at }),
      value: elementOf(cx, value, element),
      spread: false,
      range: range(c),
    };
  });
  return { v: 'rec', entries, range: range(body) };
}

function keyOf(cx: Context, node: Syntax, fieldNames: boolean): string | Val {
  const at = node.type === 'literal_element' ? (named(node)[0] ?? node) : node;
  if (at.type === 'interpreted_string_literal' || at.type === 'raw_string_literal') return stringValue(cx, at);
  if (fieldNames && /identifier$/.test(at.type)) return cx.source(at);
  return cx.value(at);
}

function elementOf(cx: Context, node: Syntax, element: Syntax | undefined): Val {
  const at = node.type === 'literal_element' ? (named(node)[0] ?? node) : node;
  if (at.type !== 'literal_value') return cx.value(at);
  if (element) return literal(cx, element, at, at);
  const keyed = named(at).some((c) => c.type === 'keyed_element');
  return keyed ? recordOf(cx, at, undefined, true) : listOf(cx, at, undefined);
}

export const compositeRules: [string, ValueRule][] = [
  ['composite_literal', composite],
  ['literal_value', (cx, node) => elementOf(cx, node, undefined)],
];
