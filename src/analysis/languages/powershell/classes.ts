/** Classes and enumerations. */
import type { Field, Fn, Stmt, TypeDecl, TypeRef } from '../../code-model.js';
import { low, opaque, span } from '../nodes.js';
import { typeName } from './expressions.js';
import { blockBody, paramsHere } from './functions.js';
import type { Reader } from './reader.js';
import { between, blanks, closing, gap, isBreak, isWord, peekWord } from './scan.js';

/** `class Name : Base { … }`; the word itself is taken. */
export function classHere(r: Reader, start: number): Stmt[] {
  const type = head(r, 'class');
  if (!r.takes('{')) {
    r.damage(start, r.pos + 1);
    return [];
  }
  for (;;) {
    between(r);
    if (r.done || r.at() === '}') break;
    const at = r.pos;
    member(r, type);
    if (r.pos === at) {
      r.damage(at, at + 1);
      r.pos++;
    }
  }
  if (!r.takes('}')) r.damage(start);
  return finished(r, type, start);
}

/** `enum Name { A; B = 2 }`. */
export function enumHere(r: Reader, start: number): Stmt[] {
  const type = head(r, 'enum');
  if (!r.takes('{')) {
    r.damage(start, r.pos + 1);
    return [];
  }
  for (;;) {
    between(r);
    if (r.done || r.at() === '}') break;
    const from = r.pos;
    const name = peekWord(r);
    r.pos += name.length || 1;
    if (!name) r.damage(from);
    blanks(r);
    if (r.takes('=')) {
      blanks(r);
      r.parts.expression(r);
    }
    if (name) type.fields.push({ name, isStatic: true, marks: [], range: span(from, r.pos) });
  }
  if (!r.takes('}')) r.damage(start);
  return finished(r, type, start);
}

function head(r: Reader, kind: 'class' | 'enum'): TypeDecl {
  blanks(r);
  const nameStart = r.pos;
  r.pos += peekWord(r).length;
  const name = r.text.slice(nameStart, r.pos);
  const nameRange = span(nameStart, r.pos);
  const bases: TypeRef[] = [];
  gap(r);
  if (r.takes(':'))
    for (;;) {
      gap(r);
      const from = r.pos;
      while (isWord(r.at()) || r.at() === '.') r.pos++;
      if (r.pos > from) bases.push({ path: r.text.slice(from, r.pos).split('.'), args: [] });
      gap(r);
      if (!r.takes(',')) break;
    }
  gap(r);
  return {
    name,
    nameRange,
    kind,
    bases,
    fields: [],
    methods: [],
    nested: [],
    marks: [],
    exported: true,
    range: span(nameStart, nameStart),
  };
}

function finished(r: Reader, type: TypeDecl, start: number): Stmt[] {
  type.range = span(start, r.pos);
  return [{ s: 'type', type, range: span(start, r.pos) }];
}

function member(r: Reader, type: TypeDecl): void {
  const start = r.pos;
  let isStatic = false;
  let declared: TypeRef | undefined;
  for (;;) {
    const word = low(peekWord(r));
    if (word === 'static' || word === 'hidden') {
      isStatic ||= word === 'static';
      r.pos += word.length;
    } else if (r.at() === '[') declared = { path: [typeName(r)], args: [] };
    else break;
    gap(r);
  }
  if (r.at() === '$') property(r, type, start, isStatic, declared);
  else if (isWord(r.at())) method(r, type, start, isStatic, declared);
  else if (r.at() === '(' || r.at() === '{') r.pos = closing(r) + 1;
}

function property(r: Reader, type: TypeDecl, start: number, isStatic: boolean, declared?: TypeRef): void {
  r.pos++;
  const from = r.pos;
  while (isWord(r.at())) r.pos++;
  const field: Field = { name: r.text.slice(from, r.pos), isStatic, marks: [], range: span(start, r.pos) };
  if (declared) field.type = declared;
  blanks(r);
  if (r.takes('=')) {
    gap(r);
    const at = r.pos;
    const stmts = r.parts.statements(r, 'entry');
    const only = stmts.length === 1 && stmts[0]?.s === 'do' ? stmts[0].value : opaque([], at, at);
    field.init = only;
    field.range.end = Math.max(r.pos, only.range.end);
  }
  type.fields.push(field);
}

function method(r: Reader, type: TypeDecl, start: number, isStatic: boolean, declared?: TypeRef): void {
  const nameStart = r.pos;
  while (isWord(r.at())) r.pos++;
  const name = r.text.slice(nameStart, r.pos);
  const nameRange = span(nameStart, r.pos);
  blanks(r);
  if (r.at() !== '(') {
    // A name alone, as in a class that is being written.
    while (!r.done && !isBreak(r.at()) && r.at() !== '}' && r.at() !== ';') r.pos++;
    r.damage(start);
    return;
  }
  const params = paramsHere(r);
  gap(r);
  // `Name() : base($a) { … }`
  if (r.takes(':')) {
    gap(r);
    r.pos += peekWord(r).length;
    gap(r);
    if (r.at() === '(') r.pos = Math.min(r.text.length, closing(r) + 1);
    gap(r);
  }
  const own = blockBody(r, params, false, { name, nameRange, start });
  const fn: Fn = { ...own, kind: low(name) === low(type.name) ? 'constructor' : 'method', isStatic };
  if (declared && low(declared.path[0] ?? '') !== 'void') fn.returns = declared;
  type.methods.push(fn);
}
