/** Tests: `[ … ]`, `[[ … ]]`, `(( … ))`. */
import type { Val } from '../../code-model.js';
import { lit, op, opaque, ref } from '../nodes.js';
import { type Lowering, not } from './lowering.js';
import { any, like, matching, number } from './patterns.js';
import { valueAt } from './simple.js';
import { plain, type Word } from './syntax.js';
import { nameOf } from './values.js';

const COMPARES: Record<string, Extract<Val, { v: 'op' }>['op']> = {
  '=': 'eq',
  '==': 'eq',
  '!=': 'ne',
  '-eq': 'eq',
  '-ne': 'ne',
  '-lt': 'lt',
  '-le': 'le',
  '-gt': 'gt',
  '-ge': 'ge',
  '<': 'lt',
  '>': 'gt',
};

/** Words of a test, read from the left with `-o` and `||` binding least. */
class Words {
  at = 0;

  constructor(
    readonly words: readonly Word[],
    readonly start: number,
    readonly end: number,
    readonly double: boolean,
  ) {}

  text(offset = 0): string {
    const w = this.words[this.at + offset];
    return (w && plain(w)) ?? '';
  }
}

/** The test that words make. `double`: in double brackets, where patterns count. */
export function testOf(l: Lowering, words: readonly Word[], start: number, end: number, double: boolean): Val {
  const made = either(l, new Words(words, start, end, double), 0);
  return made ?? opaque([], start, end);
}

function either(l: Lowering, w: Words, depth: number): Val | undefined {
  let out = both(l, w, depth);
  while (out && (w.text() === '||' || w.text() === '-o')) {
    w.at++;
    const next = both(l, w, depth);
    if (!next) break;
    out = op('or', [out, next], w.start, w.end);
  }
  return out;
}

function both(l: Lowering, w: Words, depth: number): Val | undefined {
  let out = one(l, w, depth);
  while (out && (w.text() === '&&' || w.text() === '-a')) {
    w.at++;
    const next = one(l, w, depth);
    if (!next) break;
    out = op('and', [out, next], w.start, w.end);
  }
  return out;
}

function one(l: Lowering, w: Words, depth: number): Val | undefined {
  const { start, end } = w;
  const first = w.words[w.at];
  if (!first || depth > 30) return undefined;
  const text = w.text();
  if (text === '!' && w.words[w.at + 1]) {
    w.at++;
    const inner = one(l, w, depth + 1);
    return inner && not(inner);
  }
  if ((text === '(' || text === '\\(') && first.parts.length === 1) {
    w.at++;
    const inner = either(l, w, depth + 1);
    if (w.text() === ')') w.at++;
    return inner;
  }
  const operator = w.text(1);
  const right = w.words[w.at + 2];
  if (right && operator === '=~') {
    w.at += 3;
    const pattern = plain(right);
    const value = pattern === undefined ? valueAt(l, right) : undefined;
    if (value) return op('matches', [valueAt(l, first), value], start, end);
    return matching(() => valueAt(l, first), pattern ?? '', start, end);
  }
  const compare = Object.hasOwn(COMPARES, operator) ? COMPARES[operator] : undefined;
  if (right && compare) {
    w.at += 3;
    return compared(l, compare, first, right, w);
  }
  if (/^-[a-zA-Z]$/.test(text) && w.words[w.at + 1]) {
    const operand = w.words[w.at + 1];
    w.at += 2;
    if (!operand || !/^-[nz]$/.test(text)) return opaque([], start, end);
    return text === '-z' ? not(valueAt(l, operand)) : valueAt(l, operand);
  }
  w.at++;
  return valueAt(l, first);
}

function compared(l: Lowering, compare: Extract<Val, { v: 'op' }>['op'], left: Word, right: Word, w: Words): Val {
  const { start, end } = w;
  const text = plain(right);
  const worked = exitOf(l, left);
  if (
    worked &&
    text !== undefined &&
    /^\d+$/.test(text) &&
    (compare === 'eq' || compare === 'ne' || compare === 'gt')
  ) {
    // Zero says that it worked; any other number is one of many ways to fail.
    if (Number(text) === 0) return compare === 'eq' ? worked : not(worked);
    return opaque([worked], start, end);
  }
  if (compare === 'eq' || compare === 'ne') {
    const quoted = right.parts.every((p) => p.p === 'text' && p.quoted);
    const pattern = w.double && !quoted && text !== undefined;
    const wild = w.double && right.parts.some((p) => p.p === 'text' && !p.quoted && p.text.includes('*'));
    const same =
      pattern || (wild && text !== undefined)
        ? like(
            () => valueAt(l, left),
            text,
            () => valueAt(l, right),
            start,
            end,
          )
        : wild
          ? op('matches', [valueAt(l, left), valueAt(l, right)], start, end)
          : op('eq', [number(valueAt(l, left)), number(valueAt(l, right))], start, end);
    return compare === 'eq' ? same : not(same);
  }
  return op(compare, [number(valueAt(l, left)), number(valueAt(l, right))], start, end);
}

/** Whether the newest command worked, where a word is its exit status or a name that was given it. */
function exitOf(l: Lowering, w: Word): Val | undefined {
  const [only, ...more] = w.parts.filter((p) => p.p !== 'text' || p.text !== '');
  if (only?.p !== 'name' || more.length || only.op !== '') return undefined;
  if (only.name !== '?' && !l.codes.has(only.name)) return undefined;
  return nameOf(l, only.name, only.start, only.end);
}

/** `case` arms: a value against patterns. */
export function armTest(l: Lowering, make: () => Val, patterns: readonly Word[], start: number, end: number): Val {
  const tests = patterns.map((p) => like(make, plain(p), () => valueAt(l, p), p.start, p.end));
  return any(tests, start, end);
}

const SUM = /\s*(\$?\{?[A-Za-z_]\w*\}?|\$\?|\d+|&&|\|\||[<>=!]=|[<>!()]|[^\s])/gy;

/** `(( code >= 400 && code != 409 ))`. */
export function sumOf(l: Lowering, text: string, start: number, end: number): Val {
  const tokens = [...text.matchAll(SUM)].map((m) => (m[1] ?? '').replace(/^\$\{?|\}$/g, '')).slice(0, 200);
  let at = 0;
  const operand = (depth: number): Val => {
    const token = tokens[at++];
    if (token === undefined) return opaque([], start, end);
    if (token === '!' && depth < 20) return not(operand(depth + 1));
    if (token === '(' && depth < 20) {
      const inner = level(0, depth + 1);
      at++;
      return inner;
    }
    if (/^\d+$/.test(token)) return lit(Number(token), start, end);
    if (token === '?') return nameOf(l, '?', start, end);
    return /^[A-Za-z_]\w*$/.test(token) ? ref(token, start, end) : opaque([], start, end);
  };
  const level = (minimum: number, depth: number): Val => {
    let left = operand(depth);
    for (let links = 0; links < 50; links++) {
      const token = tokens[at] ?? '';
      const power = Object.hasOwn(POWER, token) ? POWER[token] : undefined;
      if (power === undefined || power <= minimum) return left;
      at++;
      left = op(SUMS[token] ?? 'other', [left, level(power, depth)], start, end);
    }
    return left;
  };
  return level(0, 0);
}

const POWER: Record<string, number> = { '||': 1, '&&': 2, '==': 3, '!=': 3, '<': 4, '>': 4, '<=': 4, '>=': 4 };
const SUMS: Record<string, Extract<Val, { v: 'op' }>['op']> = {
  '||': 'or',
  '&&': 'and',
  '==': 'eq',
  '!=': 'ne',
  '<': 'lt',
  '>': 'gt',
  '<=': 'le',
  '>=': 'ge',
};
