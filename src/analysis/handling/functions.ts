/** A function that ends with the failure: it goes on where the function is called or handed to. */
import type { BoundFile } from '../bind/file.js';
import type { Call, Fn, Val } from '../code-model.js';
import { usesOf } from '../evaluate/callers.js';
import { byPolicy, policyByName } from './by-policy.js';
import { RUNS_LATER } from './chain-operators.js';
import { isIteration } from './combinators.js';
import { decorated } from './decorators.js';
import { calleeName } from './ends.js';
import { better, type Fate } from './fate.js';
import { byMiddleware } from './middleware.js';
import { ownHandler } from './own-handlers.js';
import type { Shape } from './shape.js';
import type { Via, Ways } from './ways.js';

/** Calls that give a route to a web framework. */
const ROUTES = /^(?:get|post|put|patch|delete|all|use|route)$/;

/** A function ends with the failure; it goes on where the function is called. */
export function escapes(w: Ways, fn: Fn, file: BoundFile, shape: Shape, via: Via[], how: 'raise' | 'promise'): Fate {
  const wrapped = fn.marks.length ? decorated(w, fn, file, shape, via, how) : undefined;
  if (wrapped) return wrapped;
  const top = via.at(-1);
  if (top?.fn === fn) {
    const rest = via.slice(0, -1);
    const fate =
      how === 'promise' || shape.response
        ? w.promised(top.at, top.file, shape, rest)
        : w.raised(top.at, top.file, shape, rest);
    return { ...fate, left: true };
  }
  const around = file.parent(fn);
  if (around && 'v' in around.node && around.node.v === 'fn') return lambda(w, around.node, file, shape, via, how);
  let best: Fate | undefined;
  for (const use of usesOf(w.ev, file, fn).slice(0, 12)) {
    const f =
      use.kind === 'called'
        ? how === 'promise' || shape.response
          ? w.promised(use.call, file, shape, via)
          : w.raised(use.call, file, shape, via)
        : given(w, use.call, use.arg ?? use.call, file, shape, via, how);
    best = better(best, f);
    if (f.told) return f;
  }
  return best ?? w.log.unhandled(w.log.observed ? 'observed-only' : 'no-handler');
}

/** A function returns the failure, or something that holds it. */
export function returned(w: Ways, fn: Fn, file: BoundFile, shape: Shape, via: Via[]): Fate {
  return escapes(w, fn, file, { ...shape, response: true }, via, 'promise');
}

/** A lambda ends with the failure: the call it is an argument of decides what becomes of it. */
function lambda(
  w: Ways,
  node: Extract<Val, { v: 'fn' }>,
  file: BoundFile,
  shape: Shape,
  via: Via[],
  how: 'raise' | 'promise',
): Fate {
  const p = file.parent(node);
  if (!p) return w.log.unhandled('no-handler');
  if ('v' in p.node && p.node.v === 'call') {
    if (p.role === 'callee')
      return how === 'promise' ? w.promised(p.node, file, shape, via) : w.raised(p.node, file, shape, via);
    return given(w, p.node, node, file, shape, via, how);
  }
  if ('s' in p.node && p.node.s === 'bind' && p.node.target.v === 'ref') {
    let best: Fate | undefined;
    for (const use of usesOf(w.ev, file, node.fn)) {
      const f =
        use.kind === 'called'
          ? how === 'promise'
            ? w.promised(use.call, file, shape, via)
            : w.raised(use.call, file, shape, via)
          : given(w, use.call, use.arg ?? use.call, file, shape, via, how);
      best = better(best, f);
    }
    if (best) return best;
  }
  if ('v' in p.node && p.node.v === 'rec') {
    // An options record given to a call: `retry({ fn: () => … })`.
    const q = file.parent(p.node);
    if (q?.role === 'arg' && 'v' in q.node && q.node.v === 'call')
      return registered(w, w.promised(q.node, file, shape, via), q.node, file);
  }
  if ('s' in p.node && p.node.s === 'return') return w.log.unhandled('no-handler');
  return w.log.unhandled(w.log.observed ? 'observed-only' : 'no-handler');
}

/** True for a call that keeps the function it is given: its own result is no task that stands for the function's. */
function isKept(call: Call, name: string, file: BoundFile): boolean {
  const p = file.parent(call)?.node;
  return p !== undefined && 's' in p && p.s === 'do' && !/Async$|^(?:Run|StartNew|Invoke)$/.test(name);
}

/** `app.timer('nightly', { handler })`: the caller is the framework, so a call whose value nobody takes loses nothing. */
function registered(w: Ways, fate: Fate, call: Call, file: BoundFile): Fate {
  const p = file.parent(call);
  const alone = p !== undefined && 's' in p.node && p.node.s === 'do';
  return alone && !fate.told && fate.reason === 'lost' ? w.log.unhandled('no-handler') : fate;
}

/** Members by which an object that stands for a function is called. */
const CALLS = new Set(['get', 'call', 'run', 'apply', 'accept', 'invoke', 'execute', 'test', 'getAsBoolean']);

/** Where a function is called: `f()`, or `f.get()` where functions are objects. */
function invoked(file: BoundFile, ref: Val): ReturnType<BoundFile['parent']> {
  const up = file.parent(ref);
  if (file.traits.deferred !== 'chain' || up?.role !== 'obj') return up;
  return 'v' in up.node && up.node.v === 'member' && CALLS.has(up.node.name) ? file.parent(up.node) : up;
}

/** A function that fails is given to a call. */
function given(
  w: Ways,
  call: Call | Extract<Val, { v: 'new' }>,
  arg: Val,
  file: BoundFile,
  shape: Shape,
  via: Via[],
  how: 'raise' | 'promise',
): Fate {
  if (call.v === 'new') return w.promised(call, file, shape, via);
  const name = calleeName(call);
  const index = call.args.findIndex((a) => a.value === arg);
  if (name === 'forEach' || name === 'ForEach') {
    if (how === 'raise') return w.raised(call, file, shape, via);
    return w.lost(call, file, shape, via);
  }
  if (w.ev.project.own.handlers.has(name)) return ownHandler(w, call, file);
  const policy = byPolicy(w, call, arg, file, shape);
  if (policy) return policy;
  const named = policyByName(w, call, name, file);
  if (named) return named;
  const target = w.ev.callee({ file, val: call });
  const param = index >= 0 ? target?.fn.params[index] : undefined;
  if (target?.fn.body && param && !param.pattern) {
    const def = target.file.lookup(param.name, param);
    const inside: Via[] = [...via, { fn: target.fn, file, at: call }];
    let best: Fate | undefined;
    for (const r of def ? target.file.refs(def).slice(0, 6) : []) {
      const up = invoked(target.file, r);
      if (up?.role !== 'callee' || !('v' in up.node) || up.node.v !== 'call') continue;
      const f =
        how === 'promise'
          ? w.promised(up.node, target.file, shape, inside)
          : w.raised(up.node, target.file, shape, inside);
      best = better(best, f);
    }
    if (best) return best;
  }
  // `app.MapPost("/notes", async (…) => …)`: it is run later, by code that takes its task.
  if (how === 'promise' && file.traits.deferred === 'task' && isKept(call, name, file))
    return w.log.unhandled('no-handler');
  if (how === 'raise' && file.traits.deferred === 'chain') {
    // Around the call at once, or later where its value is waited for.
    const at = w.raised(call, file, shape, via);
    return at.told || !RUNS_LATER.has(name) ? at : better(w.promised(call, file, shape, via), at);
  }
  if (index > 0 && ROUTES.test(name)) {
    const next = byMiddleware(w, file, shape, via);
    if (next?.told) return next;
  }
  if (index > 0 || isIteration(name)) {
    // A callback of another call: what it raises goes out of that call.
    return how === 'promise' || (isIteration(name) && file.traits.deferred !== 'none')
      ? registered(w, w.promised(call, file, shape, via), call, file)
      : w.raised(call, file, shape, via);
  }
  const handlers = call.args.slice(1).map((a) => a.value);
  if (name === 'tryCatch' && handlers[0]) {
    const f = w.callback(call, handlers[0], file, shape, via);
    if (f.told) return f;
    return w.promised(call, file, { ...shape, wrapped: true }, via);
  }
  return how === 'promise' || file.traits.deferred === 'promise'
    ? w.promised(call, file, shape, via)
    : w.raised(call, file, shape, via);
}
