/**
 * `with`: what it opens is bound before the block. `with suppress(A)` is a `try` that answers `A` with nothing, and so is a
 * test that expects `A`.
 */
import type { Stmt, Val } from '../../code-model.js';
import { field, hasToken, named, ofType, type Syntax } from '../syntax.js';
import { type Lowering, rangeOf, textOf } from './context.js';
import { typesOf } from './tries.js';

const SUPPRESS = /^(?:(?:contextlib\.)?suppress|(?:pytest\.)?raises|self\.assertRaises(?:Regex)?)$/;

export function withStatement(node: Syntax, l: Lowering): Stmt[] {
  const clause = ofType(node, 'with_clause') ?? node;
  const items = named(clause).flatMap((item) => (item.type === 'with_item' ? [item] : []));
  const waits = hasToken(node, 'async');
  const out: Stmt[] = [];
  let suppressed: Syntax | undefined;
  const others: Val[] = [];
  for (const item of items) {
    const value = field(item, 'value') ?? named(item)[0];
    const bound = value?.type === 'as_pattern' ? value : undefined;
    const opened = bound ? named(bound)[0] : value;
    const alias = bound && field(bound, 'alias');
    if (!opened) continue;
    const callee = opened.type === 'call' ? field(opened, 'function') : undefined;
    if (callee && SUPPRESS.test(textOf(callee, l))) {
      suppressed = opened;
      continue;
    }
    const made = l.value(opened);
    const ready: Val = waits ? { v: 'await', range: rangeOf(opened), value: made, how: 'await' } : made;
    if (alias) out.push({ s: 'bind', range: rangeOf(item), target: l.target(alias), value: ready, declares: false });
    else others.push(ready);
  }
  const body = l.block(field(node, 'body'));
  const list = suppressed && field(suppressed, 'arguments');
  const types = list
    ? named(list)
        .filter((n) => n.type === 'identifier' || n.type === 'attribute' || n.type === 'tuple')
        .flatMap((n) => typesOf(n, l))
    : [];
  const inner: Stmt[] = suppressed
    ? [
        {
          s: 'try',
          range: rangeOf(node),
          body,
          handlers: types.length ? [{ range: rangeOf(suppressed), types, body: [] }] : [],
        },
      ]
    : body;
  return [...out, { s: 'other', range: rangeOf(node), values: others, body: inner }];
}
