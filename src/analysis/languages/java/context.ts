/**
 * What every part of the Java lowering shares: the text, the tables of rules, and what is known of the place that is
 * being read. The parts know each other only through this file, so none imports in a circle.
 */
import type { Opaque, Range, Stmt, Val } from '../../code-model.js';
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
    this.breakLabel = undefined;
    this.subjects = 0;
    this.depth = 0;
  }

  source(node: Syntax): string {
    return this.text.slice(node.start, node.end);
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

  /** Lowers one statement; blocks stay grouped. */
  statement(node: Syntax): Stmt[] {
    if (this.depth >= MAX_DEPTH) return [];
    this.depth++;
    const rule = this.rules.statements.get(node.type);
    const out = rule ? rule(this, node) : [{ s: 'do' as const, value: this.value(node), range: range(node) }];
    this.depth--;
    return out;
  }

  /** Lowers the statements of a block, or a single statement that stands where a block may. */
  body(node: Syntax | undefined): Stmt[] {
    if (!node) return [];
    if (node.type !== 'block' && node.type !== 'constructor_body') return this.statement(node);
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

/** Children that are written between code and carry nothing for the model. */
const NOISE = new Set(['line_comment', 'block_comment', 'comment', 'modifiers', 'dimensions']);

/** True for a child that is code: not punctuation, not a comment, not a modifier. */
export function isCode(node: Syntax): boolean {
  return node.named && !NOISE.has(node.type);
}

/** The children that are code. */
export function operands(node: Syntax): Syntax[] {
  return node.children.filter(isCode);
}

/** The last child that is code. */
export function lastOperand(node: Syntax): Syntax | undefined {
  return operands(node).at(-1);
}

/** The operator of an operation or an assignment as written; empty where none stands. */
export function operatorOf(node: Syntax): string {
  return node.children.find((c) => c.field === 'operator')?.type ?? node.children.find((c) => !c.named)?.type ?? '';
}
