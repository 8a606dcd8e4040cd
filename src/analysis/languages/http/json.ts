/** The body of a request as a value: JSON with variables in it, and whatever else people write there. */
import type { Entry, Val } from '../../code-model.js';
import { type Nesting, nesting } from '../nesting.js';
import { textOf } from './texts.js';

/** Deeper bodies are cut off. */
const MAX_DEPTH = 100;

/** Reads the JSON at an offset; what cannot be read is opaque up to the end. */
export function jsonOf(text: string, start: number, end: number): Val {
  return new Json(text, start, end).value();
}

class Json {
  private readonly nesting: Nesting = nesting(MAX_DEPTH);

  constructor(
    private readonly text: string,
    private pos: number,
    private readonly end: number,
  ) {}

  value(): Val {
    this.blanks();
    const start = this.pos;
    const c = this.text[this.pos];
    const other = (): Val => this.rest(start);
    if (this.pos >= this.end) return other();
    if (this.text.startsWith('{{', this.pos) && !/^\{\{\s*"/.test(this.text.slice(start, start + 40)))
      return this.word();
    if (c === '{') return this.nesting.guarded(() => this.record(start), other);
    if (c === '[') return this.nesting.guarded(() => this.list(start), other);
    if (c === '"') return this.string();
    return this.word();
  }

  private record(start: number): Val {
    this.pos++;
    const entries: Entry[] = [];
    for (;;) {
      this.blanks();
      const from = this.pos;
      if (this.text[from] !== '"' || from >= this.end) break;
      const key = this.string();
      this.blanks();
      if (this.text[this.pos] !== ':') break;
      this.pos++;
      const value = this.value();
      const named = key.v === 'lit' && typeof key.value === 'string' ? key.value : key;
      entries.push({ key: named, value, spread: false, range: { start: from, end: this.pos } });
      if (!this.comma()) break;
    }
    this.close('}');
    return { v: 'rec', entries, range: { start, end: this.pos } };
  }

  private list(start: number): Val {
    this.pos++;
    const items: { value: Val; spread: boolean }[] = [];
    for (;;) {
      this.blanks();
      if (this.pos >= this.end || this.text[this.pos] === ']') break;
      const from = this.pos;
      items.push({ value: this.value(), spread: false });
      if (!this.comma() || this.pos === from) break;
    }
    this.close(']');
    return { v: 'list', items, range: { start, end: this.pos } };
  }

  private string(): Val {
    const start = this.pos++;
    while (this.pos < this.end && this.text[this.pos] !== '"') this.pos += this.text[this.pos] === '\\' ? 2 : 1;
    this.pos = Math.min(this.pos, this.end);
    const inner = textOf(this.text, start + 1, this.pos);
    if (this.text[this.pos] === '"' && this.pos < this.end) this.pos++;
    const range = { start, end: this.pos };
    return inner.v === 'lit' || inner.v === 'text' ? { ...inner, range } : inner;
  }

  /** A number, a word, or a variable that stands without quotes. */
  private word(): Val {
    const start = this.pos;
    const found = /^(?:\{\{[^{}\r\n]*\}\}|[^\s,{}[\]":])+/.exec(
      this.text.slice(start, Math.min(this.end, start + 500)),
    );
    if (!found) return this.rest(start);
    this.pos = start + found[0].length;
    const range = { start, end: this.pos };
    const known: Record<string, boolean | null> = { true: true, false: false, null: null };
    const [word] = found;
    if (Object.hasOwn(known, word)) return { v: 'lit', value: known[word], range };
    return /^-?\d+(?:\.\d+)?$/.test(word)
      ? { v: 'lit', value: Number(word), range }
      : textOf(this.text, start, this.pos);
  }

  private rest(start: number): Val {
    this.pos = this.end;
    return { v: 'opaque', values: [], range: { start: Math.min(start, this.end), end: this.end } };
  }

  private comma(): boolean {
    this.blanks();
    if (this.text[this.pos] !== ',' || this.pos >= this.end) return false;
    this.pos++;
    return true;
  }

  private close(bracket: string): void {
    this.blanks();
    if (this.text[this.pos] === bracket && this.pos < this.end) this.pos++;
  }

  private blanks(): void {
    while (this.pos < this.end && /\s/.test(this.text[this.pos] ?? '')) this.pos++;
  }
}
