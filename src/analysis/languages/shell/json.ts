/** JSON in a text, with values put into it: read as a record, as far as it is one. */
import type { Entry, Val } from '../../code-model.js';
import { span } from '../nodes.js';

const MAX_DEPTH = 20;
const MAX_NODES = 2_000;

/** A place in a row of texts and values. */
class Cursor {
  at = 0;
  inside = 0;
  nodes = 0;

  constructor(
    readonly parts: readonly (string | Val)[],
    readonly start: number,
    readonly end: number,
  ) {}

  /** The character here; a value that is put in; empty at the end. */
  peek(): string | Val {
    const part = this.parts[this.at];
    if (part === undefined) return '';
    if (typeof part !== 'string') return part;
    if (this.inside < part.length) return part[this.inside] ?? '';
    this.at++;
    this.inside = 0;
    return this.peek();
  }

  step(): void {
    if (typeof this.parts[this.at] === 'string') this.inside++;
    else this.at++;
  }

  blanks(): void {
    for (;;) {
      const c = this.peek();
      if (typeof c !== 'string' || c === '' || !/[\s,:]/.test(c)) return;
      this.step();
    }
  }
}

/**
 * The record that a text is, or undefined where it is none.
 *
 * @param parts the text and the values put into it
 */
export function recordIn(parts: readonly (string | Val)[], start: number, end: number): Val | undefined {
  const first = parts[0];
  if (typeof first !== 'string' || !/^\s*\{/.test(first)) return undefined;
  return value(new Cursor(parts, start, end), 0);
}

function value(c: Cursor, depth: number): Val | undefined {
  c.blanks();
  const head = c.peek();
  const range = span(c.start, c.end);
  if (depth > MAX_DEPTH || ++c.nodes > MAX_NODES) return undefined;
  if (typeof head !== 'string') {
    c.step();
    return head;
  }
  if (head === '"' || head === "'") return text(c, head);
  if (head === '{') {
    c.step();
    const entries: Entry[] = [];
    for (;;) {
      c.blanks();
      const next = c.peek();
      if (next === '}' || next === '') {
        c.step();
        return { v: 'rec', entries, range };
      }
      if (typeof next !== 'string') {
        c.step();
        continue;
      }
      const key = value(c, depth + 1);
      if (!key) return { v: 'rec', entries, range };
      const own = value(c, depth + 1);
      if (!own) return { v: 'rec', entries, range };
      entries.push({
        ...(key.v === 'lit' ? { key: String(key.value) } : { key }),
        value: own,
        spread: false,
        range: span(c.start, c.end),
      });
    }
  }
  if (head === '[') {
    c.step();
    const items: { value: Val; spread: boolean }[] = [];
    for (;;) {
      c.blanks();
      const next = c.peek();
      if (next === ']' || next === '') {
        c.step();
        return { v: 'list', items, range };
      }
      const own = value(c, depth + 1);
      if (!own) return { v: 'list', items, range };
      items.push({ value: own, spread: false });
    }
  }
  let word = '';
  for (let next = c.peek(); typeof next === 'string' && /[\w.+-]/.test(next); next = c.peek()) {
    word += next;
    c.step();
  }
  if (word === '') return undefined;
  const known: Record<string, boolean | null> = { true: true, false: false, null: null };
  const number = Number(word);
  return { v: 'lit', value: Object.hasOwn(known, word) ? known[word] : Number.isNaN(number) ? word : number, range };
}

function text(c: Cursor, quote: string): Val {
  c.step();
  const parts: (string | Val)[] = [];
  let run = '';
  for (;;) {
    const next = c.peek();
    if (next === '' || next === quote) {
      c.step();
      break;
    }
    c.step();
    if (typeof next !== 'string') {
      if (run) parts.push(run);
      run = '';
      parts.push(next);
    } else if (next === '\\') {
      const after = c.peek();
      if (typeof after === 'string') {
        run += after;
        c.step();
      }
    } else run += next;
  }
  if (run) parts.push(run);
  const range = span(c.start, c.end);
  const [only] = parts;
  if (!parts.length) return { v: 'lit', value: '', range };
  if (parts.length === 1 && typeof only === 'string') return { v: 'lit', value: only, range };
  if (parts.length === 1 && only && typeof only !== 'string') return only;
  return { v: 'text', parts, range };
}
