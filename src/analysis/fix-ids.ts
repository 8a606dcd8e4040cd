/** Names of the fixes: the catalog's remedies that can be written as code, and two that belong to none of them. */
import type { RemedyId } from '../catalog/types.js';

const REMEDIES = [
  'create-or-get',
  'check-before-create',
  'upsert',
  'idempotency-key',
  'reread-and-reapply',
  'back-off-and-retry',
  'report-conflict',
] as const satisfies readonly RemedyId[];

export const FIX_IDS = ['mend', ...REMEDIES, 'instrument'] as const;
