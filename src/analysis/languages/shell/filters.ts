/** Programs that read a text and give a piece of it: what they make of their input, in terms of the code model. */
import type { Val } from '../../code-model.js';
import { call, lit, member, op, opaque, ref, span } from '../nodes.js';
import { recordIn } from './json.js';
import type { Lowering } from './lowering.js';
import { fileValue, valueAt } from './simple.js';
import { plain, type Word } from './syntax.js';
import { part, textOf } from './values.js';

/** A filter as it stands: its words, and where. */
interface Filter {
  words: readonly Word[];
  start: number;
  end: number;
}

type Rule = (l: Lowering, f: Filter, input: Val | undefined) => Val | undefined;

/** Programs that hand on their input as far as matters here. */
const PASSING = ['tee', 'tr', 'sort', 'uniq', 'xargs', 'cat'];

const RULES = new Map<string, Rule>([
  ...PASSING.map((name): [string, Rule] => [name, passed]),
  ['jq', jq],
  ['grep', (l, f, input) => grep(l, f, input)?.value],
  ['egrep', (l, f, input) => grep(l, f, input)?.value],
  ['fgrep', (l, f, input) => grep(l, f, input)?.value],
  ['head', (l, f, input) => piece(l, f, input, cutsEnd(f) ? 'rest' : 'first')],
  ['tail', (l, f, input) => piece(l, f, input, 'last')],
  ['cut', (l, f, input) => piece(l, f, input, 'last')],
  ['awk', (l, f, input) => piece(l, f, input, 'last')],
  ['sed', sed],
]);

/** The piece a filter gives; undefined where the command is none. */
export function filtered(
  l: Lowering,
  words: readonly Word[],
  start: number,
  end: number,
  input?: Val,
): Val | undefined {
  const name = plain(words[0]) ?? '';
  return RULES.get(name)?.(l, { words, start, end }, input);
}

/** Words that are no options, behind the name. */
const operands = (f: Filter): Word[] => f.words.slice(1).filter((w) => !/^-./.test(plain(w) ?? ''));

function passed(l: Lowering, f: Filter, input: Val | undefined): Val | undefined {
  const [name] = f.words;
  if (input) return input;
  return plain(name) === 'cat' ? fileValue(l, operands(f)[0]) : undefined;
}

function piece(l: Lowering, f: Filter, input: Val | undefined, which: string): Val | undefined {
  const from = input ?? fileValue(l, operands(f).at(-1));
  return from && part(from, which, f.start, f.end);
}

/** `head -n -1`, `head -c -3`: all but the end. */
const cutsEnd = (f: Filter): boolean =>
  f.words.some((w) => /^(?:-[nc])?-\d/.test(plain(w) ?? '') && !/^-\d/.test(plain(w) ?? '')) ||
  f.words.some((w, i) => /^-[nc]$/.test(plain(f.words[i - 1]) ?? '') && /^-\d/.test(plain(w) ?? ''));

function sed(l: Lowering, f: Filter, input: Val | undefined): Val | undefined {
  const script =
    f.words
      .slice(1)
      .map((w) => plain(w) ?? '')
      .find((t) => !t.startsWith('-')) ?? '';
  // What is taken away up to a mark leaves the end; what is taken away behind it leaves the rest.
  const m = /^s(.)(.*?)\1/.exec(script);
  const body = m?.[2] ?? '';
  if (/^\^?\.\*/.test(body) || script === '$p' || /^\$!d/.test(script)) return piece(l, f, input, 'last');
  if (/\.\*\$?$/.test(body) || /^\$\s*d/.test(script)) return piece(l, f, input, 'rest');
  return input ?? fileValue(l, operands(f).at(-1));
}

/** What `grep` looks for, and in what. */
export function grep(
  l: Lowering,
  f: Filter,
  input: Val | undefined,
): { value: Val; pattern: Val | undefined; inverted: boolean } | undefined {
  const options = f.words.slice(1).filter((w) => /^-[a-zA-Z]/.test(plain(w) ?? ''));
  const spoken = options.map((w) => plain(w) ?? '');
  const e = f.words.findIndex((w) => /^(?:-[a-zA-Z]*e|--regexp)$/.test(plain(w) ?? ''));
  const [first, second] = operands(f);
  const pattern = e >= 0 ? f.words[e + 1] : first;
  const file = e >= 0 ? operands(f).at(-1) : second;
  const value = input ?? (file === pattern ? undefined : fileValue(l, file));
  if (!value || !pattern) return undefined;
  const text = plain(pattern);
  // `grep -o '[0-9]\{3\}'` gives a number out of the text.
  const number = text !== undefined && /\[0-9\]|\\d/.test(text) && spoken.some((o) => /^-[a-zA-Z]*o/.test(o));
  return {
    value: number ? part(value, 'last', f.start, f.end) : value,
    pattern: text === undefined ? valueAt(l, pattern) : lit(text.replace(/\\\|/g, '|'), pattern.start, pattern.end),
    inverted: spoken.some((o) => /^-[a-zA-Z]*v|^--invert-match/.test(o)),
  };
}

/** The filter of `jq`, as members of its input or as a record that is made. */
function jq(l: Lowering, f: Filter, input: Val | undefined): Val | undefined {
  const given = new Map<string, Word>();
  const texts: Word[] = [];
  for (let i = 1; i < f.words.length; i++) {
    const w = f.words[i];
    const text = w && plain(w);
    if (!w) break;
    if (text === '--arg' || text === '--argjson') {
      const name = plain(f.words[i + 1]);
      const value = f.words[i + 2];
      if (name && value) given.set(name, value);
      i += 2;
    } else if (!text?.startsWith('-') || text === '-') texts.push(w);
  }
  const [filter, file] = texts;
  if (!filter) return input;
  const source = l.text
    .slice(filter.start, filter.end)
    .replace(/^['"]|['"]$/g, '')
    .trim();
  if (source.startsWith('{')) return made(l, source, given, f);
  const from = input ?? fileValue(l, file);
  if (!from) return opaque([], f.start, f.end);
  return selected(from, source, f.start, f.end);
}

/** `{name: $name, id: "x"}`. */
function made(l: Lowering, source: string, given: Map<string, Word>, f: Filter): Val | undefined {
  const parts = source.split(/(\$\w+)/).map((piece): string | Val => {
    const value = piece.startsWith('$') ? given.get(piece.slice(1)) : undefined;
    if (!piece.startsWith('$')) return piece;
    return value ? valueAt(l, value) : ref(piece.slice(1), f.start, f.start);
  });
  return recordIn(parts, f.start, f.end) ?? textOf(parts, f.start, f.end);
}

/** `.error.code // empty | ascii_downcase`. */
function selected(from: Val, source: string, start: number, end: number): Val {
  const [path = '', ...pipes] = source.split(/\s*\|\s*(?![^(]*\))/);
  const first = path.split(/\s*\/\/\s*/)[0]?.trim() ?? '';
  let out = from;
  const range = { start: Math.min(start, from.range.start), end: Math.max(end, from.range.end) };
  const step = (name: string): void => {
    out = { ...member(out, name, range.end, range.end), range: span(range.start, range.end) };
  };
  const m = /^(?:\.[\w@]+\??|\."[^"]*"\??|\[[^\]]*\]\??|\.(?=\[))*\.?$/.exec(first);
  if (!m) {
    const has = /^has\("(\w+)"\)/.exec(first);
    if (has?.[1]) step(has[1]);
    else return opaque([from], range.start, range.end);
  }
  for (const [, bare, quoted, index] of first.matchAll(/\.([\w@]+)|\."([^"]*)"|\[([^\]]*)\]/g)) {
    if (index !== undefined && !/^"/.test(index))
      out = {
        v: 'index',
        obj: out,
        key: lit(Number(index) || 0, range.end, range.end),
        range: span(range.start, range.end),
      };
    else step(bare ?? quoted ?? (index ?? '').replace(/"/g, ''));
  }
  for (const pipe of pipes) {
    const text = /^(?:test|contains|startswith|index|match)\(\s*"([^"]*)"/.exec(pipe)?.[1];
    if (text !== undefined) out = op('matches', [out, lit(text, range.end, range.end)], range.start, range.end);
    else if (/^has\("(\w+)"\)/.test(pipe)) step(/"(\w+)"/.exec(pipe)?.[1] ?? '');
    else if (/^\.[\w.]+$/.test(pipe)) for (const name of pipe.split('.').filter(Boolean)) step(name);
  }
  return out;
}

/** `echo`, `printf`: what they write. */
export function written(l: Lowering, words: readonly Word[], start: number, end: number): Val {
  const format = plain(words[0]) === 'printf' ? plain(words[1]) : undefined;
  if (format?.includes('%')) {
    const args = words.slice(2);
    let next = 0;
    const parts = format.split(/(%-?[0-9.]*[sdqb])/).map((piece): string | Val => {
      if (!/^%/.test(piece)) return piece.replace(/\\n/g, '\n').replace(/\\t/g, '\t');
      const w = args[next++];
      return w ? valueAt(l, w) : '';
    });
    return textOf(
      parts.filter((p, i) => p !== '' && !(p === '\n' && i === parts.length - 1)),
      start,
      end,
    );
  }
  const rest = words.slice(1).filter((w, i) => !(i === 0 && /^-[neE]+$/.test(plain(w) ?? '')));
  const parts = rest.flatMap((w, i): (string | Val)[] => [...(i ? [' '] : []), valueAt(l, w)]);
  const flat = parts.map((p) => (typeof p !== 'string' && p.v === 'lit' ? String(p.value) : p));
  return textOf(flat, start, end);
}

/** A call of a program that only reports. */
export const report = (name: string, args: Val[], start: number, end: number): Val =>
  call(
    ref(name, start, start),
    args.map((value) => ({ value, spread: false, range: span(value.range.start, value.range.end) })),
    start,
    end,
  );
