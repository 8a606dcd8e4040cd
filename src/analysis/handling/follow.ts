/**
 * Follows a failure outward from the call: thrown, rejected, or returned in an answer; through handlers, promise
 * chains, variables, functions and their callers, until some place tells the conflict apart or nothing does.
 */

import { t } from '../../l10n/t.js';
import type { BoundFile } from '../bind/file.js';
import { isFn, type Node } from '../bind/walk.js';
import type { Call, Fn, Handler, Stmt, TypeRef, Val } from '../code-model.js';
import { usesOf } from '../evaluate/callers.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import { FUNCTIONAL_HANDLERS, isGatherer, isIteration, PASSING_MEMBERS } from './combinators.js';
import { better, type Fate, type Note } from './fate.js';
import { policyOf } from './policies.js';
import { type Assumption, catchesType, type FollowOptions, type Shape } from './shape.js';
import { type End, isLogging, Simulation } from './simulate.js';
import type { Subjects } from './subject.js';

/** Where a function that is run in thought was called from: its failure goes there and nowhere else. */
interface Via {
  fn: Fn;
  file: BoundFile;
  at: Val;
}

const MAX_STEPS = 60;

export class Follower {
  private steps = 0;
  private readonly seen = new Set<string>();
  private readonly notes: Note[] = [];
  private unseen = false;
  private observed = false;
  /** A handler on the way treated it like any other failure and raised it again. */
  private alike = false;
  /** A promise was not waited for, inside a `try` or on its own. */
  notAwaited = false;

  constructor(
    private readonly ev: Evaluator,
    private readonly options: FollowOptions,
  ) {}

  /** The failure is raised when this node is evaluated. */
  raised(node: Node, file: BoundFile, shape: Shape, via: Via[] = []): Fate {
    if (!this.enter('raise', node, file)) return this.unhandled('no-handler');
    let cur: Node = node;
    for (let p = file.parent(cur); p; p = file.parent(cur)) {
      if ('s' in p.node && p.node.s === 'try' && p.role === 'body') {
        const next = this.atTry(p.node, file, shape, via);
        if (next) return next;
      } else if (isFn(p.node) && p.role === 'body')
        return this.escapes(p.node, file, shape, via, p.node.isAsync ? 'promise' : 'raise');
      cur = p.node;
    }
    return this.unhandled(this.observed ? 'observed-only' : 'no-handler');
  }

  /** The handlers of a `try` around the failure. Undefined: it goes on outward as it is. */
  private atTry(stmt: Extract<Stmt, { s: 'try' }>, file: BoundFile, shape: Shape, via: Via[]): Fate | undefined {
    if (!stmt.handlers.length) return undefined;
    const all = [this.options.conflict, ...this.options.others].map((a) => this.caught(stmt, file, shape, a));
    const [conflict, ...others] = all as [Caught, ...Caught[]];
    const told = others.every((o) => o.signature !== conflict.signature);
    const first = conflict.handlers[0] ?? stmt.handlers[0];
    const place = first ? header(first) : stmt.range;
    if (conflict.escapes && !conflict.ends.length) {
      if (told) this.observed = true;
      else this.note(file, place, t('this handler does not catch it'));
      return undefined;
    }
    this.absorb(conflict.sims);
    const passes = conflict.ends.every((e) => e.kind === 'raise' && e.same);
    if (told && !(passes && !conflict.escapes)) {
      if (!passes || conflict.ends.length === 0) return this.handled(file, place, conflict.ends, stmt);
    }
    if (told && passes) {
      this.observed = true;
      this.note(file, place, t('tells the conflict apart, then raises it again unchanged'));
      return undefined;
    }
    return this.notTold(stmt, conflict, file, shape, via, place);
  }

  private notTold(
    stmt: Stmt,
    conflict: Caught,
    file: BoundFile,
    shape: Shape,
    via: Via[],
    place: { start: number; end: number },
  ): Fate | undefined {
    const raises = conflict.ends.filter((e) => e.kind === 'raise');
    const settled = conflict.ends.filter((e) => e.kind !== 'raise');
    let best: Fate | undefined;
    if (raises.length) this.alike = true;
    if (raises.length && !settled.length) this.note(file, place, t('raises every failure alike'));
    else if (settled.length)
      this.note(
        file,
        place,
        settled.every((e) => e.kind === 'again') ? t('tries again after any failure') : t('treats every failure alike'),
      );
    for (const e of distinct(raises)) {
      if (e.same) continue;
      const next = this.raised(
        e.state.file === file && e.node ? e.node : stmt,
        file,
        { ...shape, wrapped: true, response: false },
        via,
      );
      if (e.state.file === file) best = better(best, next);
      if (next.told) return next;
    }
    if (raises.some((e) => e.same) && !best?.told) {
      if (!settled.length) return undefined;
      const outward = this.raised(stmt, file, shape, via);
      if (outward.told) return outward;
    }
    for (const e of settled) {
      if (!e.carries || !e.node) continue;
      const fn = file.enclosingFn(stmt);
      if (!fn || e.state.file !== file) continue;
      const next = this.returned(fn, file, { ...shape, wrapped: true, response: false }, via);
      if (next.told) return next;
    }
    if (!settled.length) return better(best, this.unhandled('not-told-apart'));
    const silent = !settled.some((e) => e.kind === 'again') && conflict.handlers.every((h) => onlyReports(h.body));
    return this.unhandled(silent ? 'swallowed' : 'not-told-apart');
  }

  /** Which handlers take the failure under an assumption, and how they end. */
  private caught(stmt: Extract<Stmt, { s: 'try' }>, file: BoundFile, shape: Shape, a: Assumption): Caught {
    const out: Caught = { handlers: [], ends: [], escapes: true, signature: '', sims: [] };
    const parts: string[] = [];
    for (const h of stmt.handlers) {
      const sim = new Simulation(this.ev, shape, a);
      out.sims.push(sim);
      const match = handlerMatches(h.types, shape, a);
      if (match === false) continue;
      const state = sim.start(file, subjectsOf(h, file));
      const filter = h.filter ? sim.truth(h.filter, state) : true;
      if (filter === false) continue;
      const ends = sim.runAfter(stmt, sim.run(h.body, state));
      out.handlers.push(h);
      out.ends.push(...ends);
      parts.push(`${h.range.start}[${sim.signature(ends)}]`);
      if (match === true && filter === true) {
        out.escapes = false;
        break;
      }
    }
    if (out.escapes) parts.push('escapes');
    out.signature = parts.join('|');
    return out;
  }

  /** The node's value is a promise (or task) that fails. */
  promised(node: Node, file: BoundFile, shape: Shape, via: Via[] = []): Fate {
    if (!this.enter('promise', node, file)) return this.unhandled('no-handler');
    const p = file.parent(node);
    if (!p) return this.unhandled('lost');
    const n = p.node;
    if ('v' in n) {
      switch (n.v) {
        case 'await':
          return this.arrives(n, file, n.how === 'block' ? { ...shape, blocked: true } : shape, via);
        case 'member':
          return p.role === 'obj' ? this.ofMember(n, file, shape, via) : this.promised(n, file, shape, via);
        case 'call':
          return p.role === 'arg' ? this.passed(n, p.index, file, shape, via) : this.promised(n, file, shape, via);
        case 'new':
          return this.promised(n, file, shape, via);
        case 'op':
          if (n.op === 'void') return this.lost(node, file, shape, via);
          return this.promised(n, file, shape, via);
        case 'assign':
          return n.target.v === 'ref'
            ? better(this.variable(n.target, file, shape, via), this.promised(n, file, shape, via))
            : this.promised(n, file, shape, via);
        default:
          return n.v === 'pattern' || n.v === 'lit' ? this.unhandled('no-handler') : this.promised(n, file, shape, via);
      }
    }
    if ('s' in n) {
      if (n.s === 'bind')
        return n.target.v === 'ref' ? this.variable(n.target, file, shape, via) : this.unhandled('no-handler');
      if (n.s === 'return') return this.returnedPromise(n, file, shape, via);
      if (n.s === 'do') return this.lost(node, file, shape, via);
      if (n.s === 'loop' && p.role === 'over') return this.arrives(node, file, shape, via);
      return this.arrives(node, file, shape, via);
    }
    return this.unhandled('no-handler');
  }

  /** A promise settles here: an error is raised, an answer is a value. */
  private arrives(node: Node, file: BoundFile, shape: Shape, via: Via[]): Fate {
    return shape.response ? this.answered(node, file, shape, via) : this.raised(node, file, shape, via);
  }

  private lost(node: Node, file: BoundFile, shape: Shape, via: Via[]): Fate {
    this.notAwaited = true;
    if (this.options.pretendAwaited) return this.arrives(node, file, shape, via);
    this.note(file, node.range, t('nothing waits for the result'));
    return this.unhandled('lost');
  }

  /** `return promise`: inside a `try` its handlers do not see the failure. */
  private returnedPromise(stmt: Stmt, file: BoundFile, shape: Shape, via: Via[]): Fate {
    const fn = file.enclosingFn(stmt);
    for (let p = file.parent(stmt), cur: Node = stmt; p && p.node !== fn; cur = p.node, p = file.parent(cur)) {
      if ('s' in p.node && p.node.s === 'try' && p.role === 'body' && p.node.handlers.length) {
        this.notAwaited = true;
        if (this.options.pretendAwaited) return this.arrives(stmt, file, shape, via);
      }
    }
    if (!fn) return this.unhandled('no-handler');
    return this.escapes(fn, file, shape, via, 'promise');
  }

  private variable(target: Extract<Val, { v: 'ref' }>, file: BoundFile, shape: Shape, via: Via[]): Fate {
    const def = file.resolve(target);
    const refs = def ? file.refs(def).filter((r) => r !== target && file.parent(r)?.role !== 'target') : [];
    let best: Fate | undefined;
    for (const r of refs.slice(0, 8)) {
      const f = this.promised(r, file, shape, via);
      if (f.reason !== 'lost' || f.told) best = better(best, f);
      if (f.told) return f;
    }
    return best ?? this.lost(target, file, shape, via);
  }

  /** `promise.catch(…)`, `.then(…, …)`, `task.ContinueWith(…)`. */
  private ofMember(member: Extract<Val, { v: 'member' }>, file: BoundFile, shape: Shape, via: Via[]): Fate {
    const up = file.parent(member);
    if (up?.role !== 'callee' || !('v' in up.node) || up.node.v !== 'call') {
      if (member.name === 'Result') return this.arrives(member, file, { ...shape, blocked: true }, via);
      if (member.name === 'Exception') return this.promised(member, file, shape, via);
      return shape.response ? this.answered(member.obj, file, shape, via) : this.promised(member, file, shape, via);
    }
    const call = up.node;
    const [first, second] = call.args;
    if (member.name === 'catch' && first)
      return shape.response
        ? this.promised(call, file, shape, via)
        : this.callback(call, first.value, file, shape, via);
    if (member.name === 'then') {
      if (shape.response && first) return this.callback(call, first.value, file, shape, via);
      if (!shape.response && second) return this.callback(call, second.value, file, shape, via);
      return this.promised(call, file, shape, via);
    }
    if (member.name === 'ContinueWith' && first)
      return this.callback(call, first.value, file, { ...shape, known: false, wrapped: true }, via);
    if (member.name === 'pipe' || member.name === 'subscribe')
      return this.operators(
        call,
        call.args.map((a) => a.value),
        file,
        shape,
        via,
      );
    if (PASSING_MEMBERS.has(member.name)) return this.promised(call, file, shape, via);
    if (shape.response) return this.answered(member.obj, file, shape, via);
    return this.promised(call, file, shape, via);
  }

  /** A function is given the failure (or the answer) as its first argument; what it returns goes on as the call's value. */
  private callback(call: Call, fn: Val, file: BoundFile, shape: Shape, via: Via[]): Fate {
    const target = this.ev.functionOf({ file, val: fn });
    if (!target?.fn.body) {
      if (fn.v === 'ref' || fn.v === 'member') this.unseen = true;
      this.note(file, fn.range, t('the failure is handed to code that is not seen here'));
      return shape.response
        ? this.promised(call, file, { ...shape, response: false, wrapped: true }, via)
        : this.unhandled('not-told-apart');
    }
    const runs = [this.options.conflict, ...this.options.others].map((a) => {
      const sim = new Simulation(this.ev, shape, a);
      const ends = sim.run(target.fn.body ?? [], sim.start(target.file, firstParam(target.file, target.fn)));
      return { sim, ends, signature: sim.signature(ends) };
    });
    const [conflict, ...others] = runs as [(typeof runs)[0], ...typeof runs];
    this.absorb([conflict.sim]);
    const told = others.every((o) => o.signature !== conflict.signature);
    const passes = conflict.ends.every((e) => e.kind === 'raise' && e.same);
    if (told && !passes) return this.handled(file, fn.range, conflict.ends, undefined);
    if (told) this.observed = true;
    const raises = conflict.ends.filter((e) => e.kind === 'raise');
    if (raises.length) {
      if (!told && !shape.response) this.alike = true;
      this.note(
        file,
        fn.range,
        told ? t('tells the conflict apart, then raises it again unchanged') : t('raises every failure alike'),
      );
      const same = raises.every((e) => e.same);
      return this.promised(call, file, same ? shape : { ...shape, response: false, wrapped: true }, via);
    }
    if (conflict.ends.some((e) => e.carries)) {
      const next = this.promised(call, file, { ...shape, response: true, wrapped: true }, via);
      if (next.told) return next;
    }
    if (shape.response) {
      // The answer was used without a look at its status; nothing is thrown.
      return this.unhandled('no-handler');
    }
    this.note(file, fn.range, t('treats every failure alike'));
    return this.unhandled(onlyReports(target.fn.body) ? 'swallowed' : 'not-told-apart');
  }

  /** Functional and reactive chains: handlers stand among the operators that follow. */
  private operators(call: Call, list: Val[], file: BoundFile, shape: Shape, via: Via[]): Fate {
    for (const op of list) {
      const handler = handlerOf(op);
      if (!handler) continue;
      const f = this.callback(call, handler, file, { ...shape, wrapped: true }, via);
      if (f.told) return f;
    }
    return this.promised(call, file, { ...shape, wrapped: true }, via);
  }

  /** A promise, or a function that makes one, is given to a call. */
  private passed(call: Call, index: number, file: BoundFile, shape: Shape, via: Via[]): Fate {
    const name = calleeName(call);
    if (name === 'pipe' && index === 0)
      return this.operators(
        call,
        call.args.slice(1).map((a) => a.value),
        file,
        shape,
        via,
      );
    if ((name === 'push' || name === 'Add') && call.callee.v === 'member') {
      const root = call.callee.obj;
      if (root.v === 'ref') return this.variable(root, file, shape, via);
      return this.unhandled('no-handler');
    }
    if (isGatherer(name)) return this.promised(call, file, shape, via);
    const target = this.ev.callee({ file, val: call });
    const param = target?.fn.params[index];
    if (target?.fn.body && param && !param.pattern) {
      const def = target.file.lookup(param.name, param);
      const inside: Via[] = [...via, { fn: target.fn, file, at: call }];
      let best: Fate | undefined;
      for (const r of def ? target.file.refs(def).slice(0, 6) : [])
        best = better(best, this.promised(r, target.file, shape, inside));
      if (best?.told) return best;
    }
    return this.promised(call, file, shape, via);
  }

  /** A function ends with the failure; it goes on where the function is called. */
  private escapes(fn: Fn, file: BoundFile, shape: Shape, via: Via[], how: 'raise' | 'promise'): Fate {
    const top = via.at(-1);
    if (top?.fn === fn) {
      const rest = via.slice(0, -1);
      return how === 'promise' || shape.response
        ? this.promised(top.at, top.file, shape, rest)
        : this.raised(top.at, top.file, shape, rest);
    }
    const around = file.parent(fn);
    if (around && 'v' in around.node && around.node.v === 'fn') return this.lambda(around.node, file, shape, via, how);
    let best: Fate | undefined;
    for (const use of usesOf(this.ev, file, fn).slice(0, 12)) {
      const f =
        use.kind === 'called'
          ? how === 'promise' || shape.response
            ? this.promised(use.call, file, shape, via)
            : this.raised(use.call, file, shape, via)
          : this.given(use.call, use.arg ?? use.call, file, shape, via, how);
      best = better(best, f);
      if (f.told) return f;
    }
    return best ?? this.unhandled(this.observed ? 'observed-only' : 'no-handler');
  }

  private returned(fn: Fn, file: BoundFile, shape: Shape, via: Via[]): Fate {
    return this.escapes(fn, file, { ...shape, response: true }, via, 'promise');
  }

  /** A lambda ends with the failure: the call it is an argument of decides what becomes of it. */
  private lambda(
    node: Extract<Val, { v: 'fn' }>,
    file: BoundFile,
    shape: Shape,
    via: Via[],
    how: 'raise' | 'promise',
  ): Fate {
    const p = file.parent(node);
    if (!p) return this.unhandled('no-handler');
    if ('v' in p.node && p.node.v === 'call') {
      if (p.role === 'callee')
        return how === 'promise' ? this.promised(p.node, file, shape, via) : this.raised(p.node, file, shape, via);
      return this.given(p.node, node, file, shape, via, how);
    }
    if ('s' in p.node && p.node.s === 'bind' && p.node.target.v === 'ref') {
      let best: Fate | undefined;
      for (const use of usesOf(this.ev, file, node.fn)) {
        const f =
          use.kind === 'called'
            ? how === 'promise'
              ? this.promised(use.call, file, shape, via)
              : this.raised(use.call, file, shape, via)
            : this.given(use.call, use.arg ?? use.call, file, shape, via, how);
        best = better(best, f);
      }
      if (best) return best;
    }
    if ('v' in p.node && p.node.v === 'rec') {
      // An options record given to a call: `retry({ fn: () => … })`.
      const q = file.parent(p.node);
      if (q?.role === 'arg' && 'v' in q.node && q.node.v === 'call') return this.promised(q.node, file, shape, via);
    }
    if ('s' in p.node && p.node.s === 'return') return this.unhandled('no-handler');
    return this.unhandled(this.observed ? 'observed-only' : 'no-handler');
  }

  /** A function that fails is given to a call. */
  private given(
    call: Call | Extract<Val, { v: 'new' }>,
    arg: Val,
    file: BoundFile,
    shape: Shape,
    via: Via[],
    how: 'raise' | 'promise',
  ): Fate {
    if (call.v === 'new') return this.promised(call, file, shape, via);
    const name = calleeName(call);
    const index = call.args.findIndex((a) => a.value === arg);
    if (name === 'forEach' || name === 'ForEach') {
      if (how === 'raise') return this.raised(call, file, shape, via);
      return this.lost(call, file, shape, via);
    }
    const policy = policyOf(this.ev, { file, val: call }, arg, shape, this.options);
    if (policy) {
      const place: Note = {
        file,
        range: call.range,
        message: policy.told === 'retried' ? t('the retry policy repeats it') : t('the retry policy leaves it out'),
      };
      return {
        told: true,
        reason: 'told-apart',
        notes: this.notes,
        unseen: this.unseen,
        policy: policy.told,
        at: place,
      };
    }
    const target = this.ev.callee({ file, val: call });
    const param = index >= 0 ? target?.fn.params[index] : undefined;
    if (target?.fn.body && param && !param.pattern) {
      const def = target.file.lookup(param.name, param);
      const inside: Via[] = [...via, { fn: target.fn, file, at: call }];
      let best: Fate | undefined;
      for (const r of def ? target.file.refs(def).slice(0, 6) : []) {
        const up = target.file.parent(r);
        if (up?.role !== 'callee' || !('v' in up.node) || up.node.v !== 'call') continue;
        const f =
          how === 'promise'
            ? this.promised(up.node, target.file, shape, inside)
            : this.raised(up.node, target.file, shape, inside);
        best = better(best, f);
      }
      if (best) return best;
    }
    if (index > 0 || isIteration(name)) {
      // A callback of another call: what it raises goes out of that call.
      return how === 'promise' || isIteration(name)
        ? this.promised(call, file, shape, via)
        : this.raised(call, file, shape, via);
    }
    const handlers = call.args.slice(1).map((a) => a.value);
    if (name === 'tryCatch' && handlers[0]) {
      const f = this.callback(call, handlers[0], file, shape, via);
      if (f.told) return f;
      return this.promised(call, file, { ...shape, wrapped: true }, via);
    }
    return how === 'promise' || file.traits.deferred === 'promise'
      ? this.promised(call, file, shape, via)
      : this.raised(call, file, shape, via);
  }

  /** The node's value is an answer whose status tells the failure. */
  answered(node: Node, file: BoundFile, shape: Shape, via: Via[] = []): Fate {
    if (!this.enter('answer', node, file)) return this.unhandled('no-handler');
    const stmt = file.statementOf(node);
    if (!stmt) return this.unhandled('no-handler');
    const ensured = this.ensured(node, file, shape, via);
    if (ensured) return ensured;
    const subjects: Subjects = new Map([[node as Val, []]]);
    const runs = [this.options.conflict, ...this.options.others].map((a) => {
      const sim = new Simulation(this.ev, shape, a);
      const ends = sim.runFrom(stmt, sim.start(file, subjects));
      return { sim, ends, signature: sim.signature(ends) };
    });
    const [conflict, ...others] = runs as [(typeof runs)[0], ...typeof runs];
    this.absorb([conflict.sim]);
    if (others.every((o) => o.signature !== conflict.signature))
      return this.handled(file, stmt.range, conflict.ends, stmt);
    const raises = distinct(conflict.ends.filter((e) => e.kind === 'raise'));
    let best: Fate | undefined;
    for (const e of raises) {
      if (!e.node || e.state.file !== file) continue;
      this.note(file, e.node.range, t('raises every failed answer alike'));
      const f = this.raised(e.node, file, { ...shape, known: false, response: false, wrapped: true }, via);
      best = better(best, f);
      if (f.told) return f;
    }
    const fn = file.enclosingFn(node);
    for (const e of conflict.ends) {
      if (e.kind !== 'return' || !e.carries || !fn) continue;
      const f = this.returned(fn, file, { ...shape, wrapped: true }, via);
      best = better(best, f);
      if (f.told) return f;
    }
    const tested = conflict.signature !== this.successSignature(node, stmt, file, shape);
    if (tested && !best) this.note(file, stmt.range, t('only success and failure are told apart'));
    return better(best, this.unhandled(tested ? 'not-told-apart' : 'no-handler'));
  }

  /** What happens when the call succeeds: another way through the code shows that the status is looked at. */
  private successSignature(node: Node, stmt: Stmt, file: BoundFile, shape: Shape): string {
    const sim = new Simulation(this.ev, shape, { conflict: false, status: 200, codes: [], texts: [] });
    return sim.signature(sim.runFrom(stmt, sim.start(file, new Map([[node as Val, []]]))));
  }

  /** `(await send()).EnsureSuccessStatusCode()`, also on the name the answer is given: the answer becomes an error. */
  private ensured(node: Node, file: BoundFile, shape: Shape, via: Via[]): Fate | undefined {
    const names = ensureNames(shape);
    if (!names.length) return undefined;
    const candidates: Node[] = [node];
    const p = file.parent(node);
    if (p && 's' in p.node && p.node.s === 'bind' && p.node.target.v === 'ref') {
      const def = file.resolve(p.node.target);
      if (def) candidates.push(...file.refs(def));
    }
    for (const c of candidates) {
      const m = file.parent(c);
      if (m?.role !== 'obj' || !('v' in m.node) || m.node.v !== 'member' || !names.includes(m.node.name)) continue;
      const call = file.parent(m.node);
      // A test of the status before it decides first.
      if (call && 'v' in call.node && c === node)
        return this.raised(call.node, file, { ...shape, known: false, response: false, wrapped: true }, via);
      if (call && 'v' in call.node) {
        const before = this.testedBefore(node, file, shape);
        if (before) return before;
        return this.raised(call.node, file, { ...shape, known: false, response: false, wrapped: true }, via);
      }
    }
    return undefined;
  }

  private testedBefore(node: Node, file: BoundFile, shape: Shape): Fate | undefined {
    const stmt = file.statementOf(node);
    if (!stmt) return undefined;
    const runs = [this.options.conflict, ...this.options.others].map((a) => {
      const sim = new Simulation(this.ev, shape, a);
      const ends = sim.runFrom(stmt, sim.start(file, new Map([[node as Val, []]])));
      return { ends, signature: sim.signature(ends) };
    });
    const [conflict, ...others] = runs as [(typeof runs)[0], ...typeof runs];
    return others.every((o) => o.signature !== conflict.signature)
      ? this.handled(file, stmt.range, conflict.ends, stmt)
      : undefined;
  }

  /** A callback `(error, result) => …` given to the call itself. */
  calledBack(call: Call, file: BoundFile, shape: Shape, fn: Val): Fate {
    return this.callback(call, fn, file, shape, []);
  }

  // ------------------------------------------------------------------------------------------------ results

  private handled(file: BoundFile, range: { start: number; end: number }, ends: End[], stmt: Stmt | undefined): Fate {
    const again = ends.filter((e) => e.kind === 'again');
    const fate: Fate = {
      told: true,
      reason: 'told-apart',
      notes: this.notes,
      unseen: this.unseen,
      at: { file, range, message: t('the conflict is told apart here') },
    };
    if (again.length && stmt) {
      const settled = ends.some((e) => e.kind === 'return' || e.kind === 'end' || (e.kind === 'raise' && !e.same));
      const loop = again[0]?.loop;
      const counted = loop?.s === 'loop' && (loop.form === 'for' || (loop.test !== undefined && !isTrue(loop.test)));
      const each = loop?.s === 'loop' && loop.form === 'each';
      if (!each && !settled) fate.retry = { loop, bounded: counted || ends.some((e) => e.kind === 'raise') };
    }
    return fate;
  }

  private unhandled(reason: Fate['reason']): Fate {
    return {
      told: false,
      reason:
        this.observed && (reason === 'no-handler' || reason === 'not-told-apart')
          ? 'observed-only'
          : this.alike && reason === 'no-handler'
            ? 'not-told-apart'
            : reason,
      notes: this.notes,
      unseen: this.unseen,
    };
  }

  private note(file: BoundFile, range: { start: number; end: number }, message: string): void {
    if (this.notes.length < 12 && !this.notes.some((n) => n.range.start === range.start && n.file === file))
      this.notes.push({ file, range, message });
  }

  private absorb(sims: Simulation[]): void {
    for (const s of sims) if (s.handedTo.size || s.believed.size) this.unseen = true;
  }

  private enter(kind: string, node: Node, file: BoundFile): boolean {
    const key = `${kind}:${file.path}:${node.range.start}:${node.range.end}:${'v' in node ? node.v : 's' in node ? node.s : ''}`;
    if (this.seen.has(key) || ++this.steps > MAX_STEPS * 4) return false;
    this.seen.add(key);
    return true;
  }
}

interface Caught {
  handlers: Handler[];
  ends: End[];
  /** The failure (also) goes past the handlers. */
  escapes: boolean;
  signature: string;
  sims: Simulation[];
}

function handlerMatches(types: TypeRef[], shape: Shape, a: Assumption): boolean | undefined {
  if (!types.length) return true;
  const results = types.map((ty) => catchesType(ty.path.at(-1) ?? '', shape, a));
  if (results.includes(true)) return true;
  return results.every((r) => r === false) ? false : undefined;
}

function subjectsOf(h: Handler, file: BoundFile): Subjects {
  const subjects: Subjects = new Map();
  if (h.name) {
    const own = file.handlerName(h);
    if (own) subjects.set(own, []);
  }
  if (h.pattern)
    for (const part of h.pattern.parts) {
      if (part.target.v !== 'ref') continue;
      const def = file.resolve(part.target);
      if (def) subjects.set(def, [String(part.key)]);
    }
  return subjects;
}

function firstParam(file: BoundFile, fn: Fn): Subjects {
  const subjects: Subjects = new Map();
  const p = fn.params[0];
  if (!p) return subjects;
  if (p.pattern) {
    for (const [def, at] of file.paths)
      if (def.param?.of === fn && def.param.index === 0) subjects.set(def, at.map(String));
  } else {
    const def = file.lookup(p.name, p);
    if (def) subjects.set(def, []);
  }
  return subjects;
}

function handlerOf(op: Val): Val | undefined {
  if (op.v === 'call' && FUNCTIONAL_HANDLERS.has(calleeName(op))) return op.args[0]?.value;
  if (op.v === 'rec') {
    const e = op.entries.find((x) => x.key === 'error');
    return e?.value;
  }
  return undefined;
}

function header(h: Handler): { start: number; end: number } {
  return { start: h.range.start, end: Math.min(h.range.end, h.body[0]?.range.start ?? h.range.end) };
}

function calleeName(call: Call): string {
  const c = call.callee;
  return c.v === 'member' ? c.name : c.v === 'ref' ? c.name : '';
}

/** True for a handler that does nothing but log. */
function onlyReports(body: Stmt[]): boolean {
  return body.every((s) => s.s === 'do' && isLogging(s.value));
}

function ensureNames(shape: Shape): string[] {
  return shape.ok.length ? ['EnsureSuccessStatusCode', 'EnsureSuccessStatusCodeAsync'] : [];
}

function isTrue(v: Val): boolean {
  return v.v === 'lit' && v.value === true;
}

function distinct(ends: End[]): End[] {
  const seen = new Set<unknown>();
  return ends.filter((e) => {
    if (seen.has(e.node)) return false;
    seen.add(e.node);
    return true;
  });
}
