/** Simple commands as statements: assignments, the shell's own commands, and calls of programs. */
import type { Stmt, Val } from '../../code-model.js';
import { lit, ref, run, span } from '../nodes.js';
import { filtered, grep, report } from './filters.js';
import { bind, type Lowering, not, partOf } from './lowering.js';
import { asksExit, given, isHanded, isProgram } from './outputs.js';
import { bindFiles, callOf, valueAt, wordsOf, writesFiles } from './simple.js';
import { type Assignment, plain, type Simple, type Word } from './syntax.js';
import { part, word } from './values.js';

type Rule = (l: Lowering, c: Simple, words: Word[], input: Val | undefined) => Stmt[] | undefined;

const RULES: Record<string, Rule | undefined> = {
  local: (l, c) => assignments(l, c, true),
  declare: (l, c) => assignments(l, c, true),
  typeset: (l, c) => assignments(l, c, true),
  export: (l, c) => assignments(l, c, false),
  readonly: (l, c) => assignments(l, c, false),
  return: returned,
  exit: exits,
  break: (_l, c) => [{ s: 'leave', how: 'break', range: span(c.start, c.end) }],
  continue: (_l, c) => [{ s: 'leave', how: 'continue', range: span(c.start, c.end) }],
  set: settings,
  shift(l, _c, words) {
    if (l.loops === 0) l.shifted += Number(plain(words[1]) ?? 1) || 1;
    return [];
  },
  read: reads,
  mapfile: reads,
  readarray: reads,
  echo: says,
  printf: says,
  true: nothing,
  ':': nothing,
};

/** A simple command; `input` is what it is given to read by a pipe. */
export function simpleStatements(l: Lowering, c: Simple, input: Val | undefined): Stmt[] {
  const words = wordsOf(l, c);
  if (!words.length) return assignments(l, c, false);
  const name = plain(words[0]) ?? '';
  const known = l.functions.get(name);
  const rule = Object.hasOwn(RULES, name) ? RULES[name] : undefined;
  const own = known ? undefined : rule?.(l, c, words, input ?? undefined);
  if (own) return own;
  const fed = input ?? given(l, c);
  if (!known && filtered(l, words, c.start, c.end, undefined) === undefined && fed && grep(l, at(c, words), fed))
    return [run(fed)];
  const made = callOf(l, words, fed);
  if (!isProgram(name) && !known && !isHanded(made)) {
    l.worked = undefined;
    return [run(made)];
  }
  if (!asksExit(l, c.end) && !writesFiles(l, c, made)) {
    l.worked = undefined;
    return [run(made)];
  }
  const value = l.kept(made);
  l.worked = known && !known.ends ? (known.taken ? undefined : value) : (at) => partOf(value(at), 'ok', at);
  if (!known) bindFiles(l, c, made, value);
  return [];
}

const at = (c: Simple, words: Word[]): { words: Word[]; start: number; end: number } => ({
  words,
  start: c.start,
  end: c.end,
});

/** Assignments, each a statement of its own. */
function assignments(l: Lowering, c: Simple, local: boolean): Stmt[] {
  const out: Stmt[] = [];
  for (const a of c.assignments) {
    l.assign(a.name, local);
    const { result, before } = l.apart(() => declaration(l, a));
    out.push(...before, ...result);
  }
  // `local a b`
  for (const w of local ? c.words.slice(1) : []) {
    const name = plain(w) ?? '';
    if (/^[A-Za-z_]\w*$/.test(name)) l.assign(name, true);
  }
  return out;
}

export function declaration(l: Lowering, a: Assignment): Stmt[] {
  const target = { start: a.start, end: a.start + a.name.length };
  l.worked = undefined;
  const value = a.value === undefined ? undefined : Array.isArray(a.value) ? list(l, a, a.value) : word(l, a.value);
  if (Array.isArray(a.value)) {
    const known = a.adds ? (l.arrays.get(a.name) ?? []) : [];
    l.arrays.set(a.name, [...known, ...a.value]);
  }
  const worked = l.worked as ((at: number) => Val) | undefined;
  // `code=$?`: a name for whether the command before worked.
  if (a.value && !Array.isArray(a.value) && l.text.slice(a.value.start, a.value.end).replace(/["{}]/g, '') === '$?')
    l.codes.add(a.name);
  else l.codes.delete(a.name);
  const made: Stmt = {
    ...bind(a.name, value ?? lit('', a.end, a.end), a.start, a.end),
    target: { v: 'ref', name: a.name, range: target },
    ...(a.adds || a.indexed ? { op: '+=' } : {}),
  };
  if (!worked || !l.stops || l.tested) return [made];
  // A script that stops where a command fails does not come to what is below.
  const left: Stmt = { s: 'raise', value: lit('exit', a.end, a.end), again: false, range: span(a.end, a.end) };
  return [made, { s: 'if', test: not(worked(a.end)), then: [left], else: [], range: span(a.end, a.end) }];
}

function list(l: Lowering, a: Assignment, words: Word[]): Val {
  return {
    v: 'list',
    items: words.map((w) => ({ value: word(l, w), spread: false })),
    range: span(a.start + a.name.length, a.end),
  };
}

/** `return 1`, `return $?`: true where it says that all went well. */
function returned(l: Lowering, c: Simple, words: Word[]): Stmt[] {
  const range = span(c.start, c.end);
  if (l.silent) return [{ s: 'return', range }];
  const text = plain(words[1]);
  if (text !== undefined) return [{ s: 'return', value: lit(Number(text) === 0, c.end, c.end), range }];
  const code = words[1] && l.text.slice(words[1].start, words[1].end).replace(/["{}$]/g, '');
  const says = code === undefined || code === '?' || l.codes.has(code);
  const value = says && words[1] ? valueAt(l, words[1]) : undefined;
  return [{ s: 'return', range, ...(value ? { value } : {}) }];
}

/** The script ends: in a function, past all that called it. */
function exits(l: Lowering, c: Simple): Stmt[] {
  const range = span(c.start, c.end);
  return l.inside ? [{ s: 'raise', value: lit('exit', c.end, c.end), again: false, range }] : [{ s: 'return', range }];
}

/** `set -e`, `set +e`, `set -euo pipefail`, `set -o errexit`. */
function settings(l: Lowering, _c: Simple, words: Word[]): Stmt[] {
  words.slice(1).forEach((w, i) => {
    const text = plain(w) ?? '';
    const before = plain(words[i]) ?? '';
    if (/^-[a-zA-Z]*e/.test(text) || (text === 'errexit' && /^-[a-zA-Z]*o$/.test(before))) l.stops = true;
    else if (/^\+[a-zA-Z]*e/.test(text) || (text === 'errexit' && /^\+[a-zA-Z]*o$/.test(before))) l.stops = false;
  });
  return [];
}

/** `read -r body code <<< "$x"`: each name is given a piece of the input. */
function reads(l: Lowering, c: Simple, words: Word[], input: Val | undefined): Stmt[] {
  const fed = input ?? given(l, c);
  const whole = plain(words[0]) !== 'read';
  const names = words.slice(1).filter((w) => /^[A-Za-z_]\w*$/.test(plain(w) ?? ''));
  if (!fed) {
    for (const w of names) l.assign(plain(w) ?? '');
    return [];
  }
  const kept = l.kept(fed);
  return names.map((w) => {
    const name = plain(w) ?? '';
    l.assign(name);
    const value = whole ? kept(w.end) : part(kept(w.end), 'last', w.end, w.end);
    return { ...bind(name, value, w.start, w.end), target: ref(name, w.start, w.end) };
  });
}

/** `echo`, `printf`: a report, unless the output of the function is taken. */
function says(l: Lowering, c: Simple, words: Word[], input: Val | undefined): Stmt[] {
  const args = words.slice(1).map((w) => valueAt(l, w));
  if (plain(words[1]) === '-v') {
    const name = plain(words[2]) ?? '';
    if (/^[A-Za-z_]\w*$/.test(name)) l.assign(name);
  }
  return [...(input ? [run(input)] : []), run(report(plain(words[0]) ?? '', args, c.start, c.end))];
}

/** `true`: that nothing is done is what is done. */
function nothing(_l: Lowering, c: Simple): Stmt[] {
  return [run(lit(true, c.start, c.end))];
}
