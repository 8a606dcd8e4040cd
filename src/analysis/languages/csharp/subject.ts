/**
 * The value a pattern or a switch tests. One value meets many tests, and every piece of the model belongs to one place
 * only, so each test gets a copy of its own.
 */
import type { Val } from '../../code-model.js';
import { field, type Syntax } from '../syntax.js';
import { type Context, lastOperand, operands, part, range } from './context.js';

export interface Subject {
  start: number;
  end: number;
  /** A fresh copy of the value for one test. */
  take(): Val;
  /** The elements, where the value is a tuple written down. */
  parts?: Subject[];
}

/** Values without an effect: reading them again is the same. */
const REPEATABLE = new Set([
  'identifier',
  'this',
  'base',
  'integer_literal',
  'string_literal',
  'null_literal',
  'boolean_literal',
]);

function repeatable(node: Syntax): boolean {
  if (REPEATABLE.has(node.type)) return true;
  if (node.type === 'member_access_expression') {
    const obj = part(node, 'expression', 0);
    return obj !== undefined && repeatable(obj);
  }
  if (node.type === 'conditional_access_expression') {
    const obj = part(node, 'condition', 0);
    return obj !== undefined && repeatable(obj) && lastOperand(node)?.type === 'member_binding_expression';
  }
  // `(e)`, `(int)e.StatusCode`
  if (node.type === 'parenthesized_expression' || node.type === 'cast_expression') {
    const inner = lastOperand(node);
    return inner !== undefined && repeatable(inner);
  }
  return false;
}

/** The subject an expression is; a call is made once and kept under a name of its own for later tests. */
export function subjectOf(cx: Context, node: Syntax): Subject {
  const at = { start: node.start, end: node.end };
  if (node.type === 'parenthesized_expression') {
    const inner = lastOperand(node);
    if (inner) return { ...subjectOf(cx, inner), ...at };
  }
  if (node.type === 'tuple_expression') {
    const parts = operands(node).map((c) => subjectOf(cx, lastOperand(c) ?? c));
    return {
      ...at,
      parts,
      take: () => ({
        v: 'list',
        items: parts.map((p) => ({ value: p.take(), spread: false })),
        range: range(at),
      }),
    };
  }
  if (repeatable(node)) return { ...at, take: () => cx.value(node) };
  const value = cx.value(node);
  let name: string | undefined;
  let first = true;
  return {
    ...at,
    take: () => {
      name ??= cx.subjectName();
      const ref = { v: 'ref' as const, name, range: range(at) };
      if (!first) return ref;
      first = false;
      return { v: 'assign', target: ref, value, range: range(at) };
    },
  };
}

/** A subject that is tested once keeps its value as it stands. */
export function singleSubject(cx: Context, node: Syntax): Subject {
  return { start: node.start, end: node.end, take: () => cx.value(node) };
}

/** A member of a subject: `{ Response.StatusCode: … }`. */
export function memberSubject(cx: Context, subject: Subject, path: Syntax): Subject {
  const names = pathNames(path);
  const at = { start: subject.start, end: Math.max(subject.end, path.end) };
  return {
    ...at,
    take: () =>
      names.reduce<Val>(
        (obj, name) => ({
          v: 'member',
          obj,
          name: cx.name(name),
          nameRange: range(name),
          safe: false,
          range: { start: at.start, end: Math.max(obj.range.end, name.end) },
        }),
        subject.take(),
      ),
  };
}

function pathNames(node: Syntax): Syntax[] {
  if (node.type === 'identifier') return [node];
  const qualifier = field(node, 'expression') ?? field(node, 'qualifier');
  const name = field(node, 'name');
  if (!name) return operands(node).flatMap(pathNames);
  return qualifier ? [...pathNames(qualifier), name] : [name];
}
