/**
 * Judges files on several threads: this one and workers. Workers are started only when there is enough to do, since a
 * worker costs its start and a set of grammars. A worker that dies or hangs costs one file, not the scan.
 */
import { Worker } from 'node:worker_threads';
import type { EngineConfig } from '../analysis/engine-config.js';
import type { FileResult } from '../analysis/findings.js';
import { t } from '../l10n/t.js';
import type { Analyser } from './analyser.js';
import { neighbourReader } from './neighbours.js';
import { failed, type ResultMessage, runTask, type Task } from './tasks.js';

/** Candidates, in characters of text, from which on workers pay for themselves. */
const WORTH_WORKERS = 250_000;
/** Tasks a worker has at hand. Many while this thread is busy finding files, few at the end so that all end together. */
const AHEAD_WHILE_FINDING = 24;
const AHEAD = 4;
/** A worker that is silent for so long is ended. The engine has its own, far shorter limit per file. */
const SILENT_MS = 30_000;

export interface PoolOptions {
  /** Threads, this one included. */
  jobs: number;
  analyser: Analyser;
  /** By index; may grow while the pool runs. */
  configs: readonly EngineConfig[];
  /** The worker's entry. Without it everything runs on this thread. */
  workerUrl: URL | undefined;
  /** Called on this thread for each result, in no particular order. */
  onResult: (result: FileResult) => void;
}

interface Member {
  worker: Worker;
  /** Tasks sent and not answered, in the order sent. */
  sent: Task[];
  configs: number;
  heardAt: number;
  /** Its code is loaded: what goes wrong from now on is the fault of a file. */
  ready: boolean;
}

export class Pool {
  private readonly queue: Task[] = [];
  private readonly members = new Set<Member>();
  private readonly read = neighbourReader();
  private chars = 0;
  private finding = true;
  private nextId = 0;
  private wake: (() => void) | undefined;
  private starts = 0;

  constructor(private readonly options: PoolOptions) {}

  /** Threads that were used. */
  get threads(): number {
    return 1 + this.starts;
  }

  /** Adds a file. Returns at once. */
  add(task: Omit<Task, 'id'>): void {
    this.queue.push({ ...task, id: this.nextId++ });
    this.chars += task.text.length;
    if (this.chars < WORTH_WORKERS || !this.options.workerUrl) return;
    while (this.starts < this.options.jobs - 1) this.start(this.options.workerUrl);
    this.feed();
  }

  /** Judges what is left, on this thread as well, and ends the workers. */
  async finish(): Promise<void> {
    this.finding = false;
    const watch = setInterval(() => this.endSilent(), 1000);
    try {
      for (;;) {
        this.feed();
        const task = this.queue.shift();
        if (task) {
          this.options.onResult(await this.runHere(task));
          // Lets answers of the workers in, so that they get their next tasks.
          await new Promise((resolve) => setImmediate(resolve));
        } else if ([...this.members].some((member) => member.sent.length > 0)) {
          await new Promise<void>((resolve) => {
            this.wake = resolve;
          });
        } else break;
      }
    } finally {
      clearInterval(watch);
      await this.close();
    }
  }

  /** Ends the workers, whatever they do. */
  async close(): Promise<void> {
    const workers = [...this.members].map((member) => member.worker);
    this.members.clear();
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  private runHere(task: Task): Promise<FileResult> {
    return runTask(this.options.analyser, this.options.configs[task.config], task, this.read);
  }

  private start(url: URL): void {
    this.starts++;
    const worker = new Worker(url);
    const member: Member = { worker, sent: [], configs: 0, heardAt: Date.now(), ready: false };
    this.members.add(member);
    worker.on('message', (message: ResultMessage) => {
      member.heardAt = Date.now();
      if (message.ready) {
        member.ready = true;
        return;
      }
      const index = member.sent.findIndex((task) => task.id === message.id);
      if (index < 0) return;
      member.sent.splice(index, 1);
      this.options.onResult(message.result);
      this.feed();
      this.wake?.();
    });
    worker.on('error', (error: Error) => this.lose(member, t('could not be analysed: {0}', error.message)));
    worker.on('exit', () => this.lose(member, t('could not be analysed: the worker ended')));
  }

  /** A worker is gone: the file it was at is a problem, the others go back. No other is started in its place. */
  private lose(member: Member, message: string): void {
    if (!this.members.delete(member)) return;
    const current = member.ready ? member.sent.shift() : undefined;
    this.queue.unshift(...member.sent);
    if (current) this.options.onResult(failed(current, message));
    this.wake?.();
  }

  private endSilent(): void {
    for (const member of this.members) {
      if (member.sent.length === 0 || Date.now() - member.heardAt < SILENT_MS) continue;
      this.lose(member, t('skipped: takes too long'));
      void member.worker.terminate();
    }
  }

  private feed(): void {
    const ahead = this.finding ? AHEAD_WHILE_FINDING : AHEAD;
    for (const member of this.members) {
      const tasks = this.queue.splice(0, Math.max(ahead - member.sent.length, 0));
      if (tasks.length === 0) continue;
      if (member.sent.length === 0) member.heardAt = Date.now();
      member.sent.push(...tasks);
      const configs = this.options.configs.slice(member.configs);
      member.worker.postMessage({ firstConfig: member.configs, configs, tasks });
      member.configs += configs.length;
    }
  }
}
