/** Object and array literals, and JSX. */
import type { Entry, Fn, List, Val } from '../../code-model.js';
import { field, hasToken, named, type Syntax } from '../syntax.js';
import { type Lowering, opaque, rangeOf, textOf } from './context.js';
import { lit } from './literals.js';
import { propertyName } from './patterns.js';

export function object(node: Syntax, l: Lowering): Val {
  return { v: 'rec', range: rangeOf(node), entries: named(node).flatMap((child) => entry(child, l) ?? []) };
}

function key(node: Syntax, l: Lowering): string | Val {
  const name = propertyName(node, l);
  if (name !== undefined) return name;
  const inner = named(node)[0];
  return inner ? l.value(inner) : '';
}

function entry(node: Syntax, l: Lowering): Entry | undefined {
  const range = rangeOf(node);
  if (node.type === 'spread_element') {
    const inner = named(node)[0];
    return { range, value: inner ? l.value(inner) : opaque(node), spread: true };
  }
  if (node.type === 'shorthand_property_identifier') {
    const name = textOf(node, l);
    return { range, key: name, value: { v: 'ref', range: rangeOf(node), name }, spread: false };
  }
  const name = field(node, 'key') ?? field(node, 'name');
  if (node.type === 'method_definition' && name) {
    const fn = l.fn(node, methodKind(node, 'method'));
    return { range, key: key(name, l), value: { v: 'fn', range: rangeOf(node), fn }, spread: false };
  }
  const value = field(node, 'value');
  if (name && value) return { range, key: key(name, l), value: l.value(value), spread: false };
  return { range, key: '', value: l.value(node), spread: false };
}

/** Whether a method definition is an accessor. */
export function methodKind(node: Syntax, otherwise: Fn['kind']): Fn['kind'] {
  if (hasToken(node, 'get')) return 'getter';
  return hasToken(node, 'set') ? 'setter' : otherwise;
}

/** An array literal; a hole is `undefined`, so that positions stay right. */
export function array(node: Syntax, l: Lowering): List {
  const items: List['items'] = [];
  let filled = false;
  for (const child of node.children) {
    if (child.type === ',') {
      if (!filled) items.push({ value: lit({ ...child, end: child.start }, undefined), spread: false });
      filled = false;
    } else if (child.named && child.type !== 'comment') {
      const spread = child.type === 'spread_element';
      const inner = spread ? named(child)[0] : child;
      items.push({ value: inner ? l.value(inner) : opaque(child), spread });
      filled = true;
    }
  }
  return { v: 'list', range: rangeOf(node), items };
}

const JSX_PARTS = new Set(['jsx_opening_element', 'jsx_self_closing_element', 'jsx_attribute', 'jsx_expression']);
const JSX_SILENT = new Set(['jsx_text', 'jsx_closing_element', 'html_character_reference', 'string', 'comment']);
const JSX_NAMES = new Set(['identifier', 'member_expression', 'property_identifier', 'jsx_namespace_name']);

/** The expressions in an element, in order. What the element itself does is not known. */
export function jsx(node: Syntax, l: Lowering): Val {
  const values: Val[] = [];
  const collect = (part: Syntax): void => {
    for (const child of part.children) {
      if (!child.named || JSX_SILENT.has(child.type)) continue;
      if (part.type !== 'jsx_expression' && JSX_NAMES.has(child.type)) continue;
      if (JSX_PARTS.has(child.type) && child.type !== 'jsx_self_closing_element') collect(child);
      else if (child.type === 'spread_element') for (const inner of named(child)) values.push(l.value(inner));
      else values.push(l.value(child));
    }
  };
  collect(node);
  return opaque(node, values);
}
