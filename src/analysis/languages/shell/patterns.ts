/** Patterns that a value is compared with: of `case`, of `[[ x == y ]]`, and regular expressions. */
import type { Val } from '../../code-model.js';
import { lit, op } from '../nodes.js';

/** Numbers are compared as such. */
export function number(val: Val): Val {
  return val.v === 'lit' && typeof val.value === 'string' && /^(?:0|[1-9]\d{0,8})$/.test(val.value)
    ? { ...val, value: Number(val.value) }
    : val;
}

/**
 * The test that a value is like a pattern.
 *
 * @param make the value, anew for each use
 * @param text the pattern, where it is known
 * @param value the pattern as a value
 */
export function like(make: () => Val, text: string | undefined, value: () => Val, start: number, end: number): Val {
  if (text === undefined) return op('eq', [make(), number(value())], start, end);
  const range = ranged(make, text.replace(/[?*]|\[0-9\]|\[\[:digit:\]\]/g, '?'), start, end);
  if (range) return range;
  const bare = text.replace(/^\*+|\*+$/g, '');
  if (bare === '') return lit(true, start, end);
  if (!/[*?]/.test(bare) && bare === text) return op('eq', [make(), number(lit(text, start, end))], start, end);
  return op('matches', [make(), lit(bare.replace(/[*]/g, ' ').replace(/\?/g, '.'), start, end)], start, end);
}

/** A regular expression: of numbers as comparisons, of words as such. */
export function matching(make: () => Val, text: string, start: number, end: number): Val {
  const whole = /^\^\(?(.*?)\)?\$?$/.exec(text);
  const options = (whole?.[1] ?? '')
    .split('|')
    .map((o) => o.replace(/\[0-9\](?:\{\d\})?|\\d(?:\{\d\})?|\.{1,2}|\.\*/g, '?'));
  if (whole && options.every((o) => /^[1-5](?:\d\d|\?{1,2}|\d\?|0\[\d[-\d]*\])?$/.test(o))) {
    const tests = options.map((o) => ranged(make, o, start, end) ?? exact(make, o, start, end));
    return any(tests, start, end);
  }
  return op('matches', [make(), lit(text, start, end)], start, end);
}

function exact(make: () => Val, option: string, start: number, end: number): Val {
  const m = /^([1-5]0)\[(\d)-?(\d?)/.exec(option);
  if (m) return between(make, Number(`${m[1]}${m[2]}`), Number(`${m[1]}${m[3] || m[2]}`) + 1, start, end);
  return option.length < 3
    ? (ranged(make, `${option}?`, start, end) ?? lit(true, start, end))
    : op('eq', [make(), number(lit(option, start, end))], start, end);
}

/** `2??`, `20?`, `2*`: a range of statuses. */
function ranged(make: () => Val, text: string, start: number, end: number): Val | undefined {
  const m = /^([1-5])(\d?)\?{1,2}$/.exec(text);
  if (!m) return undefined;
  const wide = m[2] === '';
  const from = Number(`${m[1]}${wide ? '00' : `${m[2]}0`}`);
  return between(make, from, from + (wide ? 100 : 10), start, end);
}

function between(make: () => Val, from: number, to: number, start: number, end: number): Val {
  const low = op('ge', [make(), lit(from, start, end)], start, end);
  return op('and', [low, op('lt', [make(), lit(to, start, end)], start, end)], start, end);
}

/** One of several tests. */
export function any(tests: Val[], start: number, end: number): Val {
  const [only] = tests;
  return only && tests.length === 1 ? only : op('or', tests, start, end);
}
