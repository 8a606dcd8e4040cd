/** Imports of every form: `import`, `export … from`, `require`, `import()`. */
import type { Import, Range } from '../../code-model.js';
import { field, hasToken, named, ofType, type Syntax } from '../syntax.js';
import { type Lowering, rangeOf, textOf } from './context.js';
import { stringValue } from './literals.js';
import { propertyName } from './patterns.js';
import { pathOf } from './types.js';
import { unwrap } from './wrappers.js';

type Names = Import['names'];

function entry(node: Syntax, module: string, form: Import['form'], names: Names, more: Partial<Import> = {}): Import {
  const range: Range = rangeOf(node);
  return { range, module, form, names, relative: /^\.\.?(\/|$)/.test(module), typeOnly: false, ...more };
}

/** `import …`: one entry per form, and one more for names that are types only. */
export function importStatement(node: Syntax, l: Lowering): void {
  const required = ofType(node, 'import_require_clause');
  const source = field(required ?? node, 'source');
  if (!source) return;
  const module = stringValue(source, l);
  const typeOnly = hasToken(node, 'type') || hasToken(node, 'typeof');
  const add = (form: Import['form'], names: Names, more: Partial<Import> = { typeOnly }): void => {
    l.imports.push(entry(node, module, form, names, more));
  };
  const whole = required && ofType(required, 'identifier');
  if (whole) add('require', [{ imported: '*', local: textOf(whole, l) }]);
  const clause = ofType(node, 'import_clause');
  if (!clause && !whole) add('sideEffect', []);
  for (const part of clause ? named(clause) : []) {
    if (part.type === 'identifier') add('default', [{ imported: 'default', local: textOf(part, l) }]);
    else if (part.type === 'namespace_import') {
      const local = ofType(part, 'identifier');
      if (local) add('namespace', [{ imported: '*', local: textOf(local, l) }]);
    } else if (part.type === 'named_imports') {
      const specifiers = named(part).filter((s) => s.type === 'import_specifier');
      const isType = (s: Syntax): boolean => hasToken(s, 'type') || hasToken(s, 'typeof');
      const values = specifiers.filter((s) => !isType(s)).map((s) => specifier(s, l));
      const types = specifiers.filter(isType).map((s) => specifier(s, l));
      if (values.length > 0 || types.length === 0) add('named', values);
      if (types.length > 0) add('named', types, { typeOnly: true });
    }
  }
}

/** `a as b`; a name may be written as a string. */
function specifier(node: Syntax, l: Lowering): Names[number] {
  const name = field(node, 'name');
  const alias = field(node, 'alias');
  const imported = name ? (propertyName(name, l) ?? '') : '';
  return { imported, local: alias ? (propertyName(alias, l) ?? '') : imported };
}

/** The names in `export { a as b }`: `imported` is the name here, `local` the name outside. */
export function exportNames(node: Syntax, l: Lowering): { node: Syntax; name: Names[number] }[] {
  const clause = ofType(node, 'export_clause');
  return clause
    ? named(clause)
        .filter((s) => s.type === 'export_specifier')
        .map((s) => ({ node: s, name: specifier(s, l) }))
    : [];
}

/** `export … from`: true if it was one. */
export function reexport(node: Syntax, l: Lowering): boolean {
  const source = field(node, 'source');
  if (!source) return false;
  const module = stringValue(source, l);
  const more = { reexport: true, typeOnly: hasToken(node, 'type') };
  const whole = ofType(node, 'namespace_export');
  const alias = whole ? named(whole)[0] : undefined;
  if (ofType(node, 'export_clause'))
    l.imports.push(
      entry(
        node,
        module,
        'named',
        exportNames(node, l).map((n) => n.name),
        more,
      ),
    );
  else {
    const local = alias ? (propertyName(alias, l) ?? '*') : '*';
    l.imports.push(entry(node, module, 'namespace', [{ imported: '*', local }], more));
  }
  return true;
}

/** A declarator whose value is a module: recorded as an import. True if nothing else is left to say about it. */
export function requireDeclarator(node: Syntax, l: Lowering): boolean {
  const to = field(node, 'name');
  const value = field(node, 'value');
  const loaded = value && loadedModule(value, l);
  if (!to || !loaded) return false;
  const names = boundNames(to, l);
  if (!names) return false;
  const [only] = names;
  if (loaded.member === undefined) l.imports.push(entry(node, loaded.module, loaded.form, names));
  else if (only && only.imported === '*')
    l.imports.push(entry(node, loaded.module, loaded.form, [{ imported: loaded.member, local: only.local }]));
  else return false;
  return true;
}

/** The names of `a` or `{ a, b: c }`; `undefined` for patterns that do more. */
function boundNames(to: Syntax, l: Lowering): Names | undefined {
  if (to.type === 'identifier') return [{ imported: '*', local: textOf(to, l) }];
  if (to.type !== 'object_pattern') return undefined;
  const names: Names = [];
  for (const part of named(to)) {
    const value = field(part, 'value');
    const key = field(part, 'key');
    if (part.type === 'shorthand_property_identifier_pattern') {
      const local = textOf(part, l);
      names.push({ imported: local, local });
    } else if (part.type === 'pair_pattern' && key && value?.type === 'identifier')
      names.push({ imported: propertyName(key, l) ?? '', local: textOf(value, l) });
    else return undefined;
  }
  return names.length > 0 ? names : undefined;
}

/** `require('x')`, `await import('x')`, and one member of either. */
function loadedModule(
  node: Syntax,
  l: Lowering,
): { module: string; form: Import['form']; member?: string } | undefined {
  const at = unwrap(node);
  if (at.type === 'member_expression') {
    const object = field(at, 'object');
    const property = field(at, 'property');
    const inner = object && loadedModule(object, l);
    return inner && property && inner.member === undefined ? { ...inner, member: textOf(property, l) } : undefined;
  }
  const awaited = at.type === 'await_expression' ? named(at)[0] : undefined;
  const call = unwrap(awaited ?? at);
  const callee = call.type === 'call_expression' ? field(call, 'function') : undefined;
  if (!callee || textOf(callee, l) !== (awaited ? 'import' : 'require')) return undefined;
  const list = field(call, 'arguments');
  const [source, ...others] = list ? named(list) : [];
  if (source?.type !== 'string' || (others.length > 0 && !awaited)) return undefined;
  return { module: stringValue(source, l), form: awaited ? 'namespace' : 'require' };
}

/** `import C = cosmos.Container`: the two sides, to be bound as a name. */
export function importAlias(node: Syntax, l: Lowering): { name: Syntax; path: Syntax } | undefined {
  const [name, path] = named(node);
  return name && path && pathOf(path, l) ? { name, path } : undefined;
}
