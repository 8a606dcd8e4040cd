/**
 * The text and the place in it, and what may stand between commands: blanks, comments, continued lines, and the
 * here-documents that begin on the next line.
 *
 * Shells are read here and not by a grammar: whatever cannot be read is passed over, and the lines after it are read.
 */
import type { Comment, Range } from '../../code-model.js';
import type { Command, Item, Redirection, Word } from './syntax.js';

/** Nesting beyond this is passed over: no person wrote it, and the stack would not hold it. */
const MAX_DEPTH = 60;

/** The parts, each in a file of its own, tied together so that no file imports in a circle. */
export interface Parts {
  /** Commands up to a closing sign or word, which is not taken. */
  list(r: Reader, closer: string): Item[];
  command(r: Reader): Command;
  words: {
    word(r: Reader, ends?: (c: string) => boolean): Word;
    /** The text of a here-document, from one place to another. */
    hereText(r: Reader, from: number, to: number, quoted: boolean, tabs: boolean): Word;
  };
}

interface Awaited {
  redirection: Redirection;
  word: string;
  tabs: boolean;
  quoted: boolean;
}

export class Reader {
  pos = 0;
  /** Where the part of the text ends that is being read. */
  end: number;
  readonly damaged: Range[] = [];
  readonly comments: Comment[] = [];
  /** Here-documents named on this line, whose text is on the next ones. */
  readonly awaited: Awaited[] = [];
  /** Directly inside backticks: the next one ends them. */
  ticked = false;
  private depth = 0;

  constructor(
    readonly text: string,
    readonly parts: Parts,
  ) {
    this.end = text.length;
  }

  get done(): boolean {
    return this.pos >= this.end;
  }

  /** The character here, or some places on; empty behind the end. */
  at(offset = 0): string {
    const i = this.pos + offset;
    return i < this.end ? (this.text[i] ?? '') : '';
  }

  starts(text: string): boolean {
    return this.pos + text.length <= this.end && this.text.startsWith(text, this.pos);
  }

  takes(text: string): boolean {
    if (!this.starts(text)) return false;
    this.pos += text.length;
    return true;
  }

  damage(start: number, end = this.pos): void {
    const to = Math.max(start, Math.min(end, this.text.length));
    const last = this.damaged.at(-1);
    if (last && last.end >= start) last.end = Math.max(last.end, to);
    else this.damaged.push({ start, end: to });
  }

  /** Reads one level deeper; what is nested too deeply is passed over to the end. */
  nested<T>(read: () => T, otherwise: () => T): T {
    if (this.depth >= MAX_DEPTH) {
      this.damage(this.pos, this.end);
      this.pos = this.end;
      return otherwise();
    }
    this.depth++;
    try {
      return read();
    } finally {
      this.depth--;
    }
  }

  /** Blanks, continued lines and comments, up to the end of the line. */
  blanks(): void {
    for (;;) {
      const c = this.at();
      if (c === ' ' || c === '\t') this.pos++;
      else if (c === '\r' && (this.at(1) === '\n' || this.at(1) === '')) this.pos++;
      else if (c === '\\' && this.at(1) === '\n') this.pos += 2;
      else if (c === '\\' && this.at(1) === '\r' && this.at(2) === '\n') this.pos += 3;
      else if (c === '#') this.comment();
      else return;
    }
  }

  /** The same with line ends. */
  gap(): void {
    for (;;) {
      this.blanks();
      if (this.at() !== '\n') return;
      this.newline();
    }
  }

  /** Takes a line end, with the here-documents that follow it. */
  newline(): void {
    this.pos++;
    for (const one of this.awaited.splice(0)) this.hereDocument(one);
  }

  private hereDocument({ redirection, word, tabs, quoted }: Awaited): void {
    const start = this.pos;
    for (;;) {
      if (this.done) {
        redirection.target = this.parts.words.hereText(this, Math.min(start, this.end), this.end, quoted, tabs);
        return;
      }
      const from = this.pos;
      const found = this.text.indexOf('\n', from);
      const end = found < 0 || found > this.end ? this.end : found;
      const line = this.text.slice(from, end).replace(/\r$/, '');
      this.pos = Math.min(end + 1, this.end);
      // `EOF)` ends it too, in the eyes of many.
      const bare = tabs ? line.replace(/^\t+/, '') : line;
      if (bare === word || bare.trimEnd() === word) {
        const after = this.pos;
        redirection.target = this.parts.words.hereText(this, start, from, quoted, tabs);
        this.pos = after;
        return;
      }
    }
  }

  private comment(): void {
    const start = this.pos;
    const found = this.text.indexOf('\n', start);
    this.pos = found < 0 || found > this.end ? this.end : found;
    const text = this.text.slice(start, this.pos);
    if (text.includes('guard409-') && !this.comments.some((c) => c.range.start === start))
      this.comments.push({ text, range: { start, end: this.pos } });
  }
}

/** True where a word of a command ends. */
export function endsWord(c: string): boolean {
  return c === '' || ' \t\r\n;&|()<>'.includes(c);
}

export const isName = (c: string): boolean => c !== '' && /[A-Za-z0-9_]/.test(c);

/** The word of letters that stands here, if nothing belongs to it besides. */
export function bareWord(r: Reader): string {
  if (r.at() === '}' || r.at() === '{' || r.at() === '!') return endsWord(r.at(1)) ? r.at() : '';
  let end = r.pos;
  while (end < r.end && /[a-z]/.test(r.text[end] ?? '')) end++;
  return end > r.pos && (end === r.end || endsWord(r.text[end] ?? '')) ? r.text.slice(r.pos, end) : '';
}
