/** What each remedy has to withstand, as a table. */
import type { FixId } from '../../../src/analysis/findings.js';
import { going, keyed, overwriting } from './going.js';
import { mending } from './mending.js';
import { noting, reporting } from './reporting.js';
import { rereading } from './rereading.js';
import type { Run } from './run.js';
import { waiting } from './waiting.js';

export const runs: Partial<Record<FixId, readonly Run[]>> = {
  'create-or-get': going,
  'check-before-create': going,
  'report-conflict': reporting,
  instrument: noting,
  upsert: overwriting,
  'idempotency-key': keyed,
  'back-off-and-retry': waiting,
  'reread-and-reapply': rereading,
  mend: mending,
};
