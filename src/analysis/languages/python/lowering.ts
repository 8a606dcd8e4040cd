/** Puts the parts together. */
import { classDecl, marks } from './classes.js';
import { type Lowering, MAX_DEPTH, opaque } from './context.js';
import { expression } from './expressions.js';
import { fn } from './functions.js';
import { block, statement } from './statements.js';
import { target } from './targets.js';

/** The lowering of one unit of a text. */
export function lowering(text: string): Lowering {
  let depth = 0;
  const guarded = <T>(lower: () => T, otherwise: () => T): T => {
    if (depth >= MAX_DEPTH) return otherwise();
    depth++;
    const out = lower();
    depth--;
    return out;
  };
  // Not cut off themselves, since a function is always a function; what is in them is, the sooner for it.
  const deeper = <T>(lower: () => T): T => {
    depth++;
    const out = lower();
    depth--;
    return out;
  };
  const l: Lowering = {
    text,
    imports: [],
    self: undefined,
    walrus: [],
    subjects: 0,
    value: (node) =>
      guarded(
        () => expression(node, l),
        () => opaque(node),
      ),
    target: (node) =>
      guarded(
        () => target(node, l),
        () => opaque(node),
      ),
    statement: (node) =>
      guarded(
        () => statement(node, l),
        () => [],
      ),
    block: (node) => block(node, l),
    fn: (node, owner) => deeper(() => fn(node, owner, l)),
    classDecl: (node) => deeper(() => classDecl(node, l)),
    marks: (nodes) => marks(nodes, l),
  };
  return l;
}
