/** Back off and retry: only where the scenario's conflict clears by itself. A duplicate never does. */
import { t } from '../../l10n/t.js';
import type { Remedy } from '../remedy.js';
import { isRetried } from '../retried.js';
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
    if (isRetried(subject)) return 'already-retried';
    return {
      title: t(
        'Wait and try again, at most 5 times within 30 seconds (respects Retry-After; adds load while it waits)',
      ),
      safe: scenario.remedies[0]?.id === 'back-off-and-retry',
      edit: { kind: 'wrap', helper: 'retry', call: 'function', slots: [] },
    };
  },
};
