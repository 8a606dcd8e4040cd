/** A failure that is only written to the error stream: handlers around the call are never reached. */
import { t } from '../../l10n/t.js';
import type { Fate } from '../handling/fate.js';
import type { Candidate } from '../operations/operation.js';

/** What becomes of it: nothing catches it. The nearest handler that looks as if it did is named. */
export function unreached(c: Candidate): Fate {
  const { file, val } = c.cell;
  for (let p = file.parent(val); p; p = file.parent(p.node)) {
    const handler = 's' in p.node && p.node.s === 'try' && p.role === 'body' ? p.node.handlers[0] : undefined;
    if (!handler) continue;
    const end = handler.body[0]?.range.start ?? handler.range.end;
    const message = t('the error does not end the statement, so this handler is not reached');
    return {
      told: false,
      reason: 'no-handler',
      notes: [{ file, range: { start: handler.range.start, end }, message }],
      unseen: false,
    };
  }
  return { told: false, reason: 'no-handler', notes: [], unseen: false };
}
