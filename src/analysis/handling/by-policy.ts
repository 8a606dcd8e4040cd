/** The fate of a failure that a retry policy around it tells apart. */
import { t } from '../../l10n/t.js';
import type { BoundFile } from '../bind/file.js';
import type { Call, Val } from '../code-model.js';
import type { Fate } from './fate.js';
import { policyOf } from './policies.js';
import type { Shape } from './shape.js';
import { CONFLICT_WORDS } from './status.js';
import type { Ways } from './ways.js';

/**
 * What the policy that a call stands for does with the conflict; undefined where it does not tell it apart.
 *
 * @param arg what the policy is applied to, among the arguments or the receiver
 */
export function byPolicy(w: Ways, call: Call, arg: Val, file: BoundFile, shape: Shape): Fate | undefined {
  const policy = policyOf(w.ev, { file, val: call }, arg, shape, w.options);
  if (!policy) return undefined;
  return told(w, call, file, policy.told);
}

/** `RetryOnPreconditionFailed(func() error { … })`: a function that is not seen is believed by its name. */
export function policyByName(w: Ways, call: Call, name: string, file: BoundFile): Fate | undefined {
  if (!/retry/i.test(name) || !CONFLICT_WORDS.test(name) || w.ev.callee({ file, val: call })) return undefined;
  w.log.unseen = true;
  return told(w, call, file, 'retried');
}

function told(w: Ways, call: Call, file: BoundFile, how: 'retried' | 'excluded'): Fate {
  const message = how === 'retried' ? t('the retry policy repeats it') : t('the retry policy leaves it out');
  return {
    told: true,
    reason: 'told-apart',
    notes: w.log.notes,
    unseen: w.log.unseen,
    policy: how,
    at: { file, range: call.range, message },
  };
}
