/** Strings, templates, numbers and regular expressions. */
import type { Lit, Text, Val } from '../../code-model.js';
import type { Syntax } from '../syntax.js';
import { type Lowering, rangeOf, textOf } from './context.js';

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', '0': '\0' };
const ESCAPE = /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n|[\s\S]))/g;

/** The value of the text between the quotes. A broken escape stands for the character after the backslash. */
export function unescaped(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(ESCAPE, (_all, long?: string, four?: string, two?: string, one?: string) => {
    const hex = long ?? four ?? two;
    if (hex !== undefined) {
      const code = Number.parseInt(hex, 16);
      return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
    }
    if (one === undefined || one === '\n' || one === '\r' || one === '\r\n') return '';
    return ESCAPES[one] ?? one;
  });
}

/** The value of a string literal; the closing quote may be missing in half-typed code. */
export function stringValue(node: Syntax, l: Lowering): string {
  const raw = textOf(node, l);
  const quote = raw.charAt(0);
  const closed = raw.length > 1 && raw.endsWith(quote);
  return unescaped(raw.slice(1, closed ? -1 : undefined));
}

export function lit(node: Syntax, value: Lit['value']): Lit {
  return { v: 'lit', range: rangeOf(node), value };
}

export function numberValue(node: Syntax, l: Lowering): number {
  return Number(textOf(node, l).replace(/_/g, '').replace(/n$/, ''));
}

/** A template: a literal where it has no holes. */
export function template(node: Syntax, l: Lowering): Val {
  const parts: (string | Val)[] = [];
  let from = node.start + 1;
  const add = (until: number): void => {
    if (until > from) parts.push(unescaped(l.text.slice(from, until)));
  };
  for (const child of node.children) {
    if (child.type !== 'template_substitution') continue;
    add(child.start);
    const inner = child.children.find((c) => c.named && c.type !== 'comment');
    if (inner) parts.push(l.value(inner));
    from = child.end;
  }
  const closed = node.end - 1 > node.start && l.text[node.end - 1] === '`';
  add(closed ? node.end - 1 : node.end);
  return textValue(node, parts);
}

/** Joins pieces to a text; neighbouring constants become one, and a text without holes is a literal. */
export function textValue(node: Syntax, pieces: (string | Val)[]): Lit | Text {
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
    const last = parts.length - 1;
    const before = parts[last];
    if (constant === undefined) parts.push(piece);
    else if (typeof before === 'string') parts[last] = before + constant;
    else parts.push(constant);
  };
  for (const piece of pieces) add(piece);
  if (parts.length === 0) return lit(node, '');
  const only = parts[0];
  if (parts.length === 1 && typeof only === 'string') return lit(node, only);
  return { v: 'text', range: rangeOf(node), parts };
}

export function isText(value: Val): boolean {
  return value.v === 'text' || (value.v === 'lit' && typeof value.value === 'string');
}
