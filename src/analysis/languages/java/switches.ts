/** `switch` as a statement and as an expression: ordered tests, like any other condition. */
import type { If, Pick, Stmt, Val } from '../../code-model.js';
import { field, ofType, type Syntax } from '../syntax.js';
import {
  type Context,
  isCode,
  lastOperand,
  opaque,
  operands,
  range,
  type StatementRule,
  type ValueRule,
} from './context.js';
import { typeOrEmpty } from './names.js';
import { op } from './operators.js';

/** A chain of tests longer than this is cut: what follows is kept, but not told apart. */
const MAX_TESTS = 150;

interface Group {
  labels: Syntax[];
  body: Syntax[];
  /** `case x -> …`: nothing falls through. */
  arrow: boolean;
}

/** The sections, with labels that share a body put together. */
function groups(body: Syntax): Group[] {
  const out: Group[] = [];
  let open: Group | undefined;
  for (const section of operands(body)) {
    if (section.type !== 'switch_block_statement_group' && section.type !== 'switch_rule') continue;
    open ??= { labels: [], body: [], arrow: section.type === 'switch_rule' };
    for (const child of operands(section)) (child.type === 'switch_label' ? open.labels : open.body).push(child);
    if (open.body.length > 0) {
      out.push(open);
      open = undefined;
    }
  }
  if (open) out.push(open);
  return out;
}

/** The value that is tested: read again where that is the same, else kept under a name of its own. */
function subjectOf(cx: Context, node: Syntax): () => Val {
  const inner = node.type === 'parenthesized_expression' ? (lastOperand(node) ?? node) : node;
  if (repeatable(inner)) return () => cx.value(inner);
  const value = cx.value(inner);
  let name: string | undefined;
  return () => {
    const first = name === undefined;
    name ??= cx.subjectName();
    const ref = { v: 'ref' as const, name, range: range(inner) };
    return first ? { v: 'assign', target: ref, value, range: range(inner) } : ref;
  };
}

/** Names, members and calls of a getter without arguments: reading them again is the same. */
function repeatable(node: Syntax): boolean {
  if (node.type === 'identifier' || node.type === 'this') return true;
  if (node.type === 'field_access') return operands(node).every(repeatable);
  if (node.type !== 'method_invocation') return false;
  const object = field(node, 'object');
  const list = field(node, 'arguments');
  return object !== undefined && repeatable(object) && list !== undefined && operands(list).length === 0;
}

/** One label as a test; `undefined` when it always matches. */
function labelTest(cx: Context, label: Syntax, subject: () => Val): Val | undefined {
  const guard = ofType(label, 'guard');
  const tests = operands(label)
    .filter((c) => c !== guard)
    .map((c): Val => {
      const value = subject();
      const at = { start: Math.min(value.range.start, c.start), end: c.end };
      if (c.type !== 'pattern') return op('eq', [value, cx.value(c)], at);
      const pattern = operands(c)[0];
      const [type, name] = pattern ? operands(pattern) : [];
      return {
        v: 'is',
        value,
        type: typeOrEmpty(cx, type),
        ...(pattern?.type === 'type_pattern' && name ? { name: cx.source(name) } : {}),
        range: at,
      };
    });
  const first = tests[0];
  if (!first) return undefined;
  const any = tests.reduce((a, b) => op('or', [a, b], { start: first.range.start, end: b.range.end }));
  const condition = guard && lastOperand(guard);
  return condition ? op('and', [any, cx.value(condition)], { start: first.range.start, end: condition.end }) : any;
}

interface Case {
  tests: (Val | undefined)[];
  group: Group;
}

function casesOf(cx: Context, body: Syntax, subject: () => Val): Case[] {
  return groups(body).map((group) => ({ group, tests: group.labels.map((l) => labelTest(cx, l, subject)) }));
}

/** All labels of a group as one test; `undefined` when one of them always matches. */
function joined(tests: (Val | undefined)[]): Val | undefined {
  const known = tests.flatMap((t) => (t ? [t] : []));
  const first = known[0];
  if (!first || known.length < tests.length) return undefined;
  return known.reduce((a, b) => op('or', [a, b], { start: first.range.start, end: b.range.end }));
}

function bodyOf(cx: Context, group: Group): Stmt[] {
  const out = group.body.flatMap((node) => (node.type === 'block' ? dropBreak(cx.body(node)) : cx.statement(node)));
  return dropBreak(out);
}

function dropBreak(body: Stmt[]): Stmt[] {
  const last = body.at(-1);
  return last?.s === 'leave' && last.how === 'break' && last.label === 'switch' ? body.slice(0, -1) : body;
}

function partsOf(node: Syntax): { value: Syntax; body: Syntax } | undefined {
  const value = field(node, 'condition');
  const body = field(node, 'body') ?? ofType(node, 'switch_block');
  return value && body ? { value, body } : undefined;
}

export const switchStatement: StatementRule = (cx, node) => {
  const parts = partsOf(node);
  if (!parts) return [{ s: 'other', values: cx.values(node), body: [], range: range(node) }];
  const subject = subjectOf(cx, parts.value);
  const cases = cx.breaking('switch', () =>
    casesOf(cx, parts.body, subject).map((c) => ({ test: joined(c.tests), body: bodyOf(cx, c.group) })),
  );
  let rest: Stmt[] = cases.find((c) => !c.test)?.body ?? [];
  const tested = cases.filter((c) => c.test);
  if (tested.length === 0) return [{ s: 'other', values: [subject()], body: rest, range: range(node) }];
  const extra = tested.splice(MAX_TESTS);
  if (extra.length > 0)
    rest = [
      {
        s: 'other',
        values: extra.flatMap((c) => c.test ?? []),
        body: [...extra.flatMap((c) => c.body), ...rest],
        range: range(node),
      },
    ];
  for (const c of tested.reverse()) {
    if (!c.test) continue;
    const branch: If = { s: 'if', test: c.test, then: c.body, else: rest, range: range(node) };
    rest = [branch];
  }
  return rest;
};

export const switchExpression: ValueRule = (cx, node) => {
  const parts = partsOf(node);
  if (!parts) return opaque(node, cx.values(node));
  const subject = subjectOf(cx, parts.value);
  const cases = casesOf(cx, parts.body, subject).map((c) => ({
    test: joined(c.tests),
    value: resultOf(cx, c.group, node),
  }));
  if (cases.length === 0) return opaque(node, [subject()]);
  let rest: Val = cases.find((c) => !c.test)?.value ?? opaque({ start: node.end, end: node.end }, []);
  const tested = cases.filter((c) => c.test);
  const extra = tested.splice(MAX_TESTS);
  if (extra.length > 0)
    rest = opaque(node, extra.flatMap((c) => (c.test ? [c.test, c.value] : [c.value])).concat(rest));
  for (const c of tested.reverse()) {
    if (!c.test) continue;
    const pick: Pick = { v: 'pick', test: c.test, then: c.value, else: rest, range: range(node) };
    rest = pick;
  }
  return rest;
};

/** What one arm gives: its expression, or what its block yields; anything else is kept for what it holds. */
function resultOf(cx: Context, group: Group, around: Syntax): Val {
  const [only] = group.body;
  if (!only) return opaque(group.labels[0] ?? around, []);
  if (group.body.length === 1 && only.type === 'expression_statement') {
    const value = operands(only)[0];
    if (value) return cx.value(value);
  }
  const statements = only.type === 'block' ? only.children.filter(isCode) : group.body;
  const last = statements.at(-1);
  if (statements.length === 1 && last?.type === 'yield_statement') {
    const value = lastOperand(last);
    if (value) return cx.value(value);
  }
  const end = group.body.at(-1)?.end ?? only.end;
  // Code with statements of its own is a function that is run at once.
  const at = { start: only.start, end };
  return {
    v: 'call',
    callee: {
      v: 'fn',
      fn: {
        kind: 'lambda',
        params: [],
        isAsync: false,
        isStatic: false,
        exported: false,
        marks: [],
        body: cx.breaking(undefined, () => statements.flatMap((s) => cx.statement(s))),
        range: range(at),
      },
      range: range(at),
    },
    args: [],
    typeArgs: [],
    safe: false,
    range: range(at),
  };
}
