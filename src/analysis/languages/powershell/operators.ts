/** Operators: their words, how strongly they bind, and what they are in the code model. */
import type { Val } from '../../code-model.js';
import { arg, call, lit, low, member, op, opaque, ref, span } from '../nodes.js';

export const TERNARY = 1;
export const COALESCE = 2;
const LOGICAL = 3;
const BITS = 4;
const COMPARISON = 5;
export const ADDITIVE = 6;
export const MULTIPLICATIVE = 7;
const FORMAT = 8;
export const RANGE = 9;

/** Words behind a dash, and their strength. A `c` or `i` before a comparison is dropped first. */
const WORDS = new Map(
  Object.entries({
    and: LOGICAL,
    or: LOGICAL,
    xor: LOGICAL,
    band: BITS,
    bor: BITS,
    bxor: BITS,
    shl: BITS,
    shr: BITS,
    f: FORMAT,
  }),
);
for (const word of [
  'eq',
  'ne',
  'gt',
  'ge',
  'lt',
  'le',
  'like',
  'notlike',
  'match',
  'notmatch',
  'contains',
  'notcontains',
  'in',
  'notin',
  'is',
  'isnot',
  'as',
  'replace',
  'split',
  'join',
])
  WORDS.set(word, COMPARISON);

/** An operator of words: its name and strength. */
export function wordOperator(written: string): { name: string; strength: number } | undefined {
  const word = low(written);
  const plain = /^[ci]/.test(word) && WORDS.get(word.slice(1)) === COMPARISON && !WORDS.has(word);
  const name = plain ? word.slice(1) : word;
  const strength = WORDS.get(name);
  return strength === undefined ? undefined : { name, strength };
}

/** The value of an operation between two operands. */
export function binary(name: string, x: Val, y: Val): Val {
  const { start } = x.range;
  const { end } = y.range;
  const make = (o: Parameters<typeof op>[0], ...args: Val[]): Val => op(o, args, start, end);
  switch (name) {
    case 'eq':
    case 'ne':
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return make(name, x, y);
    case 'and':
    case 'or':
    case '+':
      return chained(name === '+' ? 'add' : name, x, y);
    case '??':
      return chained('coalesce', x, y);
    case 'like':
      return like(x, y);
    case 'match':
      return make('matches', x, y);
    case 'in':
      return make('in', x, y);
    case 'contains':
      return make('in', y, x);
    case 'is':
      return { v: 'is', value: x, type: { path: typePath(y), args: [] }, range: span(start, end) };
    case 'as':
      return x;
    case 'f':
      return formatted(x, y);
    case 'join':
      return call(member(x, 'join', end, end), [arg(y)], start, end);
    case 'replace':
      return call(
        member(x, 'Replace', end, end),
        y.v === 'list' ? y.items.map((i) => arg(i.value)) : [arg(y)],
        start,
        end,
      );
    case 'split':
      return call(member(x, 'Split', end, end), [arg(y)], start, end);
    case 'notlike':
    case 'notmatch':
    case 'notcontains':
    case 'notin':
    case 'isnot':
      return make('not', binary(name.replace('not', ''), x, y));
    case '..':
      return opaque([x, y], start, end);
    default:
      return make('arith', x, y);
  }
}

/** Chains of one operator stay flat: long ones would nest deeper than the stack. */
function chained(name: 'and' | 'or' | 'add' | 'coalesce', x: Val, y: Val): Val {
  const range = span(x.range.start, y.range.end);
  if (x.v === 'op' && x.op === name) return { ...x, args: [...x.args, y], range };
  return { v: 'op', op: name, args: [x, y], range };
}

/** `-like '*text*'`: a word in the text, or a pattern. Without a star it is the text itself. */
export function like(x: Val, y: Val): Val {
  const { start } = x.range;
  const { end } = y.range;
  if (y.v !== 'lit' || typeof y.value !== 'string') return op('matches', [x, y], start, end);
  if (!/[*?]/.test(y.value)) return op('eq', [x, y], start, end);
  const word = /^\*?([^*?[\]]+)\*?$/.exec(y.value)?.[1];
  if (word !== undefined) return op('in', [lit(word, y.range.start, y.range.end), x], start, end);
  const source = y.value
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return op('matches', [x, lit(source, y.range.start, y.range.end)], start, end);
}

/** `'{0} {1}' -f $a, $b`. */
function formatted(x: Val, y: Val): Val {
  const { start } = x.range;
  const values = y.v === 'list' ? y.items.map((i) => i.value) : [y];
  const callee = member(ref('string', start, start), 'Format', start, start);
  return call(callee, [arg(x), ...values.map((v) => arg(v))], start, y.range.end);
}

/** The type a type literal or text names. */
function typePath(y: Val): string[] {
  if (y.v === 'ref') return y.name.split('.');
  return y.v === 'lit' ? String(y.value).replace(/[[\]]/g, '').split('.') : ['object'];
}
