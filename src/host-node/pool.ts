/**
 * Judges files: few on this thread, many on workers too, since a worker costs its start and a set of grammars. Beside
 * workers this thread takes small files only, so that a file that hangs or kills its thread costs one file and not the scan.
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
/**
 * Tasks a worker has at hand. More while this thread is busy finding files and looks up every 10 ms only, few from then
 * on so that all end together.
 */
const AHEAD_WHILE_FINDING = 10;
const AHEAD = 2;
/** Files that this thread takes beside workers, in characters: none of them can keep it long. */
const SMALL = 100_000;
/** Characters of larger files that wait when this thread has no small one left, from which on it pays to start a worker instead. */
const WORTH_ANOTHER = 1_000_000;
/** A worker that is silent for so long is ended. The engine has its own, far shorter limit per file. */
const SILENT_MS = 10_000;
/** Workers started in place of lost ones; after so many something else is wrong. */
const MAX_REPLACED = 16;

export interface PoolOptions {
  /** Threads that judge. With one, that is this one. */
  jobs: number;
  analyser: Analyser;
  /** By index; may grow while the pool runs. */
  configs: readonly EngineConfig[];
  /** The worker's entry. Without it everything runs on this thread. */
  workerUrl: URL | undefined;
  /** A worker that is silent for so many milliseconds is ended. */
  silentMs?: number | undefined;
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
  private started = 0;
  private replaced = 0;

  private readonly silentMs: number;

  constructor(private readonly options: PoolOptions) {
    this.silentMs = options.silentMs ?? SILENT_MS;
  }

  /** Threads that judge at the same time. */
  get threads(): number {
    return Math.min(this.started + 1, this.options.jobs);
  }

  /** Adds a file. Returns at once. */
  add(task: Omit<Task, 'id'>): void {
    this.queue.push({ ...task, id: this.nextId++ });
    this.chars += task.text.length;
    const { workerUrl, jobs } = this.options;
    if (this.chars < WORTH_WORKERS || !workerUrl || jobs < 2) return;
    // This thread is one of them.
    for (; this.started < jobs - 1; this.started++) this.start(workerUrl);
    this.feed();
  }

  /** Waits until all is judged, judges here what no worker can take, and ends the workers. */
  async finish(): Promise<void> {
    this.finding = false;
    // Small files last: no worker is left with a large one when the others are done.
    this.queue.sort((a, b) => b.text.length - a.text.length);
    const watch = setInterval(() => this.endSilent(), this.silentMs / 8);
    try {
      for (;;) {
        this.feed();
        const small = this.takeSmall();
        if (small) {
          this.options.onResult(await this.runHere(small));
          // The answers of the workers come in between.
          await new Promise((resolve) => setImmediate(resolve));
          continue;
        }
        this.startAnother();
        if ([...this.members].some((member) => member.sent.length > 0)) {
          await new Promise<void>((resolve) => {
            this.wake = resolve;
          });
          continue;
        }
        const task = this.queue.shift();
        if (!task) break;
        this.options.onResult(await this.runHere(task));
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

  /** The smallest file that waits, if it is small enough for this thread. The queue ends with it. */
  private takeSmall(): Task | undefined {
    return (this.queue.at(-1)?.text.length ?? Infinity) <= SMALL ? this.queue.pop() : undefined;
  }

  /** One more worker in place of this thread, which has nothing left that it may take, where that pays. */
  private startAnother(): void {
    const { workerUrl, jobs } = this.options;
    if (!workerUrl || this.started === 0 || this.started >= jobs) return;
    const waiting = this.queue.reduce((chars, task) => chars + task.text.length, 0);
    if (waiting < WORTH_ANOTHER) return;
    this.started++;
    this.start(workerUrl);
    this.feed();
  }

  private runHere(task: Task): Promise<FileResult> {
    return runTask(this.options.analyser, this.options.configs[task.config], task, this.read);
  }

  private start(url: URL): void {
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

  /** A worker is gone: the file it was at is a problem, the others go back, and another takes its place. */
  private lose(member: Member, message: string): void {
    if (!this.members.delete(member)) return;
    const current = member.ready ? member.sent.shift() : undefined;
    this.queue.unshift(...member.sent);
    if (current) this.options.onResult(failed(current, message));
    const { workerUrl } = this.options;
    if (member.ready && workerUrl && this.queue.length > 0 && this.replaced++ < MAX_REPLACED) this.start(workerUrl);
    this.feed();
    this.wake?.();
  }

  private endSilent(): void {
    for (const member of this.members) {
      if (member.sent.length === 0 || Date.now() - member.heardAt < this.silentMs) continue;
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
