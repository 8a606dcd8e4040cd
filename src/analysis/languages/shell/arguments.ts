/** A command line as a call: options by their long names, headers as a record, bodies as what they hold. */
import type { Arg, Entry, Val } from '../../code-model.js';
import { arg, lit, span } from '../nodes.js';
import type { Lowering } from './lowering.js';
import type { Program } from './programs.js';
import { plain, type Word } from './syntax.js';
import { wordOf } from './values.js';

/** The text an option begins with; empty for a word that is none. */
function optionText(w: Word): string {
  const first = w.parts[0];
  return first?.p === 'text' && first.text.startsWith('-') && first.text.length > 1 ? first.text : '';
}

/** What remains of a word behind so many characters of its first part. */
function behind(l: Lowering, w: Word, count: number): Val {
  const [first, ...rest] = w.parts;
  if (first?.p !== 'text') return wordOf(l, w.parts, w.start, w.end);
  const left = { ...first, text: first.text.slice(count) };
  return wordOf(l, left.text === '' ? rest : [left, ...rest], w.start, w.end);
}

/**
 * Arguments of a program whose options are known.
 *
 * @param valueAt a word as a value
 * @param input what it is given to read
 */
export function optionArguments(
  l: Lowering,
  words: readonly Word[],
  program: Program,
  valueAt: (w: Word) => Val,
  input?: Val,
): Arg[] {
  const out: Arg[] = [];
  const headers: Entry[] = [];
  let fed = input;
  let at = 0;
  const give = (name: string, make: () => Val, w: Word): void => {
    if (program.headers.includes(name)) {
      headers.push(...header(make()));
      return;
    }
    const text = plain(w) ?? '';
    const reads = program.bodies.includes(name) && /@-$/.test(text);
    const value = reads && fed ? fed : make();
    if (reads) fed = undefined;
    out.push({ ...arg(value, name), range: span(value.range.start, value.range.end) });
  };
  /** The value of an option that stands in the next word. */
  const next = (name: string, w: Word): void => {
    const value = words[at];
    if (!value) {
      out.push(flag(name, w));
      return;
    }
    at++;
    give(name, () => valueAt(value), value);
    // Several words may follow `--headers`.
    if (name !== 'headers' && !program.subcommands) return;
    if (!program.headers.includes(name)) return;
    for (let more = words[at]; more && optionText(more) === ''; more = words[at]) {
      const one = more;
      at++;
      give(name, () => valueAt(one), one);
    }
  };
  while (at < words.length) {
    const w = words[at];
    at++;
    if (!w) break;
    const text = optionText(w);
    if (text.startsWith('--')) {
      const equals = text.indexOf('=');
      const name = equals < 0 ? text.slice(2) : text.slice(2, equals);
      if (equals >= 0) give(name, () => behind(l, w, equals + 1), w);
      else if (program.flags.has(name) || w.parts.length > 1) out.push(flag(name, w));
      else next(name, w);
    } else if (text !== '') bundle(l, w, text, program, out, give, next);
    else if (isSpread(w)) out.push({ ...arg(valueAt(w)), spread: true });
    else out.push(arg(valueAt(w), program.bare));
  }
  const [first] = headers;
  const last = headers.at(-1);
  if (first && last) {
    const name = program.headers[0] ?? 'header';
    const range = span(Math.min(...headers.map((h) => h.range.start)), Math.max(...headers.map((h) => h.range.end)));
    out.push(arg({ v: 'rec', entries: headers, range }, name));
  }
  return out;
}

/** `-sSX POST`, `-XPOST`, `-d@file`. */
function bundle(
  l: Lowering,
  w: Word,
  text: string,
  program: Program,
  out: Arg[],
  give: (name: string, make: () => Val, w: Word) => void,
  next: (name: string, w: Word) => void,
): void {
  for (let i = 1; i < text.length; i++) {
    const letter = text[i] ?? '';
    const name = Object.hasOwn(program.short, letter) ? program.short[letter] : undefined;
    if (name === undefined) {
      out.push(flag(text.slice(i), w));
      return;
    }
    if (program.flags.has(name)) {
      out.push(flag(name, w));
      continue;
    }
    if (i + 1 < text.length || w.parts.length > 1)
      give(name, () => behind(l, w, text[i + 1] === '=' ? i + 2 : i + 1), w);
    else next(name, w);
    return;
  }
}

const flag = (name: string, w: Word): Arg => arg(lit(true, w.start, w.end), name);

/** `"$@"`, `"${args[@]}"`. */
function isSpread(w: Word): boolean {
  const [only] = w.parts.filter((p) => p.p !== 'text' || p.text !== '');
  return only?.p === 'name' && (only.name === '@' || /^\[[@*]\]$/.test(only.op));
}

/** `Name: value`, `Name=value`, or a record of headers. */
function header(val: Val): Entry[] {
  if (val.v === 'rec') return val.entries;
  const parts = val.v === 'text' ? val.parts : val.v === 'lit' ? [String(val.value)] : [];
  const [first, ...rest] = parts;
  const m = typeof first === 'string' ? /^\s*([\w-]+)\s*[:=]\s*([\s\S]*)$/.exec(first) : null;
  if (!m) return [];
  const left: (string | Val)[] = m[2] ? [m[2], ...rest] : rest;
  const [only] = left;
  const { start, end } = val.range;
  const value: Val =
    left.length === 1 && only !== undefined && typeof only !== 'string'
      ? only
      : left.every((p) => typeof p === 'string')
        ? lit(left.join(''), start, end)
        : { v: 'text', parts: left, range: span(start, end) };
  return [{ key: m[1] ?? '', value, spread: false, range: span(start, end) }];
}
