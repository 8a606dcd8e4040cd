/** Type declarations: what stands in their head, and their members put together. */
import type { Field, Fn, Stmt, TypeDecl } from '../../code-model.js';
import { field, ofType, type Syntax } from '../syntax.js';
import { hasModifier, marksOf } from './calls.js';
import { type Context, isCode, operands, range, type StatementRule } from './context.js';
import { functionOf, paramsOf } from './functions.js';
import { initialCall, type Members, member, noMembers } from './members.js';
import { typeRef } from './names.js';

const KINDS: Record<string, TypeDecl['kind']> = {
  class_declaration: 'class',
  struct_declaration: 'struct',
  interface_declaration: 'interface',
  enum_declaration: 'enum',
  record_declaration: 'class',
  record_struct_declaration: 'struct',
  delegate_declaration: 'interface',
  extension_declaration: 'class',
};

/** True for a node that declares a type. */
export function isType(type: string): boolean {
  return type in KINDS;
}

/** Children that hold the members of a type. */
const BODIES = new Set(['declaration_list', 'enum_member_declaration_list', 'extension_body']);

export function isBody(type: string): boolean {
  return BODIES.has(type);
}

/**
 * A type from its head and its members.
 *
 * @param head the declaration's node without its body
 * @param end where the whole declaration ends
 */
export function typeDecl(cx: Context, head: Syntax, end: number, members: Members, namespace: string): TypeDecl {
  const name = field(head, 'name');
  const own = primary(cx, head, name);
  const delegate = head.type === 'delegate_declaration';
  const invoke: Fn[] = delegate ? [{ ...functionOf(cx, head, 'method', true), name: 'Invoke' }] : [];
  return {
    name: name ? cx.name(name) : '',
    nameRange: range(name ?? { start: head.start, end: head.start }),
    kind: head.children.some((c) => c.type === 'struct') ? 'struct' : (KINDS[head.type] ?? 'class'),
    bases: basesOf(cx, head),
    fields: [...own.fields, ...members.fields],
    methods: [...own.methods, ...invoke, ...members.methods],
    nested: members.nested,
    marks: marksOf(cx, head),
    // Types are `internal` unless said otherwise: other files see them.
    exported: !hasModifier(cx, head, 'private', 'file'),
    ...(namespace ? { namespace } : {}),
    range: { start: head.start, end },
  };
}

function basesOf(cx: Context, head: Syntax): TypeDecl['bases'] {
  const list = ofType(head, 'base_list');
  if (!list) return [];
  return operands(list).flatMap((c) => (c.type === 'argument_list' ? [] : (typeRef(cx, c) ?? [])));
}

/** A primary constructor: its parameters are fields too, and the base's arguments are its first statement. */
function primary(cx: Context, head: Syntax, name: Syntax | undefined): { fields: Field[]; methods: Fn[] } {
  const list = head.type === 'delegate_declaration' ? undefined : ofType(head, 'parameter_list');
  if (!list) return { fields: [], methods: [] };
  const fields = paramsOf(cx, list).map(
    (p): Field => ({
      name: p.name,
      ...(p.type ? { type: p.type } : {}),
      isStatic: false,
      viaParam: true,
      marks: p.marks,
      range: p.range,
    }),
  );
  const bases = ofType(head, 'base_list');
  const holder = (bases && ofType(bases, 'primary_constructor_base_type')) ?? bases;
  const args = holder && ofType(holder, 'argument_list');
  const body: Stmt[] = args ? [initialCall(cx, true, args, args)] : [];
  const fn: Fn = {
    ...(name ? { name: cx.name(name), nameRange: range(name) } : {}),
    kind: 'constructor',
    params: paramsOf(cx, list),
    isAsync: false,
    isStatic: false,
    exported: true,
    marks: [],
    body,
    range: { start: Math.min(list.start, name?.start ?? list.start), end: args?.end ?? list.end },
  };
  return { fields, methods: [fn] };
}

/** A type that stands where statements do (broken code): lowered as one piece. */
function typeInPlace(cx: Context, node: Syntax): TypeDecl {
  const members = noMembers();
  const collect = (parent: Syntax): void => {
    for (const child of parent.children) {
      if (child.field === 'condition' || !isCode(child)) continue;
      if (isType(child.type)) members.nested.push(typeInPlace(cx, child));
      else if (child.type.startsWith('preproc_') || child.type === 'ERROR') collect(child);
      else append(members, member(cx, child, node.type === 'interface_declaration'));
    }
  };
  const body = node.children.find((c) => isBody(c.type));
  if (body) collect(body);
  const head = { ...node, children: node.children.filter((c) => c !== body) };
  return typeDecl(cx, head, node.end, members, '');
}

/** Adds what one declaration contributes. */
export function append(to: Members, from: Members): void {
  to.fields.push(...from.fields);
  to.methods.push(...from.methods);
  to.nested.push(...from.nested);
}

const typeStatement: StatementRule = (cx, node) => [{ s: 'type', type: typeInPlace(cx, node), range: range(node) }];

/** A member that stands where statements do (broken code, or a script). */
const memberStatement: StatementRule = (cx, node) => {
  const { fields, methods } = member(cx, node, false);
  return [
    ...fields.map(
      (f): Stmt => ({
        s: 'bind',
        target: { v: 'ref', name: f.name, range: range(f.range) },
        ...(f.init ? { value: f.init } : {}),
        ...(f.type ? { type: f.type } : {}),
        declares: true,
        range: f.range,
      }),
    ),
    ...methods.map((fn): Stmt => ({ s: 'function', fn, range: range(fn.range) })),
  ];
};

export const typeRules: [string, StatementRule][] = [
  ...Object.keys(KINDS).map((type): [string, StatementRule] => [type, typeStatement]),
  ...[
    'method_declaration',
    'constructor_declaration',
    'destructor_declaration',
    'operator_declaration',
    'conversion_operator_declaration',
    'field_declaration',
    'event_field_declaration',
    'property_declaration',
    'indexer_declaration',
    'event_declaration',
  ].map((type): [string, StatementRule] => [type, memberStatement]),
];
