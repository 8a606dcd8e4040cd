/** Back off and retry: only where the scenario's conflict clears by itself. A duplicate never does. */
import type { Call } from '../../analysis/code-model.js';
import type { Refusal } from '../../analysis/findings.js';
import { t } from '../../l10n/t.js';
import { widened } from '../policy.js';
import type { Plan, Remedy } from '../remedy.js';
import { resilienceOf } from '../resilience.js';
import { retryAround } from '../retried.js';
import type { Subject } from '../subject.js';
import { wrappable } from '../wrappable.js';

export const backOffAndRetry: Remedy = {
  id: 'back-off-and-retry',
  cures: true,
  plan(subject) {
    const { scenario } = subject;
    if (!scenario.remedies.some((row) => row.id === 'back-off-and-retry' && !row.cannotHelp)) return 'cannot-clear';
    // The same request again helps only where time alone does.
    if (scenario.plainRetry !== 'after-delay') return 'cannot-clear';
    const refused = wrappable(subject);
    if (refused) return refused;
    // Attempts of one policy around another multiply.
    const around = retryAround(subject);
    if (around) return around === 'loop' ? 'already-retried' : byPolicy(subject, around);
    const library = resilienceOf(subject);
    return {
      title: library
        ? t(
            'Wait and try again with {0}, at most 5 times within 30 seconds (respects Retry-After; adds load while it waits)',
            library.title,
          )
        : t('Wait and try again, at most 5 times within 30 seconds (respects Retry-After; adds load while it waits)'),
      safe: scenario.remedies[0]?.id === 'back-off-and-retry',
      edit: { kind: 'wrap', helper: library?.helper ?? 'retry', call: 'function', slots: [] },
    };
  },
};

/** The policy that is there repeats the conflict too, in its own attempts and waits. */
function byPolicy(subject: Subject, runner: Call): Plan | Refusal {
  // It would not wait as long as it is told to.
  const edit = subject.scenario.retryAfter ? undefined : widened(subject, runner);
  if (!edit) return 'already-retried';
  return {
    title: t(
      'Let the retry policy around the call repeat this conflict too (its own attempts and waits, for all it is used for)',
    ),
    safe: false,
    edit: { kind: 'rewrite', edits: [edit] },
  };
}
