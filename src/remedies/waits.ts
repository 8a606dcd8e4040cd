/** How long a retry waits between its attempts: what is usual, or what somebody has chosen. */

/** Times are in milliseconds. */
export interface Waits {
  /** The longest first wait. */
  base: number;
  /** Each following wait is so many times as long. */
  factor: number;
  /** No wait is longer, unless the service asks for it. */
  cap: number;
  attempts: number;
  /** How much of a wait is left to chance: nothing, its half, all of it. */
  jitter: 'none' | 'equal' | 'full';
}

/** What the explainer's plot shows at first, too. */
export const usualWaits: Waits = { base: 1000, factor: 2, cap: 8000, attempts: 5, jitter: 'full' };

/** No helper gives up earlier: a service may ask for a longer wait than was chosen. */
const leastSeconds = 30;

/** After how many seconds a retry gives up: never before the chosen waits are over. */
export function secondsInAll({ base, factor, cap, attempts }: Waits): number {
  const waits = Array.from({ length: attempts - 1 }, (_, index) => Math.min(cap, base * factor ** index));
  return Math.max(leastSeconds, Math.ceil(waits.reduce((sum, wait) => sum + wait, 0) / 1000));
}
