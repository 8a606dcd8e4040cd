/**
 * What the lowerings share that go by tables of rules, one for each type of node: the text, how deep the code is nested,
 * names of their own, and what a `break` leaves.
 */
import type { Opaque, Range, Stmt, Val } from '../code-model.js';
import type { Syntax } from './syntax.js';

/** The rules by node type. */
export interface RulesOf<Cx> {
  values: ReadonlyMap<string, (cx: Cx, node: Syntax) => Val>;
  statements: ReadonlyMap<string, (cx: Cx, node: Syntax) => Stmt[]>;
}

/** Deeper code than this is not followed: no human wrote it, and the stack is finite. */
const MAX_DEPTH = 400;

/** The state of one file's lowering; a language adds what its own rules must know. */
export abstract class RuleContext<Cx> {
  /** What a `break` leaves, when that is not a loop. */
  breakLabel: 'switch' | undefined;
  private subjects = 0;
  private depth = 0;

  constructor(
    readonly text: string,
    protected readonly rules: RulesOf<Cx>,
  ) {}

  /** This context, as the rules of the language know it. */
  protected abstract self(): Cx;

  /** The children of a node that are code. */
  protected abstract parts(node: Syntax): Syntax[];

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
    const out = rule ? rule(this.self(), node) : opaque(node, this.values(node));
    this.depth--;
    return out;
  }

  /** Lowers all expressions directly below a node. */
  values(node: Syntax): Val[] {
    return this.parts(node).map((c) => this.value(c));
  }

  /** Lowers one statement; blocks stay grouped. */
  statement(node: Syntax): Stmt[] {
    if (this.depth >= MAX_DEPTH) return [];
    this.depth++;
    const rule = this.rules.statements.get(node.type);
    const out = rule ? rule(this.self(), node) : this.withoutRule(node);
    this.depth--;
    return out;
  }

  /** A statement of a type that has no rule. */
  protected withoutRule(node: Syntax): Stmt[] {
    return [{ s: 'do', value: this.value(node), range: range(node) }];
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
