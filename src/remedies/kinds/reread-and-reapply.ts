/** Read again and apply the change again: only where the change stands in the call as a function of what was read. */
import type { Remedy } from '../remedy.js';

export const rereadAndReapply: Remedy = {
  id: 'reread-and-reapply',
  cures: true,
  plan({ scenario }) {
    // A new ETag with the old content would be a lost update with green lights; no call shows its change by itself.
    return scenario.remedies.some((row) => row.id === 'reread-and-reapply' && !row.cannotHelp)
      ? 'change-not-isolated'
      : 'not-written';
  },
};
