/** Every program of the proof for Python, and every fix of each. */
import type { FixId } from '../../../src/analysis/findings.js';
import type { Program } from '../program.js';
import { cosmosPrograms } from './cosmos-programs.js';
import { httpPrograms, sdkPrograms } from './graph-programs.js';

/** Logging can be added to any call that raises. */
export const fixesOf = ({ fixes, broken, answers }: Program): FixId[] => [
  ...fixes,
  ...(broken || answers ? [] : ['instrument' as const]),
];

export const pythonCells: readonly { program: Program; fix: FixId }[] = [
  ...cosmosPrograms,
  ...httpPrograms,
  ...sdkPrograms,
].flatMap((program) => fixesOf(program).map((fix) => ({ program, fix })));
