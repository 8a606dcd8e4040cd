/** The remedies, one file each in `kinds/`. The order here is that of those the scenario does not name. */
import type { FixId } from '../analysis/findings.js';
import { backOffAndRetry } from './kinds/back-off-and-retry.js';
import { checkBeforeCreate } from './kinds/check-before-create.js';
import { createOrGet } from './kinds/create-or-get.js';
import { FORMS, idempotencyKey } from './kinds/idempotency-key.js';
import { instrument } from './kinds/instrument.js';
import { mend } from './kinds/mend.js';
import { reportConflict } from './kinds/report-conflict.js';
import { rereadAndReapply } from './kinds/reread-and-reapply.js';
import { upsert } from './kinds/upsert.js';
import type { Remedy } from './remedy.js';
import type { Subject } from './subject.js';

const remedies: readonly Remedy[] = [
  mend,
  createOrGet,
  rereadAndReapply,
  backOffAndRetry,
  reportConflict,
  checkBeforeCreate,
  upsert,
  idempotencyKey,
  instrument,
];

/** These suit every conflict; the others only one whose scenario names them. */
const ALWAYS = new Set<FixId>(['mend', 'report-conflict', 'instrument']);

/** The remedies to try at a call, best first: mending what is there, then in the order of the scenario. */
export function remediesFor({ scenario }: Subject): Remedy[] {
  const listed = scenario.remedies.filter((row) => !row.cannotHelp).map((row) => row.id);
  const excluded = new Set<string>(scenario.remedies.filter((row) => row.cannotHelp).map((row) => row.id));
  // A form that cannot conflict is told by the scenario too, if not always among its remedies.
  const keyed = scenario.idempotent.length > 0 && scenario.id in FORMS;
  const rank = (remedy: Remedy): number => {
    if (remedy.id === 'mend') return -1;
    const at = (listed as FixId[]).indexOf(remedy.id);
    // An add-on stands behind every cure.
    return at < 0 ? listed.length + (remedy.cures ? 0 : 1) : at;
  };
  const suits = ({ id }: Remedy): boolean =>
    !excluded.has(id) && (ALWAYS.has(id) || (listed as FixId[]).includes(id) || (id === 'idempotency-key' && keyed));
  return remedies.filter(suits).sort((a, b) => rank(a) - rank(b));
}
