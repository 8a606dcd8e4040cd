/**
 * What the parts of this reader share: the text and the place in it, what was damaged, the names assigned so far, and
 * the way from one part to another, so that no file imports in a circle.
 *
 * PowerShell is read here and not by a grammar: whether a word is text, a command or an operator depends on where it
 * stands, and a reader that knows where it is goes on after what it cannot read.
 */
import type { Comment, Import, Opaque, Range, Stmt, Val } from '../../code-model.js';
import { span } from '../nodes.js';
import { Scopes } from './scopes.js';

/** Nesting beyond this is passed over: no person wrote it, and the stack would not hold it. */
const MAX_DEPTH = 120;
/** Links of one chain of members, operators or pipes. */
export const MAX_CHAIN = 100;

/** The parts, each in a file of its own. */
export interface Parts {
  /** Statements up to a closing bracket or the end, which is not taken. */
  statements(r: Reader, closer: string): Stmt[];
  /** A pipeline or an assignment, as a value. */
  pipeline(r: Reader): Val;
  /** An operand with operators behind it. */
  expression(r: Reader, minimum?: number, commas?: boolean): Val;
  /** A literal, name, bracket or script block, with the members behind it. */
  primary(r: Reader): Val;
  /** What a list of statements gives as a value; what it does is put before the statement at hand. */
  outputOf(r: Reader, stmts: Stmt[], start: number): Val;
  /** One statement, with what must run before it. */
  statement(r: Reader): Stmt[];
  /** `{ … }` as statements. */
  block(r: Reader): Stmt[];
  /** `{ … }` as a function. */
  scriptBlock(r: Reader): Val;
}

export class Reader {
  private place = 0;
  readonly damaged: Range[] = [];
  readonly comments: Comment[] = [];
  readonly imports: Import[] = [];
  readonly scopes = new Scopes();
  /** Other names of commands, given in the text. */
  readonly aliases = new Map<string, string>();
  /** Statements that must run before the one being read. */
  before: Stmt[] = [];
  /** Directly inside a handler: the newest error is the one it was given. */
  inHandler = false;
  /** Directly inside a `switch`: a bare `break` leaves that one. */
  inSwitch = false;
  /** Directly inside the block of a pipeline: `return` goes on with the next element. */
  inPipe = false;
  private depth = 0;
  private counter = 0;

  constructor(
    readonly text: string,
    readonly parts: Parts,
  ) {}

  /** Where the reader stands; never behind the end. */
  get pos(): number {
    return this.place;
  }

  set pos(value: number) {
    this.place = Math.min(value, this.text.length);
  }

  at(offset = 0): string {
    return this.text[this.pos + offset] ?? '';
  }

  get done(): boolean {
    return this.pos >= this.text.length;
  }

  starts(word: string): boolean {
    return this.text.startsWith(word, this.pos);
  }

  /** Takes a text if it stands here. */
  takes(word: string): boolean {
    if (!this.starts(word)) return false;
    this.pos += word.length;
    return true;
  }

  /** Notes that something here could not be read. */
  damage(start: number, end = this.pos): void {
    const { length } = this.text;
    const last = this.damaged.at(-1);
    const to = Math.min(length, Math.max(start, end));
    if (last && start <= last.end && start >= last.start) last.end = Math.max(last.end, to);
    else this.damaged.push(span(Math.min(start, length), to));
  }

  /** A name that no program has. */
  ownName(): string {
    return `(value ${++this.counter})`;
  }

  /** Reads one level deeper; passes over what is nested too deeply. */
  nested<T>(read: () => T, otherwise: (passed: Opaque) => T): T {
    if (this.depth >= MAX_DEPTH) {
      const start = this.pos;
      this.passOver();
      return otherwise({ v: 'opaque', values: [], range: span(start, this.pos) });
    }
    this.depth++;
    try {
      return read();
    } finally {
      this.depth--;
    }
  }

  /** Reads with other surroundings, which are put back afterwards. */
  within<T>(change: Partial<Pick<Reader, 'inHandler' | 'inSwitch' | 'inPipe'>>, read: () => T): T {
    const { inHandler, inSwitch, inPipe } = this;
    Object.assign(this, change);
    try {
      return read();
    } finally {
      Object.assign(this, { inHandler, inSwitch, inPipe });
    }
  }

  /** Reads something whose helping statements are wanted apart. */
  apart<T>(read: () => T): { result: T; before: Stmt[] } {
    const outer = this.before;
    this.before = [];
    const result = read();
    const { before } = this;
    this.before = outer;
    return { result, before };
  }

  /** To the bracket that closes the one here, or to the end of the line; always at least one character. */
  private passOver(): void {
    let open = 0;
    const from = this.pos;
    while (!this.done) {
      const c = this.at();
      if ('([{'.includes(c)) open++;
      else if (')]}'.includes(c)) {
        if (open <= 1 && this.pos > from) {
          if (open === 1) this.pos++;
          break;
        }
        open--;
      } else if (c === '\n' && open === 0 && this.pos > from) break;
      this.pos++;
    }
    this.damage(from);
  }
}
