/**
 * Exports. An export that is not written at a declaration becomes an assignment to a member of `exports`, as CommonJS
 * has it, so that whoever links files together knows one form.
 */
import type { Bind, Member, Ref, Stmt, Val } from '../../code-model.js';
import { field, hasToken, named, type Syntax } from '../syntax.js';
import { type Lowering, rangeOf } from './context.js';
import { exportNames, reexport } from './imports.js';

/** Binds `exports.name` to a value. */
function exported(node: Syntax, name: string, value: Val): Bind {
  const here = (): { start: number; end: number } => ({ start: node.start, end: node.start });
  const target: Member = {
    v: 'member',
    range: here(),
    obj: { v: 'ref', range: here(), name: 'exports' },
    name,
    nameRange: here(),
    safe: false,
  };
  return { s: 'bind', range: rangeOf(node), target, value, declares: false, exported: true };
}

const refAt = (node: Syntax, name: string): Ref => ({ v: 'ref', range: rangeOf(node), name });

/** Marks what a statement declares as exported. */
export function markExported(statements: Stmt[]): Stmt[] {
  for (const s of statements) {
    if (s.s === 'function') s.fn.exported = true;
    else if (s.s === 'type') s.type.exported = true;
    else if (s.s === 'bind') s.exported = true;
  }
  return statements;
}

function declaredName(statement: Stmt | undefined): string | undefined {
  if (statement?.s === 'function') return statement.fn.name;
  return statement?.s === 'type' ? statement.type.name : undefined;
}

/** An export that is not a class or a namespace; those are read member by member. */
export function exportStatement(node: Syntax, l: Lowering): Stmt[] {
  if (reexport(node, l)) return [];
  const declaration = field(node, 'declaration');
  if (declaration) {
    const statements = markExported(l.statement(declaration));
    return hasToken(node, 'default') ? withDefault(node, statements) : statements;
  }
  const names = exportNames(node, l);
  if (names.length > 0) return names.map((n) => exported(n.node, n.name.local, refAt(n.node, n.name.imported)));
  // `export as namespace X` says nothing about this file's own code.
  if (hasToken(node, 'as')) return [];
  const value = field(node, 'value') ?? named(node)[0];
  if (!value) return [];
  const name = hasToken(node, '=') ? 'exports' : 'default';
  const bound = exported(node, name, l.value(value));
  if (name === 'exports' && bound.target.v === 'member' && bound.target.obj.v === 'ref')
    bound.target.obj.name = 'module';
  return [bound];
}

/** Adds `exports.default = name` behind the declaration of that name. */
export function withDefault(node: Syntax, statements: Stmt[]): Stmt[] {
  const name = declaredName(statements[statements.length - 1]);
  return name === undefined ? statements : [...statements, exported(node, 'default', refAt(node, name))];
}

/** The names a file exports by assignment: `exports.a = a`, `module.exports = { a, b: c }`, `module.exports = A`. */
function assignedNames(statements: Stmt[]): Set<string> {
  const names = new Set<string>();
  const add = (value: Val | undefined): void => {
    if (value?.v === 'ref') names.add(value.name);
    else if (value?.v === 'rec') for (const e of value.entries) if (e.value.v === 'ref') names.add(e.value.name);
  };
  for (const s of statements) {
    if (s.s !== 'bind' || s.target.v !== 'member' || s.target.obj.v !== 'ref') continue;
    const { obj, name } = s.target;
    if (obj.name === 'exports' || (obj.name === 'module' && name === 'exports')) add(s.value);
  }
  return names;
}

/** Declarations that an assignment further on exports are marked, on copies: the statements themselves are reused. */
export function exportAssigned(statements: Stmt[]): Stmt[] {
  const names = assignedNames(statements);
  if (names.size === 0) return statements;
  return statements.map((s) => {
    if (s.s === 'function' && s.fn.name !== undefined && names.has(s.fn.name))
      return { ...s, fn: { ...s.fn, exported: true } };
    if (s.s === 'type' && names.has(s.type.name)) return { ...s, type: { ...s.type, exported: true } };
    if (s.s === 'bind' && s.declares && s.target.v === 'ref' && names.has(s.target.name))
      return { ...s, exported: true };
    return s;
  });
}
