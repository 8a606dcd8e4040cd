/** Functions: their arguments go by number, and what they write or how they end is what they give back. */
import type { Fn, FnStmt, Param, Stmt, Val } from '../../code-model.js';
import { lit, span } from '../nodes.js';
import { written } from './filters.js';
import type { Known, Lowering } from './lowering.js';
import { commandOutput, isProgram } from './outputs.js';
import { wordsOf } from './simple.js';
import { type FunctionCommand, type Item, plain, type Simple } from './syntax.js';

/** What can be said of a function before it is lowered. */
export function knownOf(text: string, c: FunctionCommand): Known {
  const name = c.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const source = text.slice(c.start, c.end);
  const runs =
    /(?:^|[;&|({\n]|\b(?:if|while|until|then|do|else|time)\s|!\s*)\s*"?\$\{?[@*](?::(\d))?\}?"?(?:\s|$|;|\)|\|)|\$\(\s*"?\$[@*]"?/m.exec(
      source,
    );
  const shifts = [...source.matchAll(/\bshift(?:\s+(\d))?\b/g)].reduce((n, m) => n + Number(m[1] ?? 1), 0);
  return {
    taken: new RegExp(`(?:\\$\\(|\`|<\\()\\s*${name}(?![\\w-])`).test(text),
    runs: runs ? (runs[1] === undefined ? shifts : Number(runs[1]) - 1) : undefined,
    ends: endsWithProgram(c.body),
  };
}

function endsWithProgram(items: Item[]): boolean {
  const last = items.at(-1);
  const [command] = last && !last.rest.length && !last.first.not ? last.first.commands.slice(-1) : [];
  if (command?.k !== 'simple' || (last?.first.commands.length ?? 0) > 1) return false;
  const first = command.words[0];
  const [only] = first?.parts ?? [];
  if (only?.p === 'name' && only.name === '@') return true;
  return isProgram(plain(first) ?? '');
}

/** A function of the script. */
export function functionStatement(l: Lowering, c: FunctionCommand): FnStmt {
  const known = l.functions.get(c.name);
  const { silent } = l;
  l.silent = known?.taken === true;
  const body = l.inFunction(() => {
    const last = c.body.at(-1);
    const head = c.body.slice(0, -1);
    const stmts = l.parts.statements(l, head);
    if (last) stmts.push(...tail(l, last));
    return l.silent ? stmts : answered(stmts, c.end);
  });
  l.silent = silent;
  const fn: Fn = {
    name: c.name,
    nameRange: span(c.nameRange.start, c.nameRange.end),
    kind: 'function',
    params: params(l.text.slice(c.start, c.end), known?.runs !== undefined, c.nameRange.end),
    isAsync: false,
    isStatic: false,
    exported: true,
    marks: [],
    body,
    range: span(c.start, c.end),
  };
  return { s: 'function', fn, range: span(c.start, c.end) };
}

function params(source: string, runs: boolean, at: number): Param[] {
  const most = Math.max(0, ...[...source.matchAll(/\$\{?([1-9])/g)].map((m) => Number(m[1])));
  const shifted = [...source.matchAll(/\bshift(?:\s+(\d))?\b/g)].reduce((n, m) => n + Number(m[1] ?? 1), 0);
  const names = Array.from({ length: Math.min(9, most + (most ? shifted : 0)) }, (_, i) => String(i + 1));
  return [...(runs ? ['@'] : []), ...names].map((name) => ({ name, marks: [], range: span(at, at) }));
}

/** The last of the commands: what it writes or gives is the function's. */
function tail(l: Lowering, item: Item): Stmt[] {
  const { result, before } = l.apart((): Stmt[] => {
    const [c] = item.first.commands;
    const alone = c && item.first.commands.length === 1 && !item.rest.length && !item.first.not;
    if (alone && c.k === 'simple' && l.silent && isWritten(l, c)) {
      const value = written(l, wordsOf(l, c), c.start, c.end);
      return [{ s: 'return', value, range: span(c.start, c.end) }];
    }
    const first = alone && c.k === 'simple' ? (plain(c.words[0]) ?? '') : '';
    const handed = alone && c.k === 'simple' && /^"?\$[@*]"?$/.test(sourceOf(l, c));
    if (alone && c.k === 'simple' && (isProgram(first) || handed)) {
      const value = commandOutput(l, c, undefined);
      // Whoever calls it asks for the parts.
      const whole = !l.silent && value.v === 'member' ? value.obj : value;
      return [{ s: 'return', value: whole, range: span(c.start, c.end) }];
    }
    if (l.silent && item.first.commands.length > 1 && !item.rest.length) {
      const value = l.parts.output(l, [item], item.start, item.end);
      return [{ s: 'return', value, range: span(item.start, item.end) }];
    }
    if (!l.silent && asksOnly(item)) {
      const value = l.parts.condition(l, [item], item.start);
      return [{ s: 'return', value, range: span(item.start, item.end) }];
    }
    const stmts = l.parts.statements(l, [item]);
    return l.silent ? writes(stmts) : stmts;
  });
  return [...before, ...result];
}

const ASKS = new Set(['[', 'test', 'grep', 'egrep', 'fgrep', 'jq']);

/** True for tests alone: what they say is what the function answers. */
function asksOnly(item: Item): boolean {
  return [item.first, ...item.rest.map((r) => r.pipeline)].every(({ commands }) => {
    const last = commands.at(-1);
    return last?.k === 'test' || (last?.k === 'simple' && ASKS.has(plain(last.words[0]) ?? ''));
  });
}

const sourceOf = (l: Lowering, c: Simple): string => {
  const [first] = c.words;
  return first ? l.text.slice(first.start, first.end) : '';
};

/** True for `echo` and `printf` whose output goes nowhere else. */
function isWritten(l: Lowering, c: Simple): boolean {
  const name = plain(wordsOf(l, c)[0]) ?? '';
  return (name === 'echo' || name === 'printf') && !c.redirections.some((r) => r.op.startsWith('>'));
}

/** Reports at the end of branches are what the function gives. */
function writes(stmts: Stmt[]): Stmt[] {
  const last = stmts.at(-1);
  if (!last) return stmts;
  const rest = stmts.slice(0, -1);
  if (last.s === 'if') return [...rest, { ...last, then: writes(last.then), else: writes(last.else) }];
  if (last.s === 'return' && !last.value) return [...writes(rest), last];
  return stmts;
}

/** A function that comes to its end went well; a test at its end is what it answers. */
function answered(stmts: Stmt[], end: number): Stmt[] {
  const last = stmts.at(-1);
  if (last?.s === 'do' && isAnswer(last.value))
    return [...stmts.slice(0, -1), { s: 'return', value: last.value, range: last.range }];
  if (last?.s === 'return' || last?.s === 'raise') return stmts;
  return [...stmts, { s: 'return', value: lit(true, end, end), range: span(end, end) }];
}

const isAnswer = (v: Val): boolean => v.v === 'op';
