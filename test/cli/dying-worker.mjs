/** A worker that answers one task and then ends, or hangs at a text that says so. */
import { parentPort } from 'node:worker_threads';

let answered = 0;
parentPort.on('message', ({ tasks }) => {
  for (const { id, file, language, text } of tasks) {
    while (text.includes('hang'));
    if (text.includes('exit') && answered++ > 0) process.exit(1);
    const site = { file, line: 1, column: 1, trail: [], rule: 'x' };
    const result = { file, language, sites: [site], problems: [], stage: 'analysed' };
    parentPort.postMessage({ ready: false, id, result });
  }
});
parentPort.postMessage({ ready: true });
