/** What Node alone can tell of the extension host: its workers, and its memory without what can be collected. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Worker } from 'node:worker_threads';

const workers = new Set<Worker>();

/** Takes note of every worker that is started from now on, until it ends. */
export function watchWorkers(): void {
  process.on('worker', (worker: Worker) => {
    workers.add(worker);
    worker.on('exit', () => workers.delete(worker));
  });
}

/** How many workers run. */
export function runningWorkers(): number {
  return workers.size;
}

/** Size of the heap after everything was collected that can be, in bytes. */
export function heapAfterCollection(): number {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
  return process.memoryUsage().heapUsed;
}
