/** A value that is a promise or task and fails: where it is waited for, handed on, or lost. */
import { t } from '../../l10n/t.js';
import type { BoundFile } from '../bind/file.js';
import type { Node } from '../bind/walk.js';
import type { Call, Stmt, Val } from '../code-model.js';
import { givesErrors } from '../evaluate/results.js';
import { atOperator } from './chains.js';
import { FUNCTIONAL_HANDLERS, isGatherer, PASSING_MEMBERS } from './combinators.js';
import { calleeName } from './ends.js';
import { better, type Fate } from './fate.js';
import { ownHandler } from './own-handlers.js';
import type { Shape } from './shape.js';
import type { Via, Ways } from './ways.js';

/** The node's value is a promise (or task) that fails. */
export function promised(w: Ways, node: Node, file: BoundFile, shape: Shape, via: Via[] = []): Fate {
  // What a call gives is there when it returns.
  if (givesErrors(file)) return arrives(w, node, file, shape, via);
  // Where only some calls give their result later, an answer is looked at where it is.
  if ((file.traits.deferred === 'chain' || file.traits.deferred === 'none') && shape.response && !shape.later)
    return w.answered(node, file, shape, via);
  if (!w.log.enter('promise', node, file)) return w.log.unhandled('no-handler');
  const p = file.parent(node);
  if (!p) return w.log.unhandled('lost');
  const n = p.node;
  if ('v' in n) {
    switch (n.v) {
      case 'await':
        return arrives(w, n, file, n.how === 'block' ? { ...shape, blocked: true } : shape, via);
      case 'member':
        return p.role === 'obj' ? ofMember(w, n, file, shape, via) : promised(w, n, file, shape, via);
      case 'call':
        return p.role === 'arg' ? passed(w, n, p.index, file, shape, via) : promised(w, n, file, shape, via);
      case 'new':
        return promised(w, n, file, shape, via);
      case 'op':
        if (n.op === 'void') return lost(w, node, file, shape, via);
        return promised(w, n, file, shape, via);
      case 'assign':
        return n.target.v === 'ref'
          ? better(variable(w, n.target, file, shape, via), promised(w, n, file, shape, via))
          : promised(w, n, file, shape, via);
      default:
        return n.v === 'pattern' || n.v === 'lit' ? w.log.unhandled('no-handler') : promised(w, n, file, shape, via);
    }
  }
  if ('s' in n) {
    if (n.s === 'bind') {
      if (n.target.v === 'ref') return variable(w, n.target, file, shape, via);
      // `const { data } = send()`: the promise itself is taken apart, nothing waits for it.
      return n.target.v === 'pattern' ? lost(w, node, file, shape, via) : w.log.unhandled('no-handler');
    }
    if (n.s === 'return') return returnedPromise(w, n, file, shape, via);
    if (n.s === 'do') return lost(w, node, file, shape, via);
    return arrives(w, node, file, shape, via);
  }
  return w.log.unhandled('no-handler');
}

/** Members by which a finished task tells how it ended. */
const TASK_STATE = /^(?:Exception|IsFaulted)$/;

/** A promise settles here: an error is raised, an answer is a value. */
function arrives(w: Ways, node: Node, file: BoundFile, shape: Shape, via: Via[]): Fate {
  return shape.response ? w.answered(node, file, shape, via) : w.raised(node, file, shape, via);
}

/** Nothing takes the promise: what happens to its failure nobody learns. */
export function lost(w: Ways, node: Node, file: BoundFile, shape: Shape, via: Via[]): Fate {
  if (w.options.pretendAwaited) return arrives(w, node, file, shape, via);
  w.log.note(file, node.range, t('nothing waits for the result'));
  return w.log.unhandled('lost');
}

/** `return promise`: inside a `try` its handlers do not see the failure. */
function returnedPromise(w: Ways, stmt: Stmt, file: BoundFile, shape: Shape, via: Via[]): Fate {
  if (isGuarded(stmt, file)) {
    if (w.options.pretendAwaited) return arrives(w, stmt, file, shape, via);
    w.log.passedBy = true;
  }
  const fn = file.enclosingFn(stmt);
  if (!fn) return w.log.unhandled('no-handler');
  return w.escapes(fn, file, shape, via, 'promise');
}

/** True if handlers of a `try` in the same function stand around a node. */
function isGuarded(node: Node, file: BoundFile): boolean {
  const fn = file.enclosingFn(node);
  for (let p = file.parent(node); p && p.node !== fn; p = file.parent(p.node))
    if ('s' in p.node && p.node.s === 'try' && p.role === 'body' && p.node.handlers.length) return true;
  return false;
}

/** The promise is kept under a name: what happens to it is what happens there. */
function variable(w: Ways, target: Extract<Val, { v: 'ref' }>, file: BoundFile, shape: Shape, via: Via[]): Fate {
  const def = file.resolve(target);
  const refs = def ? file.refs(def).filter((r) => r !== target && file.parent(r)?.role !== 'target') : [];
  let best: Fate | undefined;
  for (const r of refs.slice(0, 8)) {
    const f = promised(w, r, file, shape, via);
    if (f.reason !== 'lost' || f.told) best = better(best, f);
    if (f.told) return f;
  }
  if (!best) return lost(w, target, file, shape, via);
  if (best.told || !isGuarded(target, file)) return best;
  // Waited for behind the `try` it was made in, whose handlers would have seen the failure there.
  return w.options.pretendAwaited ? better(best, arrives(w, target, file, shape, via)) : { ...best, passedBy: true };
}

/** `promise.catch(…)`, `.then(…, …)`, `task.ContinueWith(…)`. */
function ofMember(w: Ways, member: Extract<Val, { v: 'member' }>, file: BoundFile, shape: Shape, via: Via[]): Fate {
  const up = file.parent(member);
  if (up?.role !== 'callee' || !('v' in up.node) || up.node.v !== 'call') {
    if (member.name === 'Result') return arrives(w, member, file, { ...shape, blocked: true }, via);
    // `task.IsFaulted`, `task.Exception`: the finished task is looked at like an answer.
    if (!shape.response && TASK_STATE.test(member.name))
      return w.answered(member.obj, file, { ...shape, known: false, response: true, wrapped: true }, via);
    if (!shape.response) return promised(w, member, file, shape, via);
    // A promise of a known client has no members of its answer: `fetch(url).status` is nothing.
    const empty = shape.known && (file.traits.deferred === 'promise' || shape.deferred === true);
    return empty ? lost(w, member.obj, file, shape, via) : w.answered(member.obj, file, shape, via);
  }
  const call = up.node;
  if (file.traits.deferred === 'chain') return atOperator(w, member.name, call, file, shape, via);
  const [first, second] = call.args;
  if (member.name === 'catch' && first)
    return shape.response ? promised(w, call, file, shape, via) : w.callback(call, first.value, file, shape, via);
  if (member.name === 'then') {
    if (shape.response && first) return w.callback(call, first.value, file, shape, via);
    if (!shape.response && second) return w.callback(call, second.value, file, shape, via);
    return promised(w, call, file, shape, via);
  }
  if (member.name === 'ContinueWith' && first)
    return w.callback(call, first.value, file, { ...shape, known: false, wrapped: true }, via);
  if (member.name === 'pipe' || member.name === 'subscribe')
    return operators(
      w,
      call,
      call.args.map((a) => a.value),
      file,
      shape,
      via,
    );
  if (PASSING_MEMBERS.has(member.name)) return promised(w, call, file, shape, via);
  if (file.traits.deferred === 'task') {
    // An extension method on a task: by its name it gives a task again, or blocks until the task has ended.
    return member.name.endsWith('Async') ? promised(w, call, file, shape, via) : arrives(w, call, file, shape, via);
  }
  if (shape.deferred && shape.response && shape.known) return lost(w, member.obj, file, shape, via);
  if (shape.response) return w.answered(member.obj, file, shape, via);
  return promised(w, call, file, shape, via);
}

/** Functional and reactive chains: handlers stand among the operators that follow. */
function operators(w: Ways, call: Call, list: Val[], file: BoundFile, shape: Shape, via: Via[]): Fate {
  for (const op of list) {
    const handler = handlerOf(op);
    if (!handler) continue;
    const f = w.callback(call, handler, file, { ...shape, wrapped: true }, via);
    if (f.told) return f;
  }
  return promised(w, call, file, { ...shape, wrapped: true }, via);
}

/** A promise, or a function that makes one, is given to a call. */
function passed(w: Ways, call: Call, index: number, file: BoundFile, shape: Shape, via: Via[]): Fate {
  const name = calleeName(call);
  if (name === 'pipe' && index === 0)
    return operators(
      w,
      call,
      call.args.slice(1).map((a) => a.value),
      file,
      shape,
      via,
    );
  if ((name === 'push' || name === 'Add' || name === 'append') && call.callee.v === 'member') {
    const root = call.callee.obj;
    if (root.v === 'ref') return variable(w, root, file, shape, via);
    return w.log.unhandled('no-handler');
  }
  if (w.ev.project.own.handlers.has(name)) return ownHandler(w, call, file);
  // What was raised stands among the results.
  if (keepsErrors(call)) return promised(w, call, file, { ...shape, response: true }, via);
  if (name === 'allSettled') return promised(w, call, file, settled(shape), via);
  if (isGatherer(name)) return promised(w, call, file, shape, via);
  const target = w.ev.callee({ file, val: call });
  const param = target?.fn.params[index];
  if (target?.fn.body && param && !param.pattern) {
    const def = target.file.lookup(param.name, param);
    const inside: Via[] = [...via, { fn: target.fn, file, at: call }];
    let best: Fate | undefined;
    for (const r of def ? target.file.refs(def).slice(0, 6) : [])
      best = better(best, promised(w, r, target.file, shape, inside));
    if (best?.told) return best;
  }
  return promised(w, call, file, shape, via);
}

/** `gather(…, return_exceptions=True)` */
function keepsErrors(call: Call): boolean {
  return call.args.some((a) => a.name === 'return_exceptions' && a.value.v === 'lit' && a.value.value === true);
}

/** `Promise.allSettled` turns every failure into a value that has it under `reason`, every answer into one under `value`. */
function settled(shape: Shape): Shape {
  const at = shape.response ? '*.value' : '*.reason';
  const { error } = shape;
  const below = (paths: string[]): string[] => paths.map((p) => `${at}.${p}`);
  return {
    ...shape,
    response: true,
    error: { ...error, status: below(error.status), code: below(error.code), text: below(error.text) },
    ok: below(shape.ok),
  };
}

function handlerOf(op: Val): Val | undefined {
  if (op.v === 'call' && FUNCTIONAL_HANDLERS.has(calleeName(op))) return op.args[0]?.value;
  if (op.v === 'rec') {
    const e = op.entries.find((x) => x.key === 'error');
    return e?.value;
  }
  return undefined;
}
