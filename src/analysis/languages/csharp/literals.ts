/** Strings, characters and numbers, and strings built from pieces. */
import type { Lit, Text, Val } from '../../code-model.js';
import { ofType, type Syntax } from '../syntax.js';
import { type Context, isCode, range, type ValueRule } from './context.js';

const ESCAPES: Record<string, string> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '0': '\0',
};

/** The text of a regular string with its escapes resolved. */
function unescapeText(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(/\\(?:x([0-9a-fA-F]{1,4})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/gs, (_all, x, u, long, c) => {
    const hex = x ?? u ?? long;
    if (hex === undefined) return ESCAPES[c] ?? c;
    const code = Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** Takes from the lines of a raw string what its closing line is indented by, and the first and last line break. */
function trimRaw(raw: string): string {
  const lines = raw.split(/\r?\n/);
  if (lines.length < 2 || lines[0]?.trim() !== '') return raw;
  const indent = lines.pop() ?? '';
  return lines
    .slice(1)
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()))
    .join('\n');
}

/** `1_000L`, `0xFF`, `0b1`, `1.5e3f` as a number. */
function numberOf(source: string): number {
  const plain = source.replaceAll('_', '');
  if (/^0x/i.test(plain)) return Number(plain.replace(/[ul]+$/i, ''));
  if (/^0b/i.test(plain)) return Number(plain.replace(/[ul]+$/i, ''));
  return Number(plain.replace(/[ulfdm]+$/i, ''));
}

function lit(node: Syntax, value: Lit['value']): Lit {
  return { v: 'lit', value, range: range(node) };
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
  if (joined.length === 0) return { v: 'lit', value: '', range: range(at) };
  const only = joined[0];
  if (joined.length === 1 && typeof only === 'string') return { v: 'lit', value: only, range: range(at) };
  return { v: 'text', parts: joined, range: range(at) };
}

function pieces(part: string | Val): (string | Val)[] {
  if (typeof part === 'string') return [part];
  if (part.v === 'text') return part.parts;
  if (part.v === 'lit' && typeof part.value === 'string') return [part.value];
  return [part];
}

/** True for a value that certainly is a string. */
export function isText(value: Val): boolean {
  return value.v === 'text' || (value.v === 'lit' && typeof value.value === 'string');
}

function interpolated(cx: Context, node: Syntax): Val {
  const start = ofType(node, 'interpolation_start');
  const prefix = start ? cx.source(start) : '$';
  const quote = ofType(node, 'interpolation_quote');
  const raw = quote !== undefined;
  const verbatim = prefix.includes('@') || ofType(node, '@"') !== undefined;
  const parts: (string | Val)[] = [];
  for (const child of node.children) {
    if (child.type === 'interpolation') {
      const inner = child.children.find((c) => isCode(c) && c.type !== 'interpolation_brace');
      if (inner) parts.push(cx.value(inner));
    } else if (child.type === 'string_content' || child.type === 'escape_sequence') {
      const source = cx.source(child);
      if (raw) parts.push(source);
      else if (verbatim) parts.push(braces(source).replaceAll('""', '"'));
      else parts.push(unescapeText(braces(source)));
    }
  }
  return textOf(raw ? trimRawParts(parts) : parts, node);
}

function braces(source: string): string {
  return source.replaceAll('{{', '{').replaceAll('}}', '}');
}

/** As `trimRaw`, for a raw string with holes. */
function trimRawParts(parts: (string | Val)[]): (string | Val)[] {
  const first = parts[0];
  const last = parts.at(-1);
  if (typeof first !== 'string' || typeof last !== 'string' || !/^[ \t]*\r?\n/.test(first)) return parts;
  const indent = /\n([ \t]*)$/.exec(last)?.[1];
  if (indent === undefined) return parts;
  return parts.map((part, i) => {
    if (typeof part !== 'string') return part;
    let text = part.replaceAll('\r\n', '\n').replaceAll(`\n${indent}`, '\n');
    if (i === 0) text = text.replace(/^[ \t]*\n/, '');
    if (i === parts.length - 1) text = text.replace(/\n[ \t]*$/, '');
    return text;
  });
}

const string: ValueRule = (cx, node) => {
  const source = cx.source(node).replace(/u8$/i, '');
  return lit(node, unescapeText(source.endsWith('"') && source.length > 1 ? source.slice(1, -1) : source.slice(1)));
};

const verbatim: ValueRule = (cx, node) => {
  const source = cx.source(node).replace(/u8$/i, '');
  return lit(node, source.slice(2, -1).replaceAll('""', '"'));
};

const raw: ValueRule = (cx, node) => {
  const content = ofType(node, 'raw_string_content');
  return lit(node, content ? trimRaw(cx.source(content)) : cx.source(node).replace(/^"+|"+$/g, ''));
};

const number: ValueRule = (cx, node) => lit(node, numberOf(cx.source(node)));

export const literalRules: [string, ValueRule][] = [
  ['string_literal', string],
  ['verbatim_string_literal', verbatim],
  ['raw_string_literal', raw],
  ['interpolated_string_expression', interpolated],
  ['character_literal', (cx, node) => lit(node, unescapeText(cx.source(node).slice(1, -1)))],
  ['integer_literal', number],
  ['real_literal', number],
  ['boolean_literal', (cx, node) => lit(node, cx.source(node) === 'true')],
  ['null_literal', (_cx, node) => lit(node, null)],
  // `default` is null for everything this engine looks at.
  ['default_expression', (_cx, node) => lit(node, null)],
  ['sizeof_expression', (_cx, node) => ({ v: 'opaque', values: [], range: range(node) })],
];
