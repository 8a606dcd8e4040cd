/** Strings, characters and numbers, and strings built from pieces. */
import type { Lit, Text, Val } from '../../code-model.js';
import type { Syntax } from '../syntax.js';
import { type Context, range, type ValueRule } from './context.js';

const ESCAPES: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', s: ' ', t: '\t' };

/** The text of a string with its escapes resolved. */
function unescapeText(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(/\\(?:u+([0-9a-fA-F]{4})|([0-7]{1,3})|(\r?\n)|(.))/gs, (_all, hex, octal, line, c) => {
    if (line !== undefined) return '';
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    return ESCAPES[c] ?? c;
  });
}

/** The lines of a text block without what all of them are indented by. */
function textBlock(raw: string): string {
  const lines = raw.slice(raw.indexOf('\n') + 1).split(/\r?\n/);
  const counted = lines.filter((l, i) => l.trim() !== '' || i === lines.length - 1);
  const indent = Math.min(...counted.map((l) => /^[ \t]*/.exec(l)?.[0].length ?? 0));
  return lines.map((l) => l.slice(indent).trimEnd()).join('\n');
}

/** `1_000L`, `0xFF`, `0b1`, `017`, `1.5e3f` as a number. */
function numberOf(source: string): number {
  const plain = source.replaceAll('_', '');
  if (/^0[xb]/i.test(plain)) return Number(plain.replace(/l$/i, ''));
  if (/^0[0-7]+l?$/i.test(plain)) return Number.parseInt(plain, 8);
  return Number(plain.replace(/[lfd]$/i, ''));
}

function lit(node: Syntax, value: Lit['value']): Lit {
  return { v: 'lit', value, range: range(node) };
}

/**
 * Text from pieces, neighbours joined.
 *
 * @returns a literal when there is no hole
 */
export function textOf(values: Val[], at: { start: number; end: number }): Lit | Text {
  const joined: (string | Val)[] = [];
  for (const value of values) {
    const pieces = value.v === 'text' ? value.parts : [value.v === 'lit' ? String(value.value) : value];
    for (const piece of pieces) {
      const last = joined.at(-1);
      if (typeof piece === 'string' && typeof last === 'string') joined[joined.length - 1] = last + piece;
      else if (piece !== '') joined.push(piece);
    }
  }
  const only = joined[0] ?? '';
  if (joined.length <= 1 && typeof only === 'string') return { v: 'lit', value: only, range: range(at) };
  return { v: 'text', parts: joined, range: range(at) };
}

/** True for a value that certainly is a string. */
export function isText(value: Val): boolean {
  return value.v === 'text' || (value.v === 'lit' && typeof value.value === 'string');
}

const string: ValueRule = (cx: Context, node) => {
  const source = cx.source(node);
  if (source.startsWith('"""')) {
    const end = source.length > 5 && source.endsWith('"""') ? -3 : undefined;
    return lit(node, unescapeText(textBlock(source.slice(3, end))));
  }
  return lit(node, unescapeText(source.endsWith('"') && source.length > 1 ? source.slice(1, -1) : source.slice(1)));
};

const number: ValueRule = (cx, node) => lit(node, numberOf(cx.source(node)));

export const literalRules: [string, ValueRule][] = [
  ['string_literal', string],
  ['character_literal', (cx, node) => lit(node, unescapeText(cx.source(node).slice(1, -1)))],
  ['decimal_integer_literal', number],
  ['hex_integer_literal', number],
  ['octal_integer_literal', number],
  ['binary_integer_literal', number],
  ['decimal_floating_point_literal', number],
  ['hex_floating_point_literal', number],
  ['true', (_cx, node) => lit(node, true)],
  ['false', (_cx, node) => lit(node, false)],
  ['null_literal', (_cx, node) => lit(node, null)],
];
