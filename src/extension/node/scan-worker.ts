/** Entry of a scan's thread: judges the texts it is sent, one after another, and asks for those of their neighbours. */
import { parentPort, workerData } from 'node:worker_threads';
import type { EngineConfig } from '../../analysis/engine-config.js';
import { engineAnalyser } from '../../host-node/engine-analyser.js';
import { runTask, type Task } from '../../host-node/tasks.js';
import { setTranslate, translator } from '../../l10n/t.js';
import type { FromWorker, ToWorker, WorkerStart } from './messages.js';

const port = parentPort;
if (!port) throw new Error('this file is the entry of a worker thread');
const { translations }: WorkerStart = workerData;
setTranslate(translator(translations));

const analyser = engineAnalyser(import.meta.url);
const configs: EngineConfig[] = [];
/** Questions for texts, by the task that asks and the path. */
const asked = new Map<string, (text: string | undefined) => void>();
const answer = (message: FromWorker): void => port.postMessage(message);
let last = Promise.resolve();

async function judge(task: Task): Promise<void> {
  const read = (path: string) =>
    new Promise<string | undefined>((resolve) => {
      asked.set(`${task.id} ${path}`, resolve);
      answer({ kind: 'read', id: task.id, path });
    });
  answer({ kind: 'result', id: task.id, result: await runTask(analyser, configs[task.config], task, read) });
}

port.on('message', (message: ToWorker) => {
  switch (message.kind) {
    case 'config':
      configs[message.index] = message.config;
      break;
    case 'text': {
      const key = `${message.id} ${message.path}`;
      asked.get(key)?.(message.text);
      asked.delete(key);
      break;
    }
    case 'task':
      last = last.then(() => judge(message.task));
  }
});
