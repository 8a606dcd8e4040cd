/**
 * What a value can be, as far as the text of the program says: followed through names, members, parameters, awaits,
 * conditional expressions and simple functions. Flow is not followed: a name may have any of the values it is given.
 */

import type { BoundFile } from '../bind/file.js';
import { givenBy } from '../bind/setters.js';
import type { Call, Fn, Val } from '../code-model.js';
import type { Placed, Project } from '../project/project.js';
import { appended } from './appended.js';
import { findingUses } from './callers.js';
import { bindArguments, bound, type Cell, type Env, fitting } from './cell.js';
import { ADDERS, MAKERS, MAPPINGS, PAIRS, PASSES } from './collections.js';
import { givenToParameter } from './given.js';
import { Memo } from './memo.js';
import { namesOf } from './names-of.js';
import { reaching } from './reaching.js';
import { returned, withinFirst } from './results.js';

const MAX_DEPTH = 14;
const MAX_VALUES = 8;
/** Values looked at for one question. */
const MAX_STEPS = 20_000;
/** Calls that look a name up in a table. */
const LOOKUPS = new Set(['get', 'getenv']);

/** Judging a file took longer than its budget. */
export class AnalysisTimeout extends Error {}

/**
 * Answers what values can be, for one file and the neighbours it reaches. It keeps answers, and bounds the work of each question.
 */
export class Evaluator {
  /** @param until when to give up, in the clock of `performance.now()` */
  constructor(
    readonly project: Project,
    private readonly until = Number.POSITIVE_INFINITY,
  ) {}

  /** Another one for the same files, if the project said of one more function that it tells conflicts apart. */
  withHandler(name: string): Evaluator {
    return new Evaluator(this.project.withHandler(name), this.until);
  }

  /** Another one that also looks for types in the folders of imported namespaces, for questions asked of few calls. */
  widely(): Evaluator {
    return new Evaluator(this.project.widely(), this.until);
  }

  /**
   * The values a cell stands for once names are followed: literals, allocations, calls and names that lead no further.
   */
  origins(cell: Cell, depth = 0): Cell[] {
    const { val } = cell;
    if (depth > MAX_DEPTH || val.v === 'lit' || val.v === 'rec' || val.v === 'list' || val.v === 'text') return [cell];
    // Without parameters bound a value always has the same origins.
    const memo = this.within.at(cell.env, depth);
    const known = (cell.env ? undefined : this.known.get(val)) ?? memo.get(val);
    if (known) return known;
    // A value that is made of itself (`page.next = page.next.concat(…)`) leads no further.
    if (this.active.has(val) || this.steps > MAX_STEPS) return this.cutShort([cell]);
    const outermost = this.active.size === 0;
    const { cuts } = this;
    this.steps++;
    this.active.add(val);
    try {
      const out = this.resolveOrigins(cell, depth);
      if (outermost && !cell.env) this.known.set(val, out);
      else if (cuts === this.cuts) memo.set(val, out);
      return out;
    } finally {
      this.active.delete(val);
    }
  }

  /**
   * Begins a new question: what is asked until the next one shares a budget, so that code that refers to itself in
   * many ways costs a bounded time.
   */
  ask(): void {
    if (performance.now() > this.until) throw new AnalysisTimeout();
    this.steps = 0;
  }

  /** Takes one step of the budget; false when it is used up. */
  spend(): boolean {
    return ++this.steps <= MAX_STEPS;
  }

  private readonly known = new Map<Val, Cell[]>();
  /** The same with parameters bound, and of what is met on the way. */
  private readonly within = new Memo<Cell[]>();
  private readonly active = new Set<Val>();
  /** How often something was not followed because of what else is being asked: the answer holds for this time only. */
  private cuts = 0;

  private cutShort<T>(answer: T): T {
    this.cuts++;
    return answer;
  }

  private steps = 0;

  private resolveOrigins(cell: Cell, depth: number): Cell[] {
    const { file, val, env } = cell;
    const go = (v: Val): Cell[] => this.origins({ file, val: v, env }, depth + 1);
    switch (val.v) {
      case 'ref': {
        const def = file.resolve(val);
        const sym = def ? { file, def } : this.symbolOf(cell);
        return sym ? this.ofDef(sym, cell, depth + 1) : [cell];
      }
      case 'await':
        return go(val.value);
      case 'pick':
        return cap([...go(val.then), ...go(val.else)]);
      case 'assign':
        return go(val.value);
      case 'op':
        if (val.op === 'or' || val.op === 'coalesce') return cap(val.args.flatMap(go));
        if (val.op === 'and') return val.args[1] ? go(val.args[1]) : [cell];
        return [cell];
      case 'member': {
        const sym = this.symbolOf(cell);
        if (sym) return this.ofDef(sym, cell, depth + 1);
        const found = this.props({ file, val: val.obj, env }, [val.name], depth + 1);
        return found.length ? cap(found.flatMap((c) => this.origins(c, depth + 1))) : [cell];
      }
      case 'index': {
        const key = this.constants({ file, val: val.key, env }, depth + 1)[0];
        if (key === undefined || key === null) {
          const all = this.origins({ file, val: val.obj, env }, depth + 1).flatMap((o) =>
            o.val.v === 'rec' ? o.val.entries.map((e) => ({ ...o, val: e.value })) : [],
          );
          return all.length ? cap(all.flatMap((c) => this.origins(c, depth + 1))) : [cell];
        }
        const found = this.props({ file, val: val.obj, env }, [String(key)], depth + 1);
        return found.length ? cap(found.flatMap((c) => this.origins(c, depth + 1))) : [cell];
      }
      case 'call': {
        const kept = this.lookedUp(cell as Cell & { val: Call }, depth);
        return kept.length ? cap(kept.flatMap((c) => this.origins(c, depth + 1))) : [cell];
      }
      default:
        return [cell];
    }
  }

  /** `table.get('name')` of a record that is seen, `settings.get('name', otherwise)`: the member, or what stands in for it. */
  private lookedUp({ file, val, env }: Cell & { val: Call }, depth: number): Cell[] {
    const { callee, args } = val;
    const [key, otherwise] = args;
    if (!LOOKUPS.has(lastNameOf(callee)) || key?.value.v !== 'lit' || typeof key.value.value !== 'string') return [];
    if (args.length > 2 || key.name !== undefined || key.spread) return [];
    const found = callee.v === 'member' ? this.props({ file, val: callee.obj, env }, [key.value.value], depth + 1) : [];
    if (found.length) return found;
    const isText = otherwise?.value.v === 'lit' && typeof otherwise.value.value === 'string';
    return isText ? [{ file, val: otherwise.value, env }] : [];
  }

  /** The definition a member chain through `this`, a namespace import or a type name means. */
  symbolOf(cell: Cell): Placed | undefined {
    const { file, val } = cell;
    if (val.v === 'ref') {
      const def = file.resolve(val);
      if (def) return this.project.follow({ file, def });
      if (file.traits.packages) return this.project.beside(file, val.name);
      // A member of a base class declared elsewhere.
      const type = file.traits.implicitThis ? file.enclosingType(val) : undefined;
      return type && this.project.member(file, type, val.name);
    }
    if (val.v !== 'member') return undefined;
    if (val.obj.v === 'self') {
      const type = file.enclosingType(val);
      return type && this.project.member(file, type, val.name);
    }
    if (val.obj.v === 'ref') {
      const def = file.resolve(val.obj);
      if (!def) {
        const type = this.project.typeDecl(file, { path: [val.obj.name], args: [] });
        if (type) return this.project.member(type.file, type.type, val.name);
        const other = this.project.beside(file, val.obj.name);
        return other?.def.typeDecl && this.project.member(other.file, other.def.typeDecl, val.name);
      }
      if (def.import?.imported === '*' || def.import?.imported === 'default') {
        const ns = this.project.follow({ file, def });
        if (ns && def.import.imported === '*') return this.project.exported(ns.file, val.name);
      }
      const target = this.project.follow({ file, def });
      if (target?.def.typeDecl) return this.project.member(target.file, target.def.typeDecl, val.name);
    }
    return undefined;
  }

  private ofDef(symbol: Placed, from: Cell, depth: number): Cell[] {
    const target = this.project.follow(symbol);
    if (!target) return [from];
    const { def } = target;
    const given = bound(from.env, def);
    if (given) {
      const path = target.file.paths.get(def) ?? [];
      return path.length && def.param ? this.propsOrigins(given, path, depth) : this.origins(given, depth + 1);
    }
    const sources = reaching(target.file, def, from.val).filter((s) => !s.op || s.op === '??=' || s.op === '||=');
    if (def.fn && def.fn.kind === 'getter') {
      const out = returned(def.fn).flatMap((v) => this.origins({ file: target.file, val: v }, depth + 1));
      return out.length ? cap(out) : [from];
    }
    if (def.param && sources.length === 0) {
      if (findingUses(target.file)) this.cuts++;
      const args = givenToParameter(this, target.file, def);
      if (args.length) {
        const path = target.file.paths.get(def) ?? [];
        return cap(args.flatMap((a) => this.propsOrigins(a, path, depth)));
      }
    }
    if (sources.length === 0)
      return target.file === from.file || def.param ? [from] : [{ file: target.file, val: from.val }];
    const env = target.file === from.file ? from.env : undefined;
    const out = cap(
      sources.flatMap((s) => {
        const cell: Cell = { file: target.file, val: s.value, env };
        const inside = s.path.length ? this.propsOrigins(cell, s.path, depth) : [];
        if (inside.length) return inside;
        // What a call of nobody's function gives first is what the call stands for.
        return withinFirst(target.file, s.path).length ? [] : this.origins(cell, depth + 1);
      }),
    );
    // A part of something that is not seen (`foreach (var id in ids)`) has a value all the same.
    return out.length || target.file !== from.file ? out : [from];
  }

  private propsOrigins(cell: Cell, path: (string | number)[], depth: number): Cell[] {
    if (path.length === 0) return this.origins(cell, depth + 1);
    if (path[0] === '*') {
      const items = this.elements(cell, depth + 1);
      const rest = path.slice(1);
      return cap(
        items.flatMap((i) => (rest.length ? this.propsOrigins(i, rest, depth + 1) : this.origins(i, depth + 1))),
      );
    }
    return cap(this.props(cell, path.map(String), depth + 1).flatMap((c) => this.origins(c, depth + 1)));
  }

  /** The elements of a list, with what is pushed to it and what a mapping makes of another list. */
  elements(cell: Cell, depth = 0): Cell[] {
    if (depth > MAX_DEPTH) return [];
    const lists = this.origins(cell, depth + 1);
    const pushed = lists.flatMap((o) =>
      this.additions(o.file, o.val).flatMap((call) =>
        call.args.map((a): Cell => ({ file: o.file, val: a.value, env: cell.env })),
      ),
    );
    return cap([...lists.flatMap((o): Cell[] => this.items(o, depth + 1)), ...pushed, ...appended(this, cell, depth)]);
  }

  private readonly added = new Map<BoundFile, { of: Map<Val, Call[]>; whole: boolean }>();

  /** Calls that add elements to a list, found by what their receiver is: `x.push(…)`, `options.data.requests.push(…)`. */
  private additions(file: BoundFile, list: Val): Call[] {
    let index = this.added.get(file);
    if (!index) {
      index = { of: new Map(), whole: false };
      this.added.set(file, index);
      for (const c of file.calls) {
        if (c.v !== 'call' || c.callee.v !== 'member' || !ADDERS.has(c.callee.name)) continue;
        for (const o of this.origins({ file, val: c.callee.obj }))
          index.of.set(o.val, [...(index.of.get(o.val) ?? []), c]);
      }
      index.whole = true;
    } else if (!index.whole) this.cuts++;
    return index.of.get(list) ?? [];
  }

  private items(o: Cell, depth: number): Cell[] {
    const val = o.val;
    if (val.v === 'list')
      return val.items.flatMap((i) =>
        i.spread ? this.elements({ ...o, val: i.value }, depth) : [{ ...o, val: i.value }],
      );
    if (val.v === 'new' && val.init?.v === 'list') return this.items({ ...o, val: val.init }, depth);
    if (val.v === 'new')
      return val.args.flatMap((a) => {
        const arg: Cell = { ...o, val: a.value };
        const inner = this.elements(arg, depth);
        return inner.length ? inner : this.origins(arg, depth + 1).filter((v) => v.val.v === 'new');
      });
    if (val.v !== 'call' || val.callee.v !== 'member') return [];
    const { obj } = val.callee;
    if (obj.v === 'ref' && MAKERS.get(val.callee.name)?.has(obj.name))
      return val.args.map((a) => ({ ...o, val: a.value }));
    const fn = val.args[0] && this.functionOf({ ...o, val: val.args[0].value });
    if (MAPPINGS.has(val.callee.name) && fn) return returned(fn.fn).map((v) => ({ file: fn.file, val: v, env: o.env }));
    return PASSES.has(val.callee.name) ? this.elements({ ...o, val: val.callee.obj }, depth) : [];
  }

  /**
   * The values at a path into a record: from its literal, its spreads, an initialiser, and later writes to members of
   * the names it goes by.
   *
   * @param anyCase compare names without regard to case (HTTP headers)
   */
  props(cell: Cell, path: string[], depth = 0, anyCase = false): Cell[] {
    const fold = anyCase || cell.file.traits.ignoreCase === true;
    if (path.length === 0) return [cell];
    if (depth > MAX_DEPTH) return [];
    if (!this.spend()) return this.cutShort([]);
    const memo = this.parts.at(cell.env, depth);
    const key = `${fold ? '~' : '='}${path.join('\n')}`;
    const known = memo.get(cell.val)?.get(key);
    if (known) return known;
    const { cuts } = this;
    const found = this.findProps(cell, path, depth, fold);
    if (cuts === this.cuts) memo.set(cell.val, (memo.get(cell.val) ?? new Map<string, Cell[]>()).set(key, found));
    return found;
  }

  private readonly parts = new Memo<Map<string, Cell[]>>();

  private findProps(cell: Cell, path: string[], depth: number, fold: boolean): Cell[] {
    const out: Cell[] = [];
    const same = (a: string, b: string): boolean => a === b || (fold && a.toLowerCase() === b.toLowerCase());
    for (const def of namesOf(cell)) {
      for (const w of def.def.writes) {
        const n = Math.min(w.path.length, path.length);
        if (!w.path.slice(0, n).every((p, i) => same(p, path[i] ?? ''))) continue;
        const value: Cell = { file: def.file, val: w.value, env: cell.env };
        if (w.path.length <= path.length) out.push(...this.props(value, path.slice(n), depth + 1, fold));
      }
    }
    const [head, ...rest] = path as [string, ...string[]];
    for (const o of this.origins(cell, depth + 1)) {
      for (const v of this.entry(o, head, same, depth)) out.push(...this.props(v, rest, depth + 1, fold));
    }
    return cap(out);
  }

  private entry(o: Cell, name: string, same: (a: string, b: string) => boolean, depth: number): Cell[] {
    const val = o.val;
    if (val.v === 'rec') {
      const out: Cell[] = [];
      for (const e of val.entries) {
        if (e.spread) out.push(...this.props({ ...o, val: e.value }, [name], depth + 1));
        else {
          const key = typeof e.key === 'string' ? e.key : e.key && this.constants({ ...o, val: e.key }, depth + 1)[0];
          if (key !== undefined && same(String(key), name)) out.push({ ...o, val: e.value });
        }
      }
      return out;
    }
    if (val.v === 'new') {
      if (val.init?.v === 'rec') return this.entry({ ...o, val: val.init }, name, same, depth);
      const decl = this.project.typeDecl(o.file, val.type);
      const member = decl && this.project.member(decl.file, decl.type, name);
      return member?.def.sources.map((s) => ({ file: member.file, val: s.value })) ?? [];
    }
    if (val.v === 'list') {
      const item = val.items[Number(name)];
      return item ? [{ ...o, val: item.value }] : [];
    }
    if (val.v === 'call') {
      const results = this.callResults(o);
      if (results.length) return results.flatMap((r) => this.props(r, [name], depth + 1));
      return o.file.traits.setters ? this.chained({ ...o, val }, name, same, depth) : [];
    }
    return [];
  }

  /** `make().name(v).other(w)`: what a chain of calls gives to a member; `Map.of("name", v)`. */
  private chained(
    o: Cell & { val: Call },
    name: string,
    same: (a: string, b: string) => boolean,
    depth: number,
  ): Cell[] {
    const { callee, args } = o.val;
    const given = givenBy(o.val, name);
    if (given) return [{ ...o, val: given }];
    if (callee.v !== 'member') return [];
    if (callee.obj.v === 'ref' && PAIRS.get(callee.name)?.has(callee.obj.name))
      return args.flatMap((a, i) => {
        const key = i % 2 === 0 ? this.constants({ ...o, val: a.value }, depth + 1)[0] : undefined;
        const value = args[i + 1]?.value;
        return value && key !== undefined && same(String(key), name) ? [{ ...o, val: value }] : [];
      });
    return this.props({ ...o, val: callee.obj }, [name], depth + 1);
  }

  /** What a call of a function of this project returns, with its parameters bound. */
  callResults(cell: Cell): Cell[] {
    if (cell.val.v !== 'call') return [];
    // Kept, so that the parameters bound for a result are the same ones each time it is asked for.
    const memo = this.results.at(cell.env);
    const known = memo.get(cell.val);
    if (known) return known;
    const { cuts } = this;
    const target = this.callee(cell as Cell & { val: Call });
    const env = target && bindArguments(target.file, target.fn, cell.val, cell);
    const values = target ? returned(target.fn).slice(0, MAX_VALUES) : [];
    const out = values.map((val): Cell => ({ file: target?.file ?? cell.file, val, env }));
    if (!cell.env || cuts === this.cuts) memo.set(cell.val, out);
    return out;
  }

  private readonly results = new Memo<Cell[]>();

  /** The function of this project that a call runs. */
  callee(cell: { file: BoundFile; val: Call; env?: Env | undefined }): { file: BoundFile; fn: Fn } | undefined {
    const found = this.functionOf({ file: cell.file, val: cell.val.callee, env: cell.env });
    const overloads = found?.file.overloads.get(found.fn);
    return found && overloads ? { file: found.file, fn: fitting(overloads, cell.val) } : found;
  }

  private readonly asking = new Set<Val>();

  /** The function a value is: a lambda, a function's name, a method of `this` or of a typed object. */
  functionOf(cell: Cell, depth = 0): { file: BoundFile; fn: Fn } | undefined {
    if (cell.env || cell.val.v === 'fn') return this.findFunction(cell, depth);
    const known = this.functions.get(cell.val);
    if (known) return known.found;
    const found = this.findFunction(cell, depth);
    this.functions.set(cell.val, { found });
    return found;
  }

  private readonly functions = new Map<Val, { found: { file: BoundFile; fn: Fn } | undefined }>();

  private findFunction(cell: Cell, depth: number): { file: BoundFile; fn: Fn } | undefined {
    if (depth > 6) return undefined;
    const { file, val } = cell;
    if (val.v === 'fn') return { file, fn: val.fn };
    if (val.v === 'call') return this.handedOut(cell, val, depth);
    const sym = this.symbolOf(cell) ?? this.methodOfTyped(cell);
    if (sym?.def.fn) return { file: sym.file, fn: sym.def.fn };
    const given = sym && bound(cell.env, sym.def);
    if (given && given.val !== val) return this.functionOf(given, depth + 1);
    if (sym && sym.def.sources.length === 1 && sym.def.sources[0] && sym.def.sources[0].path.length === 0) {
      const src = sym.def.sources[0].value;
      if (src === val) return undefined;
      if (src.v === 'fn' || src.v === 'ref' || src.v === 'member')
        return this.functionOf({ file: sym.file, val: src, env: cell.env }, depth + 1);
      // `const f = useCallback(() => …)`, `.bind(this)`
      if (src.v === 'call' && src.callee.v === 'member' && src.callee.name === 'bind')
        return this.functionOf({ file: sym.file, val: src.callee.obj, env: cell.env }, depth + 1);
    }
    // A member of a record: `export default { post(…) { … } }`.
    if (val.v === 'member' && !sym && val.obj.v === 'ref') {
      if (this.asking.has(val)) return this.cutShort(undefined);
      this.asking.add(val);
      const fn = this.props({ ...cell, val: val.obj }, [val.name]).find((c) => c.val.v === 'fn');
      this.asking.delete(val);
      if (fn?.val.v === 'fn') return { file: fn.file, fn: fn.val.fn };
    }
    return undefined;
  }

  /** The function that a function of the project does nothing but hand out: `guarded(x)(call)`. */
  private handedOut(cell: Cell, made: Call, depth: number): { file: BoundFile; fn: Fn } | undefined {
    const maker = this.functionOf({ ...cell, val: made.callee }, depth + 1);
    const [only, ...more] = maker?.fn.body ?? [];
    if (!maker || more.length > 0 || only?.s !== 'return' || only.value?.v !== 'fn') return undefined;
    return { file: maker.file, fn: only.value.fn };
  }

  /** `x.m` where `x` has a declared type of this project, or was made with `new T`. */
  private methodOfTyped(cell: Cell): Placed | undefined {
    const { file, val } = cell;
    if (val.v !== 'member') return undefined;
    const sym = this.symbolOf({ ...cell, val: val.obj });
    let type = sym?.def.type;
    let from = sym?.file ?? file;
    if (!type) {
      const made = this.origins({ ...cell, val: val.obj }).find((o) => o.val.v === 'new');
      if (made?.val.v === 'new') {
        type = made.val.type;
        from = made.file;
      }
    }
    const decl = type && this.project.typeDecl(from, type);
    return decl && this.project.member(decl.file, decl.type, val.name);
  }

  /** Literal values a cell can have, also as the result of a function of this project. Unknown ones are left out. */
  constants(cell: Cell, depth = 0): (string | number | boolean | null | undefined)[] {
    if (depth > MAX_DEPTH) return [];
    return this.origins(cell, depth + 1).flatMap((o) => {
      if (o.val.v === 'lit') return [o.val.value];
      return this.callResults(o).flatMap((r) => this.constants(r, depth + 1));
    });
  }
}

function lastNameOf(val: Val): string {
  return val.v === 'member' || val.v === 'ref' ? val.name : '';
}

function cap<T>(list: T[]): T[] {
  return list.length > MAX_VALUES ? list.slice(0, MAX_VALUES) : list;
}
