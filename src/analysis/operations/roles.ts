/**
 * What a value is in terms of an SDK: a Cosmos container, a Graph client, a request under construction. Every answer
 * lists its evidence; a name alone is none.
 */

import type { BoundFile, Def } from '../bind/file.js';
import type { Call, Import, TypeRef, Val } from '../code-model.js';
import { bindArguments, bound, type Cell } from '../evaluate/cell.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import { returned, withinFirst } from '../evaluate/results.js';
import { mayBeOwn } from '../project/project.js';
import {
  BUILDER,
  CARRIERS,
  dedupe,
  globalRole,
  hasOperations,
  hit,
  isBuilder,
  type Mention,
  operationNames,
  type RoleHit,
} from './role-hit.js';
import type { Sdk } from './sdk.js';
import { copyOf, distinctiveIn, importOf, isCopy, matches, namespaceOf, sharesNames } from './sdk-names.js';

const MAX_DEPTH = 16;

/** Gives values their roles, for one file and the neighbours it reaches. */
export class Roles {
  private readonly memo = new Map<Val, RoleHit[]>();

  constructor(
    private readonly ev: Evaluator,
    private readonly sdks: Sdk[],
  ) {}

  /** The SDKs that know a file's language. */
  of(file: BoundFile): Sdk[] {
    let own = this.byLanguage.get(file.model.language);
    if (!own) {
      own = this.sdks.filter((s) => s.languages.includes(file.model.language));
      this.byLanguage.set(file.model.language, own);
    }
    return own;
  }

  private readonly byLanguage = new Map<string, Sdk[]>();
  private readonly namesByLanguage = new Map<string, Set<string>>();
  private readonly mentions = new Map<BoundFile, Mention[]>();

  /** Names of members that are operations, or clients called as functions, in any SDK of a file's language. */
  names(file: BoundFile): Set<string> {
    let names = this.namesByLanguage.get(file.model.language);
    if (!names) {
      names = new Set(this.of(file).flatMap(operationNames));
      this.namesByLanguage.set(file.model.language, names);
    }
    return names;
  }

  /** SDKs of which the file imports a module, or a type that belongs to no other library. */
  mentioned(file: BoundFile): Mention[] {
    let known = this.mentions.get(file);
    if (!known) {
      known = this.of(file).flatMap((sdk): Mention[] => {
        const exact = importOf(file, sdk);
        if (exact) return [{ sdk, evidence: exact, certain: true }];
        const weak = distinctiveIn(file, sdk, this.of(file)) ?? copyOf(file, sdk);
        return weak ? [{ sdk, evidence: weak, certain: false }] : [];
      });
      this.mentions.set(file, known);
    }
    return known;
  }

  /** The roles a value can have. */
  rolesOf(cell: Cell, depth = 0): RoleHit[] {
    if (depth > MAX_DEPTH) return [];
    const known = cell.env ? undefined : this.memo.get(cell.val);
    if (known) return known;
    if (!cell.env) this.memo.set(cell.val, []); // ends cycles
    const out = dedupe(this.compute(cell, depth + 1));
    if (!cell.env) this.memo.set(cell.val, out);
    return out;
  }

  private compute(cell: Cell, depth: number): RoleHit[] {
    const { file, val, env } = cell;
    const go = (v: Val): RoleHit[] => this.rolesOf({ file, val: v, env }, depth);
    switch (val.v) {
      case 'await':
        return go(val.value);
      case 'assign':
        return go(val.value);
      case 'pick':
        return [...go(val.then), ...go(val.else)];
      case 'op':
        return val.op === 'or' || val.op === 'coalesce' ? val.args.flatMap(go) : [];
      case 'new':
        return this.ofType(file, val.type, depth);
      case 'index':
        return go(val.obj).flatMap((h) => this.element(h, { ...cell, val: val.key }));
      case 'ref':
        return this.ofRef(cell, depth);
      case 'member':
        return this.ofMember(cell as Cell & { val: Extract<Val, { v: 'member' }> }, depth);
      case 'call':
        return this.ofCall(cell as Cell & { val: Call }, depth);
      default:
        return [];
    }
  }

  private ofRef(cell: Cell, depth: number): RoleHit[] {
    if (cell.val.v !== 'ref') return [];
    const { file, val } = cell;
    const def = file.resolve(val);
    if (!def) {
      const own = this.of(file).flatMap((sdk) => {
        const role = globalRole(sdk, val.name, file.traits.ignoreCase === true);
        return role ? [hit(sdk, role, `global ${val.name}`, true)] : [];
      });
      const inherited = this.ev.symbolOf(cell);
      if (inherited) return this.ofDef(inherited.file, inherited.def, { file: inherited.file, val }, depth);
      // The name of a type, for its static members: `Client.init(…)`.
      return own.length ? own : this.ofType(file, { path: [val.name], args: [] }, depth);
    }
    return this.ofDef(file, def, cell, depth);
  }

  /** The roles a definition's values and declared type give it. */
  ofDef(file: BoundFile, def: Def, from: Cell, depth: number): RoleHit[] {
    if (def.import) return this.ofImport(file, def.import.from, def.import.imported, def.name, depth);
    const given = bound(from.env, def);
    if (given) {
      const path = file.paths.get(def) ?? [];
      return this.along(this.rolesOf(given, depth), path);
    }
    const out: RoleHit[] = [];
    if (def.type) out.push(...this.ofType(file, def.type, depth));
    if (out.length) return out;
    for (const s of def.sources)
      out.push(...this.along(this.rolesOf({ file, val: s.value, env: from.env }, depth), withinFirst(file, s.path)));
    if (out.length) return out;
    if (def.fn?.kind === 'getter') {
      if (def.fn.returns) out.push(...this.ofType(file, def.fn.returns, depth));
      else for (const v of returned(def.fn)) out.push(...this.rolesOf({ file, val: v }, depth));
    }
    if (out.length) return out;
    if (def.param) return this.ofUntypedParam(file, def, depth);
    const last = [...def.sources]
      .reverse()
      .find((s) => s.path.length)
      ?.path.at(-1);
    return typeof last === 'string' ? this.loose(file, last) : [];
  }

  /** `then(client => …)`, `map(c => …)`: a lambda's parameter is what the receiver holds. */
  private ofUntypedParam(file: BoundFile, def: Def, depth: number): RoleHit[] {
    if (!def.param) return [];
    const path = file.paths.get(def) ?? [];
    const fnVal = file.parent(def.param.of);
    const around = fnVal && file.parent(fnVal.node);
    if (
      def.param.index === 0 &&
      around?.role === 'arg' &&
      'v' in around.node &&
      around.node.v === 'call' &&
      around.node.callee.v === 'member'
    ) {
      const hits = this.along(this.rolesOf({ file, val: around.node.callee.obj }, depth), path);
      if (hits.length) return hits;
    }
    // `const View: React.FC<Props> = ({ client }) => …`: the declared type says what the function is given.
    const declared = around && 's' in around.node && around.node.s === 'bind' ? around.node.type : undefined;
    const argument = declared?.args[def.param.index];
    if (argument) return this.ofTypeMember(file, argument, path, depth);
    const last = path.at(-1);
    return typeof last === 'string' ? this.loose(file, last) : [];
  }

  /** The roles of what stands at a path below a declared type. */
  private ofTypeMember(file: BoundFile, type: TypeRef, path: (string | number)[], depth: number): RoleHit[] {
    const [head, ...rest] = path;
    if (head === undefined) return this.ofType(file, type, depth);
    const decl = this.ev.project.typeDecl(file, type);
    const member = decl && this.ev.project.member(decl.file, decl.type, String(head));
    return member?.def.type ? this.ofTypeMember(member.file, member.def.type, rest, depth + 1) : [];
  }

  private ofImport(file: BoundFile, imp: Import, imported: string, local: string, depth: number): RoleHit[] {
    const out: RoleHit[] = [];
    const known = this.of(file).some((sdk) => matches(sdk, imp.module) || isCopy(sdk, imp.module));
    for (const sdk of this.of(file)) {
      const exact = matches(sdk, imp.module);
      const role = exportedRole(sdk, imported) ?? (imported === '*' ? sdk.exports['default'] : undefined);
      if (exact && role) out.push(hit(sdk, role, `import ${imp.module}`, true));
      else if (role && isCopy(sdk, imp.module)) out.push(hit(sdk, role, `import ${imp.module}`, false));
      // A module that is one library's own, or a copy of it, is no fork of another.
      else if (!known && role && (imp.relative || sdk.distinctive.includes(imported))) {
        const weak = sdk.distinctive.includes(imported)
          ? imported
          : imp.names.find((n) => sdk.distinctive.includes(n.imported))?.imported;
        if (weak) out.push(hit(sdk, role, `${weak} from ${imp.module}`, false));
      }
    }
    if (out.length || !mayBeOwn(file, imp)) return out;
    const def = file.top.names.get(local);
    const target = def && this.ev.project.follow({ file, def });
    if (!target || target.def === def) return [];
    return this.ofDef(
      target.file,
      target.def,
      { file: target.file, val: { v: 'ref', name: target.def.name, range: { start: 0, end: 0 } } },
      depth,
    );
  }

  private ofMember(cell: Cell & { val: Extract<Val, { v: 'member' }> }, depth: number): RoleHit[] {
    const { file, val, env } = cell;
    if (val.obj.v === 'ref') {
      // `cosmos.CosmosClient` of a namespace import or `require`.
      const def = file.resolve(val.obj);
      if (def?.import) {
        for (const sdk of this.of(file)) {
          const role = sdk.exports[val.name];
          const { module } = def.import.from;
          if (role && matches(sdk, module)) return [hit(sdk, role, `import ${module}`, true)];
          if (role && isCopy(sdk, module)) return [hit(sdk, role, `import ${module}`, false)];
        }
      }
    }
    const objHits = this.rolesOf({ file, val: val.obj, env }, depth);
    const stepped = objHits.flatMap((h) => this.step(h, val.name));
    if (stepped.length) return stepped;
    const sym = this.ev.symbolOf(cell);
    if (sym) {
      const hits = this.ofDef(
        sym.file,
        sym.def,
        { file: sym.file, val, env: sym.file === file ? env : undefined },
        depth,
      );
      if (hits.length) return hits;
    } else {
      const value = this.ev.props({ file, val: val.obj, env }, [val.name]);
      const hits = value.flatMap((v) => (v.val === val ? [] : this.rolesOf(v, depth)));
      if (hits.length) return hits;
      const typed = this.memberOfTyped(cell, depth);
      if (typed) return typed;
    }
    if (objHits.length) return [];
    return this.loose(file, val.name);
  }

  /** A member of a value with a declared type of this project. */
  private memberOfTyped(cell: Cell & { val: Extract<Val, { v: 'member' }> }, depth: number): RoleHit[] | undefined {
    const { val } = cell;
    const sym = this.ev.symbolOf({ ...cell, val: val.obj });
    const decl = sym?.def.type && this.ev.project.typeDecl(sym.file, sym.def.type);
    const member = decl && this.ev.project.member(decl.file, decl.type, val.name);
    if (!member) return undefined;
    return this.ofDef(member.file, member.def, { file: member.file, val }, depth);
  }

  private ofCall(cell: Cell & { val: Call }, depth: number): RoleHit[] {
    const { file, val, env } = cell;
    const callee = val.callee;
    if (callee.v === 'member') {
      const objs = this.rolesOf({ file, val: callee.obj, env }, depth);
      const out = objs.flatMap((h) => this.called(h, callee.name, cell));
      if (out.length) return out;
    }
    const factory = this.ofFactory(cell, depth);
    if (factory.length) return factory;
    const target = this.ev.callee({ file, val, env });
    if (target) {
      if (target.fn.returns) {
        const typed = this.ofType(target.file, target.fn.returns, depth);
        if (typed.length) return typed;
      }
      const bindings = bindArguments(target.file, target.fn, val, cell);
      const hits = returned(target.fn).flatMap((v) =>
        this.rolesOf({ file: target.file, val: v, env: bindings }, depth),
      );
      if (hits.length) return hits;
      return [];
    }
    // Dependency injection: `sp.GetRequiredService<CosmosClient>()`.
    for (const t of val.typeArgs) {
      const hits = this.ofType(file, t, depth);
      if (hits.length && val.args.length <= 1) return hits;
    }
    if (callee.v === 'member')
      return this.loose(file, `${callee.name}()`).map((h) => ({ ...h, chain: { calls: [cell], path: [] } }));
    return [];
  }

  private ofFactory(cell: Cell & { val: Call }, depth: number): RoleHit[] {
    const { file, val } = cell;
    const callee = val.callee;
    const name = callee.v === 'ref' ? callee.name : callee.v === 'member' ? callee.name : '';
    const root = callee.v === 'ref' ? callee : callee.v === 'member' && callee.obj.v === 'ref' ? callee.obj : undefined;
    const def = root && file.resolve(root);
    for (const sdk of this.of(file)) {
      const imported = callee.v === 'ref' ? (def?.import?.imported ?? name) : name;
      const role = sdk.factories?.[imported];
      if (!role) continue;
      const module = def?.import?.from.module;
      if (module !== undefined && matches(sdk, module)) return [hit(sdk, role, `import ${module}`, true)];
      if (module !== undefined && isCopy(sdk, module)) return [hit(sdk, role, `import ${module}`, false)];
      if (!def && sdk.globals) return [hit(sdk, role, `global ${name}`, false)];
    }
    // A client called as a function returns what its role says.
    if (callee.v === 'ref' || callee.v === 'member') {
      for (const h of this.rolesOf({ ...cell, val: callee }, depth)) {
        const returns = h.sdk.roles[h.role]?.self?.returns;
        if (returns) return [{ ...h, role: returns, chain: { ...h.chain, calls: [...h.chain.calls, cell] } }];
      }
    }
    return [];
  }

  /** The role of a member of a role. */
  private step(h: RoleHit, name: string): RoleHit[] {
    if (isBuilder(h)) {
      return [{ ...h, role: BUILDER, chain: { ...h.chain, path: [...h.chain.path, { name }] } }];
    }
    const role = h.sdk.roles[h.role]?.members?.[name];
    return role ? [{ ...h, role }] : [];
  }

  private called(h: RoleHit, name: string, cell: Cell): RoleHit[] {
    if (isBuilder(h)) {
      return [
        {
          ...h,
          role: BUILDER,
          chain: { calls: [...h.chain.calls, cell], path: [...h.chain.path, { name, call: cell }] },
        },
      ];
    }
    const row = h.sdk.roles[h.role]?.calls?.[name];
    if (!row?.returns) return [];
    return [{ ...h, role: row.returns, chain: { ...h.chain, calls: [...h.chain.calls, cell] } }];
  }

  private element(h: RoleHit, key: Cell): RoleHit[] {
    if (isBuilder(h)) return [{ ...h, role: BUILDER, chain: { ...h.chain, path: [...h.chain.path, { key }] } }];
    const role = h.sdk.roles[h.role]?.index;
    return role ? [{ ...h, role }] : [];
  }

  /** Follows a destructuring path through members. */
  private along(hits: RoleHit[], path: (string | number)[]): RoleHit[] {
    let now = hits;
    for (const p of path) {
      if (p === '*') continue;
      now = now.flatMap((h) => this.step(h, String(p)));
    }
    return now;
  }

  /** The role a declared type names. */
  ofType(file: BoundFile, ref: TypeRef, depth = 0): RoleHit[] {
    if (depth > MAX_DEPTH) return [];
    const name = ref.path.at(-1);
    if (!name) return [];
    if (CARRIERS.has(name)) return ref.args.flatMap((a) => this.ofType(file, a, depth + 1));
    if (file.typeNamed(name) && ref.path.length === 1) return this.ofOwnType(file, ref);
    const first = ref.path[0] ?? name;
    const def = file.top.names.get(first);
    if (def?.import?.from.form === 'using' && def.import.imported !== first) {
      // An alias: `using Container = Microsoft.Azure.Cosmos.Container`.
      const path = [...def.import.imported.split('.'), ...ref.path.slice(1)];
      return this.ofType(file, { path, args: ref.args }, depth + 1);
    }
    for (const sdk of this.of(file)) {
      const role = exportedRole(sdk, ref.path.length === 1 ? (def?.import?.imported ?? name) : name);
      if (!role) continue;
      if (def?.import) {
        const hits = this.ofImport(
          file,
          def.import.from,
          ref.path.length > 1 ? name : def.import.imported,
          first,
          depth + 1,
        ).filter((h) => h.sdk === sdk);
        if (hits.length) return hits;
        if (def.import.from.form !== 'using') continue;
      }
      const evidence = namespaceOf(file, sdk, ref);
      if (evidence) return [hit(sdk, role, evidence, true)];
      if (def) continue;
      const weak =
        sharesNames(file) &&
        (sdk.distinctive.includes(name) ? `type ${name}` : distinctiveIn(file, sdk, this.of(file)));
      if (weak) return [hit(sdk, role, weak, false)];
    }
    return this.ofOwnType(file, ref);
  }

  /** A type of this project that derives from one of the SDK's. */
  private ofOwnType(file: BoundFile, ref: TypeRef): RoleHit[] {
    const decl = this.ev.project.typeDecl(file, ref);
    if (!decl) return [];
    for (const base of decl.type.bases) {
      for (const sdk of this.of(file)) {
        const d = sdk.derived;
        const word =
          d && d.base === base.path.at(-1)
            ? d.when.find((w) => decl.file.text.includes(w) || file.text.includes(w))
            : undefined;
        if (d && word)
          return [hit(sdk, d.role, `${decl.type.name} derives from ${d.base} and uses ${word.replace('(', '')}`, true)];
      }
      if (this.ev.project.typeDecl(decl.file, base)) continue;
      const hits = this.ofType(decl.file, base, 1);
      if (hits.length) return hits;
    }
    return [];
  }

  /**
   * A member whose receiver nothing types, in a file that names the SDK: the member must be one that leads to a role
   * with operations (`x.items`, `x.item(…)`, `_context.Container`).
   */
  private loose(file: BoundFile, member: string): RoleHit[] {
    const out = this.of(file).flatMap((sdk) => {
      const role = sdk.ambient?.[member];
      return role ? [hit(sdk, role, `member ${member}`, false)] : [];
    });
    for (const { sdk, evidence } of this.mentioned(file)) {
      if (sdk.service === 'http') continue;
      for (const row of Object.values(sdk.roles)) {
        const role = member.endsWith('()') ? row.calls?.[member.slice(0, -2)]?.returns : row.members?.[member];
        if (role && hasOperations(sdk, role)) out.push(hit(sdk, role, `${evidence}, member ${member}`, false));
      }
      const byType = sdk.exports[member];
      if (byType && sharesNames(file) && hasOperations(sdk, byType))
        out.push(hit(sdk, byType, `${evidence}, member ${member}`, false));
    }
    return out;
  }
}

/** The role of what a library exports under a name. */
function exportedRole(sdk: Sdk, name: string): string | undefined {
  return sdk.exports[name] ?? sdk.named?.find((n) => name.endsWith(n.ending))?.role;
}
