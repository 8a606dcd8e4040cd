/**
 * Lowering by hand: nodes of the code model are written down in the order in which they stand in a snippet, and their
 * ranges are found by searching the snippet for them. No parser takes part.
 */
import { children, type Node, type Role } from '../../src/analysis/bind/walk.js';
import type {
  Arg,
  Bind,
  Call,
  FileModel,
  Fn,
  Handler,
  If,
  Import,
  Is,
  Lit,
  Member,
  New,
  Op,
  Param,
  Pattern,
  Range,
  Rec,
  Ref,
  Stmt,
  Target,
  Text,
  TypeDecl,
  TypeRef,
  Val,
} from '../../src/analysis/code-model.js';

/** The text by which a node is found; a node without one covers its children. */
const anchors = new WeakMap<object, string>();
const nowhere = (): Range => ({ start: -1, end: -1 });

function at<T extends object>(text: string, node: T): T {
  anchors.set(node, text);
  return node;
}

// ------------------------------------------------------------------------------------------------ values

/** A name; `as` is how it is written where that differs (`$name`). */
export const ref = (name: string, as = name): Ref => at(as, { v: 'ref', name, range: nowhere() });
/** A constant; `as` is how it is written where that differs. */
export const lit = (value: Lit['value'], as = String(value)): Lit => at(as, { v: 'lit', value, range: nowhere() });
export const self = (as: string): Val => at(as, { v: 'self', base: false, range: nowhere() });
export const text = (...parts: (string | Val)[]): Text => ({ v: 'text', parts, range: nowhere() });
export const opaque = (as: string): Val => at(as, { v: 'opaque', values: [], range: nowhere() });
export const op = (name: Op['op'], ...args: Val[]): Op => ({ v: 'op', op: name, args, range: nowhere() });
export const member = (obj: Val, ...names: string[]): Val =>
  names.reduce<Val>(
    (o, name): Member => ({ v: 'member', obj: o, name, nameRange: nowhere(), safe: false, range: nowhere() }),
    obj,
  );
export const arg = (value: Val, name?: string, spread = false): Arg => ({
  value,
  spread,
  range: nowhere(),
  ...(name ? { name } : {}),
});
/** A call; plain values are positional arguments. */
export const call = (callee: Val, ...args: (Val | Arg)[]): Call => ({
  v: 'call',
  callee,
  args: args.map((a) => ('v' in a ? arg(a) : a)),
  typeArgs: [],
  safe: false,
  range: nowhere(),
});
/** A construction with its members. */
export const make = (name: string, init: Rec): New =>
  at(name, { v: 'new', type: type(name), typeRange: nowhere(), args: [], init, range: nowhere() });
export const rec = (entries: Record<string, Val>): Rec => ({
  v: 'rec',
  entries: Object.entries(entries).map(([key, value]) => ({ key, value, spread: false, range: nowhere() })),
  range: nowhere(),
});
export const list = (...items: Val[]): Val => ({
  v: 'list',
  items: items.map((value) => ({ value, spread: false })),
  range: nowhere(),
});
export const is = (value: Val, of: TypeRef, name?: string): Is => ({
  v: 'is',
  value,
  type: of,
  range: nowhere(),
  ...(name ? { name } : {}),
});
export const wait = (value: Val): Val => ({ v: 'await', value, how: 'await', range: nowhere() });
export const lambda = (body: Stmt[], returns?: TypeRef): Val => ({
  v: 'fn',
  fn: fn(undefined, [], body, returns ? { returns } : {}),
  range: nowhere(),
});

/** A type as written, its path joined by dots. */
export const type = (path: string, ...args: TypeRef[]): TypeRef => ({ path: path.split('.'), args });

// ------------------------------------------------------------------------------------------------ statements

export const pattern = (...names: Ref[]): Pattern => ({
  v: 'pattern',
  parts: names.map((target, key) => ({ key, target })),
  range: nowhere(),
});
const binding = (declares: boolean, target: Target, value: Val): Bind => ({
  s: 'bind',
  target,
  value,
  declares,
  range: nowhere(),
});
/** The first assignment of a name. */
export const declare = (target: Target, value: Val): Bind => binding(true, target, value);
/** A later assignment. */
export const assign = (target: Target, value: Val): Bind => binding(false, target, value);
/** A declaration without a value. */
export const declareTyped = (target: Target, of: TypeRef): Bind => ({
  s: 'bind',
  target,
  type: of,
  declares: true,
  range: nowhere(),
});
export const run = (value: Val): Stmt => ({ s: 'do', value, range: nowhere() });
export const when = (test: Val, then: Stmt[], otherwise: Stmt[] = []): If => ({
  s: 'if',
  test,
  then,
  else: otherwise,
  range: nowhere(),
});
export const attempt = (body: Stmt[], ...handlers: Handler[]): Stmt => ({ s: 'try', body, handlers, range: nowhere() });
/** `head` is the text the handler begins with. */
export const handler = (head: string, types: TypeRef[], name: string | undefined, body: Stmt[]): Handler =>
  at(head, { types, body, range: nowhere(), ...(name ? { name } : {}) });
export const give = (value?: Val): Stmt => at('return', { s: 'return', range: nowhere(), ...(value ? { value } : {}) });
export const raise = (as: string, value?: Val): Stmt =>
  at(as, { s: 'raise', again: value === undefined, range: nowhere(), ...(value ? { value } : {}) });
export const leave = (how: 'break' | 'continue', as: string = how): Stmt =>
  at(as, { s: 'leave', how, range: nowhere() });
export const block = (...body: Stmt[]): Stmt => ({ s: 'other', values: [], body, range: nowhere() });
export const counted = (init: Stmt, test: Val, step: Stmt, body: Stmt[]): Stmt => ({
  s: 'loop',
  form: 'for',
  init: [init],
  test,
  step: [step],
  body,
  range: nowhere(),
});
export const each = (target: Target, over: Val, body: Stmt[]): Stmt => ({
  s: 'loop',
  form: 'each',
  init: [],
  step: [],
  over,
  target,
  body,
  range: nowhere(),
});

// ------------------------------------------------------------------------------------------------ declarations

export const param = (name: string, of?: TypeRef, as = name): Param =>
  at(as, { name, marks: [], range: nowhere(), ...(of ? { type: of } : {}) });
export function fn(name: string | undefined, params: Param[], body: Stmt[], more: Partial<Fn> = {}): Fn {
  const node: Fn = {
    kind: name ? 'function' : 'lambda',
    params,
    isAsync: false,
    isStatic: false,
    exported: true,
    marks: [],
    body,
    range: nowhere(),
    ...(name ? { name, nameRange: nowhere() } : {}),
    ...more,
  };
  return name ? at(name, node) : node;
}
export const define = (f: Fn): Stmt => ({ s: 'function', fn: f, range: nowhere() });
export function declareType(
  name: string,
  fields: Record<string, TypeRef>,
  methods: Fn[],
  kind: TypeDecl['kind'] = 'class',
): Stmt {
  const own: TypeDecl = at(name, {
    name,
    nameRange: nowhere(),
    kind,
    bases: [],
    fields: Object.entries(fields).map(([n, t]) =>
      at(n, { name: n, type: t, isStatic: false, marks: [], range: nowhere() }),
    ),
    methods,
    nested: [],
    marks: [],
    exported: true,
    range: nowhere(),
  });
  return { s: 'type', type: own, range: nowhere() };
}
export const using = (module: string, form: Import['form'], names: Record<string, string>): Import =>
  at(module, {
    module,
    form,
    names: Object.entries(names).map(([local, imported]) => ({ imported, local })),
    relative: false,
    typeOnly: false,
    range: nowhere(),
  });

/**
 * The model of a snippet.
 *
 * @throws Error when a node is not found after the one before it
 */
export function lower(source: string, language: string, imports: Import[], top: Stmt[]): FileModel {
  const place = new Placement(source);
  for (const i of imports) i.range = place.find(anchors.get(i) ?? '');
  for (const s of top) place.node(s);
  return { language, imports, top, comments: [], damaged: [] };
}

class Placement {
  private cursor = 0;

  constructor(private readonly source: string) {}

  /** The next occurrence of a text as a whole word, from where the last node was found. */
  find(wanted: string): Range {
    const word = /\w/;
    for (let from = this.cursor; ; ) {
      const start = this.source.indexOf(wanted, from);
      if (start < 0)
        throw new Error(
          `"${wanted}" does not stand after offset ${this.cursor}: ${this.source.slice(this.cursor, this.cursor + 60)}`,
        );
      const end = start + wanted.length;
      const joined =
        (word.test(wanted[0] ?? '') && word.test(this.source[start - 1] ?? '')) ||
        (word.test(wanted.at(-1) ?? '') && word.test(this.source[end] ?? ''));
      if (!joined) {
        this.cursor = end;
        return { start, end };
      }
      from = start + 1;
    }
  }

  node(node: Node): Range {
    const anchor = anchors.get(node);
    // Methods belong to their type, wherever they are written.
    if ('params' in node && node.name) this.cursor = 0;
    const own = anchor === undefined ? undefined : this.find(anchor);
    let start = own?.start ?? Number.POSITIVE_INFINITY;
    const before = this.cursor;
    this.parts(node);
    for (const child of asWritten(node)) start = Math.min(start, this.node(child).start);
    if (!Number.isFinite(start)) start = 'v' in node && node.v === 'member' ? node.obj.range.start : before;
    node.range = { start, end: Math.max(this.cursor, start) };
    this.wrappers(node);
    return node.range;
  }

  /** Ranges beside the node's own that come before those of its children. */
  private parts(node: Node): void {
    if ('v' in node && node.v === 'member') {
      this.node(node.obj);
      node.nameRange = this.find(node.name);
    }
    const own = anchors.get(node);
    if (own === undefined) return;
    const range = { start: this.cursor - own.length, end: this.cursor };
    if ('v' in node && node.v === 'new') node.typeRange = range;
    if ('nameRange' in node && !('v' in node)) node.nameRange = range;
  }

  /** Arguments and entries stand around a value. */
  private wrappers(node: Node): void {
    if (!('v' in node)) return;
    if (node.v === 'call' || node.v === 'new') for (const a of node.args) a.range = { ...a.value.range };
    if (node.v === 'rec') for (const e of node.entries) e.range = { ...e.value.range };
  }
}

/** The head of a loop as it is written; other children stand in the order in which they are visited. */
const LOOP_ORDER: Role[] = ['init', 'target', 'over', 'test', 'step', 'body'];

function asWritten(node: Node): Node[] {
  const out: { child: Node; rank: number }[] = [];
  children(node, (child, role) => {
    if ('v' in node && node.v === 'member' && role === 'obj') return; // placed before the member's name
    out.push({ child, rank: 's' in node && node.s === 'loop' ? LOOP_ORDER.indexOf(role) : 0 });
  });
  return out.sort((a, b) => a.rank - b.rank).map((o) => o.child);
}
