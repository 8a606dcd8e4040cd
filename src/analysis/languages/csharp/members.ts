/** Members of a type: methods, constructors, properties, fields, events, operators. */
import type { Call, Field, Fn, Stmt, TypeDecl, Val } from '../../code-model.js';
import { field, ofType, type Syntax } from '../syntax.js';
import { argumentsOf, hasModifier, marksOf } from './calls.js';
import { type Context, isCode, operands, range } from './context.js';
import { bodyOf, functionOf, onlyReturn, paramsOf } from './functions.js';
import { typeRef } from './names.js';
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

type MemberRule = (cx: Context, node: Syntax, out: Members, inInterface: boolean) => void;

/** Reachable from another file: anything that is not private, which is what no modifier means in a class. */
function exported(cx: Context, node: Syntax, inInterface: boolean): boolean {
  if (hasModifier(cx, node, 'public', 'internal', 'protected')) return true;
  return (
    (inInterface || ofType(node, 'explicit_interface_specifier') !== undefined) && !hasModifier(cx, node, 'private')
  );
}

const method: MemberRule = (cx, node, out, inInterface) => {
  out.methods.push(functionOf(cx, node, 'method', exported(cx, node, inInterface)));
};

/** `: base(…)` and `: this(…)` run first, so they are the first statement. */
export function initialCall(cx: Context, base: boolean, list: Syntax, at: { start: number; end: number }): Stmt {
  const call: Call = {
    v: 'call',
    callee: { v: 'self', base, range: range(at) },
    args: argumentsOf(cx, list),
    typeArgs: [],
    safe: false,
    range: range(at),
  };
  return { s: 'do', value: call, range: range(at) };
}

const construction: MemberRule = (cx, node, out) => {
  const fn = functionOf(cx, node, 'constructor', exported(cx, node, false));
  const initial = ofType(node, 'constructor_initializer');
  const list = initial && ofType(initial, 'argument_list');
  if (initial && list) {
    const base = initial.children.some((c) => c.type === 'base');
    fn.body = [initialCall(cx, base, list, initial), ...(fn.body ?? [])];
  }
  out.methods.push(fn);
};

/** Operators and finalisers have names no call can write; they are kept because of what they hold. */
function nameless(name: (cx: Context, node: Syntax) => string): MemberRule {
  return (cx, node, out, inInterface) => {
    out.methods.push({ ...functionOf(cx, node, 'method', exported(cx, node, inInterface)), name: name(cx, node) });
  };
}

const operator = nameless((cx, node) => {
  // `operator +` is named by what follows the keyword, `operator int` by its type.
  const tokens = node.children.slice(node.children.findIndex((c) => c.type === 'operator') + 1);
  const sign = tokens.find((c) => !c.named && c.type !== 'checked' && c.type !== ';');
  const type = field(node, 'type');
  const conversion = node.type === 'conversion_operator_declaration';
  return `operator ${conversion ? type && cx.source(type) : (sign?.type ?? '')}`;
});

const destructor = nameless((cx, node) => {
  const name = field(node, 'name');
  return `~${name ? cx.name(name) : ''}`;
});

const fieldRule: MemberRule = (cx, node, out) => {
  const declaration = ofType(node, 'variable_declaration');
  if (!declaration) return;
  const isStatic = hasModifier(cx, node, 'static', 'const');
  bindings(cx, declaration, node).forEach((bind, i) => {
    if (bind.target.v !== 'ref') return;
    out.fields.push({
      name: bind.target.name,
      ...(bind.type ? { type: bind.type } : {}),
      ...(bind.value ? { init: bind.value } : {}),
      isStatic,
      marks: i === 0 ? marksOf(cx, node) : [],
      range: bind.range,
    });
  });
};

const property: MemberRule = (cx, node, out, inInterface) => {
  const name = field(node, 'name');
  if (!name) return;
  const own = accessors(cx, node, cx.name(name), name, exported(cx, node, inInterface));
  out.methods.push(...own.methods);
  const type = typeRef(cx, field(node, 'type'));
  const value = field(node, 'value');
  const init = value ? unlessThrown(cx, value) : own.value;
  out.fields.push({
    name: cx.name(name),
    ...(type ? { type } : {}),
    ...(init ? { init } : {}),
    isStatic: hasModifier(cx, node, 'static'),
    marks: marksOf(cx, node),
    range: range(node),
  });
};

function unlessThrown(cx: Context, node: Syntax): Val | undefined {
  const value = node.type === 'arrow_expression_clause' ? operands(node)[0] : node;
  return value && cx.value(value);
}

/** What the keyword of an accessor makes of it. */
const ACCESSORS = new Map<string, Fn['kind']>([
  ['get', 'getter'],
  ['set', 'setter'],
  ['init', 'setter'],
  ['add', 'method'],
  ['remove', 'method'],
]);

/** The accessors that have a body, and the value of a getter that only returns one. */
function accessors(
  cx: Context,
  node: Syntax,
  name: string,
  nameNode: Syntax,
  visible: boolean,
): { methods: Fn[]; value?: Val } {
  const methods: Fn[] = [];
  let value: Val | undefined;
  const list = field(node, 'accessors') ?? ofType(node, 'accessor_list');
  for (const accessor of list?.children ?? []) {
    if (accessor.type !== 'accessor_declaration') continue;
    const word = accessor.children.find((c) => ACCESSORS.has(c.type));
    const body = field(accessor, 'body');
    if (!word || !body) continue;
    const kind = ACCESSORS.get(word.type) ?? 'method';
    const getter = kind === 'getter';
    const lowered = bodyOf(cx, body);
    const returns = getter ? typeRef(cx, field(node, 'type')) : undefined;
    const type = getter ? undefined : typeRef(cx, field(node, 'type'));
    methods.push({
      name,
      nameRange: range(nameNode),
      kind,
      params: getter ? [] : [{ name: 'value', ...(type ? { type } : {}), marks: [], range: range(word) }],
      ...(returns ? { returns } : {}),
      isAsync: false,
      isStatic: hasModifier(cx, node, 'static'),
      exported: visible,
      marks: marksOf(cx, accessor),
      ...(lowered ? { body: lowered } : {}),
      // The name belongs to the property; the accessor itself begins at its keyword.
      range: { start: Math.min(nameNode.start, accessor.start), end: accessor.end },
    });
    // Lowered a second time: a piece of the model belongs to one place.
    const only = getter ? onlyReturn(body) : undefined;
    if (only) value = cx.value(only);
  }
  return { methods, ...(value ? { value } : {}) };
}

const indexer: MemberRule = (cx, node, out, inInterface) => {
  const keyword = node.children.find((c) => c.type === 'this') ?? node;
  const visible = exported(cx, node, inInterface);
  const list = field(node, 'parameters') ?? ofType(node, 'bracketed_parameter_list');
  const value = field(node, 'value');
  const { methods } = accessors(cx, node, 'this[]', keyword, visible);
  if (value) {
    const returns = typeRef(cx, field(node, 'type'));
    methods.push({
      name: 'this[]',
      nameRange: range(keyword),
      kind: 'getter',
      params: [],
      ...(returns ? { returns } : {}),
      isAsync: false,
      isStatic: false,
      exported: visible,
      marks: [],
      body: bodyOf(cx, value) ?? [],
      range: range(node),
    });
  }
  for (const fn of methods) {
    fn.params = [...paramsOf(cx, list), ...fn.params];
    fn.range = range(node);
  }
  out.methods.push(...methods);
};

const event: MemberRule = (cx, node, out, inInterface) => {
  const name = field(node, 'name');
  if (!name) return;
  const type = typeRef(cx, field(node, 'type'));
  out.fields.push({
    name: cx.name(name),
    ...(type ? { type } : {}),
    isStatic: hasModifier(cx, node, 'static'),
    marks: marksOf(cx, node),
    range: range(node),
  });
  out.methods.push(...accessors(cx, node, cx.name(name), name, exported(cx, node, inInterface)).methods);
};

const enumMember: MemberRule = (cx, node, out) => {
  const name = field(node, 'name');
  if (!name) return;
  const value = field(node, 'value');
  out.fields.push({
    name: cx.name(name),
    ...(value ? { init: cx.value(value) } : {}),
    isStatic: true,
    marks: marksOf(cx, node),
    range: range(node),
  });
};

const RULES = new Map<string, MemberRule>([
  ['method_declaration', method],
  // A method in broken surroundings is read as a local function.
  ['local_function_statement', method],
  ['constructor_declaration', construction],
  ['destructor_declaration', destructor],
  ['operator_declaration', operator],
  ['conversion_operator_declaration', operator],
  ['field_declaration', fieldRule],
  ['event_field_declaration', fieldRule],
  ['property_declaration', property],
  ['indexer_declaration', indexer],
  ['event_declaration', event],
  ['enum_member_declaration', enumMember],
]);

/** True for a node that declares a member other than a type. */
export function isMember(type: string): boolean {
  return RULES.has(type);
}

/** Lowers one member. What is no member (broken code) is kept as a function without a name. */
export function member(cx: Context, node: Syntax, inInterface: boolean): Members {
  const out = noMembers();
  const rule = RULES.get(node.type);
  if (rule) rule(cx, node, out, inInterface);
  else if (isCode(node)) {
    const body = cx.statement(node);
    if (body.length > 0) out.methods.push(fragment(node, body));
  }
  return out;
}

function fragment(node: Syntax, body: Stmt[]): Fn {
  return {
    kind: 'method',
    params: [],
    isAsync: false,
    isStatic: false,
    exported: false,
    marks: [],
    body,
    range: range(node),
  };
}
