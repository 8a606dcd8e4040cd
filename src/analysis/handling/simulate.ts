/**
 * Runs code in thought after a failure: which ends can it reach, and what is done on the way? Conditions that the
 * failure decides are decided, all others are taken both ways.
 */

import type { BoundFile, Def } from '../bind/file.js';
import { children, type Node } from '../bind/walk.js';
import type { Call, Fn, Stmt, Val } from '../code-model.js';
import { bindArguments, type Env } from '../evaluate/cell.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import { makesFailure } from './chain-operators.js';
import { callsIn, isCondition, isLogging, isTest, nameOf, onlyAsks, pickIn, siblingsOf } from './expressions.js';
import { isFailingReturn, lastResult, rebound } from './results.js';
import type { Assumption, Shape } from './shape.js';
import { pathOf, type Subjects } from './subject.js';
import { type TruthContext, truth } from './truth.js';

/** What is known at a point of a run. */
export interface State {
  file: BoundFile;
  subjects: Subjects;
  bools: Map<Def, boolean | undefined>;
  /** Starts of the statements executed, in order. */
  trace: string[];
  /** Something besides logging was done. */
  acted: boolean;
  /** The failure was given another status or text: what goes on is not what came. */
  remade?: boolean;
  /** What the parameters of a function that is run in thought are bound to. */
  env?: Env | undefined;
}

/** A way in which a run ends. */
export interface End {
  kind: 'end' | 'return' | 'raise' | 'again' | 'break' | 'continue';
  node: Node | undefined;
  /** `raise`: the failure itself goes on, unchanged. */
  same: boolean;
  /** `return`, `raise`: the value is the failure or holds it. */
  carries: boolean;
  /** `again`: the loop that goes round. */
  loop?: Stmt;
  state: State;
}

const MAX_ENDS = 96;
const MAX_INLINE = 4;

/** Runs code in thought under one assumption about the failure. */
export class Simulation {
  /** Names of predicates believed without seeing them, and of functions the failure was handed to. */
  readonly believed = new Set<string>();
  readonly handedTo = new Set<string>();
  private ends = 0;

  constructor(
    private readonly ev: Evaluator,
    readonly shape: Shape,
    readonly a: Assumption,
  ) {}

  /** A state at the beginning, in a file, with what stands for the failure. */
  start(file: BoundFile, subjects: Subjects): State {
    return { file, subjects, bools: new Map(), trace: [], acted: false };
  }

  truth(val: Val, s: State, inline = 0): boolean | undefined {
    const c: TruthContext = {
      ev: this.ev,
      file: s.file,
      subjects: s.subjects,
      shape: this.shape,
      a: this.a,
      bools: s.bools,
      env: s.env,
      predicate: (call, file) => this.predicate(call, { ...s, file }, inline),
      byName: (name) => this.believed.add(name),
      depth: 0,
    };
    return truth(val, c);
  }

  /** Ends of a list of statements, run from the first. */
  run(stmts: Stmt[], state: State, inline = 0): End[] {
    this.ends = 0;
    return this.block(stmts, 0, state, inline);
  }

  /** Ends from a statement on, through the rest of its function. */
  runFrom(stmt: Stmt, state: State): End[] {
    this.ends = 0;
    return this.onward(stmt, this.statement(stmt, state, 0), 0);
  }

  /** Ends after a statement, through the rest of its function. */
  runAfter(stmt: Stmt, ends: End[]): End[] {
    return this.onward(stmt, ends, 0);
  }

  private block(stmts: Stmt[], at: number, state: State, inline: number): End[] {
    const stmt = stmts[at];
    if (!stmt) return [fall(state)];
    if (++this.ends > MAX_ENDS * 8) return [fall(state)];
    return this.statement(stmt, state, inline)
      .flatMap((e) => (e.kind === 'end' ? this.block(stmts, at + 1, e.state, inline) : [e]))
      .slice(0, MAX_ENDS);
  }

  /** Goes on after a statement for the ends that fall out of it, up to the end of the function. */
  private onward(stmt: Stmt, ends: End[], depth: number): End[] {
    const open = ends.filter((e) => e.kind === 'end' || e.kind === 'break' || e.kind === 'continue');
    if (!open.length || depth > 40) return ends;
    const file = open[0]?.state.file;
    const p = file?.parent(stmt);
    if (!file || !p) {
      const siblings = file?.model.top ?? [];
      const i = siblings.indexOf(stmt);
      return i < 0
        ? ends
        : ends.flatMap((e) => (e.kind === 'end' ? this.block(siblings, i + 1, e.state, 0) : [e])).slice(0, MAX_ENDS);
    }
    const siblings = siblingsOf(p.node, p.role);
    const after = ends
      .flatMap((e) => (e.kind === 'end' && siblings ? this.block(siblings, p.index + 1, e.state, 0) : [e]))
      .slice(0, MAX_ENDS);
    if (!('s' in p.node) && !('types' in p.node && 'body' in p.node)) return after;
    const around = 's' in p.node ? p.node : undefined;
    if (around?.s === 'loop' && p.role === 'body') {
      const turned = after.map((e): End => {
        if (e.kind !== 'end' && e.kind !== 'continue') return e;
        // A flag set on the way can end the loop: `while (!done)`.
        if (around.test && this.truth(around.test, e.state) === false) return { ...e, kind: 'break' };
        return { ...e, kind: 'again', node: around, loop: around };
      });
      return this.onward(
        around,
        turned.map((e) => (e.kind === 'break' ? { ...e, kind: 'end' as const } : e)),
        depth + 1,
      );
    }
    if (around) return this.onward(around, after, depth + 1);
    const handlerParent = file.parent(p.node);
    return handlerParent && 's' in handlerParent.node ? this.onward(handlerParent.node, after, depth + 1) : after;
  }

  private statement(stmt: Stmt, state: State, inline: number): End[] {
    switch (stmt.s) {
      case 'do':
        return this.effect(stmt, stmt.value, state, inline);
      case 'bind': {
        const next = stmt.value ? this.effect(stmt, stmt.value, state, inline) : [fall(state)];
        const target = stmt.target;
        if (!stmt.value) return next;
        if (target.v === 'pattern')
          return next.map((e) =>
            e.kind === 'end'
              ? { ...e, state: { ...e.state, subjects: rebound(e.state.file, e.state.subjects, target) } }
              : e,
          );
        if (target.v === 'member' && pathOf(target.obj, state.file, state.subjects)?.length === 0)
          return next.map((e) => (e.kind === 'end' ? { ...e, state: { ...e.state, remade: true } } : e));
        if (target.v !== 'ref') return next;
        const def = state.file.resolve(target);
        if (!def) return next;
        const value = stmt.value;
        return next.map((e) => {
          if (e.kind !== 'end') return e;
          const bools = new Map(e.state.bools).set(def, this.truth(value, e.state, inline));
          const path = stmt.declares ? undefined : pathOf(value, e.state.file, e.state.subjects);
          const subjects = path ? new Map(e.state.subjects).set(def, path) : this.kept(def, value, e.state);
          return { ...e, state: { ...e.state, bools, subjects } };
        });
      }
      case 'if': {
        const t = this.truth(stmt.test, state, inline);
        const out: End[] = [];
        if (t !== false) out.push(...this.block(stmt.then, 0, state, inline));
        if (t !== true) out.push(...this.block(stmt.else, 0, state, inline));
        return out;
      }
      case 'loop': {
        const once = this.block(stmt.body, 0, state, inline).map(
          (e): End => (e.kind === 'break' || e.kind === 'continue' ? { ...e, kind: 'end' } : e),
        );
        const t = stmt.test ? this.truth(stmt.test, state, inline) : stmt.form === 'each' ? undefined : true;
        return t === undefined ? [...once, fall(state)] : t ? once : [fall(state)];
      }
      case 'try':
        return this.attempt(stmt, state, inline);
      case 'return': {
        const failing = stmt.value && this.failures(stmt.value, state, inline);
        if (failing) return failing.flatMap((value) => this.failed(stmt, value, state, inline));
        const carries = stmt.value !== undefined && this.holds(stmt.value, state);
        const done = stmt.value ? this.effect(stmt, stmt.value, state, inline) : [fall(mark(state, stmt))];
        // A condition that the failure decides is an answer of its own: `return e.StatusCode == HttpStatusCode.Conflict`.
        const said = stmt.value && isCondition(stmt.value) ? this.truth(stmt.value, state, inline) : undefined;
        if (stmt.value && carries && isFailingReturn(stmt, state.file))
          return this.failing(stmt, stmt.value, state, done);
        return done.map((e) =>
          e.kind === 'end'
            ? { ...e, kind: 'return', node: stmt, carries, state: said === undefined ? e.state : say(e.state, said) }
            : e,
        );
      }
      case 'raise': {
        if (!stmt.value) {
          const same = stmt.again;
          return [{ ...fall(same ? state : mark(state, stmt)), kind: 'raise', node: stmt, same, carries: same }];
        }
        return this.branches(stmt.value, state, inline).flatMap((value) => {
          const whole = pathOf(value, state.file, state.subjects)?.length === 0 && !state.remade;
          const same = stmt.again || (whole && !this.shape.response);
          const at = value === stmt.value ? state : mark(state, value);
          const made = same ? [fall(state)] : this.effect(stmt, value, at, inline);
          const carries = same || this.holds(value, state);
          return made.map((e): End => (e.kind === 'end' ? { ...e, kind: 'raise', node: stmt, same, carries } : e));
        });
      }
      case 'leave':
        return [{ ...fall(mark(state, stmt)), kind: stmt.how }];
      case 'function':
      case 'type':
        return [fall(state)];
      case 'other': {
        let ends: End[] = [fall(state)];
        for (const v of stmt.values)
          ends = ends.flatMap((e) => (e.kind === 'end' ? this.effect(stmt, v, e.state, inline) : [e]));
        return ends.flatMap((e) => (e.kind === 'end' ? this.block(stmt.body, 0, e.state, inline) : [e]));
      }
    }
  }

  /** The branches of a returned value where one of them is a value that fails: `test ? read() : Mono.error(e)`. */
  private failures(val: Val, state: State, inline: number): Val[] | undefined {
    const all = this.branches(val, state, inline);
    const some = (v: Val, depth = 0): boolean =>
      failureOf(v) !== undefined ||
      (v.v === 'pick' && depth < 4 && (some(v.then, depth + 1) || some(v.else, depth + 1)));
    return some(val) ? all : undefined;
  }

  /** What returning one of them is: raising, or returning. */
  private failed(stmt: Stmt, value: Val, state: State, inline: number): End[] {
    const error = failureOf(value);
    const at = mark(state, value);
    if (!error)
      return this.effect(stmt, value, at, inline).map(
        (e): End => (e.kind === 'end' ? { ...e, kind: 'return', node: stmt, carries: this.holds(value, state) } : e),
      );
    const same = pathOf(error, state.file, state.subjects)?.length === 0 && !this.shape.response;
    const end: End = { ...fall(same ? state : at), kind: 'raise', node: stmt, same, carries: this.holds(error, state) };
    return [end];
  }

  /** A return whose last result is the failure, or an error made of it: what raising is elsewhere. */
  private failing(stmt: Stmt, value: Val, state: State, done: End[]): End[] {
    const last = lastResult(value);
    if (!this.holds(last, state))
      return done.map((e): End => (e.kind === 'end' ? { ...e, kind: 'return', node: stmt, carries: true } : e));
    // Who makes an error of it has not answered it, seen or not.
    if (last.v === 'call') this.handedTo.delete(nameOf(last));
    const same = pathOf(last, state.file, state.subjects)?.length === 0 && !state.remade;
    if (same) return [{ ...fall(state), kind: 'raise', node: stmt, same, carries: true }];
    return done.map((e): End => (e.kind === 'end' ? { ...e, kind: 'raise', node: stmt, same, carries: true } : e));
  }

  /** The subjects after a name got another value: it is none any more, unless the value holds the failure. */
  private kept(def: Def, value: Val, state: State): Subjects {
    if (!state.subjects.has(def) || this.holds(value, state)) return state.subjects;
    const out = new Map(state.subjects);
    out.delete(def);
    return out;
  }

  private attempt(stmt: Extract<Stmt, { s: 'try' }>, state: State, inline: number): End[] {
    const out = this.block(stmt.body, 0, state, inline).flatMap((e): End[] => {
      if (e.kind !== 'raise' || !stmt.handlers.length) return [e];
      const handler = stmt.handlers[0];
      if (!handler) return [e];
      const subjects = new Map(e.state.subjects);
      const def = handler.name ? e.state.file.lookup(handler.name, handler) : undefined;
      if (def && e.same) subjects.set(def, []);
      return this.block(handler.body, 0, { ...e.state, subjects }, inline);
    });
    if (!stmt.final) return out;
    const final = stmt.final;
    return out.flatMap((e) =>
      this.block(final, 0, e.state, inline).map((f) => (f.kind === 'end' ? { ...e, state: f.state } : f)),
    );
  }

  /** An expression evaluated for what it does: logging, other actions, functions of the project given the failure. */
  private effect(stmt: Stmt, val: Val, state: State, inline: number): End[] {
    const calls = callsIn(val);
    for (const call of calls) {
      const inlined = this.inlined(call, state, inline);
      if (inlined) return inlined.map((e) => (e.kind === 'end' ? { ...e, state: mark(e.state, stmt, true) } : e));
    }
    // A condition inside the expression: only the branch that is taken counts.
    const offered = this.offered(stmt, val, state, inline);
    if (offered) return offered;
    const taken = this.taken(val, state, inline);
    if (taken) return [fall(mark(state, taken, !isLogging(val)))];
    // What is only kept under a name decides where the name is used.
    const kept = stmt.s === 'bind' && stmt.declares && stmt.target.v === 'ref';
    const decided = kept || (calls.length && isLogging(val)) ? undefined : this.decided(val, state, inline);
    if (decided) return [fall(decide(mark(state, stmt, true), decided))];
    // A test that is only kept does nothing, whichever of its sides decides it.
    const does = !kept || !calls.every(onlyAsks);
    const shortcut =
      does && val.v === 'op' && (val.op === 'and' || val.op === 'or') && val.args[0]
        ? this.truth(val.args[0], state, inline)
        : undefined;
    if (shortcut !== undefined && val.v === 'op' && (val.op === 'and') !== shortcut) return [fall(state)];
    return [fall(mark(state, stmt, !isLogging(val)))];
  }

  /** What `throw x ? a : b` throws: the branch the failure decides, or each of both. */
  private branches(val: Val, state: State, inline: number, depth = 0): Val[] {
    if (val.v !== 'pick' || depth > 3) return [val];
    const t = this.truth(val.test, state, inline);
    const then = t === false ? [] : this.branches(val.then, state, inline, depth + 1);
    return t === true ? then : [...then, ...this.branches(val.else, state, inline, depth + 1)];
  }

  /** `aggregate.Handle(inner => …)`: raised again unless the predicate takes it. */
  private offered(stmt: Stmt, val: Val, state: State, inline: number): End[] | undefined {
    if (!this.shape.blocked || val.v !== 'call' || val.callee.v !== 'member' || val.callee.name !== 'Handle')
      return undefined;
    const fn = val.args[0] && this.ev.functionOf({ file: state.file, val: val.args[0].value });
    const param = fn?.fn.params[0];
    const path = pathOf(val.callee.obj, state.file, state.subjects);
    if (!fn?.fn.body || !param || !path) return undefined;
    const subjects: Subjects = new Map(state.subjects);
    const def = fn.file.lookup(param.name, param);
    if (def) subjects.set(def, [...path, 'InnerExceptions', '*']);
    return this.block(fn.fn.body, 0, { ...state, subjects }, inline + 1).flatMap((e): End[] => {
      const value = e.node && 's' in e.node && e.node.s === 'return' ? e.node.value : undefined;
      const takes = value && this.truth(value, e.state, inline + 1);
      const on: End[] = takes === false ? [] : [fall(mark(e.state, stmt, true))];
      return takes === true ? on : [...on, { ...fall(state), kind: 'raise', node: stmt, same: true, carries: true }];
    });
  }

  /** The branch of a conditional expression, or of the last of several in a row, that the failure decides. */
  private taken(val: Val, state: State, inline: number): Val | undefined {
    let at: Val | undefined;
    for (let pick = pickIn(val); pick; pick = pickIn(at)) {
      const t = this.truth(pick.test, state, inline);
      if (t === undefined) return at;
      at = t ? pick.then : pick.else;
    }
    return at;
  }

  /** A name for the outcome of a test. */
  private isKnown(val: Val, state: State): boolean {
    const def = val.v === 'ref' ? state.file.resolve(val) : undefined;
    return def !== undefined && state.bools.get(def) !== undefined && !state.subjects.has(def);
  }

  /** The truths of the conditions inside a value, as far as the failure decides them. */
  private decided(val: Val, state: State, inline: number): string | undefined {
    const out: string[] = [];
    const visit = (n: Node): void => {
      if (!('v' in n) || n.v === 'fn' || n.v === 'pattern') return;
      const test = n.v === 'pick' ? n.test : isTest(n) || this.isKnown(n, state) ? n : undefined;
      const t = test && this.truth(test, state, inline);
      if (test && t !== undefined) out.push(`${test.range.start}=${t}`);
      else children(n, visit);
    };
    visit(val);
    return out.length ? out.join() : undefined;
  }

  /** Runs a function of the project that is given the failure; undefined where there is none to run. */
  private inlined(call: Call, state: State, inline: number): End[] | undefined {
    const given = call.args.some((a) => this.holds(a.value, state));
    if (!given) return undefined;
    // The configuration says that it tells the conflict apart.
    if (this.ev.project.own.handlers.has(nameOf(call)))
      return [fall({ ...state, trace: [...state.trace, `own:${this.a.conflict}`], acted: true })];
    const target = inline < MAX_INLINE ? this.ev.callee({ file: state.file, val: call }) : undefined;
    if (!target?.fn.body) {
      const whole = call.args.some((a) => pathOf(a.value, state.file, state.subjects)?.length === 0);
      if (whole && !isLogging(call)) this.handedTo.add(nameOf(call));
      return undefined;
    }
    const inner = this.enter(target, call, state);
    const ends = this.block(target.fn.body, 0, inner, inline + 1);
    return ends.map((e): End => {
      const back: State = { ...state, trace: e.state.trace, acted: e.state.acted };
      const thrown = e.kind === 'raise' && !(e.node && 's' in e.node && e.node.s === 'return');
      return thrown ? { ...e, state: back } : { ...fall(back) };
    });
  }

  private enter(target: { file: BoundFile; fn: Fn }, call: Call, state: State): State {
    const subjects: Subjects = new Map();
    target.fn.params.forEach((p, i) => {
      const arg = call.args[i];
      const path = arg && pathOf(arg.value, state.file, state.subjects);
      if (!path) {
        if (arg && this.holds(arg.value, state) && !p.pattern) this.bindParam(target, p.name, p, [], subjects);
        return;
      }
      if (p.pattern) {
        for (const [def, at] of target.file.paths)
          if (def.param?.of === target.fn && def.param.index === i) subjects.set(def, [...path, ...at.map(String)]);
      } else this.bindParam(target, p.name, p, path, subjects);
    });
    const env = bindArguments(target.file, target.fn, call, { file: state.file, env: state.env });
    return { file: target.file, subjects, bools: new Map(), trace: state.trace, acted: state.acted, env };
  }

  private bindParam(
    target: { file: BoundFile; fn: Fn },
    name: string,
    at: Node,
    path: string[],
    subjects: Subjects,
  ): void {
    const def = target.file.lookup(name, at);
    if (def) subjects.set(def, path);
  }

  /** The truth of what a function of the project returns for the failure. */
  private predicate(call: Call, state: State, inline: number): boolean | undefined {
    if (inline >= MAX_INLINE) return undefined;
    const target = this.ev.callee({ file: state.file, val: call });
    if (!target?.fn.body) return undefined;
    const ends = this.block(target.fn.body, 0, this.enter(target, call, state), inline + 1);
    const results = ends.map((e) =>
      e.kind === 'return' && e.node && 's' in e.node && e.node.s === 'return' && e.node.value
        ? this.truth(e.node.value, e.state, inline + 1)
        : e.kind === 'end'
          ? false
          : undefined,
    );
    return results.length && results.every((r) => r === results[0]) ? results[0] : undefined;
  }

  /** True if a value is the failure, or is made of it (`new Error(e.message)`, `{ error: e }`). */
  holds(val: Val, state: State, depth = 0): boolean {
    if (depth > 6 || val.v === 'fn') return false;
    const path = pathOf(val, state.file, state.subjects);
    if (path) return true;
    let found = false;
    children(val, (c) => {
      if ('v' in c && c.v !== 'pattern' && this.holds(c, state, depth + 1)) found = true;
    });
    return found;
  }

  /** What the ends are, for comparison: the same failure going on is the same wherever it is raised again. */
  signature(ends: End[]): string {
    const parts = ends.map(
      (e) =>
        `${e.kind}${e.kind === 'raise' && e.same ? '=' : `@${e.node?.range.start ?? ''}`}:${e.state.trace.join(',')}`,
    );
    return [...new Set(parts)].sort().join(';');
  }
}

/** The error that a value which fails is made with: `Mono.error(e)`, `Mono.error(() -> e)`. */
function failureOf(val: Val): Val | undefined {
  if (val.v !== 'call' || val.callee.v !== 'member' || val.callee.obj.v !== 'ref') return undefined;
  const error = val.args[0]?.value;
  if (!error || !makesFailure(val.callee.obj.name, val.callee.name)) return undefined;
  const made = error.v === 'fn' ? error.fn.body?.find((s) => s.s === 'return') : undefined;
  return made?.s === 'return' && made.value ? made.value : error;
}

function fall(state: State): End {
  return { kind: 'end', node: undefined, same: false, carries: false, state };
}

function mark(state: State, node: Node, acted = false): State {
  return { ...state, trace: [...state.trace, `${node.range.start}`], acted: state.acted || acted };
}

/** A value that the failure decides is another value: `{ duplicate: e.code === 409 }`, `send(e.code === 409 ? 409 : 500)`. */
function decide(state: State, decided: string): State {
  return { ...state, trace: [...state.trace, decided] };
}

function say(state: State, truth: boolean): State {
  return { ...state, trace: [...state.trace, `=${truth}`] };
}
