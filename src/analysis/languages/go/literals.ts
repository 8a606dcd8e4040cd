/** Strings and numbers, and strings built from pieces. */
import type { Lit, Text, Val } from '../../code-model.js';
import type { Syntax } from '../syntax.js';
import { type Context, range, type ValueRule } from './context.js';

const ESCAPES: Record<string, string> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** The text of an interpreted string with its escapes resolved. */
function unescapeText(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|(.))/gs,
    (_all, x, u, long, octal, c) => {
      if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
      const hex = x ?? u ?? long;
      if (hex === undefined) return ESCAPES[c] ?? c;
      const code = Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}

export function lit(node: { start: number; end: number }, value: Lit['value']): Lit {
  return { v: 'lit', value, range: range(node) };
}

/** A string as the program sees it. */
export function stringValue(cx: Context, node: Syntax): string {
  const inner = cx.source(node).slice(1, -1);
  return node.type === 'raw_string_literal' ? inner.replaceAll('\r', '') : unescapeText(inner);
}

/** `0x1F`, `0b1`, `0o17`, `017`, `1_000` as a number. */
function numberOf(source: string): number {
  const plain = source.replaceAll('_', '');
  return /^0[0-7]+$/.test(plain) ? Number.parseInt(plain, 8) : Number(plain);
}

/** True for a value that certainly is a string. */
export function isText(value: Val): boolean {
  return value.v === 'text' || (value.v === 'lit' && typeof value.value === 'string');
}

/**
 * Text from pieces, neighbours joined.
 *
 * @returns a literal when there is no hole
 */
export function textOf(parts: (string | Val)[], at: { start: number; end: number }): Lit | Text {
  const joined: (string | Val)[] = [];
  for (const part of parts.flatMap(pieces)) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else if (part !== '') joined.push(part);
  }
  const only = joined[0];
  if (joined.length === 0) return lit(at, '');
  if (joined.length === 1 && typeof only === 'string') return lit(at, only);
  return { v: 'text', parts: joined, range: range(at) };
}

function pieces(part: string | Val): (string | Val)[] {
  if (typeof part === 'string') return [part];
  if (part.v === 'text') return part.parts;
  if (part.v === 'lit' && typeof part.value === 'string') return [part.value];
  return [part];
}

/** A verb of a format: `%s`, `%+v`, `%-10d`, `%[2]q`, `%%`. */
const VERB = /%(?:%|[-+# 0]*(?:\*|\d+)?(?:\.(?:\*|\d+)?)?(?:\[(\d+)\])?[a-zA-Z])/g;

/** A format with its arguments in their places; quotes that `%q` sets are left out. */
export function formatted(format: string, args: Val[], at: { start: number; end: number }): Val {
  const parts: (string | Val)[] = [];
  let next = 0;
  let last = 0;
  for (const m of format.matchAll(VERB)) {
    parts.push(format.slice(last, m.index));
    last = m.index + m[0].length;
    if (m[0] === '%%') {
      parts.push('%');
      continue;
    }
    if (m[1] !== undefined) next = Number(m[1]) - 1;
    const arg = args[next];
    parts.push(arg ?? m[0]);
    next++;
  }
  parts.push(format.slice(last));
  // An argument that stands in the text twice is one place of the program, so the second is a hole only.
  const seen = new Set<Val>();
  return textOf(
    parts.map((p) => {
      if (typeof p === 'string' || !seen.has(p)) {
        if (typeof p !== 'string') seen.add(p);
        return p;
      }
      return { v: 'opaque', values: [], range: range(p.range) };
    }),
    at,
  );
}

const string: ValueRule = (cx, node) => lit(node, stringValue(cx, node));

export const literalRules: [string, ValueRule][] = [
  ['interpreted_string_literal', string],
  ['raw_string_literal', string],
  ['rune_literal', (cx, node) => lit(node, unescapeText(cx.source(node).slice(1, -1)))],
  ['int_literal', (cx, node) => lit(node, numberOf(cx.source(node)))],
  ['float_literal', (cx, node) => lit(node, numberOf(cx.source(node)))],
  ['true', (_cx, node) => lit(node, true)],
  ['false', (_cx, node) => lit(node, false)],
  ['nil', (_cx, node) => lit(node, null)],
];
