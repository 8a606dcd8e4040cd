/** `switch` as a statement and as an expression: ordered tests, like any other condition. */
import type { If, Pick, Stmt, Val } from '../../code-model.js';
import { field, ofType, type Syntax } from '../syntax.js';
import {
  type Context,
  isCode,
  lastOperand,
  opaque,
  operands,
  part,
  range,
  type StatementRule,
  type ValueRule,
} from './context.js';
import { op } from './operators.js';
import { patternTest } from './patterns.js';
import { type Subject, subjectOf } from './subject.js';

/** A chain of tests longer than this is cut: what follows is kept, but not told apart. */
const MAX_TESTS = 150;

interface Group {
  labels: Syntax[];
  isDefault: boolean;
  body: Syntax[];
}

/** The sections, with labels that share a body put together. */
function groups(body: Syntax): Group[] {
  const out: Group[] = [];
  let open: Group | undefined;
  for (const section of sections(body)) {
    open ??= { labels: [], isDefault: false, body: [] };
    const colon = section.children.findIndex((c) => c.type === ':');
    const head = colon < 0 ? section.children : section.children.slice(0, colon);
    if (head.some((c) => c.type === 'default')) open.isDefault = true;
    else open.labels.push({ ...section, children: head });
    open.body = colon < 0 ? [] : section.children.slice(colon + 1).filter(isCode);
    if (open.body.length > 0) {
      out.push(open);
      open = undefined;
    }
  }
  if (open) out.push(open);
  return out;
}

function sections(node: Syntax): Syntax[] {
  return node.children.flatMap((c) => {
    if (c.type === 'switch_section') return [c];
    return c.type.startsWith('preproc_') || c.type === 'ERROR' ? sections(c) : [];
  });
}

/** One `case` label as a test; `undefined` when it always matches. */
function labelTest(cx: Context, label: Syntax, subject: Subject): Val | undefined {
  const [pattern] = operands(label);
  if (!pattern || pattern.type === 'when_clause') return undefined;
  const test = patternTest(cx, pattern, subject, 'constant');
  const when = ofType(label, 'when_clause');
  const condition = when && lastOperand(when);
  if (!condition) return test;
  const value = cx.value(condition);
  return test ? op('and', [test, value], { start: test.range.start, end: value.range.end }) : value;
}

function always(node: Syntax): Val {
  return { v: 'lit', value: true, range: range(node) };
}

function bodyOf(cx: Context, group: Group): Stmt[] {
  const out: Stmt[] = [];
  for (const node of group.body) {
    // A section often is one block that ends with `break`.
    if (node.type === 'block') out.push(...dropBreak(cx.body(node)));
    else out.push(...cx.statement(node));
  }
  return dropBreak(out);
}

function dropBreak(body: Stmt[]): Stmt[] {
  const last = body.at(-1);
  return last?.s === 'leave' && last.how === 'break' && last.label === 'switch' ? body.slice(0, -1) : body;
}

export const switchStatement: StatementRule = (cx, node) => {
  const value = part(node, 'value', 0);
  const body = field(node, 'body') ?? ofType(node, 'switch_body');
  if (!value || !body) return [{ s: 'other', values: cx.values(node), body: [], range: range(node) }];
  const subject = subjectOf(cx, value);
  const all = groups(body);
  const lowered = cx.breaking('switch', () =>
    all.map((group) => ({
      group,
      tests: group.labels.map((label) => labelTest(cx, label, subject) ?? always(label)),
      body: bodyOf(cx, group),
    })),
  );
  const cases = lowered.filter((c) => !c.group.isDefault);
  let rest: Stmt[] = lowered.find((c) => c.group.isDefault)?.body ?? [];
  if (cases.length === 0) return [{ s: 'other', values: [subject.take()], body: rest, range: range(node) }];
  if (cases.length > MAX_TESTS) {
    const extra = cases.splice(MAX_TESTS);
    rest = [
      {
        s: 'other',
        values: extra.flatMap((c) => c.tests),
        body: [...extra.flatMap((c) => c.body), ...rest],
        range: range(node),
      },
    ];
  }
  for (const c of cases.reverse()) {
    const test = c.tests.reduce((a, b) => op('or', [a, b], { start: a.range.start, end: b.range.end }));
    const branch: If = { s: 'if', test, then: c.body, else: rest, range: range(node) };
    rest = [branch];
  }
  return rest;
};

export const switchExpression: ValueRule = (cx, node) => {
  const [value] = operands(node);
  if (!value) return opaque(node, []);
  const subject = subjectOf(cx, value);
  const arms = node.children.flatMap((c) => (c.type === 'switch_expression_body' ? c.children : [c]));
  const cases = arms
    .filter((c) => c.type === 'switch_expression_arm')
    .map((arm) => {
      const result = lastOperand(arm);
      return { test: labelTest(cx, arm, subject), value: result ? cx.value(result) : opaque(arm, []) };
    });
  // No arm matched: the language throws.
  let rest: Val = opaque({ start: node.end, end: node.end }, []);
  if (cases.length > MAX_TESTS) {
    const extra = cases.splice(MAX_TESTS);
    rest = opaque(
      node,
      extra.flatMap((c) => (c.test ? [c.test, c.value] : [c.value])),
    );
  }
  for (const c of cases.reverse()) {
    if (!c.test) {
      rest = c.value;
      continue;
    }
    const pick: Pick = { v: 'pick', test: c.test, then: c.value, else: rest, range: range(node) };
    rest = pick;
  }
  return cases.length === 0 ? opaque(node, [subject.take()]) : rest;
};
