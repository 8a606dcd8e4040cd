/** Lists of commands as statements. */
import type { If, Stmt, Val } from '../../code-model.js';
import { opaque, ref, run, span } from '../nodes.js';
import { simpleStatements } from './builtins.js';
import { functionStatement } from './functions.js';
import type { Lowering } from './lowering.js';
import { commandOutput, pipelineWorked } from './outputs.js';
import type { CaseCommand, Command, Item, LoopCommand, Pipeline } from './syntax.js';
import { armTest, sumOf } from './tests.js';
import { moved, word } from './values.js';

/** Longer rows of `&&` and `||` are written by nobody. */
const MAX_CHAIN = 8;
const MAX_BRANCHES = 60;

export function statements(l: Lowering, items: Item[]): Stmt[] {
  return items.flatMap((item) => {
    const { result, before } = l.apart(() => itemStatements(l, item));
    return [...before, ...result];
  });
}

/** Statements with what must run before them. */
function whole(l: Lowering, lower: () => Stmt[]): Stmt[] {
  const { result, before } = l.apart(lower);
  return [...before, ...result];
}

function itemStatements(l: Lowering, item: Item): Stmt[] {
  const all: { op: '&&' | '||'; p: Pipeline }[] = [
    { op: '&&', p: item.first },
    ...item.rest.slice(0, MAX_CHAIN).map((r) => ({ op: r.op, p: r.pipeline })),
  ];
  const done = new Set<Pipeline>();
  const go = (at: number): Stmt[] => {
    const here = all[at];
    if (!here) return [];
    // What sends something stands in the model once, on whichever way it is met first.
    if (done.has(here.p) && /\$\(|`|\b(?:curl|wget|az|m365)\b/.test(l.text.slice(here.p.start, here.p.end))) return [];
    done.add(here.p);
    if (at === all.length - 1) return whole(l, () => pipelineStatements(l, here.p));
    const next = (op: string): Stmt[] => {
      const i = all.findIndex((x, n) => n > at && x.op === op);
      return i < 0 ? [] : go(i);
    };
    const { result: test, before } = l.apart(() => l.asTest(() => pipelineWorked(l, here.p)));
    const then = next('&&');
    const otherwise = next('||');
    return [...before, { s: 'if', test, then, else: otherwise, range: span(here.p.start, item.end) }];
  };
  return go(0);
}

function pipelineStatements(l: Lowering, p: Pipeline): Stmt[] {
  const last = p.commands.at(-1);
  if (!last) return [];
  if (p.not) return [run(l.asTest(() => pipelineWorked(l, p)))];
  if (p.commands.length === 1) return commandStatements(l, last);
  let input: Val | undefined;
  for (const c of p.commands.slice(0, -1)) {
    const made: Val = commandOutput(l, c, input);
    input = made;
  }
  if (last.k === 'loop' && input) return loopOver(l, last, input);
  if (last.k === 'simple') return simpleStatements(l, last, input);
  return [...(input ? [run(input)] : []), ...commandStatements(l, last)];
}

function commandStatements(l: Lowering, c: Command): Stmt[] {
  switch (c.k) {
    case 'simple':
      return simpleStatements(l, c, undefined);
    case 'group':
      return [{ s: 'other', values: [], body: statements(l, c.body), range: span(c.start, c.end) }];
    case 'if':
      return ifStatements(l, c.branches, c.otherwise, c.end);
    case 'loop':
      return loopStatements(l, c);
    case 'case':
      return caseStatements(l, c);
    case 'function':
      return [functionStatement(l, c)];
    case 'test':
      return [
        run(
          pipelineWorked(l, {
            not: false,
            commands: [c],
            start: c.start,
            end: c.end,
          }),
        ),
      ];
  }
}

/** Whether the last of the commands worked; the others run before. */
export function condition(l: Lowering, items: Item[], start: number): Val {
  const last = items.at(-1);
  if (!last) return opaque([], start, start);
  l.before.push(...statements(l, items.slice(0, -1)));
  return l.asTest(() => {
    let value = pipelineWorked(l, last.first);
    for (const { op, pipeline } of last.rest.slice(0, MAX_CHAIN)) {
      const next = pipelineWorked(l, pipeline);
      value = {
        v: 'op',
        op: op === '&&' ? 'and' : 'or',
        args: [value, next],
        range: span(Math.min(value.range.start, next.range.start), Math.max(value.range.end, next.range.end)),
      };
    }
    return value;
  });
}

function ifStatements(
  l: Lowering,
  branches: { test: Item[]; body: Item[]; start: number }[],
  otherwise: Item[],
  end: number,
): Stmt[] {
  const lowered = branches.map((b) => {
    const { result: test, before } = l.apart(() => condition(l, b.test, b.start));
    return { before, test, then: statements(l, b.body), start: b.start };
  });
  // A chain longer than anybody writes is kept flat.
  const far = lowered.slice(MAX_BRANCHES).flatMap((b): Stmt[] => [...b.before, run(b.test), ...b.then]);
  let rest = [...far, ...statements(l, otherwise)];
  for (const b of lowered.slice(0, MAX_BRANCHES).reverse()) {
    const one: If = { s: 'if', test: b.test, then: b.then, else: rest, range: span(b.start, end) };
    rest = [...b.before, one];
  }
  return rest;
}

function loopStatements(l: Lowering, c: LoopCommand): Stmt[] {
  const { start, end } = c;
  const looped = (lower: () => Stmt[]): Stmt[] => {
    l.loops++;
    const out = lower();
    l.loops--;
    return out;
  };
  if (c.name) {
    l.assign(c.name.name);
    const items = (c.over ?? []).map((w) => ({ value: word(l, w), spread: w.parts.some((p) => p.p !== 'text') }));
    const [only] = items;
    const over: Val =
      items.length === 1 && only
        ? only.value
        : { v: 'list', items, range: span(c.over?.[0]?.start ?? start, c.over?.at(-1)?.end ?? start) };
    const target = ref(c.name.name, c.name.start, c.name.end);
    const body = looped(() => statements(l, c.body));
    if (counts(l.text.slice(c.over?.[0]?.start ?? start, c.over?.at(-1)?.end ?? start))) {
      // Over numbers it only counts.
      const test: Val = { v: 'op', op: 'le', args: [target, over], range: span(start, end) };
      return [{ s: 'loop', form: 'for', init: [], test, step: [], body, range: span(start, end) }];
    }
    return [{ s: 'loop', form: 'each', init: [], step: [], over, target, body, range: span(start, end) }];
  }
  if (c.form === 'for') {
    const [, test = '', step = ''] = (c.sums ?? '').split(';');
    const body = looped(() => statements(l, c.body));
    return [
      {
        s: 'loop',
        form: 'for',
        init: [],
        step: step.trim() ? [run(opaque([], start, start))] : [],
        body,
        range: span(start, end),
        ...(test.trim() ? { test: sumOf(l, test, start, start) } : {}),
      },
    ];
  }
  const read = c.test.length === 1 ? readsLine(c) : undefined;
  if (read) {
    const from = c.redirections.find((r) => r.from === '0');
    return loopOver(l, c, from ? l.kept(word(l, from.target))(c.start) : opaque([], start, start));
  }
  const { result: test, before } = l.apart(() => condition(l, c.test, start));
  const body = looped(() => statements(l, c.body));
  if (!before.length)
    return [
      {
        s: 'loop',
        form: c.form === 'until' ? 'until' : 'while',
        init: [],
        test,
        step: [],
        body,
        range: span(start, end),
      },
    ];
  // What is tested runs at the beginning of each turn.
  const leave: Stmt = { s: 'leave', how: 'break', range: span(test.range.end, test.range.end) };
  const turn: If =
    c.form === 'until'
      ? { s: 'if', test, then: [leave], else: [], range: span(test.range.start, test.range.end) }
      : { s: 'if', test, then: [], else: [leave], range: span(test.range.start, test.range.end) };
  return [{ s: 'loop', form: 'while', init: [], step: [], body: [...before, turn, ...body], range: span(start, end) }];
}

/** `1 2 3`, `{1..5}`, `$(seq 1 5)`. */
const counts = (over: string): boolean =>
  /^(?:\d+(?:\s+\d+)*|\{\d+\.\.[\d$\w]+\}|[$`(]*\(?\s*seq\b[^\n]*)$/.test(over.trim());

/** The words of `while read -r a b`. */
function readsLine(c: LoopCommand): string[] | undefined {
  const [item] = c.test;
  const [command] = item?.first.commands ?? [];
  if (command?.k !== 'simple') return undefined;
  const names = command.words.map((w) => w.parts.map((p) => (p.p === 'text' ? p.text : '')).join(''));
  return names[0] === 'read' ? names.slice(1).filter((n) => /^[A-Za-z_]\w*$/.test(n)) : undefined;
}

/** `… | while read line; do … done`: the loop runs over what it is given. */
function loopOver(l: Lowering, c: LoopCommand, over: Val): Stmt[] {
  const names = readsLine(c) ?? [];
  for (const name of names) l.assign(name);
  const start = Math.min(c.start, over.range.start);
  l.loops++;
  const body = statements(l, c.body);
  l.loops--;
  const [first] = names;
  const target = first === undefined ? {} : { target: ref(first, c.start, c.start) };
  return [{ s: 'loop', form: 'each', init: [], step: [], over, ...target, body, range: span(start, c.end) }];
}

function caseStatements(l: Lowering, c: CaseCommand): Stmt[] {
  const [only, ...more] = c.word.parts.filter((p) => p.p !== 'text' || p.text !== '');
  const simple = only?.p === 'name' && !more.length;
  const kept = simple ? undefined : l.kept(word(l, c.word));
  const make = (at: number) => (): Val => kept?.(at) ?? moved(word(l, c.word), at, at);
  const arms = c.arms.map((arm) => {
    const end = Math.max(arm.patterns.at(-1)?.end ?? arm.start, arm.start);
    const test = armTest(l, make(arm.patterns[0]?.start ?? arm.start), arm.patterns, arm.start, end);
    return { test, then: statements(l, arm.body), start: arm.start };
  });
  let rest: Stmt[] = arms.slice(MAX_BRANCHES).flatMap((arm) => arm.then);
  for (const arm of arms.slice(0, MAX_BRANCHES).reverse())
    rest = [{ s: 'if', test: arm.test, then: arm.then, else: rest, range: span(arm.start, c.end) }];
  return rest;
}
