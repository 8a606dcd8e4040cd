/** How PowerShell writes the arithmetic of a wait. */
import type { Arithmetic } from '../back-off.js';

export const arithmetic: Arithmetic = {
  min: (a, b) => `[math]::Min(${a}, ${b})`,
  max: (a, b) => `[math]::Max(${a}, ${b})`,
  power: (base, exponent) => `[math]::Pow(${base}, ${exponent.replace(/\battempt\b/g, '$conflictAttempt')})`,
  random: '(Get-Random -Minimum 0.0 -Maximum 1.0)',
  number: String,
};
