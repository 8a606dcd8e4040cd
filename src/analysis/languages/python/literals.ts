/** Strings with their prefixes, escapes and holes, and numbers. */
import type { Lit, Text, Val } from '../../code-model.js';
import { field, named, type Syntax } from '../syntax.js';
import { type Lowering, rangeOf, textOf } from './context.js';

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', a: '\x07', '0': '\0' };
const ESCAPE = /\\(?:U([0-9a-fA-F]{8})|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|N\{[^}]*\}|(\r\n|[\s\S]))/g;

function unescaped(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(ESCAPE, (_all, long?: string, four?: string, two?: string, one?: string) => {
    const hex = long ?? four ?? two;
    if (hex !== undefined) {
      const code = Number.parseInt(hex, 16);
      return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
    }
    if (one === undefined || one === '\n' || one === '\r\n') return '';
    return ESCAPES[one] ?? one;
  });
}

export function lit(node: { start: number; end: number }, value: Lit['value']): Lit {
  return { v: 'lit', range: rangeOf(node), value };
}

export function number(node: Syntax, l: Lowering): Lit {
  return lit(
    node,
    Number(
      textOf(node, l)
        .replace(/_/g, '')
        .replace(/[lLjJ]$/, ''),
    ),
  );
}

/** A string: a literal where it has no holes. */
export function string(node: Syntax, l: Lowering): Val {
  return textValue(node, pieces(node, l));
}

/** `"a" f"{b}"`: strings side by side are one. */
export function concatenated(node: Syntax, l: Lowering): Val {
  return textValue(
    node,
    named(node).flatMap((part) => (part.type === 'string' ? pieces(part, l) : [l.value(part)])),
  );
}

function pieces(node: Syntax, l: Lowering): (string | Val)[] {
  const start = node.children.find((c) => c.type === 'string_start');
  const end = node.children.find((c) => c.type === 'string_end');
  const prefix = start ? textOf(start, l).toLowerCase() : '';
  const raw = prefix.includes('r');
  const formatted = prefix.includes('f') || prefix.includes('t');
  const out: (string | Val)[] = [];
  let from = start?.end ?? node.start;
  const add = (until: number): void => {
    if (until <= from) return;
    const written = l.text.slice(from, until);
    const plain = raw ? written : unescaped(written);
    out.push(formatted ? plain.replace(/\{\{/g, '{').replace(/\}\}/g, '}') : plain);
  };
  for (const child of node.children) {
    if (child.type !== 'interpolation') continue;
    add(child.start);
    const inner = field(child, 'expression') ?? named(child)[0];
    if (inner) out.push(l.value(inner));
    from = child.end;
  }
  add(end?.start ?? node.end);
  return out;
}

/** Joins pieces to a text; neighbouring constants become one, and a text without holes is a literal. */
export function textValue(node: { start: number; end: number }, given: (string | Val)[]): Lit | Text {
  const parts: (string | Val)[] = [];
  const add = (piece: string | Val): void => {
    if (typeof piece !== 'string' && piece.v === 'text') {
      for (const p of piece.parts) add(p);
      return;
    }
    const constant =
      typeof piece === 'string'
        ? piece
        : piece.v === 'lit' && typeof piece.value === 'string'
          ? piece.value
          : undefined;
    if (constant === '') return;
    const last = parts.length - 1;
    const before = parts[last];
    if (constant === undefined) parts.push(piece);
    else if (typeof before === 'string') parts[last] = before + constant;
    else parts.push(constant);
  };
  for (const piece of given) add(piece);
  const only = parts[0];
  if (only === undefined) return lit(node, '');
  if (parts.length === 1 && typeof only === 'string') return lit(node, only);
  return { v: 'text', range: rangeOf(node), parts };
}

export function isText(value: Val): boolean {
  return value.v === 'text' || (value.v === 'lit' && typeof value.value === 'string');
}
