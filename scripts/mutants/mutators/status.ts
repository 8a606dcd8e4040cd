/** The status tested becomes another one. */
import { conflictTests } from '../conflict-tests.js';
import { likeOthers } from '../endings.js';
import { WRONG_STATUS, WRONG_STATUS_OR_PARTIAL } from '../expected.js';
import { replace } from '../nodes.js';
import type { OtherStatus } from '../signals.js';
import type { Mutant, Mutator, Subject } from '../types.js';

/** 409 for 412 and the reverse: only where one of them alone is tested, and no word of the error's text. */
export const wrongStatus: Mutator = {
  id: 'wrong-status',
  title: '409 tested where 412 answers, or the reverse',
  make({ handling, site }: Subject): Mutant[] {
    const signals = handling.near.length > 0 ? handling.near : handling.signals;
    const statuses = new Set(signals.map((s) => s.status));
    const [only] = statuses;
    if (statuses.size !== 1 || only === undefined) return [];
    if (only !== (site.cause === 'concurrency' ? 412 : 409)) return [];
    const other = only === 409 ? 412 : 409;
    const all = handling.signals.filter((s) => s.status === only);
    const partial = site.service !== 'cosmos' && site.cause === 'concurrency';
    return [
      {
        edits: all.map((s) => replace(s.node, s.as(other))),
        expected: partial ? WRONG_STATUS_OR_PARTIAL : WRONG_STATUS,
      },
    ];
  },
};

/** Every sign of a conflict becomes a sign of something else, so that nothing tells a conflict apart. */
function otherStatus(status: OtherStatus): Mutator {
  return {
    id: `other-status-${status}`,
    title: `${status} tested in the place of 409 and 412`,
    make(subject) {
      const { signals } = subject.handling;
      if (signals.length === 0) return [];
      const edits = signals.map((s) => replace(s.node, s.as(status)));
      return [{ edits, expected: likeOthers(conflictTests(subject), subject) }];
    },
  };
}

export const statusMutators: Mutator[] = [wrongStatus, otherStatus(404), otherStatus(429)];
