/**
 * What every part of the Java lowering shares: the text, the tables of rules, and what is known of the place that is
 * being read. The parts know each other only through this file, so none imports in a circle.
 */
import type { Stmt, Val } from '../../code-model.js';
import { RuleContext, type RulesOf } from '../rule-context.js';
import type { Syntax } from '../syntax.js';

export { opaque, range } from '../rule-context.js';

export type ValueRule = (cx: Context, node: Syntax) => Val;
export type StatementRule = (cx: Context, node: Syntax) => Stmt[];

export type Rules = RulesOf<Context>;

/** The state of one file's lowering. */
export class Context extends RuleContext<Context> {
  protected self(): Context {
    return this;
  }

  protected parts(node: Syntax): Syntax[] {
    return operands(node);
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
