/**
 * Calls. Those of the standard library that compare, format or look into errors are said in the model's own words: a
 * search in a text is `in`, a format is text with holes, `errors.As` is a test of a type.
 */
import type { Arg, Is, TypeRef, Val } from '../../code-model.js';
import { field, named, type Syntax } from '../syntax.js';
import { type Context, opaque, range, type ValueRule } from './context.js';
import { op } from './expressions.js';
import { formatted, isText, lit, stringValue, textOf } from './literals.js';
import { NEW_VALUE } from './new-values.js';
import { again, typeArgs, typeRef } from './types.js';

/** Types whose conversions keep what a value says. */
const CONVERSIONS = /^(?:string|byte|rune|any|error|bool|u?int(?:8|16|32|64|ptr)?|float(?:32|64)|complex(?:64|128))$/;

/** Arguments of a call as they are written. */
function argumentNodes(node: Syntax): Syntax[] {
  const list = field(node, 'arguments');
  return list ? named(list) : [];
}

function argument(cx: Context, node: Syntax): Arg {
  const spread = node.type === 'variadic_argument';
  const inner = spread ? (named(node)[0] ?? node) : node;
  return { value: cx.value(inner), spread, range: range(node) };
}

/** What is known of a function of the standard library: by `package.Function`, or the function alone where it is built in. */
type Known = (cx: Context, node: Syntax, args: Syntax[]) => Val | undefined;

/** `errors.As(err, &target)`: true where the error is, or wraps, one of the target's type. */
const asType: Known = (cx, node, [error, target]) => {
  const name = target?.type === 'unary_expression' ? field(target, 'operand') : target;
  const type = name?.type === 'identifier' ? cx.types.get(cx.source(name)) : undefined;
  if (!error || !name || !type) return undefined;
  return { v: 'is', value: cx.value(error), type: again(type), name: cx.source(name), range: range(node) };
};

const binary =
  (name: 'eq' | 'in' | 'matches', order: [number, number]): Known =>
  (cx, node, args) => {
    const pair = order.map((i) => args[i]);
    const [x, y] = pair;
    return x && y && args.length === 2 ? op(name, [cx.value(x), cx.value(y)], node) : undefined;
  };

const format: Known = (cx, node, [first, ...rest]) => {
  if (!first || !/_string_literal$/.test(first.type)) return undefined;
  return formatted(
    stringValue(cx, first),
    rest.map((a) => argument(cx, a).value),
    node,
  );
};

/** `strings.Join([]string{a, b}, "/")` where the list is written down. */
const joined: Known = (cx, node, [list, by]) => {
  if (list?.type !== 'composite_literal' || !by) return undefined;
  const items = cx.value(list);
  const sep = cx.value(by);
  if (items.v !== 'list' || !isText(sep)) return undefined;
  const text = sep.v === 'lit' ? String(sep.value) : '';
  return textOf(
    items.items.flatMap((i, n) => (n > 0 ? [text, i.value] : [i.value])),
    node,
  );
};

/** `path.Join(a, b)`, `url.JoinPath(base, a, b)`: pieces with one slash between them. */
const slashed: Known = (cx, node, args) => {
  if (args.length === 0 || args.some((a) => a.type === 'variadic_argument')) return undefined;
  const parts = args.map((a) => cx.value(a));
  return textOf(
    parts.flatMap((p, n): (string | Val)[] => {
      const text = p.v === 'lit' && typeof p.value === 'string' ? p.value.replace(/^\/+/, '') : p;
      if (n === 0) return [p.v === 'lit' && typeof p.value === 'string' ? p.value.replace(/\/+$/, '') : p];
      return ['/', typeof text === 'string' ? text.replace(/\/+$/, '') : text];
    }),
    node,
  );
};

/** `append(list, a, b...)` is a list of what was there and what is added. */
const appended: Known = (cx, node, args) => {
  const [first, ...rest] = args;
  if (!first) return undefined;
  const added = rest.map((a) => argument(cx, a));
  return {
    v: 'list',
    items: [{ value: cx.value(first), spread: true }, ...added.map(({ value, spread }) => ({ value, spread }))],
    range: range(node),
  };
};

/** `new(T)`, `make(T)`. */
const made: Known = (cx, node, [type]) => {
  const to = typeRef(cx, type);
  if (!type || !to) return undefined;
  if (type.type === 'map_type') return { v: 'rec', entries: [], range: range(node) };
  if (to.path[0] === 'Array') return { v: 'list', items: [], range: range(node) };
  return { v: 'new', type: to, typeRange: range(type), args: [], range: range(node) };
};

/** A pointer to a value says what the value says. */
const pointed: Known = (cx, _node, [value]) => (value ? argument(cx, value).value : undefined);

const KNOWN: Record<string, Known> = {
  'errors.As': asType,
  'errors.Is': binary('eq', [0, 1]),
  'fmt.Sprintf': format,
  'strings.Contains': binary('in', [1, 0]),
  'strings.HasPrefix': binary('in', [1, 0]),
  'strings.HasSuffix': binary('in', [1, 0]),
  'strings.EqualFold': binary('eq', [0, 1]),
  'strings.Join': joined,
  'slices.Contains': binary('in', [1, 0]),
  'regexp.MatchString': binary('matches', [1, 0]),
  'path.Join': slashed,
  'url.JoinPath': slashed,
  append: appended,
  new: made,
  [NEW_VALUE]: pointed,
  make: made,
};

/** Packages that stand for one of the standard library. */
const STAND_INS: Record<string, string> = { stderrors: 'errors', xerrors: 'errors', pkgerrors: 'errors' };

/** The name of what is called as the table has it. */
function knownName(cx: Context, callee: Syntax): string | undefined {
  if (callee.type === 'identifier') return cx.source(callee);
  const operand = callee.type === 'selector_expression' ? field(callee, 'operand') : undefined;
  const name = field(callee, 'field');
  if (operand?.type !== 'identifier' || !name) return undefined;
  const from = cx.source(operand);
  return `${STAND_INS[from] ?? from}.${cx.source(name)}`;
}

const call: ValueRule = (cx, node) => {
  const callee = field(node, 'function');
  if (!callee) return opaque(node, cx.values(node));
  const args = argumentNodes(node);
  const name = knownName(cx, callee);
  const row = name === undefined ? undefined : Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined;
  const known = row?.(cx, node, args);
  if (known) return known;
  const only = args[0];
  if (name !== undefined && CONVERSIONS.test(name) && only && args.length === 1) return argument(cx, only).value;
  const generic = callee.type === 'index_expression' && isTypeName(cx, field(callee, 'index'));
  const base = (generic && field(callee, 'operand')) || callee;
  const index = generic ? typeRef(cx, field(callee, 'index')) : undefined;
  return {
    v: 'call',
    callee: cx.value(base),
    args: args.map((a) => argument(cx, a)),
    typeArgs: index ? [index] : typeArgs(cx, node),
    safe: false,
    range: range(node),
  };
};

/** `f[T](x)` and `handlers[i](x)` are written alike: names of types are known, or begin with a capital letter. */
function isTypeName(cx: Context, node: Syntax | undefined): boolean {
  if (!node) return false;
  if (node.type === 'selector_expression') return /^[A-Z]/.test(cx.source(field(node, 'field') ?? node));
  if (!/identifier$/.test(node.type)) return /_type$/.test(node.type) || node.type === 'unary_expression';
  return CONVERSIONS.test(cx.source(node)) || /^[A-Z]/.test(cx.source(node));
}

/** `T(x)` keeps the value; with type arguments it is written like a conversion and is a call. */
const conversion: ValueRule = (cx, node) => {
  const type = field(node, 'type');
  const operand = field(node, 'operand');
  if (!type || !operand) return opaque(node, cx.values(node));
  const inner = type.type === 'generic_type' ? field(type, 'type') : undefined;
  if (!inner) return cx.value(operand);
  const keys = named(field(type, 'type_arguments') ?? type).map((c) => named(c)[0] ?? c);
  const key = keys.length === 1 && !isTypeName(cx, keys[0]) ? keys[0] : undefined;
  const base = callee(cx, inner);
  return {
    v: 'call',
    callee: key ? { v: 'index', obj: base, key: cx.value(key), range: range(type) } : base,
    args: [argument(cx, operand)],
    typeArgs: key ? [] : typeArgs(cx, type),
    safe: false,
    range: range(node),
  };
};

/** The name of a type where a function is meant. */
function callee(cx: Context, node: Syntax): Val {
  const from = field(node, 'package');
  const name = field(node, 'name');
  if (!from || !name) return cx.value(node);
  return {
    v: 'member',
    obj: cx.value(from),
    name: cx.source(name),
    nameRange: range(name),
    safe: false,
    range: range(node),
  };
}

/** The error and type of `errors.AsType[*T](err)`, which gives the error found and whether there is one. */
export function typeAsked(cx: Context, node: Syntax): { value: Syntax; type: TypeRef } | undefined {
  if (node.type === 'type_assertion_expression') {
    const value = field(node, 'operand');
    const type = typeRef(cx, field(node, 'type'));
    return value && type && { value, type };
  }
  const type = field(node, 'type');
  const value = field(node, 'operand');
  if (node.type !== 'type_conversion_expression' || type?.type !== 'generic_type' || !value) return undefined;
  const [asked] = typeArgs(cx, type);
  return asked && /^(?:\w+\.)?AsType$/.test(cx.source(field(type, 'type') ?? type))
    ? { value, type: asked }
    : undefined;
}

/** A test of a type that binds the narrowed value to a name. */
export function isTest(cx: Context, asked: { value: Syntax; type: TypeRef }, at: Syntax, name?: string): Is {
  return {
    v: 'is',
    value: cx.value(asked.value),
    type: asked.type,
    ...(name && name !== '_' ? { name } : {}),
    range: range(at),
  };
}

export const callRules: [string, ValueRule][] = [
  ['call_expression', call],
  ['type_conversion_expression', conversion],
  ['iota', (_cx, node) => lit(node, undefined)],
];
