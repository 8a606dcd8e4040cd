/**
 * What every part of the C# lowering shares: the text, the tables of rules, and what the statement being read still
 * owes to its surroundings. The parts know each other only through this file, so none imports in a circle.
 */
import type { Bind, Opaque, Range, Stmt, Val } from '../../code-model.js';
import type { Syntax } from '../syntax.js';

export type ValueRule = (cx: Context, node: Syntax) => Val;
export type StatementRule = (cx: Context, node: Syntax) => Stmt[];

/** The rules by node type, and what to do with a node that has none. */
export interface Rules {
  values: ReadonlyMap<string, ValueRule>;
  statements: ReadonlyMap<string, StatementRule>;
}

/** Deeper code than this is not followed: no human wrote it, and the stack is finite. */
const MAX_DEPTH = 400;

/** The state of one file's lowering. */
export class Context {
  /** Variables declared inside the expression being read (`out var x`): declared before its statement. */
  pending: Bind[] = [];
  /** What a `break` leaves, when that is not a loop. */
  breakLabel: 'switch' | undefined;
  private subjects = 0;
  private depth = 0;

  constructor(
    readonly text: string,
    private readonly rules: Rules,
  ) {}

  /** Forgets what belongs to one unit, so that a unit's result depends on its text alone. */
  startUnit(): void {
    this.pending = [];
    this.breakLabel = undefined;
    this.subjects = 0;
    this.depth = 0;
  }

  source(node: Syntax): string {
    return this.text.slice(node.start, node.end);
  }

  /** An identifier without the `@` that lets a keyword be a name. */
  name(node: Syntax): string {
    const text = this.source(node);
    return text.charCodeAt(0) === 64 ? text.slice(1) : text;
  }

  /** A name no source can contain, for a value that is tested several times but evaluated once. */
  subjectName(): string {
    this.subjects++;
    return `$subject${this.subjects}`;
  }

  /** Lowers an expression. */
  value(node: Syntax): Val {
    if (this.depth >= MAX_DEPTH) return opaque(node, []);
    const rule = this.rules.values.get(node.type);
    this.depth++;
    const out = rule ? rule(this, node) : opaque(node, this.values(node));
    this.depth--;
    return out;
  }

  /** Lowers all expressions directly below a node. */
  values(node: Syntax): Val[] {
    return operands(node).map((c) => this.value(c));
  }

  /** Lowers one statement; blocks stay grouped. Declarations made inside its expressions come first. */
  statement(node: Syntax): Stmt[] {
    if (this.depth >= MAX_DEPTH) return [];
    const outer = this.pending;
    this.pending = [];
    this.depth++;
    const rule = this.rules.statements.get(node.type);
    const own = rule ? rule(this, node) : [{ s: 'do' as const, value: this.value(node), range: range(node) }];
    this.depth--;
    const out = this.pending.length > 0 ? [...this.pending, ...own] : own;
    this.pending = outer;
    return out;
  }

  /** Lowers the statements of a block, or a single statement that stands where a block may. */
  body(node: Syntax | undefined): Stmt[] {
    if (!node) return [];
    if (node.type !== 'block') return this.statement(node);
    const out: Stmt[] = [];
    for (const child of node.children) {
      if (isCode(child)) for (const s of this.statement(child)) out.push(s);
    }
    return out;
  }

  /** Runs with another meaning of `break`. */
  breaking<T>(label: 'switch' | undefined, run: () => T): T {
    const outer = this.breakLabel;
    this.breakLabel = label;
    const out = run();
    this.breakLabel = outer;
    return out;
  }
}

export function range(node: { start: number; end: number }): Range {
  return { start: node.start, end: node.end };
}

export function opaque(node: { start: number; end: number }, values: Val[]): Opaque {
  return { v: 'opaque', values, range: range(node) };
}

const NOISE = /comment$|^preproc_(?:region|endregion|line|pragma|nullable|error|warning|define|undef)$/;
const noise = new Map<string, boolean>();

function isNoise(type: string): boolean {
  let known = noise.get(type);
  if (known === undefined) {
    known = NOISE.test(type);
    noise.set(type, known);
  }
  return known;
}

/** True for a child that is code: not punctuation, not a comment, not a directive without content. */
export function isCode(node: Syntax): boolean {
  if (!node.named) return node.type === 'this' || node.type === 'base';
  return !isNoise(node.type);
}

/** The children that are code. `this` and `base` are expressions although the grammar has them as keywords. */
export function operands(node: Syntax): Syntax[] {
  return node.children.filter(isCode);
}

/**
 * The operand in a field. Keywords have no field in a copied tree, and `this` is one: then its place tells.
 *
 * @param at place among the operands, from the end when negative
 */
export function part(node: Syntax, fieldName: string, at: number): Syntax | undefined {
  for (const child of node.children) if (child.field === fieldName) return child;
  const found = operands(node).at(at);
  return found && !found.named ? found : undefined;
}

/** The operator of an operation or an assignment as written; empty where none stands. */
export function operatorOf(node: Syntax): string {
  return node.children.find((c) => !c.named && c.type !== 'this' && c.type !== 'base')?.type ?? '';
}

/** The last child that is code: the expression of an argument, a declarator, a clause. */
export function lastOperand(node: Syntax): Syntax | undefined {
  for (let i = node.children.length - 1; i >= 0; i--) {
    const child = node.children[i];
    if (child && isCode(child)) return child;
  }
  return undefined;
}
