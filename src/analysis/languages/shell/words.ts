/** Words: text with and without quotes, and what is put into it. */
import { endsWord, isName, type Reader } from './reader.js';
import type { Item, NamePart, Part, RunPart, TextPart, Word } from './syntax.js';

/** Reads commands up to a closing sign, which is not taken; handed in, so that no file imports in a circle. */
export type ReadList = (r: Reader, closer: string) => Item[];

export class Words {
  constructor(private readonly list: ReadList) {}

  /** A word; `ends` says where it ends outside quotes. */
  word(r: Reader, ends: (c: string) => boolean = endsWord): Word {
    const start = r.pos;
    const parts: Part[] = [];
    while (!r.done) {
      const c = r.at();
      if (ends(c)) {
        // `<(…)` gives the name of a file.
        if ((c === '<' || c === '>') && r.at(1) === '(' && r.pos === start) parts.push(this.run(r, 2, ')'));
        else if (c === '(' && /[@!?*+]$/.test(lastText(parts))) this.pattern(r, parts);
        else break;
      } else if (c === '`' && r.ticked) break;
      else if (c === "'") this.single(r, parts);
      else if (c === '"') this.double(r, parts);
      else if (c === '\\') this.escaped(r, parts);
      else if (c === '$') this.dollar(r, parts, false);
      else if (c === '`') parts.push(this.run(r, 1, '`'));
      else this.plain(r, parts, ends);
    }
    return { parts, start, end: r.pos };
  }

  /** Text between two places, read as within double quotes unless it is quoted. */
  hereText(r: Reader, from: number, to: number, quoted: boolean, tabs: boolean): Word {
    if (quoted) {
      const text = tabs ? r.text.slice(from, to).replace(/^\t+/gm, '') : r.text.slice(from, to);
      return { parts: [{ p: 'text', text, quoted: true, start: from, end: to }], start: from, end: to };
    }
    const { end } = r;
    r.pos = from;
    r.end = to;
    const parts: Part[] = [];
    while (!r.done) this.within(r, parts, '');
    r.end = end;
    return { parts, start: from, end: to };
  }

  private plain(r: Reader, parts: Part[], ends: (c: string) => boolean): void {
    const start = r.pos;
    while (!r.done && !ends(r.at()) && !'\'"\\$`'.includes(r.at())) r.pos++;
    text(parts, r.text.slice(start, r.pos), false, start, r.pos);
  }

  private escaped(r: Reader, parts: Part[]): void {
    const start = r.pos;
    const crlf = r.at(1) === '\r' && r.at(2) === '\n';
    r.pos = Math.min(r.pos + (crlf ? 3 : 2), r.end);
    const c = r.text.slice(start + 1, r.pos);
    text(parts, c === '\n' || crlf ? '' : c, true, start, r.pos);
  }

  private single(r: Reader, parts: Part[]): void {
    const start = r.pos;
    const found = r.text.indexOf("'", start + 1);
    const closed = found >= 0 && found < r.end;
    r.pos = closed ? found + 1 : r.end;
    if (!closed) r.damage(start);
    text(parts, r.text.slice(start + 1, closed ? found : r.end), true, start, r.pos);
  }

  private double(r: Reader, parts: Part[]): void {
    const start = r.pos;
    r.pos++;
    text(parts, '', true, start, r.pos);
    while (!r.done && r.at() !== '"') this.within(r, parts, '"');
    if (!r.takes('"')) r.damage(start);
  }

  /** One piece of what stands within double quotes. */
  private within(r: Reader, parts: Part[], closer: string): void {
    const start = r.pos;
    const c = r.at();
    if (c === '\\') {
      const next = r.at(1);
      r.pos = Math.min(r.pos + 2, r.end);
      const kept = '$`"\\'.includes(next) && next !== '' ? next : next === '\n' ? '' : `\\${next}`;
      text(parts, kept, true, start, r.pos);
    } else if (c === '$') this.dollar(r, parts, true);
    else if (c === '`') parts.push(this.run(r, 1, '`'));
    else {
      while (!r.done && !'\\$`'.includes(r.at()) && r.at() !== closer) r.pos++;
      text(parts, r.text.slice(start, r.pos), true, start, r.pos);
    }
  }

  private dollar(r: Reader, parts: Part[], quoted: boolean): void {
    const start = r.pos;
    const next = r.at(1);
    if (next === '(') {
      const end = r.at(2) === '(' ? sumEnd(r, r.pos + 3) : -1;
      if (end >= 0) {
        parts.push({ p: 'sum', text: r.text.slice(start + 3, end), start, end: end + 2 });
        r.pos = end + 2;
      } else parts.push(this.run(r, 2, ')'));
    } else if (next === '{') parts.push(this.braced(r));
    else if (!quoted && next === "'") this.ansi(r, parts);
    else if (!quoted && next === '"') {
      r.pos++;
      this.double(r, parts);
    } else if (isName(next) && !/[0-9]/.test(next)) {
      r.pos++;
      while (isName(r.at())) r.pos++;
      parts.push({ p: 'name', name: r.text.slice(start + 1, r.pos), op: '', start, end: r.pos });
    } else if (next !== '' && '@*#?$!-0123456789'.includes(next)) {
      r.pos += 2;
      parts.push({ p: 'name', name: next, op: '', start, end: r.pos });
    } else {
      r.pos++;
      text(parts, '$', quoted, start, r.pos);
    }
  }

  private ansi(r: Reader, parts: Part[]): void {
    const start = r.pos;
    r.pos += 2;
    let out = '';
    while (!r.done && r.at() !== "'") {
      if (r.at() === '\\') {
        const c = r.at(1);
        out += c === 'n' ? '\n' : c === 't' ? '\t' : c === 'r' ? '\r' : c;
        r.pos += 2;
      } else {
        out += r.at();
        r.pos++;
      }
    }
    r.pos = Math.min(r.pos, r.end);
    if (!r.takes("'")) r.damage(start);
    text(parts, out, true, start, r.pos);
  }

  /** `${name}`, `${name:-word}`, `${#name}`, `${!name}`, `${name[index]}`. */
  private braced(r: Reader): NamePart {
    const start = r.pos;
    r.pos += 2;
    const length = r.at() === '#' && r.at(1) !== '}';
    const indirect = r.at() === '!';
    if (length || indirect) r.pos++;
    const from = r.pos;
    if (isName(r.at())) while (isName(r.at())) r.pos++;
    else if (!r.done && r.at() !== '}') r.pos++;
    const name = r.text.slice(from, r.pos);
    let index = '';
    if (r.at() === '[') {
      const at = r.pos;
      while (!r.done && r.at() !== ']' && r.at() !== '\n') r.pos++;
      r.takes(']');
      index = r.text.slice(at, r.pos);
    }
    const m = /^(?::[-=?+]|##?|%%?|\/\/?|\^\^?|,,?|[-=?+:@])/.exec(r.text.slice(r.pos, Math.min(r.pos + 2, r.end)));
    let op = m?.[0] ?? '';
    r.pos += op.length;
    let rest: Word | undefined;
    if (op !== '' && r.at() !== '}')
      rest = r.nested(
        () => this.word(r, (c) => c === '}'),
        () => ({ parts: [], start: r.pos, end: r.pos }),
      );
    else while (!r.done && r.at() !== '}' && r.at() !== '\n') r.pos++;
    if (!r.takes('}')) r.damage(start);
    if (length) op = 'length';
    else if (indirect) op = 'indirect';
    else if (index !== '' && op === '') op = index;
    return { p: 'name', name, op, start, end: r.pos, ...(rest ? { rest } : {}) };
  }

  /** `$( … )`: the commands in it. */
  private run(r: Reader, opener: number, closer: string): RunPart {
    const start = r.pos;
    r.pos += opener;
    const { ticked } = r;
    r.ticked = closer === '`';
    const body = r.nested(
      () => this.list(r, closer),
      () => [],
    );
    r.ticked = ticked;
    if (!r.takes(closer)) r.damage(start);
    return { p: 'run', body, start, end: r.pos };
  }

  /** `@(a|b)`: read as text. */
  private pattern(r: Reader, parts: Part[]): void {
    const start = r.pos;
    let open = 0;
    while (!r.done && r.at() !== '\n') {
      if (r.at() === '(') open++;
      else if (r.at() === ')') open--;
      r.pos++;
      if (open === 0) break;
    }
    text(parts, r.text.slice(start, r.pos), false, start, r.pos);
  }
}

/** Adds text, to the text before it where that is of the same kind. */
function text(parts: Part[], added: string, quoted: boolean, start: number, end: number): void {
  const last = parts.at(-1);
  if (last?.p === 'text' && last.quoted === quoted && last.end === start) {
    last.text += added;
    last.end = end;
  } else parts.push({ p: 'text', text: added, quoted, start, end } satisfies TextPart);
}

function lastText(parts: Part[]): string {
  const last = parts.at(-1);
  return last?.p === 'text' && !last.quoted ? last.text : '';
}

/** Where `))` stands that closes a sum; -1 where commands in brackets are meant. */
export function sumEnd(r: Reader, from: number): number {
  let open = 0;
  const far = Math.min(r.end, from + 2_000);
  for (let i = from; i < far; i++) {
    const c = r.text[i];
    if (c === '(') open++;
    else if (c === ')') {
      if (open > 0) open--;
      else return r.text[i + 1] === ')' ? i : -1;
    }
  }
  return -1;
}
