/** Syntax that changes nothing at run time: parentheses, casts, non-null marks. */
import { named, type Syntax } from '../syntax.js';

const FIRST = new Set(['parenthesized_expression', 'as_expression', 'satisfies_expression', 'non_null_expression']);

/** The expression inside any number of wrappers, or the node itself. */
export function unwrap(node: Syntax): Syntax {
  let at = node;
  for (;;) {
    let inner: Syntax | undefined;
    if (FIRST.has(at.type)) inner = named(at)[0];
    else if (at.type === 'type_assertion' || at.type === 'instantiation_expression')
      inner = named(at).find((c) => c.type !== 'type_arguments');
    if (!inner) return at;
    at = inner;
  }
}
