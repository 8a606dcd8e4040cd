/** The registry of families. Drives are trees and stand in `drive/`. */
import type { Family } from '../family.js';
import { applications } from './applications.js';
import { bookings } from './bookings.js';
import { devices } from './devices.js';
import { directory } from './directory.js';
import { extensions } from './extensions.js';
import { governance } from './governance.js';
import { outlook } from './outlook.js';
import { planner } from './planner.js';
import { sites } from './sites.js';
import { subscriptions } from './subscriptions.js';
import { teams } from './teams.js';

export const allFamilies: readonly Family[] = [
  ...subscriptions,
  ...directory,
  ...applications,
  ...teams,
  ...outlook,
  ...planner,
  ...sites,
  ...extensions,
  ...governance,
  ...devices,
  ...bookings,
];
