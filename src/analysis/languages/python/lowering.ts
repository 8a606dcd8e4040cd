/** Puts the parts together. */

import { nesting } from '../nesting.js';
import { classDecl, marks } from './classes.js';
import { type Lowering, MAX_DEPTH, opaque } from './context.js';
import { expression } from './expressions.js';
import { fn } from './functions.js';
import { block, statement } from './statements.js';
import { target } from './targets.js';

/** The lowering of one unit of a text. */
export function lowering(text: string): Lowering {
  const { guarded, deeper } = nesting(MAX_DEPTH);
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
