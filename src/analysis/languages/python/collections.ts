/** Lists, tuples, sets, dictionaries, and the comprehensions that make them of others. */
import type { Call, Entry, Fn, List, Stmt, Val } from '../../code-model.js';
import { field, named, type Syntax } from '../syntax.js';
import { type Lowering, opaque, rangeOf } from './context.js';
import { paramOf } from './targets.js';

export function list(node: Syntax, l: Lowering): List {
  return {
    v: 'list',
    range: rangeOf(node),
    items: named(node).map((child) => {
      const spread = child.type === 'list_splat';
      const inner = spread ? named(child)[0] : child;
      return { value: inner ? l.value(inner) : opaque(child), spread };
    }),
  };
}

export function dictionary(node: Syntax, l: Lowering): Val {
  return { v: 'rec', range: rangeOf(node), entries: named(node).map((child) => entry(child, l)) };
}

function entry(node: Syntax, l: Lowering): Entry {
  const range = rangeOf(node);
  const inner = named(node)[0];
  if (node.type === 'dictionary_splat') return { range, value: inner ? l.value(inner) : opaque(node), spread: true };
  const key = field(node, 'key');
  const value = field(node, 'value');
  if (!key || !value) return { range, key: '', value: l.value(node), spread: false };
  const name = l.value(key);
  const isName = name.v === 'lit' && typeof name.value === 'string';
  return { range, key: isName ? String(name.value) : name, value: l.value(value), spread: false };
}

/** `[f(x) for x in xs if p(x)]` is `xs.map(x => …)`; a second `for` is one inside the other. */
export function comprehension(node: Syntax, l: Lowering): Val {
  const body = field(node, 'body') ?? named(node)[0];
  const clauses = named(node).filter((c) => c.type === 'for_in_clause' || c.type === 'if_clause');
  if (!body || clauses[0]?.type !== 'for_in_clause')
    return opaque(
      node,
      named(node).map((c) => l.value(c)),
    );
  return mapped(node, body, clauses, l);
}

function mapped(node: Syntax, body: Syntax, clauses: Syntax[], l: Lowering): Val {
  const [first, ...rest] = clauses;
  const over = first && field(first, 'right');
  const left = first && field(first, 'left');
  if (!first || !over || !left) return opaque(node, [l.value(body)]);
  const next = rest.findIndex((c) => c.type === 'for_in_clause');
  const tests = next < 0 ? rest : rest.slice(0, next);
  const keyword = first.children.find((c) => c.type === 'for') ?? first;
  const inner = next < 0 ? element(body, l) : mapped(node, body, rest.slice(next), l);
  let statements: Stmt[] = [{ s: 'return', range: rangeOf(inner.range), value: inner }];
  for (const clause of [...tests].reverse()) {
    const test = named(clause)[0];
    if (test) statements = [{ s: 'if', range: rangeOf(node), test: l.value(test), then: statements, else: [] }];
  }
  const fn: Fn = {
    // The names it takes stand behind what it makes of them.
    range: rangeOf(node),
    kind: 'lambda',
    params: [paramOf(left, l)],
    isAsync: false,
    isStatic: false,
    exported: false,
    marks: [],
    body: statements,
  };
  const call: Call = {
    v: 'call',
    range: rangeOf(node),
    callee: {
      v: 'member',
      range: { start: keyword.start, end: over.end },
      obj: l.value(over),
      name: next < 0 ? 'map' : 'flatMap',
      nameRange: rangeOf(keyword),
      safe: false,
    },
    args: [{ range: rangeOf(node), value: { v: 'fn', range: rangeOf(node), fn }, spread: false }],
    typeArgs: [],
    safe: false,
  };
  return call;
}

/** What a comprehension makes of one element; of a dictionary, its key and value. */
function element(body: Syntax, l: Lowering): Val {
  const key = field(body, 'key');
  const value = field(body, 'value');
  if (body.type !== 'pair' || !key || !value) return l.value(body);
  return {
    v: 'list',
    range: rangeOf(body),
    items: [
      { value: l.value(key), spread: false },
      { value: l.value(value), spread: false },
    ],
  };
}
