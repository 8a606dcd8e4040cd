/** Texts: in single and double quotes, here-strings, and the variables and expressions in them. */
import type { Val } from '../../code-model.js';
import { lit, opaque, span } from '../nodes.js';
import type { Reader } from './reader.js';
import { blanks, gap, isBreak, isDouble, isSingle } from './scan.js';
import { startsVariable, variable } from './variables.js';

const ESCAPES: Record<string, string> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '0': '\0',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  e: '\x1b',
};

export function startsString(r: Reader): boolean {
  const c = r.at();
  return isDouble(c) || isSingle(c) || (c === '@' && (isDouble(r.at(1)) || isSingle(r.at(1))) && isHere(r));
}

/** A here-string's opening quote is the last of its line. */
function isHere(r: Reader): boolean {
  for (let i = 2; ; i++) {
    const c = r.at(i);
    if (isBreak(c)) return true;
    if (c !== ' ' && c !== '\t') return false;
  }
}

export function string(r: Reader): Val {
  if (r.at() === '@') return hereString(r);
  return isSingle(r.at()) ? single(r) : double(r);
}

function single(r: Reader): Val {
  const start = r.pos++;
  let value = '';
  while (!r.done) {
    if (isSingle(r.at())) {
      if (!isSingle(r.at(1))) {
        r.pos++;
        return lit(value, start, r.pos);
      }
      r.pos++;
    }
    value += r.at();
    r.pos++;
  }
  r.damage(start);
  return lit(value, start, r.pos);
}

function double(r: Reader): Val {
  const start = r.pos++;
  const parts: (string | Val)[] = [];
  while (!r.done) {
    const c = r.at();
    if (isDouble(c)) {
      if (!isDouble(r.at(1))) {
        r.pos++;
        return joined(parts, start, r.pos);
      }
      add(parts, c);
      r.pos += 2;
    } else piece(r, parts);
  }
  r.damage(start);
  return joined(parts, start, r.pos);
}

/** One character, escape, variable or expression of a text in double quotes. */
export function piece(r: Reader, parts: (string | Val)[]): void {
  const c = r.at();
  if (c === '`') {
    const next = r.at(1);
    const long = next === 'u' ? /^\{([0-9a-f]{1,6})\}/i.exec(r.text.slice(r.pos + 2, r.pos + 12)) : null;
    const code = long?.[1] === undefined ? Number.NaN : Number.parseInt(long[1], 16);
    if (long && code <= 0x10ffff) {
      add(parts, String.fromCodePoint(code));
      r.pos += 2 + long[0].length;
      return;
    }
    add(parts, ESCAPES[next] ?? (isBreak(next) ? '' : next));
    r.pos += next === '' ? 1 : 2;
  } else if (c === '$' && r.at(1) === '(') parts.push(subexpression(r));
  else if (c === '$' && startsVariable(r)) parts.push(variable(r));
  else {
    add(parts, c);
    r.pos++;
  }
}

function add(parts: (string | Val)[], text: string): void {
  const last = parts.at(-1);
  if (typeof last === 'string') parts[parts.length - 1] = last + text;
  else parts.push(text);
}

/** A text of pieces; plain where nothing is put into it. */
export function joined(parts: (string | Val)[], start: number, end: number): Val {
  if (!parts.length) return lit('', start, end);
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'string') return lit(only, start, end);
  return { v: 'text', parts, range: span(start, end) };
}

/** `@" … "@` and `@' … '@`: the closing quote is the first of its line. */
function hereString(r: Reader): Val {
  const start = r.pos;
  const plain = isSingle(r.at(1));
  r.pos += 2;
  while (!isBreak(r.at()) && !r.done) r.pos++;
  if (r.at() === '\r' && r.at(1) === '\n') r.pos++;
  r.pos++;
  const parts: (string | Val)[] = [];
  let fresh = true;
  while (!r.done) {
    const c = r.at();
    const closes = plain ? isSingle(c) : isDouble(c);
    if (fresh && closes && r.at(1) === '@') {
      r.pos += 2;
      trimEnd(parts);
      return joined(parts, start, r.pos);
    }
    // Some indent the end; older versions do not take it, but what is meant is plain.
    fresh = isBreak(c);
    if (plain || isBreak(c)) {
      add(parts, c);
      r.pos++;
    } else piece(r, parts);
  }
  r.damage(start);
  return joined(parts, start, r.pos);
}

/** The line end before the closing quote is none of the text. */
function trimEnd(parts: (string | Val)[]): void {
  const last = parts.at(-1);
  if (typeof last === 'string') parts[parts.length - 1] = last.replace(/\r?\n$/, '');
}

/** `$( … )`: statements whose output is the value. */
export function subexpression(r: Reader): Val {
  const start = r.pos;
  r.pos += 2;
  return r.nested(
    () => {
      const stmts = r.parts.statements(r, ')');
      gap(r);
      if (!r.takes(')')) r.damage(start);
      const value = r.parts.outputOf(r, stmts, start);
      return value;
    },
    (passed) => {
      blanks(r);
      r.takes(')');
      return opaque([], start, Math.max(passed.range.end, r.pos));
    },
  );
}
