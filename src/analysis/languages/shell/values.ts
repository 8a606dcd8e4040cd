/** Words as values: text with what is put into it, and the ways to write a name. */
import type { Val } from '../../code-model.js';
import { call, lit, member, op, opaque, ref, span } from '../nodes.js';
import { recordIn } from './json.js';
import type { Lowering } from './lowering.js';
import { type NamePart, type Part, plain, type Word } from './syntax.js';

/** A word as a value. What looks like a JSON object is one. */
export function word(l: Lowering, w: Word): Val {
  return wordOf(l, w.parts, w.start, w.end);
}

/** A part of a word as a value. */
export function wordOf(l: Lowering, all: readonly Part[], start: number, end: number): Val {
  const parts = all.map((p): string | Val => (p.p === 'text' ? p.text : partOf(l, p)));
  return textOf(
    parts.filter((p) => p !== ''),
    start,
    end,
  );
}

/** Texts and values in a row as one value. */
export function textOf(parts: (string | Val)[], start: number, end: number): Val {
  const [only] = parts;
  if (only === undefined) return lit('', start, end);
  const record = typeof only === 'string' && /^\s*\{\s*["'\\]/.test(only) ? recordIn(parts, start, end) : undefined;
  if (record) return record;
  if (parts.length === 1) return typeof only === 'string' ? lit(only, start, end) : only;
  return { v: 'text', parts, range: span(start, end) };
}

function partOf(l: Lowering, p: Exclude<Part, { p: 'text' }>): Val {
  if (p.p === 'sum') return opaque([], p.start, p.end);
  return p.p === 'name' ? named(l, p) : l.parts.output(l, p.body, p.start, p.end);
}

/** A name with what is done to it. */
function named(l: Lowering, p: NamePart): Val {
  const { start, end, name } = p;
  const bare = (): Val => nameOf(l, name, start, end);
  const rest = p.rest && plain(p.rest);
  switch (p.op) {
    case ':-':
    case '-':
    case ':=':
    case '=':
      return p.rest ? op('coalesce', [bare(), word(l, p.rest)], start, end) : bare();
    case ':+':
    case '+':
      return p.rest ? word(l, p.rest) : bare();
    case 'length':
      return member(bare(), 'length', end, end);
    case 'indirect':
      return opaque([], start, end);
    case '%':
    case '%%':
      return rest === undefined || /[*?\n]/.test(rest) ? part(bare(), 'rest', start, end) : bare();
    case '#':
    case '##':
      return rest === undefined || /[*?\n]/.test(rest) ? part(bare(), 'last', start, end) : bare();
    case ':': {
      if (/^\s*\(?\s*-/.test(rest ?? '') && /^(?:\s|\(|\s*\()/.test(rest ?? ''))
        return part(bare(), 'last', start, end);
      if (rest === undefined || /^\s*0?\s*:.*-/.test(rest)) return part(bare(), 'rest', start, end);
      return bare();
    }
    default:
      if (p.op.startsWith('[') && !/^\[[@*]\]$/.test(p.op))
        return { v: 'index', obj: bare(), key: lit(p.op.slice(1, -1), end, end), range: span(start, end) };
      return bare();
  }
}

/** What a name without more stands for. */
export function nameOf(l: Lowering, name: string, start: number, end: number): Val {
  if (name === '?') return l.worked?.(start) ?? opaque([], start, end);
  if (name === '*') return ref('@', start, end);
  if (/^[1-9]$/.test(name)) return ref(String(Number(name) + l.shifted), start, end);
  return /^(?:@|[A-Za-z_]\w*)$/.test(name) ? ref(name, start, end) : opaque([], start, end);
}

/**
 * A piece of an output, by where it stands in it: `first` and `last` line or field, the `rest` without the last.
 */
export function part(of: Val, piece: string, start: number, end: number): Val {
  return call(member(of, piece, end, end), [], Math.min(start, of.range.start), Math.max(end, of.range.end));
}

/** The same value as if it were written at another place. */
export function moved(val: Val, start: number, end: number): Val {
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) visit(one);
    else if (node !== null && typeof node === 'object') {
      const record = node as Record<string, unknown>;
      for (const key of Object.keys(record))
        if (key === 'range' || key === 'nameRange' || key === 'typeRange') record[key] = span(start, end);
        else visit(record[key]);
    }
  };
  visit(val);
  return val;
}
