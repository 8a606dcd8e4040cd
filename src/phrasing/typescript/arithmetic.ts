/** How TypeScript and JavaScript write the arithmetic of a wait. */
import type { Arithmetic } from '../back-off.js';

export const arithmetic: Arithmetic = {
  min: (a, b) => `Math.min(${a}, ${b})`,
  max: (a, b) => `Math.max(${a}, ${b})`,
  power: (base, exponent) => `${base} ** ${exponent.includes(' ') ? `(${exponent})` : exponent}`,
  random: 'Math.random()',
  number: milliseconds,
};

/** A number with its thousands set off. */
export function milliseconds(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, '_');
}
