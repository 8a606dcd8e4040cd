/** What is wrapped around a function where it is declared: retry policies, and functions of the project that run it inside a `try`. */
import { t } from '../../l10n/t.js';
import type { BoundFile } from '../bind/file.js';
import type { Call, Fn } from '../code-model.js';
import { returned } from '../evaluate/results.js';
import type { Fate } from './fate.js';
import { policyOf } from './policies.js';
import type { Shape } from './shape.js';
import type { Via, Ways } from './ways.js';

/** How often what decorates is looked into: one decorator that is made by another is as far as people go. */
const MAX_USES = 4;

/**
 * What the marks of a function do with a failure it ends with, the nearest first.
 *
 * @returns undefined where none of them tells the conflict apart
 */
export function decorated(
  w: Ways,
  fn: Fn,
  file: BoundFile,
  shape: Shape,
  via: Via[],
  how: 'raise' | 'promise',
): Fate | undefined {
  for (const mark of [...fn.marks].reverse()) {
    const policy = policyOf(w.ev, { file, val: mark }, undefined, shape, w.options);
    if (policy)
      return {
        told: true,
        reason: 'told-apart',
        notes: w.log.notes,
        unseen: w.log.unseen,
        policy: policy.told,
        at: {
          file,
          range: mark.range,
          message: policy.told === 'retried' ? t('the retry policy repeats it') : t('the retry policy leaves it out'),
        },
      };
    const fate = inside(w, mark, file, shape, via, how);
    if (fate?.told) return fate;
  }
  return undefined;
}

/** The failure inside the function of the project that runs the decorated one. */
function inside(
  w: Ways,
  mark: Call,
  file: BoundFile,
  shape: Shape,
  via: Via[],
  how: 'raise' | 'promise',
): Fate | undefined {
  const found = w.ev.functionOf({ file, val: mark.callee });
  if (!found) return undefined;
  // `@guarded` is given the function itself; `@guarded(times=3)` makes what is given it.
  const bare = mark.callee.range.end >= mark.range.end;
  const makers = bare ? [found] : returned(found.fn).flatMap((val) => w.ev.functionOf({ file: found.file, val }) ?? []);
  for (const { file: at, fn } of makers) {
    const [param] = fn.params;
    const def = param && at.lookup(param.name, param);
    for (const use of def ? at.refs(def).slice(0, MAX_USES) : []) {
      const up = at.parent(use);
      if (up?.role !== 'callee' || !('v' in up.node) || up.node.v !== 'call') continue;
      const fate =
        how === 'promise' || shape.response ? w.promised(up.node, at, shape, via) : w.raised(up.node, at, shape, via);
      if (fate.told) return fate;
    }
  }
  return undefined;
}
