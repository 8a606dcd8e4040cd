/**
 * Classes. A member is lowered by itself, so that it can be taken over while its text stands. Members of the object are
 * what any of its methods assigns to it.
 */
import type { Call, Field, Fn, Stmt, TypeDecl, TypeRef, Val } from '../../code-model.js';
import { field, named, type Syntax } from '../syntax.js';
import { type Lowering, rangeOf, textOf } from './context.js';
import { pathOf, typeRef } from './types.js';

/** What one member of a class body adds to the class. */
export interface ClassPart {
  fields: Field[];
  methods: Fn[];
  nested: TypeDecl[];
}

const STATIC = new Set(['staticmethod']);
const GETTERS = new Set(['property', 'cached_property']);

/** A definition and the decorators before it. */
export function unwrapped(node: Syntax): { definition: Syntax; decorators: Syntax[] } {
  if (node.type !== 'decorated_definition') return { definition: node, decorators: [] };
  return {
    definition: field(node, 'definition') ?? node,
    decorators: named(node).filter((c) => c.type === 'decorator'),
  };
}

/** The last name of what decorates: `property`, `functools.cached_property`. */
function decoratorName(node: Syntax, l: Lowering): string {
  const inner = named(node)[0];
  return (inner && pathOf(inner, l)?.at(-1)) ?? '';
}

/** Lowers one member with its decorators. */
export function classPart(node: Syntax, l: Lowering): ClassPart {
  const part: ClassPart = { fields: [], methods: [], nested: [] };
  const { definition, decorators } = unwrapped(node);
  if (definition.type === 'function_definition') addMethod(part, definition, decorators, l);
  else if (definition.type === 'class_definition') {
    const type = l.classDecl(definition);
    type.range = rangeOf(node);
    type.marks.push(...l.marks(decorators));
    part.nested.push(type);
  } else for (const s of l.statement(node)) addStatement(part, s);
  return part;
}

/** A statement of a class body: an assignment is a field, anything else is run once. */
function addStatement(part: ClassPart, s: Stmt): void {
  if (s.s === 'bind' && s.target.v === 'ref') {
    const init = s.value && made(s.value);
    part.fields.push({
      range: rangeOf(s.range),
      name: s.target.name,
      ...(s.type ? { type: s.type } : {}),
      ...(init ? { init } : {}),
      // An annotated one is a field of each object, as data classes and models have them.
      isStatic: s.type === undefined,
      marks: [],
    });
  } else
    part.methods.push({
      range: rangeOf(s.range),
      kind: 'method',
      params: [],
      isAsync: false,
      isStatic: true,
      exported: false,
      marks: [],
      body: [s],
    });
}

/** `field(default_factory=make)`: the value of a new object's field is what the function makes. */
function made(init: Val): Val {
  if (init.v !== 'call' && init.v !== 'new') return init;
  const factory = init.args.find((a) => a.name === 'default_factory')?.value;
  return factory
    ? { v: 'call', range: rangeOf(init.range), callee: factory, args: [], typeArgs: [], safe: false }
    : init;
}

function addMethod(part: ClassPart, node: Syntax, decorators: Syntax[], l: Lowering): void {
  const names = decorators.map((d) => decoratorName(d, l));
  const isStatic = names.some((n) => STATIC.has(n));
  const method = l.fn(node, !isStatic);
  method.isStatic = isStatic || names.includes('classmethod');
  if (isStatic) method.kind = 'method';
  if (names.some((n) => GETTERS.has(n))) method.kind = 'getter';
  if (names.includes('setter')) method.kind = 'setter';
  method.range.start = decorators[0]?.start ?? method.range.start;
  method.marks.push(...l.marks(decorators));
  part.methods.push(method);
  part.fields.push(...assigned(method.body ?? []));
}

/** The members of the object that statements assign to, each once. Their values stand where they are assigned. */
function assigned(body: Stmt[]): Field[] {
  const found = new Map<string, Field>();
  const visit = (stmts: Stmt[]): void => {
    for (const s of stmts) {
      if (s.s === 'bind' && s.target.v === 'member' && s.target.obj.v === 'self' && !s.target.obj.base) {
        const known = found.get(s.target.name);
        if (!known || (s.type && !known.type))
          found.set(s.target.name, {
            range: rangeOf(s.target.nameRange),
            name: s.target.name,
            ...(s.type ? { type: { path: [...s.type.path], args: s.type.args } } : {}),
            isStatic: false,
            marks: [],
          });
      } else if (s.s === 'if') visit([...s.then, ...s.else]);
      else if (s.s === 'try') visit([...s.body, ...s.handlers.flatMap((h) => h.body), ...(s.final ?? [])]);
      else if (s.s === 'loop' || s.s === 'other') visit(s.body);
    }
  };
  visit(body);
  return [...found.values()];
}

/**
 * A class from its header and its members.
 *
 * @param node the declaration; its body is not looked at
 */
export function classFrom(node: Syntax, parts: ClassPart[], l: Lowering): TypeDecl {
  const name = field(node, 'name') ?? node;
  const methods = parts.flatMap((p) => p.methods);
  const isMethod = new Set(methods.map((m) => m.name));
  return {
    range: rangeOf(node),
    name: textOf(name, l),
    nameRange: rangeOf(name),
    kind: 'class',
    bases: bases(field(node, 'superclasses'), l),
    fields: unique(parts.flatMap((p) => p.fields)).filter((f) => !isMethod.has(f.name)),
    methods,
    nested: parts.flatMap((p) => p.nested),
    marks: [],
    exported: true,
  };
}

/** One field of each name: the one with a type, else the one with a value, else the first. */
function unique(fields: Field[]): Field[] {
  const byName = new Map<string, Field>();
  const rank = (f: Field): number => (f.type ? 2 : 0) + (f.init ? 1 : 0);
  for (const f of fields) {
    const known = byName.get(f.name);
    if (!known || rank(f) > rank(known)) byName.set(f.name, f);
  }
  return [...byName.values()];
}

export function classDecl(node: Syntax, l: Lowering): TypeDecl {
  const body = field(node, 'body');
  const outer = l.self;
  const parts = body ? named(body).map((child) => classPart(child, l)) : [];
  l.self = outer;
  return classFrom(node, parts, l);
}

function bases(list: Syntax | undefined, l: Lowering): TypeRef[] {
  if (!list) return [];
  return named(list)
    .filter((c) => c.type !== 'keyword_argument')
    .map((c) => typeRef(c, l));
}

/** Decorators as calls; one without arguments is a call without arguments. */
export function marks(nodes: Syntax[], l: Lowering): Call[] {
  return nodes.flatMap((node) => {
    const inner = named(node)[0];
    if (!inner) return [];
    const value = l.value(inner);
    return value.v === 'call'
      ? [value]
      : [{ v: 'call' as const, range: rangeOf(inner), callee: value, args: [], typeArgs: [], safe: false }];
  });
}
