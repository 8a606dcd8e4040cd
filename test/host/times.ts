/** Two times that are compared in the same run: how it is said, and when it is measured once more. */
import type { TestOutcome } from './result.js';

export interface Comparison {
  /** What is claimed, without the numbers. */
  title: string;
  /** The most that ours may take, in times of the empty one's. */
  bound: number;
  /** Ours and the empty one's in each round, in milliseconds. */
  measure(): Promise<[ours: number, empty: number][]>;
}

/** Measures, and once more where that fails: other programs may have had the processor. Gives one test. */
export async function comparisonTest({ title, bound, measure }: Comparison): Promise<TestOutcome> {
  const begun = Date.now();
  const said: string[] = [];
  for (let attempt = 0; attempt < 2; attempt++) {
    const rows = await measure();
    const ours = median(rows.map(([time]) => time));
    const empty = median(rows.map(([, time]) => time));
    const numbers = `median of ${rows.length}: ${ours.toFixed(1)} ms, the empty one's ${empty.toFixed(1)} ms, ratio ${(ours / empty).toFixed(2)}`;
    said.push(numbers);
    if (ours <= bound * empty) return { title: `${title} (${numbers})`, state: 'passed', ms: Date.now() - begun };
  }
  return { title, state: 'failed', ms: Date.now() - begun, error: said.join('\n') };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
