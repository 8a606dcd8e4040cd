/** Times contestants in turn, so that what else the machine does hits all of them alike. */
import { spawnSync } from 'node:child_process';

export interface Contestant {
  name: string;
  command: string;
  args: string[];
  /** Exit codes that mean it worked. */
  fine: readonly number[];
}

export interface Timed {
  name: string;
  /** Wall time of each run, in milliseconds. */
  runs: number[];
  /** Greatest resident memory over the runs, in bytes, where the contestant reports it. */
  memory?: number;
}

/** The middle of a list; of an even number the mean of the two in the middle. 0 for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}

/** A line that a process prints on its error stream when it ends (memory-report.mjs). */
const memoryLine = /^bench-memory (\d+)$/m;

/**
 * Runs each contestant `rounds` times, in turn, after one run each that is not counted.
 *
 * @throws Error when one fails
 */
export function race(contestants: readonly Contestant[], rounds: number): Timed[] {
  const out: Timed[] = contestants.map(({ name }) => ({ name, runs: [] }));
  for (let round = -1; round < rounds; round++)
    contestants.forEach((contestant, index) => {
      const started = process.hrtime.bigint();
      const { status, stderr, error } = spawnSync(contestant.command, contestant.args, {
        stdio: ['ignore', 'ignore', 'pipe'],
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      });
      const ms = Number(process.hrtime.bigint() - started) / 1e6;
      if (error || status === null || !contestant.fine.includes(status))
        throw new Error(`${contestant.name} failed (${error?.message ?? status}): ${stderr.slice(0, 2000)}`);
      const timed = out[index];
      if (!timed || round < 0) return;
      timed.runs.push(ms);
      const memory = Number(memoryLine.exec(stderr)?.[1] ?? 0);
      if (memory > 0) timed.memory = Math.max(timed.memory ?? 0, memory);
    });
  return out;
}
