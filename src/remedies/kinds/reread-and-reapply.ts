/** Read again and apply the change again: only where the change stands between a read and the write as code of its own. */
import type { Refusal } from '../../analysis/findings.js';
import { t } from '../../l10n/t.js';
import { changeBefore } from '../region.js';
import type { Plan, Remedy } from '../remedy.js';
import type { Subject } from '../subject.js';
import { wrappable } from '../wrappable.js';

export const rereadAndReapply: Remedy = {
  id: 'reread-and-reapply',
  cures: true,
  plan(subject): Plan | Refusal {
    const listed = subject.scenario.remedies.some((row) => row.id === 'reread-and-reapply' && !row.cannotHelp);
    if (!listed) return 'cannot-clear';
    const refused = refusal(subject);
    if (refused) return refused;
    const region = changeBefore(subject);
    if (!region) return 'change-not-isolated';
    return {
      title: t(
        'Read again, make the change again and write again, at most 5 times (one more read and write each time)',
      ),
      safe: false,
      edit: { kind: 'loop', ...region },
    };
  },
};

function refusal(subject: Subject): Refusal | undefined {
  const refused = wrappable(subject);
  if (refused) return refused;
  // An answer that is looked at, and a precondition of the caller's own, need more than a loop.
  if (subject.candidate.channel !== 'throws') return 'not-written';
  // A tag of a fresh copy under content from elsewhere is what is wrong here.
  if (subject.judgement.reason === 'stale-body') return 'change-not-isolated';
  // A false predicate is a business answer, and no fresh copy changes it.
  return subject.candidate.traits.condition ? 'change-not-isolated' : undefined;
}
