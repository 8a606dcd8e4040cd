/**
 * What the parts of this language file share: the text, the guard against deep nesting, and the way from one part to
 * another, so that no file imports in a circle.
 */
import type { Call, Fn, Import, Opaque, Range, Stmt, Target, TypeDecl, Val } from '../../code-model.js';
import type { Syntax } from '../syntax.js';

export interface Lowering {
  readonly text: string;
  /** Imports met so far, wherever they stand. */
  readonly imports: Import[];
  /** The name by which the method around speaks of its object. */
  self: string | undefined;
  /** Names that expressions bind (`n := …`), taken by the list of statements around them. */
  walrus: string[];
  /** Subjects of `match` named so far. */
  subjects: number;

  value(node: Syntax): Val;
  target(node: Syntax): Target;
  /** One statement; some become several, some none. */
  statement(node: Syntax): Stmt[];
  /** The statements of a block. */
  block(node: Syntax | undefined): Stmt[];
  /** @param owner true for a function of a class, whose first parameter is its object */
  fn(node: Syntax, owner: boolean): Fn;
  classDecl(node: Syntax): TypeDecl;
  marks(nodes: Syntax[]): Call[];
}

/** Nesting beyond this is not read: no person wrote it, and the stack would not hold it. */
export const MAX_DEPTH = 300;

/** A fresh range. Ranges are never shared: reuse of a unit moves each of them once. */
export function rangeOf(node: { start: number; end: number }): Range {
  return { start: node.start, end: node.end };
}

export function textOf(node: Syntax, l: Lowering): string {
  return l.text.slice(node.start, node.end);
}

export function opaque(node: { start: number; end: number }, values: Val[] = []): Opaque {
  return { v: 'opaque', range: rangeOf(node), values };
}
