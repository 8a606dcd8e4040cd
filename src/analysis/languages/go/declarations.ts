/** Types, constants and variables. */
import type { Bind, Field, Fn, Stmt, TypeDecl, TypeRef } from '../../code-model.js';
import { field, fields, named, ofType, type Syntax } from '../syntax.js';
import { assigned } from './assignments.js';
import { type Context, range, type StatementRule } from './context.js';
import { paramsOf } from './functions.js';
import { resultType, typeRef } from './types.js';

/** A type of its own, or another name for one. */
function typeOf(cx: Context, node: Syntax): TypeDecl | undefined {
  const name = field(node, 'name');
  const type = field(node, 'type');
  if (!name) return undefined;
  const parts: Pick<TypeDecl, 'kind' | 'bases' | 'fields' | 'methods'> =
    type?.type === 'struct_type'
      ? structOf(cx, type)
      : type?.type === 'interface_type'
        ? interfaceOf(cx, type)
        : { kind: 'object', bases: baseOf(cx, type), fields: [], methods: [] };
  return {
    name: cx.source(name),
    nameRange: range(name),
    ...parts,
    nested: [],
    marks: [],
    exported: true,
    range: range(node),
  };
}

function baseOf(cx: Context, node: Syntax | undefined): TypeRef[] {
  const type = typeRef(cx, node);
  return type ? [type] : [];
}

/** Fields; what is embedded is a field by the last part of its name and lends its members. */
function structOf(cx: Context, node: Syntax): Pick<TypeDecl, 'kind' | 'bases' | 'fields' | 'methods'> {
  const bases: TypeRef[] = [];
  const out: Field[] = [];
  const list = ofType(node, 'field_declaration_list');
  for (const child of list ? named(list) : []) {
    const names = fields(child, 'name');
    const one = (name: string, at: Syntax): Field => {
      const type = typeRef(cx, field(child, 'type'));
      return { name, ...(type ? { type } : {}), isStatic: false, marks: [], range: range(at) };
    };
    for (const n of names) out.push(one(cx.source(n), names.length > 1 ? n : child));
    const embedded = names.length > 0 ? undefined : typeRef(cx, field(child, 'type'));
    if (!embedded) continue;
    bases.push(embedded);
    out.push(one(embedded.path.at(-1) ?? '', child));
  }
  return { kind: 'struct', bases, fields: out, methods: [] };
}

function interfaceOf(cx: Context, node: Syntax): Pick<TypeDecl, 'kind' | 'bases' | 'fields' | 'methods'> {
  const bases: TypeRef[] = [];
  const methods: Fn[] = [];
  for (const child of named(node)) {
    const name = field(child, 'name');
    if (!name) {
      bases.push(...baseOf(cx, child));
      continue;
    }
    const returns = resultType(cx, field(child, 'result'));
    methods.push({
      name: cx.source(name),
      nameRange: range(name),
      kind: 'method',
      params: paramsOf(cx, field(child, 'parameters')),
      ...(returns ? { returns } : {}),
      isAsync: false,
      isStatic: false,
      exported: true,
      marks: [],
      range: range(child),
    });
  }
  return { kind: 'interface', bases, fields: [], methods };
}

/** The types of one `type` declaration. */
const types: StatementRule = (cx, node) =>
  named(node).flatMap((spec): Stmt[] => {
    const type = typeOf(cx, spec);
    return type ? [{ s: 'type', type, range: range(spec) }] : [];
  });

/** `var a, b T = x, y`, alone or in parentheses. */
const variables: StatementRule = (cx, node) =>
  named(node).flatMap((spec): Stmt[] => {
    if (spec.type === 'var_spec_list') return variables(cx, spec);
    const names = fields(spec, 'name');
    const written = field(spec, 'type');
    const values = field(spec, 'value');
    const given = values ? named(values) : [];
    if (given.length > 0) return assigned(cx, names, given, spec, { declares: true, ...(written ? { written } : {}) });
    return names.map((n): Bind => {
      const type = typeRef(cx, written);
      cx.declared(cx.source(n), type);
      return {
        s: 'bind',
        target: { v: 'ref', name: cx.source(n), range: range(n) },
        ...(type ? { type } : {}),
        declares: true,
        ...(cx.local ? {} : { exported: true }),
        range: range(names.length > 1 ? n : spec),
      };
    });
  });

export const declarationRules: [string, StatementRule][] = [
  ['type_declaration', types],
  ['var_declaration', variables],
  ['const_declaration', variables],
  ['var_spec', (cx, node) => variables(cx, { ...node, children: [node] })],
  ['const_spec', (cx, node) => variables(cx, { ...node, children: [node] })],
];
