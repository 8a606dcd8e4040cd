/** How a file names an SDK: by an import, a namespace, or a type that belongs to no other library. */
import type { BoundFile } from '../bind/file.js';
import type { TypeRef } from '../code-model.js';
import type { Sdk } from './sdk.js';

/** True if a module name is one of the SDK's. */
export function matches(sdk: Sdk, module: string): boolean {
  return sdk.modules.some((m) => (m.endsWith('*') ? module.startsWith(m.slice(0, -1)) : m === module));
}

/** The import by which a file names a copy of an SDK that was made for its project. */
export function copyOf(file: BoundFile, sdk: Sdk): string | undefined {
  const imp = file.model.imports.find((i) => isCopy(sdk, i.module));
  return imp && `import ${imp.module}`;
}

/** True if a module holds a copy of the SDK. */
export function isCopy(sdk: Sdk, module: string): boolean {
  return sdk.copies?.some((c) => glob(c).test(module)) === true;
}

const globs = new Map<string, RegExp>();

function glob(pattern: string): RegExp {
  let known = globs.get(pattern);
  if (!known) {
    known = new RegExp(`^${pattern.split('*').map(literally).join('.*')}$`);
    globs.set(pattern, known);
  }
  return known;
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The import by which a file names an SDK. */
export function importOf(file: BoundFile, sdk: Sdk): string | undefined {
  const imp = file.model.imports.find((i) => matches(sdk, i.module));
  if (imp) return `${imp.form === 'using' ? 'using' : 'import'} ${imp.module}`;
  const inside = file.types.find((t) => t.namespace && matches(sdk, t.namespace));
  return inside ? `namespace ${inside.namespace}` : undefined;
}

/** The namespace that makes a type name the SDK's: a using, the namespace the code is in, or the name written out. */
export function namespaceOf(file: BoundFile, sdk: Sdk, ref: TypeRef): string | undefined {
  if (ref.path.length > 1) {
    const prefix = ref.path.slice(0, -1).join('.');
    const alias = file.top.names.get(ref.path[0] ?? '')?.import;
    const full = alias ? [alias.imported, ...ref.path.slice(1, -1)].join('.') : prefix;
    return matches(sdk, full) ? `type ${full}.${ref.path.at(-1)}` : undefined;
  }
  if (!file.traits.implicitThis) return undefined;
  return importOf(file, sdk);
}

const typePositions = new Map<string, RegExp>();

/**
 * A name where only a type stands: made, tested for, a type argument, or before a name that is declared. Members and texts
 * are often called like types of libraries (`row.PartitionKey`).
 */
function asType(name: string): RegExp {
  let pattern = typePositions.get(name);
  if (!pattern) {
    const after = '(?=\\s*\\(|[<[]|\\??\\s+[A-Za-z_]\\w*\\s*[=;,){])';
    pattern = new RegExp(
      `(?<=<\\s*|\\b(?:is|as|new|instanceof)\\s+|\\btypeof\\(\\s*)${name}\\b|(?<![.\\w"$@{])${name}${after}`,
    );
    typePositions.set(name, pattern);
  }
  return pattern;
}

/** A literal of a struct: in such a language types stand before braces. */
function asLiteral(name: string): RegExp {
  return new RegExp(`(?<![\\w"])${name}\\{`);
}

/** True where a name without an import may come from another file beside this one. */
export function sharesNames(file: BoundFile): boolean {
  return file.traits.implicitThis === true || file.traits.sharedNames === true;
}

/** True if a name stands as a type in a file. Most names stand nowhere in it, which is found out fast. */
function standsAsType({ text, traits }: BoundFile, name: string): boolean {
  return text.includes(name) && (traits.sharedNames ? asLiteral(name) : asType(name)).test(text);
}

const weakMemo = new WeakMap<BoundFile, Map<Sdk, string | undefined>>();

/**
 * A type of the SDK that belongs to no other library, named in the file but imported from elsewhere or nowhere.
 *
 * @param others the SDKs that know the file's language: what is imported from one of them belongs to that one
 */
export function distinctiveIn(file: BoundFile, sdk: Sdk, others: Sdk[]): string | undefined {
  let memo = weakMemo.get(file);
  if (!memo) {
    memo = new Map();
    weakMemo.set(file, memo);
  }
  if (memo.has(sdk)) return memo.get(sdk);
  let found: string | undefined;
  for (const name of sdk.distinctive) {
    const imported = file.model.imports.find(
      (i) => i.names.some((n) => n.imported === name) && !others.some((o) => matches(o, i.module)),
    );
    if (imported) found = `${name} from ${imported.module}`;
    else if (sharesNames(file) && !file.typeNamed(name) && standsAsType(file, name)) found = `type ${name}`;
    if (found) break;
  }
  memo.set(sdk, found);
  return found;
}
