/** Interfaces, type aliases and enums. */
import type { Field, Fn, TypeDecl, TypeRef, Val } from '../../code-model.js';
import { field, named, ofType, type Syntax } from '../syntax.js';
import { fieldOf } from './classes.js';
import { type Lowering, rangeOf, textOf } from './context.js';
import { lit } from './literals.js';
import { propertyName } from './patterns.js';
import { typeRef } from './types.js';

function declared(node: Syntax, kind: TypeDecl['kind'], l: Lowering, parts: Partial<TypeDecl>): TypeDecl {
  const name = field(node, 'name');
  return {
    range: rangeOf(node),
    name: name ? textOf(name, l) : '',
    nameRange: rangeOf(name ?? node),
    kind,
    bases: [],
    fields: [],
    methods: [],
    nested: [],
    marks: [],
    exported: false,
    ...parts,
  };
}

function shape(body: Syntax | undefined, l: Lowering): { fields: Field[]; methods: Fn[] } {
  const members = body ? named(body) : [];
  return {
    fields: members.filter((m) => m.type === 'property_signature').map((m) => fieldOf(m, l)),
    methods: members.filter((m) => m.type === 'method_signature').map((m) => l.fn(m, 'method')),
  };
}

export function interfaceDecl(node: Syntax, l: Lowering): TypeDecl {
  const clause = ofType(node, 'extends_type_clause', 'extends_clause');
  const bases = clause ? named(clause).map((t) => typeRef(t, l)) : [];
  return declared(node, 'interface', l, { bases, ...shape(field(node, 'body'), l) });
}

/** `type T = { … }`, `type T = A & { … }`, `type T = A`: what is named becomes a base. */
export function aliasDecl(node: Syntax, l: Lowering): TypeDecl | undefined {
  const value = field(node, 'value');
  if (!value) return undefined;
  const members = value.type === 'intersection_type' ? named(value) : [value];
  const bases: TypeRef[] = [];
  const fields: Field[] = [];
  const methods: Fn[] = [];
  for (const member of members) {
    if (member.type === 'object_type') {
      const found = shape(member, l);
      fields.push(...found.fields);
      methods.push(...found.methods);
    } else {
      const type = typeRef(member, l);
      if (type.path.length > 0) bases.push(type);
    }
  }
  if (bases.length + fields.length + methods.length === 0) return undefined;
  return declared(node, 'interface', l, { bases, fields, methods });
}

/** An enum; a member without a value counts on from the one before. */
export function enumDecl(node: Syntax, l: Lowering): TypeDecl {
  const body = field(node, 'body');
  const fields: Field[] = [];
  let next: number | undefined = 0;
  for (const member of body ? named(body) : []) {
    const name = member.type === 'enum_assignment' ? field(member, 'name') : member;
    const value = field(member, 'value');
    if (!name || member.type === 'ERROR') continue;
    const init: Val | undefined = value ? l.value(value) : next === undefined ? undefined : lit(member, next);
    next = init?.v === 'lit' && typeof init.value === 'number' ? init.value + 1 : undefined;
    fields.push({
      range: rangeOf(member),
      name: propertyName(name, l) ?? '',
      ...(init ? { init } : {}),
      isStatic: true,
      marks: [],
    });
  }
  return declared(node, 'enum', l, { fields });
}
