/**
 * Names, places and parents of one file: what every later pass asks about a node.
 *
 * Scopes are blocks. A name not found in any enclosing block is looked up among all names of the function (so that
 * hoisted and half-typed code still resolves), then, where the language allows it, among the members of the type.
 */
import type { Call, FileModel, Fn, Handler, Import, Ref, Stmt, Target, TypeDecl, TypeRef, Val } from '../code-model.js';
import type { LanguageTraits } from '../languages/language.js';
import { emptyLike, FoldedNames } from './names.js';
import { writtenBy } from './setters.js';
import { children, isFn, isHandler, isStmt, isTypeDecl, type Node, type Role } from './walk.js';

/** A place a name gets a value from; `path` leads into it where it was destructured. `*` is an element. */
export interface Source {
  value: Val;
  path: (string | number)[];
  /** Compound assignment (`+=`). */
  op?: string;
}

/** What a name means: where it is declared and everything it is given. */
export interface Def {
  name: string;
  kind: 'param' | 'local' | 'import' | 'function' | 'type' | 'catch' | 'field' | 'narrowed';
  type?: TypeRef;
  sources: Source[];
  /** `x.a = v`, `x.a.b = v`, `x[k] = v` (with a literal key). */
  writes: { path: string[]; value: Val; at: number }[];
  fn?: Fn;
  /** Position of a parameter, and whose it is. */
  param?: { of: Fn; index: number };
  typeDecl?: TypeDecl;
  import?: { from: Import; imported: string };
  /** The type a field belongs to. */
  owner?: TypeDecl;
  start: number;
}

class Scope {
  readonly names: Map<string, Def>;
  constructor(
    readonly parent: Scope | undefined,
    readonly fn: FnScope,
  ) {
    this.names = emptyLike(fn.any);
  }
}

/** All names of a function, for those that no block scope resolves. */
interface FnScope {
  any: Map<string, Def>;
  parent: FnScope | undefined;
}

/** A file with its names, places and parents. Made once for a model, never changed afterwards. */
export class BoundFile {
  private readonly parents = new Map<Node, { node: Node; role: Role; index: number }>();
  private readonly scopes = new Map<Node, Scope>();
  private readonly members = new Map<TypeDecl, Map<string, Def>>();
  /** Methods of one name, by the first of them. */
  readonly overloads = new Map<Fn, Fn[]>();
  /** Every call and construction of the file in source order. */
  readonly calls: Extract<Val, { v: 'call' | 'new' }>[] = [];
  /** Bound or passed methods: members that are not called. */
  readonly memberRefs: Extract<Val, { v: 'member' }>[] = [];
  readonly functions: Fn[] = [];
  readonly types: TypeDecl[] = [];
  readonly strings: Extract<Val, { v: 'lit' | 'text' }>[] = [];
  readonly top: Scope;

  constructor(
    readonly path: string,
    readonly text: string,
    readonly model: FileModel,
    readonly traits: LanguageTraits,
  ) {
    this.top = new Scope(undefined, { any: traits.ignoreCase ? new FoldedNames() : new Map(), parent: undefined });
    for (const imp of model.imports) {
      for (const n of imp.names)
        this.declare(
          this.top,
          { name: n.local, kind: 'import', import: { from: imp, imported: n.imported } },
          imp.range.start,
        );
    }
    this.block(model.top, this.top, undefined, 'body');
    this.collectWrites();
  }

  /** The node directly around this one. */
  parent(node: Node): { node: Node; role: Role; index: number } | undefined {
    return this.parents.get(node);
  }

  /** The function a node stands in (a function stands in the one around it). */
  enclosingFn(node: Node): Fn | undefined {
    for (let p = this.parents.get(node); p; p = this.parents.get(p.node)) if (isFn(p.node)) return p.node;
    return undefined;
  }

  enclosingType(node: Node): TypeDecl | undefined {
    for (let p = this.parents.get(node); p; p = this.parents.get(p.node)) if (isTypeDecl(p.node)) return p.node;
    return undefined;
  }

  /** The statement a value stands in (the innermost). */
  statementOf(node: Node): Stmt | undefined {
    for (let n: Node | undefined = node; n; n = this.parents.get(n)?.node) if (isStmt(n)) return n;
    return undefined;
  }

  /** True if `outer` is `node` or stands around it. */
  contains(outer: Node, node: Node): boolean {
    for (let n: Node | undefined = node; n; n = this.parents.get(n)?.node) if (n === outer) return true;
    return false;
  }

  /** What a name means where it stands. */
  resolve(ref: Ref): Def | undefined {
    return this.lookup(ref.name, ref);
  }

  /** What a name means at a node. */
  lookup(name: string, at: Node): Def | undefined {
    const scope = this.scopeOf(at) ?? this.top;
    for (let s: Scope | undefined = scope; s; s = s.parent) {
      const def = s.names.get(name);
      if (def) return def;
    }
    for (let f: FnScope | undefined = scope.fn; f; f = f.parent) {
      const def = f.any.get(name);
      if (def) return def;
    }
    if (!this.traits.implicitThis) return undefined;
    for (let t = this.enclosingType(at); t; t = this.enclosingType(t)) {
      const def = this.members.get(t)?.get(name);
      if (def) return def;
    }
    return undefined;
  }

  /** A member of a type declared in this file: a field, property or method. */
  member(type: TypeDecl, name: string): Def | undefined {
    return this.members.get(type)?.get(name);
  }

  membersOf(type: TypeDecl): Iterable<Def> {
    return this.members.get(type)?.values() ?? [];
  }

  /** A type declared in this file. */
  typeNamed(name: string): TypeDecl | undefined {
    return this.types.find((t) => t.name === name);
  }

  /** The name under which a type or function was declared, where it was imported under another. */
  importedName(name: string): string {
    const imported = this.top.names.get(name)?.import?.imported;
    return imported === undefined || imported === '*' || imported === 'default' ? name : imported;
  }

  private scopeOf(node: Node): Scope | undefined {
    for (let n: Node | undefined = node; n; n = this.parents.get(n)?.node) {
      const s = this.scopes.get(n);
      if (s) return s;
    }
    return undefined;
  }

  // ---------------------------------------------------------------------------------------------- building

  private declare(scope: Scope, def: Partial<Def> & Pick<Def, 'name' | 'kind'>, start: number): Def {
    const known = scope.names.get(def.name);
    if (known && known.kind === def.kind && def.kind === 'local') return known;
    const full: Def = { sources: [], writes: [], start, ...def };
    scope.names.set(def.name, full);
    if (!scope.fn.any.has(def.name)) scope.fn.any.set(def.name, full);
    return full;
  }

  private block(stmts: Stmt[], scope: Scope, around: Node | undefined, role: Role): void {
    // Declarations first: functions and types may be used above the place where they are written.
    for (const s of stmts) {
      if (s.s === 'function' && s.fn.name)
        this.declare(scope, { name: s.fn.name, kind: 'function', fn: s.fn }, s.range.start);
      if (s.s === 'type') this.declare(scope, { name: s.type.name, kind: 'type', typeDecl: s.type }, s.range.start);
    }
    stmts.forEach((s, i) => {
      this.scopes.set(s, scope);
      this.visit(s, scope, around, role, i);
    });
  }

  private inner(scope: Scope): Scope {
    return new Scope(scope, scope.fn);
  }

  private visit(node: Node, scope: Scope, around: Node | undefined, role: Role, index: number): void {
    if (around) this.parents.set(node, { node: around, role, index });
    if (isFn(node)) this.visitFn(node, scope);
    else if (isTypeDecl(node)) this.visitType(node, scope);
    else if (isHandler(node)) this.visitHandler(node, scope);
    else if ('s' in node) this.visitStmt(node, scope);
    else {
      this.noteValue(node, scope);
      children(node, (c, r, i) => {
        this.visit(c, scope, node, r, i);
      });
    }
  }

  private noteValue(node: Node, scope: Scope): void {
    if (!('v' in node)) return;
    if (node.v === 'call' || node.v === 'new') this.calls.push(node);
    else if (node.v === 'text') this.strings.push(node);
    else if (node.v === 'lit' && typeof node.value === 'string') this.strings.push(node);
    else if (node.v === 'member') {
      const p = this.parents.get(node);
      if (!(p?.role === 'callee')) this.memberRefs.push(node);
    } else if (node.v === 'assign' && node.target.v === 'ref' && node.target.name.startsWith('$subject')) {
      this.declare(scope, { name: node.target.name, kind: 'local' }, node.range.start); // the reader's own name
    } else if (node.v === 'is' && node.name && !(node.value.v === 'ref' && node.value.name === node.name)) {
      const def = this.declare(scope, { name: node.name, kind: 'narrowed', type: node.type }, node.range.start);
      def.sources.push({ value: node.value, path: [] });
    }
  }

  private visitStmt(node: Stmt, scope: Scope): void {
    switch (node.s) {
      case 'bind': {
        if (node.declares) this.declareTarget(node.target, scope, node.value, [], node.type);
        children(node, (c, r, i) => {
          this.visit(c, scope, node, r, i);
        });
        return;
      }
      case 'if': {
        this.visit(node.test, scope, node, 'test', 0);
        this.block(node.then, this.inner(scope), node, 'then');
        this.block(node.else, this.inner(scope), node, 'else');
        return;
      }
      case 'loop': {
        const s = this.inner(scope);
        this.scopes.set(node, s);
        this.block(node.init, s, node, 'init');
        if (node.target) this.declareTarget(node.target, s, node.over, ['*']);
        if (node.test) this.visit(node.test, s, node, 'test', 0);
        if (node.over) this.visit(node.over, s, node, 'over', 0);
        if (node.target) this.visit(node.target, s, node, 'target', 0);
        this.block(node.body, this.inner(s), node, 'body');
        this.block(node.step, s, node, 'step');
        return;
      }
      case 'try': {
        this.block(node.body, this.inner(scope), node, 'body');
        node.handlers.forEach((h, i) => {
          this.visit(h, scope, node, 'handler', i);
        });
        if (node.final) this.block(node.final, this.inner(scope), node, 'final');
        return;
      }
      case 'other': {
        const s = node.body.length ? this.inner(scope) : scope;
        node.values.forEach((v, i) => {
          this.visit(v, s, node, 'value', i);
        });
        this.block(node.body, s, node, 'body');
        return;
      }
      default:
        children(node, (c, r, i) => {
          this.visit(c, scope, node, r, i);
        });
    }
  }

  private visitFn(fn: Fn, scope: Scope): void {
    this.functions.push(fn);
    const s = new Scope(scope, { any: emptyLike(scope.fn.any), parent: scope.fn });
    this.scopes.set(fn, s);
    fn.params.forEach((p, index) => {
      this.visit(p, s, fn, 'param', index);
      if (p.pattern) {
        this.declareTarget(p.pattern, s, undefined, [], p.type, { of: fn, index });
      } else {
        const def = this.declare(s, { name: p.name, kind: 'param', param: { of: fn, index } }, p.range.start);
        if (p.type) def.type = p.type;
        if (p.default) def.sources.push({ value: p.default, path: [] });
      }
    });
    for (const m of fn.marks) this.visit(m, scope, fn, 'mark', 0);
    if (fn.body) this.block(fn.body, s, fn, 'body');
  }

  private visitType(type: TypeDecl, scope: Scope): void {
    this.types.push(type);
    const names = new Map<string, Def>();
    this.members.set(type, names);
    for (const f of type.fields) {
      const def: Def = { name: f.name, kind: 'field', sources: [], writes: [], owner: type, start: f.range.start };
      if (f.type) def.type = f.type;
      if (f.init) def.sources.push({ value: f.init, path: [] });
      names.set(f.name, def);
    }
    for (const m of type.methods) {
      if (!m.name || m.kind === 'setter') continue;
      const known = names.get(m.name);
      if (!known || (!known.fn?.body && m.body && known.kind === 'function')) {
        names.set(m.name, {
          name: m.name,
          kind: 'function',
          fn: m,
          sources: [],
          writes: [],
          owner: type,
          start: m.range.start,
        });
      } else if (m.kind === 'getter') known.fn = m;
      else if (known.fn?.body && m.body)
        this.overloads.set(known.fn, [...(this.overloads.get(known.fn) ?? [known.fn]), m]);
    }
    const s = this.inner(scope);
    this.scopes.set(type, s);
    for (const n of type.nested) this.declare(s, { name: n.name, kind: 'type', typeDecl: n }, n.range.start);
    children(type, (c, r, i) => {
      this.visit(c, s, type, r, i);
    });
  }

  private visitHandler(h: Handler, scope: Scope): void {
    const s = this.inner(scope);
    this.scopes.set(h, s);
    if (h.name) {
      const def = this.declare(s, { name: h.name, kind: 'catch' }, h.range.start);
      if (h.types[0]) def.type = h.types[0];
    }
    if (h.pattern) {
      this.declareTarget(h.pattern, s, undefined, []);
      this.visit(h.pattern, s, h, 'target', 0);
    }
    if (h.filter) this.visit(h.filter, s, h, 'filter', 0);
    this.block(h.body, s, h, 'body');
  }

  private declareTarget(
    target: Target,
    scope: Scope,
    value: Val | undefined,
    path: (string | number)[],
    type?: TypeRef,
    param?: { of: Fn; index: number },
  ): void {
    if (target.v === 'ref') {
      const def = this.declare(scope, { name: target.name, kind: param ? 'param' : 'local' }, target.range.start);
      if (type) def.type = type;
      if (param) def.param = param;
      if (value) def.sources.push({ value, path });
      this.paths.set(def, path);
    } else if (target.v === 'pattern') {
      for (const p of target.parts) {
        this.declareTarget(p.target, scope, value, p.rest ? path : [...path, p.key], undefined, param);
        if (p.default && p.target.v === 'ref')
          scope.names.get(p.target.name)?.sources.push({ value: p.default, path: [] });
      }
    }
  }

  /** Where in its parameter a destructured parameter comes from. */
  readonly paths = new Map<Def, (string | number)[]>();

  /** Assignments after the declaration, of names and of their members. */
  private collectWrites(): void {
    for (const [node, p] of this.parents) {
      if (p.role !== 'target' || !('v' in node)) continue;
      const around = p.node;
      const declares = 's' in around && (around.s === 'loop' || (around.s === 'bind' && around.declares));
      if (declares || isHandler(around) || ('name' in around && !('v' in around) && !('s' in around))) continue;
      const value =
        'value' in around && around.value && typeof around.value === 'object' ? (around.value as Val) : undefined;
      if (!value) continue;
      const op = 'op' in around && typeof around.op === 'string' ? around.op : undefined;
      this.write(node as Target, value, op);
    }
    const { setters, puts } = this.traits;
    if (setters || puts) for (const call of this.calls) if (call.v === 'call') this.writeByCall(call);
  }

  /** `x.setName(v)` and `x.put("name", v)`, also behind one another. */
  private writeByCall(call: Call): void {
    const written = writtenBy(call);
    if (!written || call.callee.v !== 'member') return;
    let obj = call.callee.obj;
    while (obj.v === 'call' && obj.callee.v === 'member' && writtenBy(obj)) obj = obj.callee.obj;
    const place = this.placeOf(obj);
    if (place)
      place.def.writes.push({ path: [...place.path, written.name], value: written.value, at: call.range.start });
  }

  private write(target: Target, value: Val, op?: string, path: (string | number)[] = []): void {
    if (target.v === 'pattern') {
      for (const p of target.parts) this.write(p.target, value, op, p.rest ? path : [...path, p.key]);
      return;
    }
    const place = this.placeOf(target);
    if (!place) return;
    if (place.path.length === 0) {
      const source: Source = { value, path };
      if (op && op !== '=') source.op = op;
      place.def.sources.push(source);
    } else place.def.writes.push({ path: place.path, value, at: target.range.start });
  }

  private references: Map<Def, Ref[]> | undefined;

  /** Every place where a name is used. */
  refs(def: Def): Ref[] {
    if (!this.references) {
      this.references = new Map();
      for (const node of this.parents.keys()) {
        if (!('v' in node) || node.v !== 'ref') continue;
        const d = this.resolve(node);
        if (!d) continue;
        const list = this.references.get(d);
        if (list) list.push(node);
        else this.references.set(d, [node]);
      }
    }
    return this.references.get(def) ?? [];
  }

  /** The text of a key: a literal, or a constant's. */
  private literal(key: Val): string | undefined {
    if (key.v === 'lit') return String(key.value);
    const sources = key.v === 'ref' ? this.resolve(key)?.sources : undefined;
    const only = sources?.length === 1 ? sources[0] : undefined;
    return only?.path.length === 0 && only.value.v === 'lit' ? String(only.value.value) : undefined;
  }

  /** The name a handler binds the error to. */
  handlerName(h: Handler): Def | undefined {
    return h.name ? this.scopes.get(h)?.names.get(h.name) : undefined;
  }

  /** The name a member chain starts from and the way from it: `this.options.headers` is field `options`, `headers`. */
  placeOf(val: Val | Target): { def: Def; path: string[] } | undefined {
    const path: string[] = [];
    let v: Val | Target = val;
    for (;;) {
      if (v.v === 'member') {
        if (v.obj.v === 'self') {
          const type = this.enclosingType(v);
          const def = type && this.member(type, v.name);
          return def ? { def, path } : undefined;
        }
        path.unshift(v.name);
        v = v.obj;
      } else if (v.v === 'index') {
        const key = this.literal(v.key);
        if (key === undefined) return undefined;
        path.unshift(key);
        v = v.obj;
      } else if (v.v === 'await') v = v.value;
      else if (v.v === 'ref') {
        const def = this.resolve(v);
        return def ? { def, path } : undefined;
      } else return undefined;
    }
  }
}
