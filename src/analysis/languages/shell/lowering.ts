/**
 * What the parts of the lowering share: what must run before the statement at hand, the names assigned so far, and what is
 * known of the functions of the script.
 */
import type { Bind, Stmt, Val } from '../../code-model.js';
import { member, op, ref, span } from '../nodes.js';
import type { Item, Word } from './syntax.js';

/** What is known of a function before any is lowered. */
export interface Known {
  /** Its output is taken somewhere: what it writes last is its value. */
  taken: boolean;
  /** It runs the command it is given, behind so many arguments of its own. */
  runs: number | undefined;
  /** It ends with a program, so its value is what that gives. */
  ends: boolean;
}

/** The parts, each in a file of its own. */
export interface Parts {
  statements(l: Lowering, items: Item[]): Stmt[];
  /** Whether the last of the commands worked. */
  condition(l: Lowering, items: Item[], start: number): Val;
  /** What commands write. */
  output(l: Lowering, items: Item[], start: number, end: number): Val;
  word(l: Lowering, word: Word): Val;
}

export class Lowering {
  /** Statements that must run before the one being made. */
  before: Stmt[] = [];
  readonly functions = new Map<string, Known>();
  readonly arrays = new Map<string, Word[]>();
  /** Files that hold what a program wrote, and the names that stand for it. */
  readonly files = new Map<string, string>();
  /** A command that fails ends the script. */
  stops = false;
  /** Where commands are only tested, they end nothing. */
  tested = false;
  /** Whether the newest command worked, anew for each use. */
  worked: ((at: number) => Val) | undefined;
  /** Whether the command at hand worked will be asked. */
  asked = false;
  /** What the function writes is taken: how it ends is not. */
  silent = false;
  /** Names that are given the exit status of a command. */
  readonly codes = new Set<string>();
  /** How many arguments of the function were left behind by `shift`. */
  shifted = 0;
  /** How many loops stand around what is lowered. */
  loops = 0;
  private readonly globals = new Set<string>();
  private locals: Set<string> | undefined;
  private counter = 0;

  constructor(
    readonly text: string,
    readonly parts: Parts,
  ) {}

  /** A name that no program has. */
  ownName(): string {
    const name = `(value ${++this.counter})`;
    (this.locals ?? this.globals).add(name);
    return name;
  }

  /** True inside a function. */
  get inside(): boolean {
    return this.locals !== undefined;
  }

  /** The name that stands for what is in a file. */
  fileName(key: string): string {
    let name = this.files.get(key);
    if (name === undefined) {
      name = `(file ${key})`;
      this.files.set(key, name);
      this.globals.add(name);
    }
    return name;
  }

  /** A name is given a value; in a function it may be one of its own. */
  assign(name: string, local = false): void {
    if (local && this.locals) this.locals.add(name);
    else if (!this.locals?.has(name)) this.globals.add(name);
  }

  /** Lowers the body of a function, with names of its own. */
  inFunction(lower: () => Stmt[]): Stmt[] {
    const { locals, worked, tested, shifted, loops } = this;
    this.locals = new Set();
    Object.assign(this, { worked: undefined, tested: false, shifted: 0, loops: 0 });
    const body = this.apart(lower);
    const own = this.locals;
    Object.assign(this, { locals, worked, tested, shifted, loops });
    const at = body.result[0]?.range.start ?? 0;
    return [...declarations(own, at), ...body.before, ...body.result];
  }

  /** The names of the script itself. */
  declared(): Stmt[] {
    return declarations(this.globals, 0);
  }

  /** Lowers something whose helping statements are wanted apart. */
  apart<T>(lower: () => T): { result: T; before: Stmt[] } {
    const outer = this.before;
    this.before = [];
    const result = lower();
    const { before } = this;
    this.before = outer;
    return { result, before };
  }

  /** Lowers what is only tested. */
  asTest<T>(lower: () => T): T {
    const { tested } = this;
    this.tested = true;
    const out = lower();
    this.tested = tested;
    return out;
  }

  /** Gives a value a name of its own before the statement at hand; it can be used more than once then. */
  kept(value: Val): (at: number) => Val {
    const name = this.ownName();
    this.before.push(bind(name, value, value.range.start, value.range.end));
    return (at) => ref(name, at, at);
  }
}

/** `name = value`. */
export function bind(name: string, value: Val, start: number, end: number, at = start): Bind {
  return { s: 'bind', target: ref(name, at, at), value, declares: false, range: span(start, end) };
}

function declarations(names: Iterable<string>, at: number): Stmt[] {
  return [...names].map((name) => ({
    s: 'bind',
    target: ref(name, at, at),
    declares: true,
    range: span(at, at),
  }));
}

/** A part of what a program gives: its output, what it writes besides, whether it worked. */
export const partOf = (value: Val, name: string, at = value.range.end): Val => member(value, name, at, at);

export const not = (value: Val): Val => op('not', [value], value.range.start, value.range.end);
