/** Statements other than assignments, declarations and `switch`. */
import type { Leave, Stmt, Target, Val } from '../../code-model.js';
import { field, named, ofType, type Syntax } from '../syntax.js';
import { type Context, opaque, range, type StatementRule } from './context.js';

const expression: StatementRule = (cx, node) => {
  const only = named(node)[0];
  if (!only) return [];
  const called = only.type === 'call_expression' ? field(only, 'function') : undefined;
  const args = field(only, 'arguments');
  if (called && args && cx.source(called) === 'panic') {
    const error = named(args)[0];
    return [{ s: 'raise', ...(error ? { value: cx.value(error) } : {}), again: false, range: range(node) }];
  }
  return [{ s: 'do', value: cx.value(only), range: range(node) }];
};

const block: StatementRule = (cx, node) => [{ s: 'other', values: [], body: cx.body(node), range: range(node) }];

const condition: StatementRule = (cx, node) => {
  const { receiver } = cx;
  const first = field(node, 'initializer');
  const before = first ? cx.statement(first) : [];
  const test = field(node, 'condition');
  const then = field(node, 'consequence');
  const other = field(node, 'alternative');
  const own: Stmt = {
    s: 'if',
    test: test ? cx.value(test) : opaque({ start: node.start, end: node.start }, []),
    then: cx.body(then),
    else: other ? (other.type === 'block' ? cx.body(other) : cx.statement(other)) : [],
    range: range(node),
  };
  cx.receiver = receiver;
  return before.length > 0 ? [{ s: 'other', values: [], body: [...before, own], range: range(node) }] : [own];
};

const loop: StatementRule = (cx, node) => {
  const { receiver } = cx;
  const out = cx.breaking(undefined, () => loopOf(cx, node));
  cx.receiver = receiver;
  return [out];
};

function loopOf(cx: Context, node: Syntax): Stmt {
  const block = field(node, 'body');
  const each = ofType(node, 'range_clause');
  if (each) return overEach(cx, node, each, block);
  const clause = ofType(node, 'for_clause');
  const first = clause && field(clause, 'initializer');
  const init = first ? cx.statement(first) : [];
  const asked = clause ? field(clause, 'condition') : named(node).find((c) => c !== block);
  const test = asked && cx.value(asked);
  const update = clause && field(clause, 'update');
  return {
    s: 'loop',
    form: clause ? 'for' : 'while',
    init,
    ...(test ? { test } : {}),
    step: update ? cx.statement(update) : [],
    body: cx.body(block),
    range: range(node),
  };
}

/** `for i, v := range xs`: `v` is what is iterated over; where `xs` is a channel or an iterator, the only name is. */
function overEach(cx: Context, node: Syntax, clause: Syntax, block: Syntax | undefined): Stmt {
  const right = field(clause, 'right');
  const left = field(clause, 'left');
  const names = left ? named(left) : [];
  const over: Val = right ? cx.value(right) : opaque(clause, []);
  for (const n of names) cx.declared(cx.source(n));
  const refs = names.map((n): Target => {
    if (n.type === 'identifier' || n.type === 'blank_identifier')
      return { v: 'ref', name: cx.source(n), range: range(n) };
    return opaque(n, [cx.value(n)]);
  });
  const [key, item] = refs;
  const target = item ?? key;
  const init: Stmt[] =
    key && item && key.v === 'ref' ? [{ s: 'bind', target: key, declares: true, range: range(key.range) }] : [];
  return {
    s: 'loop',
    form: 'each',
    init,
    step: [],
    over,
    ...(target ? { target } : {}),
    body: cx.body(block),
    range: range(node),
  };
}

const returned: StatementRule = (cx, node) => {
  const list = ofType(node, 'expression_list');
  const given = list ? named(list) : [];
  const values = list
    ? given.map((c) => cx.value(c))
    : cx.results.map((name): Val => ({ v: 'ref', name, range: range(node) }));
  const [only] = values;
  if (!only) return [{ s: 'return', range: range(node) }];
  const value: Val =
    values.length === 1
      ? only
      : { v: 'list', items: values.map((v) => ({ value: v, spread: false })), range: range(list ?? node) };
  return [{ s: 'return', value, range: range(node) }];
};

const leave =
  (how: Leave['how']): StatementRule =>
  (cx, node) => {
    const name = ofType(node, 'label_name');
    const label = name ? cx.source(name) : how === 'break' && cx.breakLabel ? 'switch' : undefined;
    return [{ s: 'leave', how, ...(label ? { label } : {}), range: range(node) }];
  };

/** `go f()`, `defer f()`: the call is made, sooner or later. */
const later: StatementRule = (cx, node) => cx.values(node).map((value) => ({ s: 'do', value, range: range(node) }));

const labelled: StatementRule = (cx, node) =>
  named(node).flatMap((c) => (c.type === 'label_name' ? [] : cx.statement(c)));

/** `ch <- err`. */
const sent: StatementRule = (cx, node) => [{ s: 'other', values: cx.values(node), body: [], range: range(node) }];

export const statementRules: [string, StatementRule][] = [
  ['expression_statement', expression],
  ['block', block],
  ['if_statement', condition],
  ['for_statement', loop],
  ['return_statement', returned],
  ['break_statement', leave('break')],
  ['continue_statement', leave('continue')],
  ['go_statement', later],
  ['defer_statement', later],
  ['labeled_statement', labelled],
  ['send_statement', sent],
  ['goto_statement', () => []],
  ['empty_statement', () => []],
  ['package_clause', () => []],
];
