/** `switch` over values and types, and `select`: ordered tests, like any other condition. */
import type { Stmt, Val } from '../../code-model.js';
import { field, fields, hasToken, named, type Syntax } from '../syntax.js';
import { type Context, opaque, range, type StatementRule } from './context.js';
import { op } from './expressions.js';
import { typeRef } from './types.js';

/** A chain of tests longer than this is cut: what follows is kept, but not told apart. */
const MAX_TESTS = 150;

/** One case: when it is taken, and what is done. */
interface Case {
  node: Syntax;
  /** What is tested, made afresh each time. */
  tests(): Val[];
  isDefault: boolean;
  body: Stmt[];
  /** It ends with `fallthrough`. */
  falls: boolean;
}

/** Gives the value that is tested, afresh for every test. */
type Take = () => Val;

const CASES = new Set(['expression_case', 'type_case', 'communication_case', 'default_case']);

/** Nested `If`s with ordered tests; the default comes last wherever it is written. */
function chained(node: Syntax, cases: Case[]): Stmt[] {
  let last: Stmt[] = cases.find((c) => c.isDefault)?.body ?? [];
  const tested = cases.filter((c) => !c.isDefault);
  const tests = tested.map((own, i) => anyOf(own, [...fallingInto(tested, i), ...own.tests()]));
  if (tested.length > MAX_TESTS)
    return [{ s: 'other', values: tests, body: cases.flatMap((c) => c.body), range: range(node) }];
  for (let i = tested.length - 1; i >= 0; i--) {
    const own = tested[i];
    const test = tests[i];
    if (!own || !test) continue;
    // What falls through is done, and then the next case's body: its test takes in this one's.
    const next = own.falls ? [] : last;
    const parts = [own.node, test.range, ...[...own.body, ...next].map((b) => b.range)];
    const at = { start: Math.min(...parts.map((p) => p.start)), end: Math.max(...parts.map((p) => p.end)) };
    const one: Stmt = { s: 'if', test, then: own.body, else: next, range: at };
    last = own.falls ? [one, ...last] : [one];
  }
  return last;
}

/** The tests of the cases right before that fall into this one. */
function fallingInto(cases: Case[], at: number): Val[] {
  const out: Val[] = [];
  for (let i = at - 1; i >= 0 && cases[i]?.falls; i--) out.unshift(...(cases[i]?.tests() ?? []));
  return out;
}

function anyOf(own: Case, tests: Val[]): Val {
  const [first, ...rest] = tests;
  if (!first) return opaque({ start: own.node.start, end: own.node.start }, []);
  return rest.reduce((sofar, t) => op('or', [sofar, t], { start: first.range.start, end: t.range.end }), first);
}

function casesOf(node: Syntax): Syntax[] {
  return node.children.filter((c) => CASES.has(c.type));
}

/** The statements of a case. */
function bodyOf(cx: Context, node: Syntax): { body: Stmt[]; falls: boolean } {
  const heads = new Set([...fields(node, 'value'), ...fields(node, 'type'), ...fields(node, 'communication')]);
  const nodes = named(node).filter((c) => !heads.has(c));
  const { receiver } = cx;
  const body = cx.breaking('switch', () => cx.statements(nodes));
  cx.receiver = receiver;
  const last = body.at(-1);
  const breaks = last?.s === 'leave' && last.how === 'break' && last.label === 'switch';
  const falls = nodes.some((c) => c.type === 'fallthrough_statement' || hasFallthrough(c));
  return { body: breaks ? body.slice(0, -1) : body, falls };
}

function hasFallthrough(node: Syntax): boolean {
  return node.type === 'statement_list' && node.children.some((c) => c.type === 'fallthrough_statement');
}

/** Values without an effect: reading them again is the same. */
function repeatable(node: Syntax): boolean {
  if (node.type === 'selector_expression') {
    const operand = field(node, 'operand');
    return operand !== undefined && repeatable(operand);
  }
  if (node.type === 'unary_expression' || node.type === 'parenthesized_expression') {
    const operand = field(node, 'operand') ?? named(node)[0];
    return operand !== undefined && !hasToken(node, '<-') && repeatable(operand);
  }
  return node.type === 'identifier' || node.type === 'nil' || node.type.endsWith('_literal');
}

/** A call is made once and kept under a name of its own for later tests. */
function subject(cx: Context, node: Syntax): Take {
  if (repeatable(node)) return () => cx.value(node);
  const value = cx.value(node);
  let name: string | undefined;
  return () => {
    const first = name === undefined;
    name ??= cx.subjectName();
    const ref = { v: 'ref' as const, name, range: range(node) };
    return first ? { v: 'assign', target: ref, value, range: range(node) } : ref;
  };
}

/** What the statement before the tests declares is theirs alone. */
function scoped(cx: Context, node: Syntax, statements: () => Stmt[]): Stmt[] {
  const { receiver } = cx;
  const first = field(node, 'initializer');
  const before = first ? cx.statement(first) : [];
  const rest = statements();
  cx.receiver = receiver;
  return before.length > 0 ? [{ s: 'other', values: [], body: [...before, ...rest], range: range(node) }] : rest;
}

const values: StatementRule = (cx, node) =>
  scoped(cx, node, () => {
    const over = field(node, 'value');
    const take = over && subject(cx, over);
    const cases = casesOf(node).map((c): Case => {
      const list = field(c, 'value');
      const written = list ? named(list) : [];
      const one = (v: Syntax): Val => {
        const value = cx.value(v);
        return take && over ? op('eq', [take(), value], { start: over.start, end: v.end }) : value;
      };
      return { node: c, tests: () => written.map(one), isDefault: c.type === 'default_case', ...bodyOf(cx, c) };
    });
    return kept(cx, node, cases, over, take);
  });

const types: StatementRule = (cx, node) =>
  scoped(cx, node, () => {
    const over = field(node, 'value');
    if (!over) return [{ s: 'other', values: cx.values(node), body: [], range: range(node) }];
    const take = subject(cx, over);
    const list = field(node, 'alias');
    const alias = list && named(list)[0];
    const name = alias && cx.source(alias);
    const cases = casesOf(node).map((c): Case => {
      const asked = fields(c, 'type');
      const single = asked.length === 1;
      const one = (t: Syntax): Val => {
        const at = { start: over.start, end: t.end };
        if (cx.source(t) === 'nil') return op('eq', [take(), { v: 'lit', value: null, range: range(t) }], at);
        return {
          v: 'is',
          value: take(),
          type: typeRef(cx, t) ?? { path: [], args: [] },
          ...(name && single ? { name } : {}),
          range: at,
        };
      };
      const { receiver } = cx;
      const first = single ? typeRef(cx, asked[0]) : undefined;
      if (name) cx.declared(name, first);
      const rest = bodyOf(cx, c);
      cx.receiver = receiver;
      // Where several types or none are meant, the name is the value itself.
      const own: Stmt[] =
        name && alias && !single && repeatable(over)
          ? [
              {
                s: 'bind',
                target: { v: 'ref', name, range: range(alias) },
                value: take(),
                declares: true,
                range: { start: Math.min(alias.start, over.start), end: Math.max(alias.end, over.end) },
              },
            ]
          : [];
      return {
        node: c,
        tests: () => asked.map(one),
        isDefault: c.type === 'default_case',
        ...rest,
        body: [...own, ...rest.body],
      };
    });
    return kept(cx, node, cases, over, take);
  });

/** A `switch` without a case still evaluates its value. */
function kept(cx: Context, node: Syntax, cases: Case[], over: Syntax | undefined, take: Take | undefined): Stmt[] {
  const out = chained(node, cases);
  const asked = cases.some((c) => c.node.type !== 'default_case');
  if (asked || !over || !take || repeatable(over)) return out;
  return [{ s: 'do', value: cx.value(over), range: range(over) }, ...out];
}

/** `select`: any of its cases may be taken. */
const communications: StatementRule = (cx, node) => {
  const cases = casesOf(node).map((c): Case => {
    const head = field(c, 'communication');
    const before = head ? cx.statement(head) : [];
    const { body, falls } = bodyOf(cx, c);
    return {
      node: c,
      tests: () => [],
      isDefault: c.type === 'default_case',
      body: [...before, ...body],
      falls,
    };
  });
  return chained(node, cases);
};

/** `case v := <-ch:`. */
const received: StatementRule = (cx, node) => {
  const left = field(node, 'left');
  const right = field(node, 'right');
  if (!right) return [];
  const value = cx.value(right);
  const name = left && named(left)[0];
  if (!name) return [{ s: 'do', value, range: range(node) }];
  cx.declared(cx.source(name));
  return [
    {
      s: 'bind',
      target: { v: 'ref', name: cx.source(name), range: range(name) },
      value,
      declares: true,
      range: range(node),
    },
  ];
};

export const switchRules: [string, StatementRule][] = [
  ['expression_switch_statement', values],
  ['type_switch_statement', types],
  ['select_statement', communications],
  ['receive_statement', received],
  ['fallthrough_statement', () => []],
];
