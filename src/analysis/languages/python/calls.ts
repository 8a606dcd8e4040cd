/** Calls and member access, with the built-in functions that are syntax elsewhere. */
import type { Arg, Val } from '../../code-model.js';
import { field, named, type Syntax } from '../syntax.js';
import { type Lowering, opaque, rangeOf, textOf } from './context.js';
import { formatted } from './formats.js';
import { op } from './operators.js';
import { pathOf } from './types.js';

/** Names of classes by the language's convention; constants are in capitals throughout. */
const CLASS = /^_*[A-Z]\w*[a-z]/;
/** Calls that wait for what they are given. */
const WAITS = /^(?:asyncio|anyio|trio)\.run$|(?:^|\.)run_until_complete$/;
const PATTERNS = /^re\.(?:search|match|fullmatch|findall)$/;

export function args(list: Syntax | undefined, l: Lowering): Arg[] {
  if (!list) return [];
  // `f(x for x in xs)`: the generator stands for the list of arguments.
  if (list.type === 'generator_expression') return [{ range: rangeOf(list), value: l.value(list), spread: false }];
  return named(list).map((node): Arg => {
    const range = rangeOf(node);
    if (node.type === 'list_splat' || node.type === 'dictionary_splat') {
      const inner = named(node)[0];
      return { range, value: inner ? l.value(inner) : opaque(node), spread: true };
    }
    const name = field(node, 'name');
    const value = field(node, 'value');
    if (node.type === 'keyword_argument' && name && value)
      return { range, value: l.value(value), name: textOf(name, l), spread: false };
    return { range, value: l.value(node), spread: false };
  });
}

export function call(node: Syntax, l: Lowering): Val {
  const callee = field(node, 'function');
  const list = field(node, 'arguments');
  const given = args(list, l);
  if (!callee)
    return opaque(
      node,
      given.map((a) => a.value),
    );
  const range = rangeOf(node);
  if (callee.type === 'identifier') {
    const name = textOf(callee, l);
    const built = builtIn(node, name, given, list, l);
    if (built) return built;
    if (CLASS.test(name))
      return { v: 'new', range, type: { path: [name], args: [] }, typeRange: rangeOf(callee), args: given };
  }
  const [first, second] = given;
  if (callee.type === 'attribute') {
    const written = textOf(callee, l);
    if (WAITS.test(written) && first) return { v: 'await', range, value: first.value, how: 'await' };
    if (PATTERNS.test(written) && first && second) return op(node, 'matches', [second.value, first.value]);
    const object = field(callee, 'object');
    if (written.endsWith('.format') && (object?.type === 'string' || object?.type === 'concatenated_string')) {
      const template = l.value(object);
      const made = template.v === 'lit' ? formatted(node, String(template.value), given) : undefined;
      if (made) return made;
    }
  }
  return { v: 'call', range, callee: l.value(callee), args: given, typeArgs: [], safe: false };
}

function builtIn(node: Syntax, name: string, given: Arg[], list: Syntax | undefined, l: Lowering): Val | undefined {
  const [first, second] = given;
  const types = list ? named(list)[1] : undefined;
  if (name === 'isinstance' && first && types && given.length === 2) return instance(node, first.value, types, list, l);
  if (name === 'super') return { v: 'self', range: rangeOf(node), base: true };
  // `dict(id=…, name=…)`, also with a first table to begin with.
  if (name === 'dict' && given.length > 0 && given.every((a, i) => a.name !== undefined || (i === 0 && !a.spread)))
    return {
      v: 'rec',
      range: rangeOf(node),
      entries: given.map((a) =>
        a.name === undefined
          ? { range: a.range, value: a.value, spread: true }
          : { range: a.range, key: a.name, value: a.value, spread: false },
      ),
    };
  if (name === 'getattr' && first && second?.value.v === 'lit' && typeof second.value.value === 'string') {
    const named: Val = {
      v: 'member',
      range: rangeOf(node),
      obj: first.value,
      name: second.value.value,
      nameRange: rangeOf(second.range),
      safe: true,
    };
    const otherwise = given[2]?.value;
    return otherwise ? op(node, 'coalesce', [{ ...named, range: rangeOf(node) }, otherwise]) : named;
  }
  return undefined;
}

/** `isinstance(e, T)`, `isinstance(e, (A, B))`. */
function instance(node: Syntax, value: Val, types: Syntax, list: Syntax | undefined, l: Lowering): Val | undefined {
  const names = types.type === 'tuple' ? named(types) : [types];
  const paths = names.map((n) => pathOf(n, l));
  const subject = list ? named(list)[0] : undefined;
  if (!subject || paths.some((p) => p === undefined)) return undefined;
  const tests = paths.map(
    (path, i): Val => ({
      v: 'is',
      range: rangeOf(node),
      value: i === 0 ? value : l.value(subject),
      type: { path: path ?? [], args: [] },
    }),
  );
  const only = tests[0];
  return only && tests.length === 1 ? only : op(node, 'or', tests);
}

export function member(node: Syntax, l: Lowering): Val {
  const object = field(node, 'object');
  const name = field(node, 'attribute');
  if (!object) return opaque(node);
  const obj = l.value(object);
  // `x.` is half typed: the object is all there is.
  if (!name || name.start === name.end) return opaque(node, [obj]);
  return { v: 'member', range: rangeOf(node), obj, name: textOf(name, l), nameRange: rangeOf(name), safe: false };
}

export function index(node: Syntax, l: Lowering): Val {
  const object = field(node, 'value') ?? named(node)[0];
  const key = field(node, 'subscript') ?? named(node)[1];
  if (!object) return opaque(node);
  const obj = l.value(object);
  if (!key) return opaque(node, [obj]);
  // A part of a list is a list.
  if (key.type === 'slice') {
    return {
      v: 'call',
      range: rangeOf(node),
      callee: {
        v: 'member',
        range: { start: node.start, end: key.start },
        obj,
        name: 'slice',
        nameRange: rangeOf(key),
        safe: false,
      },
      args: named(key).map((k) => ({ range: rangeOf(k), value: l.value(k), spread: false })),
      typeArgs: [],
      safe: false,
    };
  }
  return { v: 'index', range: rangeOf(node), obj, key: l.value(key) };
}
