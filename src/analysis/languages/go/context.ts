/**
 * What every part of the Go lowering shares: the text, the tables of rules, and what is known of the function being
 * read. The parts know each other only through this file, so none imports in a circle.
 */
import type { Stmt, TypeRef, Val } from '../../code-model.js';
import { RuleContext, type RulesOf, range } from '../rule-context.js';
import { named, type Syntax } from '../syntax.js';

export { opaque, range } from '../rule-context.js';

export type ValueRule = (cx: Context, node: Syntax) => Val;
export type StatementRule = (cx: Context, node: Syntax) => Stmt[];

export type Rules = RulesOf<Context>;

/** The state of one file's lowering. */
export class Context extends RuleContext<Context> {
  /** The name of the method's receiver, unless another declaration hides it here. */
  receiver: string | undefined;
  /** Names of the function's results, for a `return` that gives none. */
  results: string[] = [];
  /** Declared types of variables: what `errors.As` looks for is said by the type of its target alone. */
  types = new Map<string, TypeRef>();
  /** True inside of a function. */
  local = false;

  protected self(): Context {
    return this;
  }

  protected parts(node: Syntax): Syntax[] {
    return named(node);
  }

  override startUnit(): void {
    super.startUnit();
    this.receiver = undefined;
    this.results = [];
    this.types = new Map();
    this.local = false;
  }

  /** What is no statement of its own keeps what stands in it. */
  protected override withoutRule(node: Syntax): Stmt[] {
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
}

/** The operator of an operation or an assignment as written; empty where none stands. */
export function operatorOf(node: Syntax): string {
  return node.children.find((c) => c.field === 'operator' || !c.named)?.type ?? '';
}
