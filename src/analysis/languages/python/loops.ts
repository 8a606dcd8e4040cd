/** Loops. One over `range(…)` counts; what stands behind `else` runs where nothing left the loop early. */
import type { Bind, Loop, Ref, Stmt, Val } from '../../code-model.js';
import { field, hasToken, named, type Syntax } from '../syntax.js';
import { counted } from './assignments.js';
import { type Lowering, opaque, rangeOf, textOf } from './context.js';

export function whileStatement(node: Syntax, l: Lowering): Stmt[] {
  const condition = field(node, 'condition');
  const test = condition && l.value(condition);
  const body = l.block(field(node, 'body'));
  const endless = test?.v === 'lit' && Boolean(test.value);
  const loop: Loop = {
    s: 'loop',
    range: rangeOf(node),
    form: 'while',
    init: [],
    step: [],
    ...(test && !endless ? { test } : {}),
    body,
  };
  return [loop, ...otherwise(node, body, l)];
}

export function forStatement(node: Syntax, l: Lowering): Stmt[] {
  const left = field(node, 'left');
  const right = field(node, 'right');
  const body = l.block(field(node, 'body'));
  const counting = left && right && counts(left, right, l);
  if (counting) return [{ ...counting, range: rangeOf(node), body }, ...otherwise(node, body, l)];
  let over: Val = right ? l.value(right) : opaque({ start: node.start, end: node.start });
  // Each step of an asynchronous iteration is awaited, so that is where its failure shows.
  if (right && hasToken(node, 'async')) over = { v: 'await', range: rangeOf(right), value: over, how: 'await' };
  const loop: Loop = {
    s: 'loop',
    range: rangeOf(node),
    form: 'each',
    init: [],
    step: [],
    over,
    ...(left ? { target: l.target(left) } : {}),
    body,
  };
  return [loop, ...otherwise(node, body, l)];
}

/** `for i in range(n)`, `for i in itertools.count()`: the same is done again, so many times. */
function counts(left: Syntax, right: Syntax, l: Lowering): Loop | undefined {
  const callee = right.type === 'call' ? field(right, 'function') : undefined;
  const name = callee ? textOf(callee, l) : '';
  if (left.type !== 'identifier' || !/^(?:range|xrange|(?:itertools\.)?count)$/.test(name)) return undefined;
  const list = field(right, 'arguments');
  const given = list ? named(list) : [];
  const end = name.endsWith('count') ? undefined : (given[1] ?? given[0]);
  const start = given.length > 1 || name.endsWith('count') ? given[0] : undefined;
  const ref = (): Ref => ({ v: 'ref', range: rangeOf(left), name: textOf(left, l) });
  // The bounds stand behind the name they are given to.
  const head = { start: left.start, end: right.end };
  const bind = (value: Val, more: Partial<Bind>): Bind => ({
    s: 'bind',
    range: rangeOf(head),
    target: ref(),
    value,
    declares: true,
    ...more,
  });
  return {
    s: 'loop',
    range: rangeOf(left),
    form: 'for',
    init: [bind(start ? l.value(start) : counted(left, 0), {})],
    ...(end ? { test: { v: 'op', range: rangeOf(head), op: 'lt', args: [ref(), l.value(end)] } } : {}),
    step: [bind(counted(left, 1), { declares: false, op: '+=' })],
    body: [],
  };
}

/** The `else` of a loop. Where the loop can be left early it runs in some cases only. */
function otherwise(node: Syntax, body: Stmt[], l: Lowering): Stmt[] {
  const clause = field(node, 'alternative');
  const rest = clause ? l.block(field(clause, 'body')) : [];
  if (!clause || rest.length === 0) return [];
  if (!breaks(body)) return rest;
  return [
    { s: 'if', range: rangeOf(clause), test: opaque({ start: clause.start, end: clause.start }), then: rest, else: [] },
  ];
}

/** True if a statement leaves the loop that these are the body of. */
function breaks(stmts: Stmt[]): boolean {
  return stmts.some((s) => {
    if (s.s === 'leave') return s.how === 'break';
    if (s.s === 'if') return breaks(s.then) || breaks(s.else);
    if (s.s === 'try') return breaks(s.body) || s.handlers.some((h) => breaks(h.body)) || breaks(s.final ?? []);
    return s.s === 'other' && breaks(s.body);
  });
}
