/** Results that are given on as they are: `report(container.CreateItem(…))` hands value and error to a function at once. */
import type { BoundFile, Def } from '../bind/file.js';
import type { Node } from '../bind/walk.js';
import type { Call, Fn } from '../code-model.js';
import { underEach } from './assumptions.js';
import type { Fate } from './fate.js';
import type { Shape } from './shape.js';
import { Simulation } from './simulate.js';
import type { Via, Ways } from './ways.js';

/** The call that takes all results of another one as its arguments. */
export function takerOf(node: Node, file: BoundFile): Call | undefined {
  const p = file.parent(node);
  const taker = p?.role === 'arg' && 'v' in p.node && p.node.v === 'call' ? p.node : undefined;
  return taker?.args.length === 1 ? taker : undefined;
}

/**
 * The error among the results is the last parameter of a function: what that makes of it, and what becomes of what it gives.
 *
 * @param next follows what the taking call gives
 */
export function givenOn(
  w: Ways,
  taker: Call,
  file: BoundFile,
  shape: Shape,
  via: Via[],
  next: (shape: Shape, via: Via[]) => Fate,
): Fate {
  const target = w.ev.callee({ file, val: taker });
  const last = target?.fn.params.at(-1);
  const def = target && last && target.file.lookup(last.name, last);
  const body = target?.fn.body;
  if (!target || !body || !def) return next({ ...shape, wrapped: true }, via);
  const beside = partsGiven(target.fn, target.file, shape);
  const { conflict, others } = underEach(w.options, (a) => {
    const sim = new Simulation(w.ev, shape, a);
    const ends = sim.run(body, sim.start(target.file, new Map([[def, []], ...beside])));
    return { sim, ends, signature: sim.signature(ends) };
  });
  w.log.absorb([conflict.sim]);
  const passes = conflict.ends.length > 0 && conflict.ends.every((e) => e.kind === 'raise' && e.same);
  if (others.every((o) => o.signature !== conflict.signature) && !passes)
    return w.log.handled(target.file, target.fn.nameRange ?? target.fn.range, conflict.ends, undefined);
  return next(passes ? shape : { ...shape, wrapped: true }, via);
}

/** The parameters that take other results which are a part of the failure. */
function partsGiven(fn: Fn, file: BoundFile, shape: Shape): [Def, string[]][] {
  if (shape.wrapped) return [];
  return (shape.error.beside ?? []).flatMap(({ at, path }): [Def, string[]][] => {
    const param = fn.params[at];
    const def = param && file.lookup(param.name, param);
    return def ? [[def, path]] : [];
  });
}
