/** How long a caller waits between attempts, and what many of them do to a service. Pure; chance comes from a seed. */
import type { BackOffSettings } from './protocol.js';

/** A wait before an attempt, in seconds. */
export interface Wait {
  least: number;
  most: number;
  /** The service's Retry-After is longer than anything the formula gives. */
  asked: boolean;
}

/** Limits of the controls, with their steps. Times in seconds. */
export const LIMITS = {
  base: { min: 0.1, max: 5, step: 0.1 },
  factor: { min: 1, max: 4, step: 0.5 },
  cap: { min: 1, max: 60, step: 1 },
  attempts: { min: 2, max: 10, step: 1 },
  retryAfter: { min: 0, max: 30, step: 1 },
} as const;

/** Where the controls stand at first: those of the helper that the fix inserts. */
export const usual: BackOffSettings = { base: 1, factor: 2, cap: 8, attempts: 5, jitter: 'full', retryAfter: 0 };

/** Which part of a wait is certain; the rest is left to chance. */
const CERTAIN: Record<BackOffSettings['jitter'], number> = { none: 1, equal: 0.5, full: 0 };

/** Settings within their limits, whatever was given. */
export function limited(settings: BackOffSettings): BackOffSettings {
  const within = (name: keyof typeof LIMITS) => Math.min(LIMITS[name].max, Math.max(LIMITS[name].min, settings[name]));
  return {
    base: within('base'),
    factor: within('factor'),
    cap: within('cap'),
    attempts: Math.round(within('attempts')),
    jitter: settings.jitter,
    retryAfter: within('retryAfter'),
  };
}

/** The waits between the attempts: one fewer than there are attempts. A Retry-After is never cut short. */
export function waits(settings: BackOffSettings): Wait[] {
  const { base, factor, cap, attempts, jitter, retryAfter } = settings;
  return Array.from({ length: attempts - 1 }, (_, index) => {
    const full = Math.min(cap, base * factor ** index);
    const least = full * CERTAIN[jitter];
    return { least: Math.max(least, retryAfter), most: Math.max(full, retryAfter), asked: retryAfter >= full };
  });
}

/** After how many seconds a caller gives up: at the latest, and on average. */
export function total(settings: BackOffSettings): { most: number; mean: number } {
  const { factor, base, cap, jitter, retryAfter } = settings;
  return waits(settings).reduce(
    (sum, { most }, index) => {
      const full = Math.min(cap, base * factor ** index);
      return { most: sum.most + most, mean: sum.mean + meanOfLongest(full * CERTAIN[jitter], full, retryAfter) };
    },
    { most: 0, mean: 0 },
  );
}

/** Mean of max(x, asked) for an x that is anywhere between two values. */
function meanOfLongest(least: number, most: number, asked: number): number {
  if (asked >= most) return asked;
  if (asked <= least) return (least + most) / 2;
  return ((asked - least) * asked + (most ** 2 - asked ** 2) / 2) / (most - least);
}

/**
 * Requests in each second that clients send who all clash at second 0 and all clash again each time.
 *
 * @param clients how many
 * @param seed the same seed gives the same numbers
 */
export function load(settings: BackOffSettings, clients = 100, seed = 409): number[] {
  const random = seeded(seed);
  const { base, factor, cap, attempts, jitter, retryAfter } = settings;
  const seconds: number[] = [clients];
  for (let client = 0; client < clients; client++) {
    let at = 0;
    for (let attempt = 0; attempt < attempts - 1; attempt++) {
      const full = Math.min(cap, base * factor ** attempt);
      const sure = full * CERTAIN[jitter];
      at += Math.max(sure + random() * (full - sure), retryAfter);
      const second = Math.floor(at);
      while (seconds.length <= second) seconds.push(0);
      seconds[second] = (seconds[second] ?? 0) + 1;
    }
  }
  return seconds;
}

/** A generator of numbers from 0 to 1 (mulberry32, public domain). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
