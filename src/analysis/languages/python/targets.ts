/** What a value is bound to: names, members, patterns; and parameters. */
import type { Param, Pattern, PatternPart, Target } from '../../code-model.js';
import { field, named, type Syntax } from '../syntax.js';
import { type Lowering, opaque, rangeOf, textOf } from './context.js';
import { typeOf } from './types.js';

const PATTERNS = new Set(['pattern_list', 'tuple_pattern', 'list_pattern', 'tuple', 'list', 'expression_list']);
const RESTS = new Set(['list_splat_pattern', 'list_splat']);

/** The target of an assignment. What cannot be assigned to is opaque. */
export function target(node: Syntax, l: Lowering): Target {
  if (node.type === 'identifier') return { v: 'ref', range: rangeOf(node), name: textOf(node, l) };
  if (node.type === 'as_pattern_target' || node.type === 'parenthesized_expression') {
    const inner = named(node)[0];
    return inner ? l.target(inner) : opaque(node);
  }
  if (PATTERNS.has(node.type)) return pattern(node, l);
  const value = l.value(node);
  return value.v === 'member' || value.v === 'index' || value.v === 'ref' ? value : opaque(node, [value]);
}

function pattern(node: Syntax, l: Lowering): Pattern {
  const parts = named(node).map((child, key): PatternPart => {
    const inner = RESTS.has(child.type) ? named(child)[0] : undefined;
    return inner ? { key, target: l.target(inner), rest: true } : { key, target: l.target(child) };
  });
  return { v: 'pattern', range: rangeOf(node), parts };
}

/** A parameter that is one target: of a comprehension. */
export function paramOf(node: Syntax, l: Lowering): Param {
  const to = l.target(node);
  return {
    range: rangeOf(node),
    name: to.v === 'ref' ? to.name : '',
    ...(to.v === 'pattern' ? { pattern: to } : {}),
    marks: [],
  };
}

/** The parameters of a function; the marks `/` and `*` are none. */
export function params(list: Syntax | undefined, l: Lowering): Param[] {
  return list ? named(list).flatMap((node) => param(node, l) ?? []) : [];
}

const SPLATS = new Set(['list_splat_pattern', 'dictionary_splat_pattern']);

function param(node: Syntax, l: Lowering): Param | undefined {
  // `a: T` has its name first, without a field.
  const written = field(node, 'name') ?? (node.type === 'typed_parameter' ? named(node)[0] : node);
  const isRest = written !== undefined && SPLATS.has(written.type);
  const name = isRest ? named(written)[0] : written;
  if (name?.type === 'tuple_pattern') return paramOf(name, l);
  if (name?.type !== 'identifier') return undefined;
  const fallback = field(node, 'value');
  return {
    range: rangeOf(node),
    name: textOf(name, l),
    ...typeOf(node, l),
    ...(fallback ? { default: l.value(fallback) } : {}),
    ...(isRest ? { rest: true } : {}),
    marks: [],
  };
}
