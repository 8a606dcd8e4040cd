/** A function that is given the failure, or the answer, as an argument. */
import { t } from '../../l10n/t.js';
import type { BoundFile } from '../bind/file.js';
import type { Call, Fn, Val } from '../code-model.js';
import { underEach } from './assumptions.js';
import { onlyReports } from './ends.js';
import { better, type Fate } from './fate.js';
import { byMiddleware, isOnward } from './middleware.js';
import { type Shape, SUCCESSES } from './shape.js';
import { Simulation } from './simulate.js';
import type { Subjects } from './subject.js';
import type { Given, Via, Ways } from './ways.js';

/** A function is given the failure (or the answer), as its first argument if nothing else is said; what it returns goes on as the call's value. */
export function callback(
  w: Ways,
  call: Call,
  fn: Val,
  file: BoundFile,
  shape: Shape,
  via: Via[],
  given: Given = { param: 0 },
): Fate {
  const target = w.ev.functionOf({ file, val: fn });
  if (!target?.fn.body) {
    if (fn.v === 'ref' || fn.v === 'member') w.log.unseen = true;
    const onward =
      fn.v === 'ref' && isOnward(fn.name) && !shape.response ? byMiddleware(w, file, shape, via) : undefined;
    if (onward?.told) return onward;
    w.log.note(file, fn.range, t('the failure is handed to code that is not seen here'));
    return shape.response
      ? w.promised(call, file, { ...shape, response: false, wrapped: true }, via)
      : w.log.unhandled('not-told-apart');
  }
  const { conflict, others, looked } = underEach(w.options, (a) => {
    const sim = new Simulation(w.ev, shape, a);
    const ends = sim.run(target.fn.body ?? [], sim.start(target.file, parameter(target.file, target.fn, given.param)));
    return { sim, ends, signature: sim.signature(ends) };
  });
  w.log.absorb([conflict.sim]);
  const told = others.every((o) => o.signature !== conflict.signature);
  const passes = conflict.ends.every((e) => e.kind === 'raise' && e.same);
  if (told && !passes) return w.log.handled(file, fn.range, conflict.ends, undefined);
  if (told) w.log.observed = true;
  /** Nothing tells it apart: the answer was used without a look at its status, or with one at success alone. */
  const unread = (): Fate => {
    const body = target.fn.body ?? [];
    const succeeded = (status: number): string => {
      const sim = new Simulation(w.ev, shape, { conflict: false, status, codes: [], texts: [] });
      return sim.signature(sim.run(body, sim.start(target.file, parameter(target.file, target.fn, given.param))));
    };
    const tested = looked && SUCCESSES.some((status) => succeeded(status) !== conflict.signature);
    return w.log.unhandled(tested ? 'not-told-apart' : 'no-handler');
  };
  const raises = conflict.ends.filter((e) => e.kind === 'raise');
  if (raises.length) {
    if (!told && !shape.response) w.log.alike = true;
    w.log.note(
      file,
      fn.range,
      told ? t('tells the conflict apart, then raises it again unchanged') : t('passes every error on in the same way'),
    );
    const same = raises.every((e) => e.same);
    const next = same ? shape : { ...shape, response: false, wrapped: true };
    const fate = given.atOnce ? w.raised(call, file, next, via) : w.promised(call, file, next, via);
    return !shape.response || fate.told || fate.left ? fate : better(fate, unread());
  }
  if (conflict.ends.some((e) => e.carries)) {
    const next = w.promised(call, file, { ...shape, response: true, wrapped: true }, via);
    if (next.told) return next;
  }
  if (shape.response) return unread();
  w.log.note(file, fn.range, t('answers every error in the same way'));
  return w.log.unhandled(onlyReports(target.fn.body) ? 'swallowed' : 'not-told-apart');
}

function parameter(file: BoundFile, fn: Fn, index: number): Subjects {
  const subjects: Subjects = new Map();
  const p = fn.params[index];
  if (!p) return subjects;
  if (p.pattern) {
    for (const [def, at] of file.paths)
      if (def.param?.of === fn && def.param.index === index) subjects.set(def, at.map(String));
  } else {
    const def = file.lookup(p.name, p);
    if (def) subjects.set(def, []);
  }
  return subjects;
}
