/** What services and causes are called wherever people read them. English; give them to `t`. */
import { phrases } from '../l10n/t.js';
import type { Cause, Service } from './types.js';

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
