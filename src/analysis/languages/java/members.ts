/** Members of a type: methods, constructors, fields, enum constants, initialisers. */
import type { Field, Fn, Stmt, TypeDecl, Val } from '../../code-model.js';
import { field, ofType, type Syntax } from '../syntax.js';
import { argumentsOf, hasModifier, marksOf } from './calls.js';
import { type Context, isCode, operands, range } from './context.js';
import { functionOf } from './functions.js';
import { bindings } from './statements.js';

/** What one declaration contributes to its type. */
export interface Members {
  fields: Field[];
  methods: Fn[];
  nested: TypeDecl[];
}

export function noMembers(): Members {
  return { fields: [], methods: [], nested: [] };
}

type MemberRule = (cx: Context, node: Syntax, out: Members) => void;

/** Reachable from another file: anything that is not private. */
function exported(node: Syntax): boolean {
  return !hasModifier(node, 'private');
}

const method: MemberRule = (cx, node, out) => {
  out.methods.push(functionOf(cx, node, 'method', exported(node)));
};

const construction: MemberRule = (cx, node, out) => {
  out.methods.push(functionOf(cx, node, 'constructor', exported(node)));
};

const fieldRule: MemberRule = (cx, node, out) => {
  // Constants of an interface are static without saying so.
  const isStatic = node.type === 'constant_declaration' || hasModifier(node, 'static');
  bindings(cx, node).forEach((bind, i) => {
    if (bind.target.v !== 'ref') return;
    out.fields.push({
      name: bind.target.name,
      ...(bind.type ? { type: bind.type } : {}),
      ...(bind.value ? { init: bind.value } : {}),
      isStatic,
      marks: i === 0 ? marksOf(cx, node) : [],
      // The first of several carries what stands before all of them.
      range: i === 0 ? { start: node.start, end: bind.range.end } : bind.range,
    });
  });
};

/** A constant that is made with a number stands for it: `CONFLICT(409)`. */
const enumConstant: MemberRule = (cx, node, out) => {
  const name = field(node, 'name');
  if (!name) return;
  const args = argumentsOf(cx, field(node, 'arguments'));
  const number = args.find((a) => a.value.v === 'lit' && typeof a.value.value === 'number')?.value;
  out.fields.push({
    name: cx.source(name),
    ...(number ? { init: number } : {}),
    isStatic: true,
    marks: marksOf(cx, node),
    range: range(node),
  });
  const body = field(node, 'body') ?? ofType(node, 'class_body');
  for (const child of body ? operands(body) : []) append(out, member(cx, child));
};

const initialiser: MemberRule = (cx, node, out) => {
  const block = node.type === 'block' ? node : ofType(node, 'block');
  if (block) out.methods.push(fragment(node, cx.body(block), node.type !== 'block'));
};

const element: MemberRule = (cx, node, out) => {
  out.methods.push(functionOf(cx, node, 'method', true));
};

const RULES = new Map<string, MemberRule>([
  ['method_declaration', method],
  ['constructor_declaration', construction],
  ['compact_constructor_declaration', construction],
  ['field_declaration', fieldRule],
  ['constant_declaration', fieldRule],
  ['enum_constant', enumConstant],
  ['static_initializer', initialiser],
  ['block', initialiser],
  ['annotation_type_element_declaration', element],
]);

/** True for a node that is a member and no type. */
export function isMember(type: string): boolean {
  return RULES.has(type);
}

/** Lowers one member. What is no member (broken code) is kept as a function without a name. */
export function member(cx: Context, node: Syntax): Members {
  const out = noMembers();
  const rule = RULES.get(node.type);
  if (rule) rule(cx, node, out);
  else if (isCode(node)) {
    const body = cx.statement(node);
    if (body.length > 0) out.methods.push(fragment(node, body, false));
  }
  return out;
}

function fragment(node: Syntax, body: Stmt[], isStatic: boolean): Fn {
  return {
    kind: 'method',
    params: [],
    isAsync: false,
    isStatic,
    exported: false,
    marks: [],
    body,
    range: range(node),
  };
}

/** Adds what one declaration contributes. */
export function append(to: Members, from: Members): void {
  to.fields.push(...from.fields);
  to.methods.push(...from.methods);
  to.nested.push(...from.nested);
}

/** The fields a member list binds, as statements: for members that stand where statements do. */
export function asStatements(members: Members): Stmt[] {
  return [
    ...members.fields.map(
      (f): Stmt => ({
        s: 'bind',
        target: { v: 'ref', name: f.name, range: range(f.range) },
        ...(f.init ? { value: f.init as Val } : {}),
        ...(f.type ? { type: f.type } : {}),
        declares: true,
        range: f.range,
      }),
    ),
    ...members.methods.map((fn): Stmt => ({ s: 'function', fn, range: range(fn.range) })),
    ...members.nested.map((type): Stmt => ({ s: 'type', type, range: range(type.range) })),
  ];
}
