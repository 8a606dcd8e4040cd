/** The registry of families. */
import type { Family } from '../family.js';
import { applications } from './applications.js';
import { bookings } from './bookings.js';
import { directory } from './directory.js';
import { subscriptions } from './subscriptions.js';
import { teams } from './teams.js';

export const allFamilies: readonly Family[] = [...subscriptions, ...directory, ...applications, ...teams, ...bookings];
