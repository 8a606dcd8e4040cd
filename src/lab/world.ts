/** What every part of the lab's Graph works on. */
import { conflictAnswer, type Filling, withStatus } from './answers.js';
import type { Conflict, Family } from './family.js';
import { type Settings, statusOf } from './options.js';
import type { LabAnswer } from './request.js';
import type { Store } from './store.js';

export interface World {
  store: Store;
  families: readonly Family[];
  settings: Settings;
  now: () => Date;
}

/** The answer to a conflict, as the options want it. */
export function refuse(world: World, conflict: Conflict, filling: Filling = {}): LabAnswer {
  return conflictAnswer(withStatus(conflict, statusOf(world.settings, conflict)), filling);
}
