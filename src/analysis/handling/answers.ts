/** An answer whose status tells the failure: it is looked at, turned into an error, or not. */
import { t } from '../../l10n/t.js';
import type { BoundFile, Def } from '../bind/file.js';
import type { Node } from '../bind/walk.js';
import type { PatternPart, Stmt, Val } from '../code-model.js';
import { givesErrors } from '../evaluate/results.js';
import { underEach } from './assumptions.js';
import { distinct } from './ends.js';
import { better, type Fate } from './fate.js';
import { partGiven } from './parts.js';
import { type Shape, SUCCESSES } from './shape.js';
import { type End, Simulation } from './simulate.js';
import type { Subjects } from './subject.js';
import type { Via, Ways } from './ways.js';

/** The node's value is an answer whose status tells the failure. */
export function answered(w: Ways, node: Node, file: BoundFile, shape: Shape, via: Via[] = []): Fate {
  if (!w.log.enter('answer', node, file)) return w.log.unhandled('no-handler');
  const stmt = file.statementOf(node);
  if (!stmt) return w.log.unhandled('no-handler');
  const ensured = becomesError(w, node, file, shape, via);
  if (ensured) return ensured;
  const { conflict, others, looked } = underEach(w.options, (a) => {
    const sim = new Simulation(w.ev, shape, a);
    const ends = runWith(sim, node, stmt, file, shape);
    return { sim, ends, signature: sim.signature(ends) };
  });
  w.log.absorb([conflict.sim]);
  if (others.every((o) => o.signature !== conflict.signature))
    return w.log.handled(file, stmt.range, conflict.ends, stmt);
  const raises = distinct(conflict.ends.filter((e) => e.kind === 'raise'));
  let best: Fate | undefined;
  for (const e of raises) {
    if (!e.node || e.state.file !== file) continue;
    w.log.note(file, e.node.range, t('throws for every failed answer in the same way'));
    const f = w.raised(e.node, file, { ...shape, known: false, response: false, wrapped: true }, via);
    best = better(best, f);
    if (f.told) return f;
  }
  const fn = file.enclosingFn(node);
  for (const e of conflict.ends) {
    if (e.kind !== 'return' || !e.carries || !fn) continue;
    const value = e.node && 's' in e.node && e.node.s === 'return' ? e.node.value : undefined;
    const given = value ? partGiven(shape, value, e.state.file, e.state.subjects) : shape;
    const f = w.returned(fn, file, { ...given, wrapped: true }, via);
    best = better(best, f);
    if (f.told) return f;
  }
  if (best?.left) return best;
  const tested = looked && successSignatures(w, node, stmt, file, shape).some((s) => s !== conflict.signature);
  if (tested && !best) w.log.note(file, stmt.range, t('only success and failure are told apart'));
  return better(best, w.log.unhandled(tested ? 'not-told-apart' : 'no-handler'));
}

/** Runs on from where the answer is, with the answer and the names it goes by. */
function runWith(sim: Simulation, node: Node, stmt: Stmt, file: BoundFile, shape: Shape): End[] {
  const { target } = stmt.s === 'bind' && stmt.value === node ? stmt : { target: undefined };
  if (!givesErrors(file) || target?.v !== 'pattern')
    return sim.runFrom(stmt, sim.start(file, subjectAt(node, file, shape)));
  // There is an answer, so the error beside it is none.
  const named = (part: PatternPart | undefined): Def | undefined =>
    part?.target.v === 'ref' ? file.resolve(part.target) : undefined;
  const answer = named(target.parts[0]);
  const error = target.parts.length > 1 ? named(target.parts.at(-1)) : undefined;
  const state = sim.start(file, new Map(answer ? [[answer, []]] : []));
  if (error) state.bools.set(error, false);
  return sim.runAfter(stmt, sim.run([], state));
}

/** The answer at a place, and under the name it goes by there. */
function subjectAt(node: Node, file: BoundFile, shape: Shape): Subjects {
  const subjects: Subjects = new Map();
  for (const part of shape.also ?? []) subjects.set(part.def, part.path);
  if (shape.apart) return subjects;
  subjects.set(node as Val, []);
  const def = 'v' in node && node.v === 'ref' ? file.resolve(node) : undefined;
  if (def) subjects.set(def, []);
  return subjects;
}

/** What happens when the call succeeds: another way through the code shows that the status is looked at. */
function successSignatures(w: Ways, node: Node, stmt: Stmt, file: BoundFile, shape: Shape): string[] {
  return SUCCESSES.map((status) => {
    const sim = new Simulation(w.ev, shape, { conflict: false, status, codes: [], texts: [] });
    return sim.signature(runWith(sim, node, stmt, file, shape));
  });
}

/** `(await send()).EnsureSuccessStatusCode()`, also on the name the answer is given: the answer becomes an error. */
function becomesError(w: Ways, node: Node, file: BoundFile, shape: Shape, via: Via[]): Fate | undefined {
  const names = ensureNames(shape);
  if (!names.length) return undefined;
  const candidates: Node[] = [node];
  const p = file.parent(node);
  if (p && 's' in p.node && p.node.s === 'bind' && p.node.target.v === 'ref') {
    const def = file.resolve(p.node.target);
    if (def) candidates.push(...file.refs(def));
  }
  const error: Shape = shape.raises
    ? { ...shape, error: shape.raises, response: false }
    : { ...shape, known: false, response: false, wrapped: true };
  for (const c of candidates) {
    const m = file.parent(c);
    if (m?.role !== 'obj' || !('v' in m.node) || m.node.v !== 'member' || !names.includes(m.node.name)) continue;
    const call = file.parent(m.node);
    // A test of the status before it decides first.
    if (call && 'v' in call.node && c === node) return w.raised(call.node, file, error, via);
    if (call && 'v' in call.node) {
      const before = testedBefore(w, node, file, shape);
      if (before) return before;
      return w.raised(call.node, file, error, via);
    }
  }
  return undefined;
}

function testedBefore(w: Ways, node: Node, file: BoundFile, shape: Shape): Fate | undefined {
  const stmt = file.statementOf(node);
  if (!stmt) return undefined;
  const { conflict, others } = underEach(w.options, (a) => {
    const sim = new Simulation(w.ev, shape, a);
    const ends = runWith(sim, node, stmt, file, shape);
    return { ends, signature: sim.signature(ends) };
  });
  return others.every((o) => o.signature !== conflict.signature)
    ? w.log.handled(file, stmt.range, conflict.ends, stmt)
    : undefined;
}

/** What such members are called by clients nobody knows. */
const COMMON_ENSURE = ['EnsureSuccessStatusCode', 'EnsureSuccessStatusCodeAsync', 'raise_for_status'];

function ensureNames(shape: Shape): string[] {
  return shape.ok.length ? [...(shape.ensure ?? []), ...COMMON_ENSURE] : [];
}
