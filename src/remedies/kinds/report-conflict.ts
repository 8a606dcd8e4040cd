/** Report: the conflict leaves as an error of its own, so that callers can tell it from every other failure. */
import { isFn } from '../../analysis/bind/walk.js';
import { t } from '../../l10n/t.js';
import type { Remedy } from '../remedy.js';
import type { Subject } from '../subject.js';
import { templateOf } from '../subject.js';
import { handOver, wrappable } from '../wrappable.js';

/** The call runs a batch whose single results are in its answer. */
const hasResults = ({ candidate }: Subject): boolean =>
  candidate.runsAt !== undefined ||
  candidate.steps !== undefined ||
  candidate.path.endsWith('/$batch') ||
  candidate.row?.results !== undefined;

/** Types that every error has. */
const GENERAL = /^(?:Exception|SystemException|BaseException|Error|Throwable|any|unknown|object)$/;

/** A handler around the call takes errors of certain types only. */
function hasTypedHandler({ candidate, call }: Subject): boolean {
  const { file } = candidate.cell;
  for (let up = file.parent(call); up && !isFn(up.node); up = file.parent(up.node)) {
    const { node, role } = up;
    if (role !== 'body' || !('s' in node) || node.s !== 'try') continue;
    if (node.handlers.some(({ types }) => types.some(({ path }) => !GENERAL.test(path.at(-1) ?? '')))) return true;
  }
  return false;
}

export const reportConflict: Remedy = {
  id: 'report-conflict',
  cures: true,
  plan(subject) {
    const batch = hasResults(subject);
    const refused = wrappable(subject, batch);
    if (refused) return refused;
    // What swallows every error would swallow the new one too: a mark less, and nothing better.
    if (subject.judgement.reason === 'swallowed') return 'swallowed';
    const { site } = subject;
    const { channel, error } = subject.candidate;
    // A client of the project's own may put the status anywhere.
    const unknown = channel === 'either' || (channel === 'throws' && (error?.status ?? []).length === 0);
    return {
      title: t('Report the conflict as an error of its own (no further request)'),
      // A handler of the library's type would not see the error of its own: what it did for conflicts is lost.
      safe: channel === 'returns' || !hasTypedHandler(subject),
      edit: {
        kind: 'wrap',
        helper: batch
          ? 'report-results'
          : unknown
            ? 'report-unknown'
            : channel === 'returns'
              ? 'report-answer'
              : 'report-error',
        call: handOver(subject),
        slots: [{ literal: `${templateOf(subject)} (${site.rule})` }],
      },
    };
  },
};
