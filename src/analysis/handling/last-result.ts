/** A failure that is the last result of a call: bound to a name, tested where it stands, passed on by `return`. */
import { t } from '../../l10n/t.js';
import type { BoundFile, Def } from '../bind/file.js';
import { children, isFn, type Node } from '../bind/walk.js';
import type { If, Stmt, Val } from '../code-model.js';
import { usesOf } from '../evaluate/callers.js';
import { underEach } from './assumptions.js';
import { distinct, onlyReports } from './ends.js';
import { better, type Fate } from './fate.js';
import { givenOn, takerOf } from './given-results.js';
import { errorTarget } from './results.js';
import type { Shape } from './shape.js';
import { type End, Simulation } from './simulate.js';
import type { Subjects } from './subject.js';
import type { Via, Ways } from './ways.js';

/** The name of a result that nobody wants. */
const BLANK = '_';

/**
 * The failure is the last result of this node: a call, or the `return` that hands it out.
 *
 * @param node where the failure comes from
 */
export function lastResultOf(w: Ways, node: Node, file: BoundFile, shape: Shape, via: Via[]): Fate {
  if (!w.log.enter('result', node, file)) return w.log.unhandled('no-handler');
  const taker = takerOf(node, file);
  if (taker) return givenOn(w, taker, file, shape, via, (next, from) => lastResultOf(w, taker, file, next, from));
  const stmt = file.statementOf(node);
  if (!stmt) return w.log.unhandled('no-handler');
  if (stmt.s === 'return') return outOf(w, stmt, file, shape, via);
  const target = errorTarget(stmt);
  const dropped = stmt.s === 'do' ? stmt.value === node : target?.name === BLANK;
  if (dropped) {
    w.log.note(file, stmt.range, t('the error is dropped'));
    return w.log.unhandled('swallowed');
  }
  const def = target && file.resolve(target);
  const beside = def ? partsBeside(stmt, file, shape) : [];
  const { conflict, others } = underEach(w.options, (a) => {
    const sim = new Simulation(w.ev, shape, a);
    const ends = def
      ? sim.runAfter(stmt, sim.run([], sim.start(file, new Map([[def, []], ...beside]))))
      : sim.runFrom(stmt, sim.start(file, new Map([[node as Val, []]]) as Subjects));
    return { sim, ends, signature: sim.signature(ends) };
  });
  w.log.absorb([conflict.sim]);
  const told = others.every((o) => o.signature !== conflict.signature);
  const passes = conflict.ends.length > 0 && conflict.ends.every((e) => e.kind === 'raise' && e.same);
  if (told && !passes) return w.log.handled(file, stmt.range, conflict.ends, stmt);
  // Handed to what repeats it, while everything else is made to end the repetition.
  if (told && others.every((o) => o.ends.every((e) => e.kind !== 'raise' || !e.same)) && isRepeated(w, stmt, file))
    return { ...w.log.handled(file, stmt.range, conflict.ends, undefined), policy: 'retried' };
  if (told) {
    w.log.observed = true;
    w.log.note(file, stmt.range, t('tells the conflict apart, then raises it again unchanged'));
  }
  return passedOn(w, conflict.ends, stmt, def, file, shape, via);
}

/** The names of other results that are a part of the failure. */
function partsBeside(stmt: Stmt, file: BoundFile, shape: Shape): [Def, string[]][] {
  if (shape.wrapped || stmt.s !== 'bind' || stmt.target.v !== 'pattern') return [];
  const { parts } = stmt.target;
  return (shape.error.beside ?? []).flatMap(({ at, path }): [Def, string[]][] => {
    const target = parts[at]?.target;
    const def = target?.v === 'ref' ? file.resolve(target) : undefined;
    return def ? [[def, path]] : [];
  });
}

/** Calls that run a function again and again while it fails. */
const REPEATS = /retry|backoff/i;

/** True for a place in a function that is handed to a call that repeats it. */
function isRepeated(w: Ways, stmt: Stmt, file: BoundFile): boolean {
  const fn = file.enclosingFn(stmt);
  const val = fn && file.parent(fn)?.node;
  if (!fn || !val || !('v' in val) || val.v !== 'fn') return false;
  const p = file.parent(val)?.node;
  const direct = p && 'v' in p && p.v === 'call' ? [p] : [];
  return [...direct, ...usesOf(w.ev, file, fn).map((u) => u.call)].some(
    (c) => c.v === 'call' && REPEATS.test(file.text.slice(c.callee.range.start, c.callee.range.end)),
  );
}

/** Every failure is treated alike: it goes on with each `return` that hands it out. */
function passedOn(
  w: Ways,
  ends: End[],
  stmt: Stmt,
  error: Def | undefined,
  file: BoundFile,
  shape: Shape,
  via: Via[],
): Fate {
  const raises = distinct(ends.filter((e) => e.kind === 'raise'));
  if (!raises.length) {
    w.log.note(file, stmt.range, t('answers every error in the same way'));
    const silent = error !== undefined && !ends.some((e) => e.kind === 'again') && isOnlyReported(stmt, error, file);
    return w.log.unhandled(silent ? 'swallowed' : 'not-told-apart');
  }
  let best: Fate | undefined;
  for (const e of raises) {
    if (!e.node || e.state.file !== file) continue;
    if (!e.same) {
      w.log.alike = true;
      w.log.note(file, e.node.range, t('passes every error on in the same way'));
    }
    const next = lastResultOf(w, e.node, file, e.same ? shape : { ...shape, wrapped: true }, via);
    if (next.told) return next;
    best = better(best, next);
  }
  return best ?? w.log.unhandled('no-handler');
}

/** True where all that is done behind a call about its error is to report it: `if err != nil { log.Print(err) }`. */
function isOnlyReported(stmt: Stmt, error: Def, file: BoundFile): boolean {
  const p = file.parent(stmt);
  const list: Node[] = [];
  if (p)
    children(p.node, (child, role) => {
      if (role === p.role) list.push(child);
    });
  const asks = (test: Val): boolean =>
    test.v === 'op' && test.op === 'ne' && test.args.some((a) => a.v === 'ref' && file.resolve(a) === error);
  const test = list.slice(list.indexOf(stmt) + 1).find((s): s is If => 's' in s && s.s === 'if' && asks(s.test));
  return test !== undefined && onlyReports(test.then);
}

/** A `return` hands the failure to the callers of the function around it. */
function outOf(w: Ways, stmt: Stmt, file: BoundFile, shape: Shape, via: Via[]): Fate {
  let fn = file.parent(stmt);
  while (fn && !isFn(fn.node)) fn = file.parent(fn.node);
  return fn && isFn(fn.node) ? w.escapes(fn.node, file, shape, via, 'raise') : w.log.unhandled('no-handler');
}
