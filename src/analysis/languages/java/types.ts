/** Type declarations: what stands in their head, and their members put together. */
import type { Field, Fn, TypeDecl, TypeRef } from '../../code-model.js';
import { field, ofType, type Syntax } from '../syntax.js';
import { hasModifier, marksOf } from './calls.js';
import { type Context, isCode, operands, range, type StatementRule } from './context.js';
import { paramsOf } from './functions.js';
import { append, asStatements, isMember, type Members, member, noMembers } from './members.js';
import { typeRef } from './names.js';

const KINDS: Record<string, TypeDecl['kind']> = {
  class_declaration: 'class',
  interface_declaration: 'interface',
  annotation_type_declaration: 'interface',
  enum_declaration: 'enum',
  record_declaration: 'class',
};

/** True for a node that declares a type. */
export function isType(type: string): boolean {
  return type in KINDS;
}

/** Children that hold the members of a type. */
const BODIES = new Set(['class_body', 'interface_body', 'enum_body', 'annotation_type_body', 'enum_body_declarations']);

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
  const own = components(cx, head);
  return {
    name: name ? cx.source(name) : '',
    nameRange: range(name ?? { start: head.start, end: head.start }),
    kind: KINDS[head.type] ?? 'class',
    bases: basesOf(cx, head),
    fields: [...own.fields, ...members.fields],
    methods: [...own.methods, ...members.methods],
    nested: members.nested,
    marks: marksOf(cx, head),
    exported: !hasModifier(head, 'private'),
    ...(namespace ? { namespace } : {}),
    range: { start: head.start, end },
  };
}

function basesOf(cx: Context, head: Syntax): TypeRef[] {
  const lists = ['superclass', 'super_interfaces', 'extends_interfaces'].flatMap((t) => ofType(head, t) ?? []);
  return lists.flatMap((list) =>
    operands(list).flatMap((c) =>
      c.type === 'type_list' ? operands(c).flatMap((t) => typeRef(cx, t) ?? []) : (typeRef(cx, c) ?? []),
    ),
  );
}

/** The components of a record are fields and the parameters of its constructor. */
function components(cx: Context, head: Syntax): { fields: Field[]; methods: Fn[] } {
  const list = head.type === 'record_declaration' ? ofType(head, 'formal_parameters') : undefined;
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
  const fn: Fn = {
    kind: 'constructor',
    params: paramsOf(cx, list),
    isAsync: false,
    isStatic: false,
    exported: true,
    marks: [],
    body: [],
    range: range(list),
  };
  return { fields, methods: [fn] };
}

/** A type that stands where statements do: lowered as one piece. */
function typeInPlace(cx: Context, node: Syntax): TypeDecl {
  const members = noMembers();
  const collect = (parent: Syntax): void => {
    for (const child of parent.children) {
      if (!isCode(child)) continue;
      if (isType(child.type)) members.nested.push(typeInPlace(cx, child));
      else if (isBody(child.type) || child.type === 'ERROR') collect(child);
      else append(members, member(cx, child));
    }
  };
  const body = node.children.find((c) => isBody(c.type));
  if (body) collect(body);
  const head = { ...node, children: node.children.filter((c) => c !== body) };
  return typeDecl(cx, head, node.end, members, '');
}

const typeStatement: StatementRule = (cx, node) => [{ s: 'type', type: typeInPlace(cx, node), range: range(node) }];

/** A member that stands where statements do (broken code). */
const memberStatement: StatementRule = (cx, node) => asStatements(member(cx, node));

const IN_PLACE = [
  'method_declaration',
  'constructor_declaration',
  'compact_constructor_declaration',
  'field_declaration',
  'constant_declaration',
  'static_initializer',
  'enum_constant',
];

export const typeRules: [string, StatementRule][] = [
  ...Object.keys(KINDS).map((type): [string, StatementRule] => [type, typeStatement]),
  ...IN_PLACE.filter(isMember).map((type): [string, StatementRule] => [type, memberStatement]),
];
