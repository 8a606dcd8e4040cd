/**
 * The files around the one that is judged, as far as the passes may look: one hop through imports of the project's own files, and the
 * base classes of a type. The project does no IO: it asks for texts and says which it still needs.
 */

import { exportsOf } from '../bind/exports.js';
import type { BoundFile, Def } from '../bind/file.js';
import type { Import, TypeDecl, TypeRef } from '../code-model.js';
import { NO_NAMES, type OwnNames } from './own-names.js';

/** A definition together with the file it stands in. */
export interface Placed {
  file: BoundFile;
  def: Def;
}

/** Finds neighbours; undefined where there is none or it is not read yet. */
export interface Neighbours {
  /** The file a relative import names, or the file that declares a type of this project; undefined if not (yet) known. */
  module(from: BoundFile, module: string): BoundFile | undefined;
  /** @param wide also in the folders that the imported namespaces stand for: more files are asked for */
  type(from: BoundFile, name: string, wide: boolean): BoundFile | undefined;
  /** The file beside another one that declares a name, or a method of a type, where files of a folder share their names. */
  name(from: BoundFile, name: string): BoundFile | undefined;
  method(from: BoundFile, type: string, name: string): BoundFile | undefined;
}

/** How many files away from the judged one a chain of base classes is followed. */
const MAX_BASES = 3;

/** True if an import may name a file of this project: by its path, or, where the language names modules alike, by its name. */
export function mayBeOwn(file: BoundFile, imp: Import): boolean {
  return imp.relative || file.traits.moduleMaps !== undefined || file.traits.modules?.fromAbove === true;
}

/** Follows names from file to file. */
export class Project {
  constructor(
    private readonly neighbours: Neighbours,
    /** What the configuration says of the project's own code. */
    readonly own: OwnNames = NO_NAMES,
    private readonly wide = false,
  ) {}

  /** The same project, looked at further than its judgement needs. */
  widely(): Project {
    return new Project(this.neighbours, this.own, true);
  }

  /** The same project, if it said of one more function that it tells conflicts apart. */
  withHandler(name: string): Project {
    return new Project(this.neighbours, { ...this.own, handlers: new Set([...this.own.handlers, name]) }, this.wide);
  }

  /** Follows an imported name to where it is declared, one file away; other definitions are returned as they are. */
  follow(symbol: Placed): Placed | undefined {
    const imp = symbol.def.import;
    if (!imp) return symbol;
    const module = imp.from.path ?? (mayBeOwn(symbol.file, imp.from) ? imp.from.module : undefined);
    if (module === undefined) return undefined;
    const file = this.neighbours.module(symbol.file, module);
    if (!file) return undefined;
    if (imp.imported === '*') return { file, def: symbol.def };
    return this.exported(file, imp.imported);
  }

  /** What a file exports under a name, through one re-export at most. */
  exported(file: BoundFile, name: string): Placed | undefined {
    const direct = exportsOf(file).get(name);
    if (direct?.import) return this.follow({ file, def: direct });
    if (direct) return { file, def: direct };
    for (const imp of file.model.imports) {
      if (!imp.reexport || !mayBeOwn(file, imp)) continue;
      const hit = imp.names.find((n) => n.local === name || n.imported === '*');
      if (!hit && imp.names.length > 0) continue;
      const next = this.neighbours.module(file, imp.module);
      const def = next && exportsOf(next).get(hit && hit.imported !== '*' ? hit.imported : name);
      if (next && def) return { file: next, def };
    }
    return undefined;
  }

  /** The declaration a type name means, in this file, an imported one or (by its name) another of the project. */
  typeDecl(file: BoundFile, ref: TypeRef): { file: BoundFile; type: TypeDecl } | undefined {
    const name = ref.path[ref.path.length - 1];
    if (!name) return undefined;
    const here = file.typeNamed(name);
    if (here) return { file, type: here };
    const def = file.top.names.get(ref.path[0] ?? name);
    if (def?.import) {
      const target = this.follow({ file, def });
      if (target?.def.typeDecl) return { file: target.file, type: target.def.typeDecl };
      return undefined;
    }
    const other = this.neighbours.type(file, name, this.wide);
    const type = other?.typeNamed(name);
    return other && type ? { file: other, type } : undefined;
  }

  /** The base types of a type that can be seen, nearest first. */
  bases(file: BoundFile, type: TypeDecl): { file: BoundFile; type: TypeDecl }[] {
    const out: { file: BoundFile; type: TypeDecl }[] = [];
    let level = [{ file, type }];
    for (let i = 0; i < MAX_BASES && level.length > 0; i++) {
      const next: typeof level = [];
      for (const t of level)
        for (const base of t.type.bases) {
          const decl = this.typeDecl(t.file, base);
          if (decl && !out.some((o) => o.type === decl.type) && decl.type !== type) {
            out.push(decl);
            next.push(decl);
          }
        }
      level = next;
    }
    return out;
  }

  /** A member of a type or of one of its bases. */
  member(file: BoundFile, type: TypeDecl, name: string): Placed | undefined {
    const own = file.member(type, name);
    if (own && (own.kind !== 'function' || own.fn?.body)) return { file, def: own };
    for (const base of this.bases(file, type)) {
      const def = base.file.member(base.type, name);
      if (def) return { file: base.file, def };
    }
    if (own || !file.traits.packages) return own ? { file, def: own } : undefined;
    return this.memberBeside(file, type, name);
  }

  /** A field that is declared with the type in a file beside, or a method in another one. */
  private memberBeside(file: BoundFile, type: TypeDecl, name: string): Placed | undefined {
    for (const other of [this.neighbours.type(file, type.name, false), this.neighbours.method(file, type.name, name)]) {
      const there = other?.typeNamed(type.name);
      const def = other && there && other.member(there, name);
      if (def) return { file: other, def };
    }
    return undefined;
  }

  /** What a file beside declares under a name that nothing in this one has. */
  beside(file: BoundFile, name: string): Placed | undefined {
    if (!file.traits.packages) return undefined;
    const other = this.neighbours.name(file, name);
    const def = other?.top.names.get(name);
    return other && def && !def.import ? { file: other, def } : undefined;
  }
}
