/**
 * What every part of the Go lowering shares: the text, the tables of rules, and what is known of the function being
 * read. The parts know each other only through this file, so none imports in a circle.
 */
import type { Opaque, Range, Stmt, TypeRef, Val } from '../../code-model.js';
import { named, type Syntax } from '../syntax.js';

export type ValueRule = (cx: Context, node: Syntax) => Val;
export type StatementRule = (cx: Context, node: Syntax) => Stmt[];

/** The rules by node type. */
export interface Rules {
  values: ReadonlyMap<string, ValueRule>;
  statements: ReadonlyMap<string, StatementRule>;
}

/** Deeper code than this is not followed: no human wrote it, and the stack is finite. */
const MAX_DEPTH = 400;

/** The state of one file's lowering. */
export class Context {
  /** The name of the method's receiver, unless another declaration hides it here. */
  receiver: string | undefined;
  /** Names of the function's results, for a `return` that gives none. */
  results: string[] = [];
  /** Declared types of variables: what `errors.As` looks for is said by the type of its target alone. */
  types = new Map<string, TypeRef>();
  /** True where a bare `break` leaves a `switch` or `select` and no loop. */
  inSwitch = false;
  /** True inside of a function. */
  local = false;
  private subjects = 0;
  private depth = 0;

  constructor(
    readonly text: string,
    private readonly rules: Rules,
  ) {}

  /** Forgets what belongs to one unit, so that a unit's result depends on its text alone. */
  startUnit(): void {
    this.receiver = undefined;
    this.results = [];
    this.types = new Map();
    this.inSwitch = false;
    this.local = false;
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
    return named(node).map((c) => this.value(c));
  }

  /** Lowers one statement. What is no statement of its own keeps what stands in it. */
  statement(node: Syntax): Stmt[] {
    if (this.depth >= MAX_DEPTH) return [];
    this.depth++;
    const rule = this.rules.statements.get(node.type);
    const out = rule ? rule(this, node) : this.anything(node);
    this.depth--;
    return out;
  }

  /** A statement that may follow another one in its scope: what it declares stays declared. */
  private anything(node: Syntax): Stmt[] {
    if (this.rules.values.has(node.type)) return [{ s: 'do', value: this.value(node), range: range(node) }];
    const body = named(node).flatMap((c) => this.statement(c));
    return body.length > 0 ? [{ s: 'other', values: [], body, range: range(node) }] : [];
  }

  /** Lowers the statements of a block; what hides the receiver in it hides it no longer behind it. */
  body(node: Syntax | undefined): Stmt[] {
    if (!node) return [];
    const { receiver } = this;
    const out = this.statements(node.type === 'block' ? named(node) : [node]);
    this.receiver = receiver;
    return out;
  }

  /** Lowers statements that stand side by side, in lists or not. */
  statements(nodes: Syntax[]): Stmt[] {
    const out: Stmt[] = [];
    for (const node of nodes)
      out.push(...(node.type === 'statement_list' ? this.statements(named(node)) : this.statement(node)));
    return out;
  }

  /** A variable of this name is declared: from here on it is not the receiver. */
  declared(name: string, type?: TypeRef): void {
    if (name === this.receiver) this.receiver = undefined;
    if (type) this.types.set(name, type);
    else this.types.delete(name);
  }

  /** Runs with another meaning of `break`. */
  breaking<T>(inSwitch: boolean, run: () => T): T {
    const outer = this.inSwitch;
    this.inSwitch = inSwitch;
    const out = run();
    this.inSwitch = outer;
    return out;
  }
}

export function range(node: { start: number; end: number }): Range {
  return { start: node.start, end: node.end };
}

export function opaque(node: { start: number; end: number }, values: Val[]): Opaque {
  return { v: 'opaque', values, range: range(node) };
}

/** The operator of an operation or an assignment as written; empty where none stands. */
export function operatorOf(node: Syntax): string {
  return node.children.find((c) => c.field === 'operator' || !c.named)?.type ?? '';
}
