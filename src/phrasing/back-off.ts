/** The wait before a next attempt, as it is written in code. */
import { secondsInAll, type Waits } from '../remedies/waits.js';

/** How a language writes the arithmetic. */
export interface Arithmetic {
  min(a: string, b: string): string;
  max(a: string, b: string): string;
  power(base: string, exponent: string): string;
  /** A number from 0 to 1. */
  random: string;
  number(value: number): string;
}

/** An expression in milliseconds; `attempt` counts from 1 in it. */
export function backOff({ base, factor, cap, jitter }: Waits, a: Arithmetic): string {
  // The first power is taken from the base where that comes out even: `500 * 2 ** attempt` for 1000 and 2.
  const first = base / factor;
  const grown = Number.isInteger(first)
    ? `${a.number(first)} * ${a.power(a.number(factor), 'attempt')}`
    : `${a.number(base)} * ${a.power(a.number(factor), 'attempt - 1')}`;
  const longest = a.min(a.number(cap), factor === 1 ? a.number(base) : grown);
  if (jitter === 'none') return longest;
  if (jitter === 'equal') return `(0.5 + ${a.random} / 2) * ${longest}`;
  return a.max(a.number(100), `${a.random} * ${longest}`);
}

/** The comment above it. */
export function jitterComment({ jitter }: Waits): string {
  if (jitter === 'none') return 'No jitter: those who clash at the same moment meet again.';
  const how = jitter === 'equal' ? 'Half of it by chance' : 'Full jitter with a floor';
  return `${how}, so that those who clash do not meet again.`;
}

/** What the helper does, in a sentence. */
export function retrySummary(waits: Waits): string {
  return `Makes a call again while it meets a conflict that can clear: ${waits.attempts} attempts, ${secondsInAll(waits)} seconds in all.`;
}
