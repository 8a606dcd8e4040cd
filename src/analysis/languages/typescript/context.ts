/**
 * What the parts of this language file share: the text, the guard against deep nesting, and the way from one part to
 * another. Expressions hold functions, functions hold statements, statements hold expressions; each part reaches the
 * others through this object, so that no file imports in a circle.
 */
import type { Call, Fn, Import, Opaque, Range, Stmt, Target, TypeDecl, TypeStmt, Val } from '../../code-model.js';
import type { Syntax } from '../syntax.js';

export interface Lowering {
  readonly text: string;
  /** Imports met so far, wherever they stand (`require` and `import()` may stand in a function). */
  readonly imports: Import[];
  /** Class expressions met so far; the nearest list of statements takes them. */
  classes: TypeStmt[];
  /** Nesting of functions: a declaration inside one is local. */
  functions: number;
  /** True directly inside a `switch`: a bare `break` leaves that one and not the loop around it. */
  inSwitch: boolean;

  value(node: Syntax): Val;
  target(node: Syntax): Target;
  /** One statement; some become several (`const a = 1, b = 2`), some none. */
  statement(node: Syntax): Stmt[];
  /** All statements of a block, or the one statement that stands for it. */
  block(node: Syntax | undefined): Stmt[];
  fn(node: Syntax, kind: Fn['kind']): Fn;
  /** @param name for a class that has none of its own */
  classDecl(node: Syntax, name?: string): TypeDecl;
  marks(nodes: Syntax[]): Call[];
}

/** Nesting beyond this is not read: no person wrote it, and the stack would not hold it. */
export const MAX_DEPTH = 400;

/** A fresh range. Ranges are never shared: reuse of a unit moves each of them once. */
export function rangeOf(node: Syntax): Range {
  return { start: node.start, end: node.end };
}

export function textOf(node: Syntax, l: Lowering): string {
  return l.text.slice(node.start, node.end);
}

export function opaque(node: Syntax, values: Val[] = []): Opaque {
  return { v: 'opaque', range: rangeOf(node), values };
}

/** Runs a piece of lowering and gives back the class expressions met in it as well. */
export function withClasses<T>(l: Lowering, lower: () => T): { result: T; classes: TypeStmt[] } {
  const outer = l.classes;
  l.classes = [];
  const result = lower();
  const classes = l.classes;
  l.classes = outer;
  return { result, classes };
}
