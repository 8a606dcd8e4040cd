/** Simple commands: what is called, with what, and where its output goes. */
import type { Arg, Call, Fn, Val } from '../../code-model.js';
import { arg, call, lit, ref, span } from '../nodes.js';
import { optionArguments } from './arguments.js';
import { bind, type Lowering, partOf } from './lowering.js';
import { programOf } from './programs.js';
import { plain, type Redirection, type Simple, type Word } from './syntax.js';
import { moved } from './values.js';

/** Words before a command that change nothing about it, and whether they take arguments of their own. */
const PREFIXES = new Map<string, RegExp>([
  ['command', /^-/],
  ['builtin', /^-/],
  ['exec', /^-/],
  ['time', /^-/],
  ['nohup', /^-/],
  ['sudo', /^-/],
  ['env', /^(?:-|\w+=)/],
  ['nice', /^-/],
  ['timeout', /^(?:-|\d)/],
  ['xargs', /^-/],
]);

/** The words of a command, with lists put in their places and what only stands before it left out. */
export function wordsOf(l: Lowering, c: Simple): Word[] {
  let words = c.words.flatMap((w, i) => inlined(l, w, i === 0));
  for (;;) {
    const own = PREFIXES.get(plain(words[0]) ?? '');
    if (!own || words.length < 2) return words;
    const rest = words.slice(1);
    const at = rest.findIndex((w) => !own.test(plain(w) ?? ''));
    if (at < 0) return words;
    words = rest.slice(at);
  }
}

/** Words that are written elsewhere, and where they are put in. */
const elsewhere = new WeakMap<Word, { start: number; end: number }>();

function inlined(l: Lowering, w: Word, first: boolean): Word[] {
  const [only, ...more] = w.parts.filter((p) => p.p !== 'text' || p.text !== '');
  if (only?.p !== 'name' || more.length || !(first || /^\[[@*]\]$/.test(only.op))) return [w];
  const list = l.arrays.get(only.name);
  if (!list) return [w];
  return list.map((one) => {
    const copy = { ...one };
    elsewhere.set(copy, { start: w.start, end: w.end });
    return copy;
  });
}

/** A word as a value at the place where it is used. */
export function valueAt(l: Lowering, w: Word): Val {
  const place = elsewhere.get(w);
  // What a word that stands elsewhere runs is run there.
  if (!place) return l.parts.word(l, w);
  const { result } = l.apart(() => l.parts.word(l, w));
  return moved(result, place.start, place.end);
}

/** The name by which a command is called: without a folder, with the words that belong to it. */
function nameOf(words: readonly Word[]): { name: string; count: number } {
  const written = plain(words[0]) ?? '';
  const base = written.slice(written.lastIndexOf('/') + 1).replace(/\.exe$/i, '');
  let count = 1;
  const names = [base];
  if (programOf(base)?.subcommands)
    while (count < 6 && /^[a-z][a-z0-9-]*$/.test(plain(words[count]) ?? '')) {
      names.push(plain(words[count]) ?? '');
      count++;
    }
  return { name: names.join(' '), count };
}

/** A command as a call; `input` is what it is given to read. */
export function callOf(l: Lowering, words: readonly Word[], input?: Val): Call {
  const [first] = words;
  const where = (w: Word | undefined): { start: number; end: number } =>
    (w && elsewhere.get(w)) ?? { start: w?.start ?? 0, end: w?.end ?? 0 };
  const start = where(first).start;
  const end = Math.max(start, where(words.at(-1)).end);
  const text = plain(first);
  if (first && text === undefined) {
    // `"$@"`: what the function was given.
    const [only] = first.parts.filter((p) => p.p !== 'text' || p.text !== '');
    const given = only?.p === 'name' && (only.name === '@' || only.name === '*');
    const callee = given ? ref('@', first.start, first.end) : valueAt(l, first);
    return call(callee, given ? [] : rest(l, words, 1, input), start, end);
  }
  const { name, count } = nameOf(words);
  const callee = ref(name, start, where(words[count - 1]).end);
  const known = l.functions.get(name);
  if (known) return call(callee, ownArguments(l, words, known.runs, input), start, end);
  const program = programOf(name.split(' ')[0] ?? '');
  const placed = words.slice(count);
  const args = program
    ? optionArguments(l, placed, program, (w) => valueAt(l, w), input)
    : rest(l, words, count, input);
  const verb = program?.verb;
  const told = args.some(
    (a) => a.spread || (a.name !== undefined && (a.name === verb?.name || verb?.unless.has(a.name))),
  );
  if (verb?.of.includes(name) && !told) args.push(arg(lit('GET', end, end), verb.name));
  const lastEnd = Math.max(end, ...args.map((a) => a.range.end));
  return call(callee, args, Math.min(start, ...args.map((a) => a.range.start)), lastEnd);
}

function rest(l: Lowering, words: readonly Word[], from: number, input?: Val): Arg[] {
  const args = words.slice(from).map((w) => arg(valueAt(l, w)));
  return input ? [...args, arg(input, 'input')] : args;
}

/** Arguments of a function of the script: the command it runs, where it runs one, is a function given to it. */
function ownArguments(l: Lowering, words: readonly Word[], runs: number | undefined, input?: Val): Arg[] {
  if (runs === undefined) return rest(l, words, 1, input);
  const handed = words.slice(1 + runs);
  const own = words.slice(1, 1 + runs).map((w) => arg(valueAt(l, w)));
  const [first] = handed;
  if (!first) return own;
  const inner = callOf(l, handed);
  const range = span(inner.range.start, inner.range.end);
  const fn: Fn = {
    kind: 'lambda',
    params: [],
    isAsync: false,
    isStatic: false,
    exported: false,
    marks: [],
    body: [{ s: 'return', value: inner, range: { ...range } }],
    range: { ...range },
  };
  return [arg({ v: 'fn', fn, range }), ...own];
}

/** The stream of a program that is taken as its output. */
export function taken(redirections: readonly Redirection[]): string {
  const merged = redirections.findIndex((r) => r.from === '2' && r.op === '>&' && plain(r.target) === '1');
  const away = redirections.findIndex((r) => r.from === '1' && r.op.startsWith('>'));
  if (redirections.some((r) => r.from === '&')) return 'nothing';
  if (merged >= 0 && away > merged) return 'err';
  if (away >= 0) return 'nothing';
  return merged >= 0 ? 'both' : 'out';
}

/** How a file is called where it is written and read: quotes and braces do not matter. */
export const fileKey = (l: Lowering, w: Word): string => l.text.slice(w.start, w.end).replace(/["'{}]/g, '');

/** What a program wrote into a file, if one did. */
export function fileValue(l: Lowering, w: Word | undefined): Val | undefined {
  const name = w && l.files.get(fileKey(l, w));
  return name === undefined || !w ? undefined : ref(name, w.start, w.end);
}

/** True where the output of a command goes into a file that may be read. */
export function writesFiles(l: Lowering, c: Simple, made: Call): boolean {
  return targets(l, c, made).length > 0;
}

function targets(l: Lowering, c: Simple, made: Call): { key: string; stream: string }[] {
  const out: { key: string; stream: string }[] = [];
  const merged = c.redirections.some((r) => r.from === '2' && r.op === '>&' && plain(r.target) === '1');
  for (const r of c.redirections) {
    if (!r.op.startsWith('>') || r.op === '>&') continue;
    const key = fileKey(l, r.target);
    if (key === '/dev/null' || key === '') continue;
    out.push({ key, stream: r.from === '2' ? 'err' : r.from === '&' || merged ? 'both' : 'out' });
  }
  const name = made.callee.v === 'ref' ? made.callee.name.split(' ')[0] : undefined;
  const option = programOf(name ?? '')?.output;
  const file = option === undefined ? undefined : made.args.find((a) => a.name === option)?.value;
  if (file) {
    const key = l.text
      .slice(file.range.start, file.range.end)
      .replace(/["'{}]/g, '')
      .replace(/^-o/, '');
    if (key !== '/dev/null' && key !== '' && key !== '-') out.push({ key, stream: 'file' });
  }
  return out;
}

/** The names of the files that a program writes are given what it writes. */
export function bindFiles(l: Lowering, c: Simple, made: Call, value: (at: number) => Val): void {
  for (const { key, stream } of targets(l, c, made)) {
    const name = l.fileName(key);
    const at = made.range.end;
    l.before.push(bind(name, partOf(value(at), stream, at), at, at));
  }
}
