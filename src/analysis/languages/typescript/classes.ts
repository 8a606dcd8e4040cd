/** Classes. A member is lowered by itself, so that it can be taken over while its text stands. */
import type { Call, Field, Fn, TypeDecl, TypeRef, Val } from '../../code-model.js';
import { field, fields, hasToken, named, ofType, type Syntax } from '../syntax.js';
import { methodKind } from './collections.js';
import { type Lowering, rangeOf, textOf, withClasses } from './context.js';
import { parameterProperties } from './functions.js';
import { propertyName } from './patterns.js';
import { pathOf, typeArgs, typeOf, typeRef } from './types.js';

/** What one member of a class body adds to the class. */
export interface ClassPart {
  fields: Field[];
  methods: Fn[];
  nested: TypeDecl[];
}

const FIELDS = new Set(['public_field_definition', 'field_definition', 'property_signature']);
const METHODS = new Set(['method_definition', 'method_signature', 'abstract_method_signature']);

/** Puts each decorator with the member it stands before. */
export function memberGroups<T extends { type: string }>(children: T[]): T[][] {
  const groups: T[][] = [];
  let open: T[] = [];
  for (const child of children) {
    if (child.type === 'comment') continue;
    open.push(child);
    if (child.type === 'decorator') continue;
    groups.push(open);
    open = [];
  }
  return open.length > 0 ? [...groups, open] : groups;
}

/** Lowers one member with its decorators. */
export function classPart(group: Syntax[], l: Lowering): ClassPart {
  const part: ClassPart = { fields: [], methods: [], nested: [] };
  const node = group[group.length - 1];
  if (!node) return part;
  const before = group.filter((n) => n.type === 'decorator' && n !== node);
  const { classes } = withClasses(l, () => addMember(part, node, before, l));
  part.nested.push(...classes.map((c) => c.type));
  return part;
}

function addMember(part: ClassPart, node: Syntax, before: Syntax[], l: Lowering): void {
  if (FIELDS.has(node.type)) part.fields.push(fieldOf(node, l, before));
  else if (METHODS.has(node.type)) addMethod(part, node, before, l);
  else if (node.type === 'class_static_block') {
    const body = field(node, 'body') ?? ofType(node, 'statement_block');
    part.methods.push(unnamed(node, { ...(body ? { body: l.block(body) } : {}), isStatic: true }));
  } else if (node.type === 'ERROR' || node.type === 'decorator') {
    const value = l.value(node);
    if (value.v === 'opaque' && value.values.length === 0) return;
    part.methods.push(unnamed(node, { body: [{ s: 'do', range: rangeOf(node), value }] }));
  }
}

function unnamed(node: Syntax, more: Partial<Fn>): Fn {
  return {
    range: rangeOf(node),
    kind: 'method',
    params: [],
    isAsync: false,
    isStatic: false,
    exported: false,
    marks: [],
    ...more,
  };
}

/** A field or property signature. */
export function fieldOf(node: Syntax, l: Lowering, before: Syntax[] = []): Field {
  const name = field(node, 'name') ?? field(node, 'property');
  const value = field(node, 'value');
  const start = before[0]?.start ?? node.start;
  return {
    range: { start, end: node.end },
    name: name ? (propertyName(name, l) ?? '') : '',
    ...typeOf(node, l),
    ...(value ? { init: l.value(value) } : {}),
    isStatic: hasToken(node, 'static'),
    marks: l.marks([...before, ...fields(node, 'decorator')]),
  };
}

function addMethod(part: ClassPart, node: Syntax, before: Syntax[], l: Lowering): void {
  const name = field(node, 'name');
  const isConstructor = name !== undefined && textOf(name, l) === 'constructor';
  const kind = isConstructor ? 'constructor' : methodKind(node, 'method');
  const method = l.fn(node, kind);
  method.range.start = before[0]?.start ?? node.start;
  method.marks.unshift(...l.marks(before));
  part.methods.push(method);
  if (isConstructor)
    for (const p of parameterProperties(field(node, 'parameters'))) part.fields.push(parameterProperty(p, l));
  if (kind === 'getter') {
    const init = method.name === undefined ? undefined : onlyReturn(field(node, 'body'), l);
    if (init) part.fields.push(getterField(method, node, init, l));
  }
}

function getterField(method: Fn, node: Syntax, init: Val, l: Lowering): Field {
  return {
    range: { ...method.range },
    name: method.name ?? '',
    ...typeOf(node, l, 'return_type'),
    init,
    isStatic: method.isStatic,
    marks: [],
  };
}

/** The value of a body that is one `return`, lowered afresh since ranges are not shared. */
function onlyReturn(body: Syntax | undefined, l: Lowering): Val | undefined {
  const statements = body ? named(body) : [];
  const only = statements[0];
  if (statements.length !== 1 || only?.type !== 'return_statement') return undefined;
  const value = named(only)[0];
  return value ? l.value(value) : undefined;
}

function parameterProperty(node: Syntax, l: Lowering): Field {
  const name = field(node, 'pattern');
  const value = field(node, 'value');
  return {
    range: rangeOf(node),
    name: name ? textOf(name, l) : '',
    ...typeOf(node, l),
    ...(value ? { init: l.value(value) } : {}),
    isStatic: false,
    viaParam: true,
    marks: [],
  };
}

/**
 * A class from its header and its members.
 *
 * @param node the declaration; its body is not looked at
 * @param name for a class that has none of its own
 */
export function classFrom(node: Syntax, parts: ClassPart[], l: Lowering, name = 'default'): TypeDecl {
  const written = field(node, 'name');
  const at = written ?? node.children.find((c) => c.type === 'class') ?? node;
  return {
    range: rangeOf(node),
    name: written ? textOf(written, l) : name,
    nameRange: rangeOf(at),
    kind: 'class',
    bases: bases(ofType(node, 'class_heritage'), l),
    fields: parts.flatMap((p) => p.fields),
    methods: parts.flatMap((p) => p.methods),
    nested: parts.flatMap((p) => p.nested),
    marks: l.marks(fields(node, 'decorator')),
    exported: false,
  };
}

export function classDecl(node: Syntax, l: Lowering, name?: string): TypeDecl {
  const body = field(node, 'body');
  const parts = memberGroups(body ? named(body) : []).map((g) => classPart(g, l));
  return classFrom(node, parts, l, name);
}

/** What a class extends and implements. A base that is computed, such as `mixin(A)`, has an empty path. */
function bases(heritage: Syntax | undefined, l: Lowering): TypeRef[] {
  if (!heritage) return [];
  const out: TypeRef[] = [];
  for (const clause of named(heritage)) {
    if (clause.type === 'implements_clause') out.push(...named(clause).map((t) => typeRef(t, l)));
    else if (clause.type === 'extends_clause') {
      const value = field(clause, 'value');
      if (value) out.push({ path: pathOf(value, l) ?? [], args: typeArgs(field(clause, 'type_arguments'), l) });
    } else out.push({ path: pathOf(clause, l) ?? [], args: [] });
  }
  return out;
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
