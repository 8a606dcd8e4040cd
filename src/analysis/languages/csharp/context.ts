/**
 * What every part of the C# lowering shares: the text, the tables of rules, and what the statement being read still
 * owes to its surroundings. The parts know each other only through this file, so none imports in a circle.
 */
import type { Bind, Stmt, Val } from '../../code-model.js';
import { RuleContext, type RulesOf } from '../rule-context.js';
import type { Syntax } from '../syntax.js';

export { opaque, range } from '../rule-context.js';

export type ValueRule = (cx: Context, node: Syntax) => Val;
export type StatementRule = (cx: Context, node: Syntax) => Stmt[];

export type Rules = RulesOf<Context>;

/** The state of one file's lowering. */
export class Context extends RuleContext<Context> {
  /** Variables declared inside the expression being read (`out var x`): declared before its statement. */
  pending: Bind[] = [];

  protected self(): Context {
    return this;
  }

  protected parts(node: Syntax): Syntax[] {
    return operands(node);
  }

  override startUnit(): void {
    super.startUnit();
    this.pending = [];
  }

  /** An identifier without the `@` that lets a keyword be a name. */
  name(node: Syntax): string {
    const text = this.source(node);
    return text.charCodeAt(0) === 64 ? text.slice(1) : text;
  }

  /** Lowers one statement; blocks stay grouped. Declarations made inside its expressions come first. */
  override statement(node: Syntax): Stmt[] {
    const outer = this.pending;
    this.pending = [];
    const own = super.statement(node);
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
