/**
 * The engine of a scan on a thread of its own, for hosts with Node. Texts are read and sent by the host, so it works for
 * every file system the editor knows. A thread that dies or hangs costs one file; the next one goes on with the rest.
 */
import { Worker } from 'node:worker_threads';
import type { ReadNeighbour } from '../../analysis/engine.js';
import type { EngineConfig } from '../../analysis/engine-config.js';
import type { FileResult } from '../../analysis/findings.js';
import { languageOf } from '../../analysis/languages/index.js';
import { failed, type Task } from '../../host-node/tasks.js';
import { t } from '../../l10n/t.js';
import type { ScanEngine } from '../scan/scan-engine.js';
import type { FromWorker, ToWorker, WorkerStart } from './messages.js';

/** A thread that is silent for so long is ended. The engine has its own, shorter limit per file. */
const silentMs = 15_000;
/** Threads begun in place of lost ones; after so many something else is wrong. */
const maxReplaced = 8;

interface Waiting {
  task: Task;
  config: EngineConfig;
  read: ReadNeighbour;
  answer: (result: FileResult) => void;
}

export class WorkerEngine implements ScanEngine {
  /** Tasks sent and not answered, in the order sent. */
  private readonly sent = new Map<number, Waiting>();
  private configs: EngineConfig[] = [];
  private worker: Worker | undefined;
  private watch: NodeJS.Timeout | undefined;
  private heardAt = 0;
  private nextId = 0;
  private replaced = 0;
  private ended = false;

  /** @param entry path of the thread's bundle */
  constructor(
    private readonly entry: string,
    private readonly start: WorkerStart,
  ) {}

  analyse(config: EngineConfig, file: string, text: string, read: ReadNeighbour): Promise<FileResult> {
    const task = { id: this.nextId++, file, language: languageOf(file)?.id ?? '', text, config: 0 };
    return new Promise((answer) => {
      this.send({ task, config, read, answer });
    });
  }

  async dispose(): Promise<void> {
    this.ended = true;
    clearInterval(this.watch);
    this.sent.clear();
    await this.worker?.terminate();
    this.worker = undefined;
  }

  private send(waiting: Waiting): void {
    const { task, answer } = waiting;
    if (this.ended || this.replaced > maxReplaced) {
      answer(failed(task, t('could not be analysed: the worker ended')));
      return;
    }
    const worker = this.begin();
    let index = this.configs.indexOf(waiting.config);
    if (index < 0) {
      index = this.configs.push(waiting.config) - 1;
      worker.postMessage({ kind: 'config', index, config: waiting.config } satisfies ToWorker);
    }
    if (this.sent.size === 0) this.heardAt = Date.now();
    this.sent.set(task.id, waiting);
    worker.postMessage({ kind: 'task', task: { ...task, config: index } } satisfies ToWorker);
  }

  /** The thread, begun when it is first needed: most scans of small projects need none. */
  private begin(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(this.entry, { workerData: this.start });
    this.worker = worker;
    this.configs = [];
    this.watch ??= setInterval(() => this.endSilent(), silentMs / 5);
    worker.on('message', (message: FromWorker) => this.hear(worker, message));
    worker.on('error', (error) => this.lose(worker, t('could not be analysed: {0}', error.message)));
    worker.on('exit', () => this.lose(worker, t('could not be analysed: the worker ended')));
    return worker;
  }

  private hear(worker: Worker, message: FromWorker): void {
    this.heardAt = Date.now();
    const waiting = this.sent.get(message.id);
    if (!waiting) return;
    if (message.kind === 'result') {
      this.sent.delete(message.id);
      waiting.answer(message.result);
      return;
    }
    const { id, path } = message;
    void Promise.resolve(waiting.read(path)).then((text) =>
      worker.postMessage({ kind: 'text', id, path, text } satisfies ToWorker),
    );
  }

  /** The thread is gone: the file it was at is a problem, the others are sent to another one. */
  private lose(worker: Worker, message: string): void {
    if (this.worker !== worker || this.ended) return;
    this.worker = undefined;
    this.replaced++;
    const [current, ...rest] = this.sent.values();
    this.sent.clear();
    current?.answer(failed(current.task, message));
    for (const waiting of rest) this.send(waiting);
  }

  private endSilent(): void {
    const { worker } = this;
    if (!worker || this.sent.size === 0 || Date.now() - this.heardAt < silentMs) return;
    this.lose(worker, t('skipped: takes too long'));
    void worker.terminate();
  }
}
