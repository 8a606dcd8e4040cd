/** How C# writes the arithmetic of a wait. */
import type { Arithmetic } from '../back-off.js';
import type { Writer } from './writer.js';

/** @param w knows by which name the file has the types */
export function arithmetic(w: Writer): Arithmetic {
  const math = w.type('System.Math');
  return {
    min: (a, b) => `${math}.Min(${a}, ${b})`,
    max: (a, b) => `${math}.Max(${a}, ${b})`,
    power: (base, exponent) => `${math}.Pow(${base}, ${exponent})`,
    random: 'random.NextDouble()',
    number: String,
  };
}

/** The line that makes what `random` means; none where nothing is left to chance. */
export function chance(w: Writer): string {
  if (w.subject.waits.jitter === 'none') return '';
  const random = w.type('System.Random');
  return `  ${random} random = new ${random}(${w.type('System.Guid')}.NewGuid().GetHashCode());\n`;
}
