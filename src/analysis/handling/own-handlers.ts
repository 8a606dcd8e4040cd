/** Helpers of the project that its configuration names. */
import { t } from '../../l10n/t.js';
import type { BoundFile } from '../bind/file.js';
import type { Call } from '../code-model.js';
import { calleeName } from './ends.js';
import type { Fate } from './fate.js';
import type { Ways } from './ways.js';

/** A helper of which the configuration says that it handles conflicts. */
export function ownHandler(w: Ways, call: Call, file: BoundFile): Fate {
  const at = {
    file,
    range: call.range,
    message: t('{0} handles conflicts, as the configuration says', calleeName(call)),
  };
  return { told: true, reason: 'told-apart', notes: w.log.notes, unseen: w.log.unseen, at };
}
