/** The worker's side: takes tasks and answers them in order. */
import { parentPort } from 'node:worker_threads';
import type { EngineConfig } from '../analysis/engine-config.js';
import type { Analyser } from './analyser.js';
import { neighbourReader } from './neighbours.js';
import { type ResultMessage, runTask, type TasksMessage } from './tasks.js';

/** Answers the tasks of the thread that started this worker, until it ends the worker. */
export function serve(analyser: Analyser): void {
  const port = parentPort;
  if (!port) throw new Error('this file is the entry of a worker thread');
  const configs: EngineConfig[] = [];
  const read = neighbourReader();
  let last: Promise<void> = Promise.resolve();
  port.on('message', (message: TasksMessage) => {
    for (const [index, config] of message.configs.entries()) configs[message.firstConfig + index] = config;
    for (const task of message.tasks) {
      last = last.then(async () => {
        const result = await runTask(analyser, configs[task.config], task, read);
        port.postMessage({ ready: false, id: task.id, result } satisfies ResultMessage);
      });
    }
  });
  port.postMessage({ ready: true } satisfies ResultMessage);
}
