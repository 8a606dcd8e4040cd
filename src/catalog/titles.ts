/** What services, causes and remedies are called wherever people read them. English; give them to `t`. */
import { phrases } from '../l10n/t.js';
import type { Cause, RemedyId, Service } from './types.js';

/** Services as people know them. */
export const SERVICE_TITLES: Readonly<Record<Service, string>> = phrases({
  graph: 'Microsoft Graph',
  bookings: 'Microsoft Bookings',
  cosmos: 'Azure Cosmos DB',
});

/** Causes in a few words. */
export const CAUSE_TITLES: Readonly<Record<Cause, string>> = phrases({
  duplicate: 'Exists already',
  concurrency: 'Changed at the same time',
  state: 'Not in a fitting state',
});

/** Remedies in a few words. */
export const REMEDY_TITLES: Readonly<Record<RemedyId, string>> = phrases({
  'create-or-get': 'Create or get',
  'check-before-create': 'Check before the create',
  upsert: 'Create or replace',
  'idempotency-key': 'Send an idempotency key',
  'reread-and-reapply': 'Read again and apply again',
  'back-off-and-retry': 'Wait and try again',
  'report-conflict': 'Report the conflict',
  'fix-state': 'Put the state right',
  'new-key': 'Choose another key',
  'serialize-writes': 'Write one after the other',
  'plain-retry': 'Try again',
});
