/** What commands write, and whether they worked: pipelines as values. */
import type { Val } from '../../code-model.js';
import { lit, op, opaque, run, span } from '../nodes.js';
import { filtered, grep, report, written } from './filters.js';
import { type Lowering, not, partOf } from './lowering.js';
import { programOf } from './programs.js';
import { bindFiles, callOf, fileValue, taken, wordsOf, writesFiles } from './simple.js';
import { type Command, type Item, type Pipeline, plain, type Simple } from './syntax.js';
import { sumOf, testOf } from './tests.js';
import { word } from './values.js';

/** What the commands of `$(…)` write: the last of them. The others run before the statement at hand. */
export function outputOf(l: Lowering, items: Item[], start: number, end: number): Val {
  const last = items.at(-1);
  if (!last) return opaque([], start, end);
  l.before.push(...l.parts.statements(l, items.slice(0, -1)));
  // `cd x && curl …` writes what the last one writes; `curl … || true` what the first one does.
  const main = last.rest.every((r) => r.op === '||') ? last.first : (last.rest.at(-1)?.pipeline ?? last.first);
  for (const r of [last.first, ...last.rest.filter((x) => x.op === '&&').map((x) => x.pipeline)])
    if (r !== main) l.before.push(run(pipelineWorked(l, r)));
  const spared = last.rest.some((r) => r.op === '||');
  const value = spared ? l.asTest(() => pipelineOutput(l, main)) : pipelineOutput(l, main);
  if (spared) l.worked = undefined;
  return value.range.start >= start && value.range.end <= end ? value : opaque([], start, end);
}

function pipelineOutput(l: Lowering, p: Pipeline): Val {
  let value: Val | undefined;
  for (const c of p.commands) {
    const made: Val = commandOutput(l, c, value);
    value = made;
  }
  return value ?? opaque([], p.start, p.end);
}

/** What a command writes that is given an input. */
export function commandOutput(l: Lowering, c: Command, input: Val | undefined): Val {
  const start = Math.min(c.start, input?.range.start ?? c.start);
  if (c.k !== 'simple') {
    l.before.push(...(input ? [run(input)] : []));
    if (c.k === 'group') return l.parts.output(l, c.body, c.start, c.end);
    l.before.push(...l.parts.statements(l, [itemOf(c)]));
    return opaque([], c.start, c.end);
  }
  const fed = input ?? given(l, c);
  const words = wordsOf(l, c);
  const name = plain(words[0]) ?? '';
  if (!words.length) return given(l, c) ?? opaque([], start, c.end);
  if (name === 'echo' || name === 'printf') return written(l, words, start, c.end);
  if (!l.functions.has(name)) {
    const piece = filtered(l, words, start, c.end, fed);
    if (piece) {
      l.worked = undefined;
      return piece;
    }
  }
  const made = callOf(l, words, fed);
  const known = l.functions.get(name);
  if (known) {
    l.worked = undefined;
    return made;
  }
  const stream = taken(c.redirections);
  if (!isProgram(name) && !isHanded(made)) return made;
  const kept = keeps(l, c, made, input === undefined) ? l.kept(made) : undefined;
  if (kept) {
    l.worked = (at) => partOf(kept(at), 'ok', at);
    bindFiles(l, c, made, kept);
    return partOf(kept(c.end), stream, c.end);
  }
  return partOf(made, stream, made.range.end);
}

/** True where more is asked of a program than what it writes. */
function keeps(l: Lowering, c: Simple, made: ReturnType<typeof callOf>, first: boolean): boolean {
  if (!first && made.args.some((a) => a.name === 'input')) return false;
  return (l.stops && !l.tested) || l.asked || asksExit(l, c.end) || writesFiles(l, c, made);
}

/** True where the exit status is asked for in one of the next lines. */
export function asksExit(l: Lowering, end: number): boolean {
  return /^[^\n]*\n?(?:\s*(?:#[^\n]*)?\n){0,3}[^\n]*\$\??\{?\?/.test(l.text.slice(end, end + 400));
}

export const isProgram = (name: string): boolean => programOf(name.slice(name.lastIndexOf('/') + 1)) !== undefined;

/** `"$@"`: the command that a function was given. */
export const isHanded = (made: Val): boolean =>
  made.v === 'call' && made.callee.v === 'ref' && made.callee.name === '@';

/** What is put before a command: a here-document, a here-string, a file. */
export function given(l: Lowering, c: Simple): Val | undefined {
  const from = c.redirections.findLast((r) => r.from === '0' && r.op.startsWith('<') && r.op !== '<&');
  if (!from) return undefined;
  if (from.op === '<') {
    const [only] = from.target.parts;
    return only?.p === 'run' ? word(l, from.target) : fileValue(l, from.target);
  }
  const value = word(l, from.target);
  return value.range.start >= c.start && value.range.end <= c.end ? value : l.kept(value)(c.start);
}

/** A command as a list of its own. */
export function itemOf(c: Command): Item {
  const range = { start: c.start, end: c.end };
  return { first: { not: false, commands: [c], ...range }, rest: [], ...range };
}

/** Whether the last command of a pipeline worked. */
export function pipelineWorked(l: Lowering, p: Pipeline): Val {
  let input: Val | undefined;
  for (const c of p.commands.slice(0, -1)) {
    const made: Val = commandOutput(l, c, input);
    input = made;
  }
  const last = p.commands.at(-1);
  const value = last ? worked(l, last, input) : lit(true, p.start, p.end);
  return p.not ? not(value) : value;
}

function worked(l: Lowering, c: Command, input: Val | undefined): Val {
  const start = Math.min(c.start, input?.range.start ?? c.start);
  if (c.k === 'test')
    return c.sum === undefined ? testOf(l, c.words ?? [], c.start, c.end, true) : sumOf(l, c.sum, c.start, c.end);
  if (c.k === 'group') return l.parts.condition(l, c.body, c.start);
  if (c.k !== 'simple') {
    l.before.push(...l.parts.statements(l, [itemOf(c)]));
    return opaque([], c.end, c.end);
  }
  const words = wordsOf(l, c);
  const name = plain(words[0]) ?? '';
  if (!words.length || DECLARING.has(name)) {
    l.worked = undefined;
    l.asked = true;
    l.before.push(...l.parts.statements(l, [itemOf(c)]));
    l.asked = false;
    return (l.worked as ((at: number) => Val) | undefined)?.(c.end) ?? opaque([], c.end, c.end);
  }
  const fed = input ?? given(l, c);
  const test = Object.hasOwn(TESTS, name) ? TESTS[name] : undefined;
  if (test && !l.functions.has(name)) return test(l, c, words, fed, start);
  const made = callOf(l, words, fed);
  const known = l.functions.get(name);
  if (known && !known.ends) return known.taken ? opaque([made], made.range.start, made.range.end) : made;
  if (!known && !isProgram(name) && !isHanded(made)) return made;
  const kept = l.kept(made);
  l.worked = (at) => partOf(kept(at), 'ok', at);
  bindFiles(l, c, made, kept);
  return partOf(kept(c.end), 'ok', c.end);
}

const DECLARING = new Set(['local', 'export', 'declare', 'typeset', 'readonly']);

type Test = (l: Lowering, c: Simple, words: Simple['words'], input: Val | undefined, start: number) => Val;

const squared: Test = (l, c, words) => {
  const inner = plain(words.at(-1)) === ']' ? words.slice(1, -1) : words.slice(1);
  return testOf(l, inner, c.start, c.end, false);
};

const found: Test = (l, c, words, input, start) => {
  const seen = grep(l, { words, start, end: c.end }, input);
  if (!seen) return opaque(input ? [input] : [], start, c.end);
  const test: Val = seen.pattern
    ? op('matches', [seen.value, seen.pattern], Math.min(start, seen.value.range.start), c.end)
    : opaque([seen.value], start, c.end);
  return seen.inverted ? not(test) : test;
};

const says: Test = (l, c, words, input) => {
  const args = words.slice(1).map((w) => word(l, w));
  l.before.push(...(input ? [run(input)] : []), run(report(plain(words[0]) ?? '', args, c.start, c.end)));
  return lit(true, c.end, c.end);
};

const TESTS: Record<string, Test | undefined> = {
  '[': squared,
  test: squared,
  grep: found,
  egrep: found,
  fgrep: found,
  jq: (l, c, words, input, start) =>
    filtered(l, words, start, c.end, input) ?? opaque(input ? [input] : [], start, c.end),
  true: (_l, c) => lit(true, c.start, c.end),
  ':': (_l, c) => lit(true, c.start, c.end),
  false: (_l, c) => lit(false, c.start, c.end),
  echo: says,
  printf: says,
};

/** A value that stands where it must: inside what holds it. */
export const inside = (val: Val, start: number, end: number): Val =>
  val.range.start >= start && val.range.end <= end ? val : { ...opaque([], start, end), range: span(start, end) };
