/** The words for what findings and scenarios say in ids. English; give them to `t`. */
import type { Verdict } from '../analysis/findings.js';
import type { Cause, Cost, Level, Scenario } from '../catalog/types.js';
import { phrases } from '../l10n/t.js';

/** What a verdict says, as a heading. */
export const VERDICTS: Readonly<Record<Verdict, string>> = phrases({
  unhandled: 'Conflict not handled',
  mishandled: 'Conflict handled wrongly',
  race: 'Checked first, but not safe',
  handled: 'Conflict handled',
  idempotent: 'Cannot conflict',
});

/** Why a request clashes, in a sentence. */
export const CAUSES: Readonly<Record<Cause, string>> = phrases({
  duplicate: 'Something with the same identity exists already.',
  concurrency: 'Somebody else changed it at the same time.',
  state: 'The resource, or something it depends on, is not in a fitting state.',
});

/** Whether the same request can succeed when it is sent again. */
export const RETRIES: Readonly<Record<Scenario['plainRetry'], string>> = phrases({
  never: 'The same request again never succeeds.',
  'after-delay': 'The same request again can succeed after a delay.',
  'after-reread': 'The same request again can succeed once the resource has been read anew.',
});

/** How much of each cost; what costs nothing is not said. */
export const COSTS: Readonly<Record<keyof Omit<Cost, 'note'>, Readonly<Record<Exclude<Level, 'none'>, string>>>> =
  phrases({
    latency: { low: 'little latency', medium: 'some latency', high: 'much latency' },
    complexity: { low: 'little code', medium: 'some code', high: 'much code' },
    duplicateSideEffects: {
      low: 'little risk of doing it twice',
      medium: 'some risk of doing it twice',
      high: 'high risk of doing it twice',
    },
    throttling: {
      low: 'little risk of throttling',
      medium: 'some risk of throttling',
      high: 'high risk of throttling',
    },
  });
