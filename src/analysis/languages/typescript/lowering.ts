/** Puts the parts together. */

import { nesting } from '../nesting.js';
import { classDecl, marks } from './classes.js';
import type { Lowering } from './context.js';
import { MAX_DEPTH, opaque } from './context.js';
import { expression } from './expressions.js';
import { fn } from './functions.js';
import { target } from './patterns.js';
import { block, statement } from './statements.js';

/** The lowering of one unit of a text. */
export function lowering(text: string): Lowering {
  const { guarded, deeper } = nesting(MAX_DEPTH);
  const l: Lowering = {
    text,
    imports: [],
    classes: [],
    functions: 0,
    inSwitch: false,
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
    fn: (node, kind) => deeper(() => fn(node, kind, l)),
    classDecl: (node, name) => deeper(() => classDecl(node, l, name)),
    marks: (nodes) => marks(nodes, l),
  };
  return l;
}
