/** Patterns as tests: `is CosmosException { StatusCode: Conflict } e`, `case >= 400 and < 500`. */
import type { Is, Op, Val } from '../../code-model.js';
import { field, hasToken, ofType, type Syntax } from '../syntax.js';
import { type Context, isCode, lastOperand, opaque, operands, part, range, type ValueRule } from './context.js';
import { typeOrEmpty, typeRef } from './names.js';
import { op } from './operators.js';
import { memberSubject, type Subject, singleSubject, subjectOf } from './subject.js';

/** What a bare name in a pattern is: after `is` a type, in a `case` a constant. The grammar cannot tell. */
export type BareName = 'type' | 'constant';

const RELATIONAL: [string, Op['op']][] = [
  ['<=', 'le'],
  ['>=', 'ge'],
  ['<', 'lt'],
  ['>', 'gt'],
];

/** Patterns that look at their subject more than once or may do so. */
const MANY = /^(?:recursive|or|and|negated|parenthesized)_pattern$/;

/**
 * Lowers a pattern to the test it stands for.
 *
 * @returns `undefined` for a pattern that always matches and binds nothing
 */
export function patternTest(cx: Context, node: Syntax, subject: Subject, bare: BareName): Val | undefined {
  const at = { start: Math.min(subject.start, node.start), end: Math.max(subject.end, node.end) };
  switch (node.type) {
    case 'discard':
      return undefined;
    case 'constant_pattern': {
      const value = lastOperand(node);
      return value ? constantTest(cx, value, subject, bare) : undefined;
    }
    case 'declaration_pattern':
    case 'var_pattern':
    case 'type_pattern':
      return isTest(cx, node, subject, at);
    case 'recursive_pattern':
      return recursiveTest(cx, node, subject, bare, at);
    case 'negated_pattern': {
      const inner = lastOperand(node);
      return op('not', [testOrTrue(cx, inner, subject, bare, at)], at);
    }
    case 'parenthesized_pattern': {
      const inner = operands(node)[0];
      return inner ? patternTest(cx, inner, subject, bare) : undefined;
    }
    case 'and_pattern':
    case 'or_pattern': {
      const left = testOrTrue(cx, field(node, 'left'), subject, bare, at);
      const right = testOrTrue(cx, field(node, 'right'), subject, bare, at);
      return op(node.type === 'and_pattern' ? 'and' : 'or', [left, right], at);
    }
    case 'relational_pattern': {
      const value = lastOperand(node);
      const found = RELATIONAL.find(([token]) => hasToken(node, token));
      if (!value || !found) return opaque(at, [subject.take()]);
      return op(found[1], [subject.take(), cx.value(value)], at);
    }
    case 'list_pattern':
    case 'slice_pattern':
      return opaque(at, [subject.take(), ...constants(cx, node)]);
    default:
      return constantTest(cx, node, subject, bare);
  }
}

function testOrTrue(
  cx: Context,
  node: Syntax | undefined,
  subject: Subject,
  bare: BareName,
  at: { start: number; end: number },
): Val {
  return (node && patternTest(cx, node, subject, bare)) ?? { v: 'lit', value: true, range: range(node ?? at) };
}

function isTest(cx: Context, node: Syntax, subject: Subject, at: { start: number; end: number }): Is {
  const name = field(node, 'name');
  const type = node.type === 'type_pattern' ? typeRef(cx, node) : typeRef(cx, field(node, 'type'));
  const out: Is = { v: 'is', value: subject.take(), type: type ?? { path: [], args: [] }, range: range(at) };
  if (name) out.name = cx.name(name);
  return out;
}

/** Names that say by their form that they are types or constants, whatever the place. */
function bareMeaning(node: Syntax, text: string, bare: BareName): BareName {
  if (node.type === 'generic_name' || node.type === 'predefined_type' || node.type === 'array_type') return 'type';
  if (node.type === 'nullable_type') return 'type';
  if (/Exception$/.test(text)) return 'type';
  if (node.type !== 'identifier') return 'constant';
  if (/^[\p{Ll}_]|^[\p{Lu}\d_]{2,}$/u.test(text)) return 'constant';
  return bare;
}

function constantTest(cx: Context, node: Syntax, subject: Subject, bare: BareName): Val | undefined {
  const at = { start: Math.min(subject.start, node.start), end: Math.max(subject.end, node.end) };
  if (node.type === 'identifier' && cx.source(node) === '_') return undefined;
  if (node.type === 'tuple_expression') {
    const items = operands(node).map((c) => lastOperand(c) ?? c);
    return positional(cx, items, subject, bare, at);
  }
  if (node.type === 'parenthesized_expression') {
    const inner = lastOperand(node);
    return inner ? constantTest(cx, inner, subject, bare) : undefined;
  }
  // `Point(1, 2)` is a positional pattern that this grammar reads as a call.
  if (node.type === 'invocation_expression') {
    const type = typeOrEmpty(cx, field(node, 'function'));
    const inner = field(node, 'arguments');
    const is: Is = { v: 'is', value: subject.take(), type, range: range(at) };
    return inner && operands(inner).length > 0 ? op('and', [is, opaque(inner, cx.values(inner))], at) : is;
  }
  const names = /^(?:identifier|generic_name|predefined_type|qualified_name|alias_qualified_name|array_type)$/;
  const dottedName = node.type === 'member_access_expression' || node.type === 'nullable_type';
  if ((names.test(node.type) || dottedName) && bareMeaning(node, cx.source(node), bare) === 'type')
    return { v: 'is', value: subject.take(), type: typeOrEmpty(cx, node), range: range(at) };
  return op('eq', [subject.take(), cx.value(node)], at);
}

/** A type, positions, properties and a name, each optional: a conjunction of tests. */
function recursiveTest(
  cx: Context,
  node: Syntax,
  subject: Subject,
  bare: BareName,
  at: { start: number; end: number },
): Val | undefined {
  const type = field(node, 'type');
  const name = field(node, 'name');
  const tests: Val[] = [];
  if (type || name) tests.push(isTest(cx, node, subject, at));
  const positions = ofType(node, 'positional_pattern_clause');
  if (positions) {
    const items = operands(positions).map((c) => lastOperand(c) ?? c);
    const test = positional(cx, items, subject, bare, at);
    if (test) tests.push(test);
  }
  const properties = ofType(node, 'property_pattern_clause');
  for (const part of properties ? operands(properties) : []) {
    const [path, pattern] = operands(part);
    if (!path || !pattern) continue;
    const test = patternTest(cx, pattern, memberSubject(cx, subject, path), 'constant');
    if (test) tests.push(test);
  }
  if (tests.length === 0) {
    if (positions) return undefined;
    return op('ne', [subject.take(), { v: 'lit', value: null, range: range(properties ?? node) }], at);
  }
  return tests.reduce((sofar, test) => op('and', [sofar, test], at));
}

/** Positions can be followed only where the subject is a tuple written down. */
function positional(
  cx: Context,
  items: Syntax[],
  subject: Subject,
  bare: BareName,
  at: { start: number; end: number },
): Val | undefined {
  const parts = subject.parts;
  if (!parts || parts.length !== items.length)
    return opaque(at, [subject.take(), ...items.flatMap((item) => constants(cx, item))]);
  const tests = items.flatMap((item, i) => {
    const part = parts[i];
    const test = part && patternTest(cx, item, part, bare === 'type' ? 'constant' : bare);
    return test ? [test] : [];
  });
  return tests.length === 0 ? undefined : tests.reduce((sofar, test) => op('and', [sofar, test], at));
}

/** The expressions inside a pattern that is not followed. */
function constants(cx: Context, node: Syntax): Val[] {
  if (node.type === 'constant_pattern' || node.type === 'relational_pattern') return cx.values(node);
  if (!node.type.endsWith('pattern') && !node.type.endsWith('clause') && node.type !== 'subpattern') return [];
  return node.children.filter(isCode).flatMap((c) => constants(cx, c));
}

export const isPattern: ValueRule = (cx, node) => {
  const value = part(node, 'expression', 0);
  const pattern = field(node, 'pattern');
  if (!value || !pattern) return opaque(node, cx.values(node));
  const subject = MANY.test(pattern.type) && takes(pattern) > 1 ? subjectOf(cx, value) : singleSubject(cx, value);
  const test = patternTest(cx, pattern, subject, 'type');
  return test ?? op('ne', [subject.take(), { v: 'lit', value: null, range: range(pattern) }], node);
};

/** How often a pattern may look at its subject, roughly. */
function takes(node: Syntax): number {
  switch (node.type) {
    case 'negated_pattern':
    case 'parenthesized_pattern':
      return operands(node).reduce((sum, c) => sum + takes(c), 0);
    case 'and_pattern':
    case 'or_pattern':
      return 2;
    case 'recursive_pattern': {
      const properties = ofType(node, 'property_pattern_clause');
      const typed = field(node, 'type') || field(node, 'name') ? 1 : 0;
      const inner = properties ? operands(properties).reduce((n, c) => n + takes(lastOperand(c) ?? c), 0) : 0;
      return typed + inner + (ofType(node, 'positional_pattern_clause') ? 1 : 0);
    }
    default:
      return 1;
  }
}
