/** What a value is bound to: names, members, destructuring patterns; and parameters. */
import type { Param, Pattern, PatternPart, Target } from '../../code-model.js';
import { field, fields, named, type Syntax } from '../syntax.js';
import { type Lowering, opaque, rangeOf, textOf } from './context.js';
import { stringValue } from './literals.js';
import { typeOf } from './types.js';
import { unwrap } from './wrappers.js';

const NAMES = new Set([
  'identifier',
  'shorthand_property_identifier_pattern',
  'shorthand_property_identifier',
  'undefined',
]);
const PATTERNS = new Set(['object_pattern', 'array_pattern', 'object', 'array']);

/** A property name as it stands in objects, patterns and classes; `undefined` where it is computed. */
export function propertyName(node: Syntax, l: Lowering): string | undefined {
  if (node.type === 'string') return stringValue(node, l);
  if (node.type === 'computed_property_name') {
    const inner = named(node)[0];
    return inner?.type === 'string' ? stringValue(inner, l) : undefined;
  }
  return textOf(node, l);
}

/** The target of a declaration or assignment. What cannot be assigned to is opaque. */
export function target(node: Syntax, l: Lowering): Target {
  const at = unwrap(node);
  if (NAMES.has(at.type)) return { v: 'ref', range: rangeOf(at), name: textOf(at, l) };
  if (PATTERNS.has(at.type)) return pattern(at, l);
  const value = l.value(at);
  return value.v === 'member' || value.v === 'index' || value.v === 'ref' ? value : opaque(at, [value]);
}

function pattern(node: Syntax, l: Lowering): Pattern {
  const isArray = node.type === 'array_pattern' || node.type === 'array';
  const parts: PatternPart[] = [];
  let position = 0;
  for (const child of node.children) {
    if (child.type === ',') position++;
    if (!child.named || child.type === 'comment') continue;
    const part = isArray ? element(child, position, l) : property(child, l);
    if (part) parts.push(part);
  }
  return { v: 'pattern', range: rangeOf(node), parts };
}

/** A target with the default that may stand behind it: `a = 1`. */
function withDefault(node: Syntax, key: string | number, l: Lowering): PatternPart {
  const left = field(node, 'left');
  const right = field(node, 'right');
  if (!left || !right) return { key, target: l.target(node) };
  return { key, target: l.target(left), default: l.value(right) };
}

function element(node: Syntax, position: number, l: Lowering): PatternPart {
  const inner = rest(node);
  return inner ? { key: position, target: l.target(inner), rest: true } : withDefault(node, position, l);
}

function property(node: Syntax, l: Lowering): PatternPart | undefined {
  const inner = rest(node);
  if (inner) return { key: '', target: l.target(inner), rest: true };
  if (node.type === 'pair_pattern' || node.type === 'pair') {
    const key = field(node, 'key');
    const value = field(node, 'value');
    // A computed key is not known here; the empty name stands for it.
    return key && value ? withDefault(value, propertyName(key, l) ?? '', l) : undefined;
  }
  const left = field(node, 'left') ?? node;
  return NAMES.has(left.type) ? withDefault(node, textOf(left, l), l) : undefined;
}

function rest(node: Syntax): Syntax | undefined {
  return node.type === 'rest_pattern' || node.type === 'spread_element' ? named(node)[0] : undefined;
}

/** The parameters of a function. The `this` parameter is a type only and left out. */
export function params(list: Syntax | undefined, l: Lowering): Param[] {
  if (!list) return [];
  if (list.type === 'identifier') return [param(list, list, l)];
  const out: Param[] = [];
  for (const node of named(list)) {
    const typed = node.type === 'required_parameter' || node.type === 'optional_parameter';
    const bound = typed ? field(node, 'pattern') : node;
    if (bound && bound.type !== 'this' && bound.type !== 'ERROR') out.push(param(node, bound, l));
  }
  return out;
}

function param(node: Syntax, bound: Syntax, l: Lowering): Param {
  const inner = rest(bound);
  // The JavaScript grammar has the default inside the pattern, the TypeScript grammar beside it.
  const left = bound.type === 'assignment_pattern' ? field(bound, 'left') : undefined;
  const to = l.target(inner ?? left ?? bound);
  const fallback = left ? field(bound, 'right') : field(node, 'value');
  return {
    range: rangeOf(node),
    name: to.v === 'ref' ? to.name : '',
    ...(to.v === 'pattern' ? { pattern: to } : {}),
    ...typeOf(node, l),
    ...(fallback ? { default: l.value(fallback) } : {}),
    ...(inner ? { rest: true } : {}),
    marks: l.marks(fields(node, 'decorator')),
  };
}
