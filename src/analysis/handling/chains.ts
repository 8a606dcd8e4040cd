/**
 * A value that holds a later result (Reactor, RxJava, CompletableFuture): the operators behind it answer the failure, pass
 * it on, wait for it, or take it and give nothing back.
 */
import { t } from '../../l10n/t.js';
import type { BoundFile } from '../bind/file.js';
import type { Call, Val } from '../code-model.js';
import type { Cell } from '../evaluate/cell.js';
import { underEach } from './assumptions.js';
import { byPolicy } from './by-policy.js';
import { BLOCKING, ERROR_OPERATORS, type ErrorOperator, REPEATING } from './chain-operators.js';
import { onlyReports } from './ends.js';
import { better, type Fate } from './fate.js';
import { type Assumption, catchesType, type Shape } from './shape.js';
import { type End, Simulation } from './simulate.js';
import type { Subjects } from './subject.js';
import type { Via, Ways } from './ways.js';

/** The failure reaches an operator: the call of a member of the value. */
export function atOperator(w: Ways, name: string, call: Call, file: BoundFile, shape: Shape, via: Via[]): Fate {
  const { args } = call;
  const waits = BLOCKING.get(name);
  // `map.get(key)` is no waiting; `future.get(1, SECONDS)` is.
  if (waits && args.length !== 1) {
    const next: Shape =
      waits === 'boxed' ? { ...shape, blocked: true } : waits === 'wrapped' ? { ...shape, wrapped: true } : shape;
    return next.response ? w.answered(call, file, { ...next, later: false }, via) : w.raised(call, file, next, via);
  }
  if (name === 'subscribe' || name === 'subscribeWith') return subscribed(w, call, file, shape, via);
  if (shape.response) return answerOperator(w, call, file, shape, via);
  const operator = ERROR_OPERATORS.get(name);
  if (operator)
    return errorOperator(w, call, operator, file, operator.boxes ? { ...shape, wrapped: true } : shape, via);
  if (name === 'onStatus' && args[0] && args[1]) {
    const told = statusOperator(w, { file, val: args[0].value }, call, shape);
    if (told) return told;
  }
  if (REPEATING.test(name)) {
    const told = call.callee.v === 'member' ? byPolicy(w, call, call.callee.obj, file, shape) : undefined;
    if (told) return told;
  }
  return w.promised(call, file, shape, via);
}

/** `subscribe(onNext, onError)`, `subscribe(new Subscriber() { … })`: the end of the chain. */
function subscribed(w: Ways, call: Call, file: BoundFile, shape: Shape, via: Via[]): Fate {
  const values = call.args.map((a) => a.value);
  const object = values.find((v) => v.v === 'new' && v.init?.v === 'rec');
  const entries = object?.v === 'new' && object.init?.v === 'rec' ? object.init.entries : [];
  const named = entries.find((e) => e.key === (shape.response ? 'onNext' : 'onError'))?.value;
  const handler = named ?? (shape.response ? values[0] : values[1]);
  if (!handler) return w.lost(call, file, shape, via);
  const fate = w.callback(call, handler, file, shape, via);
  // What a subscriber throws goes nowhere.
  return fate.told || fate.reason !== 'lost' ? fate : w.log.unhandled('not-told-apart');
}

/** An answer passes an operator: a function that is given it may look at its status. */
function answerOperator(w: Ways, call: Call, file: BoundFile, shape: Shape, via: Via[]): Fate {
  let best: Fate | undefined;
  for (const { value } of call.args) {
    if (!w.ev.functionOf({ file, val: value })?.fn.body) continue;
    const fate = w.callback(call, value, file, shape, via);
    if (fate.told) return fate;
    best = better(best, fate);
  }
  return better(best, w.promised(call, file, shape, via));
}

/** What an operator does under one assumption. */
interface Outcome {
  /** The failure passes the operator by. */
  passes: boolean;
  ends: End[];
  signature: string;
  sims: Simulation[];
}

/** `onErrorResume(Type.class, e -> …)`, `onErrorMap(predicate, e -> …)`, `exceptionally(e -> …)`. */
function errorOperator(w: Ways, call: Call, operator: ErrorOperator, file: BoundFile, shape: Shape, via: Via[]): Fate {
  const values = call.args.map((a) => a.value);
  const last = values.at(-1);
  const alone = values.length === 1 && last !== undefined && isGuard(w, last, call, file);
  const guard = values.length > 1 || alone ? values[0] : undefined;
  const handler = alone ? undefined : last;
  const target = handler && w.ev.functionOf({ file, val: handler });
  if (handler && !target?.fn.body && (handler.v === 'ref' || handler.v === 'member')) w.log.unseen = true;
  const body = target?.fn.body;
  const run = (a: Assumption): Outcome => {
    const out: Outcome = { passes: false, ends: [], signature: '', sims: [] };
    const caught = guard ? guarded(w, { file, val: guard }, shape, a) : true;
    if (caught !== true) out.passes = true;
    if (caught === false) return { ...out, signature: 'passes' };
    if (!target || !body) return { ...out, signature: `${out.passes}:answered` };
    const sim = new Simulation(w.ev, shape, a);
    const ends = sim.run(body, sim.start(target.file, given({ ...target, index: operator.param })));
    return { passes: out.passes, ends, signature: `${out.passes}:${sim.signature(ends)}`, sims: [sim] };
  };
  const { conflict, others } = underEach(w.options, run);
  w.log.absorb(conflict.sims);
  const place = handler?.range ?? call.range;
  const told = others.every((o) => o.signature !== conflict.signature);
  if (operator.gives === 'nothing') {
    if (told) {
      w.log.observed = true;
      w.log.note(file, place, t('tells the conflict apart, then raises it again unchanged'));
    }
    return w.promised(call, file, shape, via);
  }
  const same = conflict.ends.length > 0 && conflict.ends.every((e) => isSame(e, operator, w, conflict.sims[0]));
  const onlyPasses = conflict.passes ? conflict.ends.length === 0 && conflict.signature === 'passes' : same;
  if (told && !onlyPasses) return w.log.handled(file, place, conflict.ends, undefined);
  if (onlyPasses) {
    // A guard for something else has not looked at it.
    if (told && !conflict.passes && conflict.ends.some((e) => e.state.trace.length > 0)) w.log.observed = true;
    if (!told && !conflict.passes) w.log.alike = true;
    w.log.note(
      file,
      place,
      conflict.passes ? t('this handler does not catch it') : t('passes every error on in the same way'),
    );
    return w.promised(call, file, shape, via);
  }
  const raises = conflict.ends.some((e) => e.kind === 'raise') || operator.gives === 'error';
  if (raises || conflict.passes || target === undefined) {
    w.log.alike = true;
    w.log.note(
      file,
      place,
      raises ? t('passes every error on in the same way') : t('answers every error in the same way'),
    );
    const next = w.promised(call, file, raises ? { ...shape, response: false, wrapped: true } : shape, via);
    if (next.told || raises) return next;
    return better(next, w.log.unhandled('not-told-apart'));
  }
  if (conflict.ends.some((e) => e.carries)) {
    const next = w.promised(call, file, { ...shape, response: true, wrapped: true, later: true }, via);
    if (next.told) return next;
  }
  w.log.note(file, place, t('answers every error in the same way'));
  return w.log.unhandled(body && onlyReports(body) ? 'swallowed' : 'not-told-apart');
}

/** True if the failure leaves the operator as it came. */
function isSame(e: End, operator: ErrorOperator, w: Ways, sim: Simulation | undefined): boolean {
  if (e.kind === 'raise') return e.same;
  if (operator.gives !== 'error' || e.kind !== 'return' || !sim) return false;
  const value = e.node && 's' in e.node && e.node.s === 'return' ? e.node.value : undefined;
  return (
    value !== undefined && value.v === 'ref' && e.carries && w.ev.origins({ file: e.state.file, val: value }).length > 0
  );
}

/** A type or a predicate that stands alone: `onErrorComplete(e -> isConflict(e))`. */
function isGuard(w: Ways, val: Val, call: Call, file: BoundFile): boolean {
  const name = call.callee.v === 'member' ? call.callee.name : '';
  return name === 'onErrorComplete' && (isType(val) || w.ev.functionOf({ file, val }) !== undefined);
}

function isType(val: Val): boolean {
  return val.v === 'op' && val.op === 'typeof';
}

/** Whether a type or predicate takes the failure; undefined where nobody knows. */
function guarded(w: Ways, guard: Cell, shape: Shape, a: Assumption): boolean | undefined {
  const { val } = guard;
  if (val.v === 'op' && val.op === 'typeof') {
    const type = val.args[0];
    const name = type?.v === 'ref' || type?.v === 'member' ? type.name : '';
    return catchesType(name, shape, a);
  }
  return predicateOf(w, guard, shape, a, []);
}

/** What a predicate says of a part of the failure. */
function predicateOf(w: Ways, guard: Cell, shape: Shape, a: Assumption, path: string[]): boolean | undefined {
  const { val } = guard;
  // `CosmosException.class::isInstance`
  if (val.v === 'member' && val.name === 'isInstance') return guarded(w, { ...guard, val: val.obj }, shape, a);
  const target = w.ev.functionOf(guard);
  if (!target?.fn.body) return undefined;
  const sim = new Simulation(w.ev, shape, a);
  const ends = sim.run(target.fn.body, sim.start(target.file, given({ ...target, index: 0 }, path)));
  const results = ends.map((e) =>
    e.kind === 'return' && e.node && 's' in e.node && e.node.s === 'return' && e.node.value
      ? sim.truth(e.node.value, e.state)
      : undefined,
  );
  return results.length > 0 && results.every((r) => r === results[0]) ? results[0] : undefined;
}

/** `onStatus(s -> s.value() == 409, …)`: the status itself is looked at. */
function statusOperator(w: Ways, predicate: Cell, call: Call, shape: Shape): Fate | undefined {
  const at = (shape.error.status[0] ?? 'status').split('.');
  const { conflict, others } = underEach(w.options, (a) => predicateOf(w, predicate, shape, a, at));
  if (conflict !== true || others.some((o) => o !== false)) return undefined;
  return w.log.handled(predicate.file, call.args[1]?.value.range ?? call.range, [], undefined);
}

/** The parameter of a function that is given the failure. */
function given(
  target: { file: BoundFile; fn: NonNullable<ReturnType<Ways['ev']['functionOf']>>['fn']; index: number },
  path: string[] = [],
): Subjects {
  const subjects: Subjects = new Map();
  const param = target.fn.params[target.index];
  const def = param && target.file.lookup(param.name, param);
  if (def) subjects.set(def, path);
  return subjects;
}
