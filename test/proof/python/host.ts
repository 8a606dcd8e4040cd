/** Runs programs in one process of Python that is told by lines which one, and tells by lines what became of it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Loaded } from '../lib/running.js';

type Json = Record<string, unknown>;

/** The clock of the test in the place of the machine's: what a helper waits for passes at once. */
const timed = (text: string): string =>
  text
    .replace(/\btime\.sleep\(/g, 'clock.sleep(')
    .replace(/\btime\.monotonic\(/g, 'clock.monotonic(')
    .replace(/\basyncio\.sleep\(/g, 'clock.pause(')
    .replace(/\bdatetime\.now\(timezone\.utc\)/g, 'clock.now()')
    .replace(/(= AsyncRetrying\()/g, '$1sleep=clock.pause, ')
    .replace(/(= Retrying\()/g, '$1sleep=clock.sleep, ');

export class PythonHost {
  private readonly waiting = new Map<number, (answer: Json) => void>();
  private count = 0;
  private readonly child: ChildProcess;

  /** @param path the folders of packages. @param env what the programs find in their environment */
  constructor(path: string, env: Readonly<Record<string, string>>) {
    this.child = spawn('python3', ['-W', 'ignore', join(import.meta.dirname, 'host.py')], {
      env: { ...process.env, ...env, PYTHONPATH: path, PYTHONDONTWRITEBYTECODE: '1' },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    if (this.child.stdout) createInterface({ input: this.child.stdout }).on('line', (line) => this.hear(line));
  }

  /** A program of its own, with the clock and the log begun anew. @throws Error where it cannot be run at all */
  async load(text: string): Promise<Loaded> {
    const { error } = await this.ask({ load: timed(text) });
    if (error) throw thrown(error as Json);
    const loaded: Loaded = {
      clock: { waits: [], skipped: 0 },
      warnings: [],
      manner: { conflictError: 'RuntimeError', tellsWait: false, looksAgain: true },
      run: async (note) => {
        const { value, error: failure, waits, skipped, warnings } = await this.ask({ run: note });
        Object.assign(loaded.clock, { waits, skipped });
        loaded.warnings.splice(0, Number.POSITIVE_INFINITY, ...(warnings as [string, Json][]).map(warning));
        if (failure) throw thrown(failure as Json);
        // Nothing is handed out as nothing.
        return value ?? undefined;
      },
    };
    return loaded;
  }

  close(): void {
    this.child.stdin?.end();
    this.child.kill();
  }

  private ask(what: Json): Promise<Json> {
    const id = ++this.count;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, resolve);
      const ended = () => reject(new Error('Python ended'));
      this.child.once('exit', ended);
      this.waiting.set(id, (answer) => {
        this.child.off('exit', ended);
        resolve(answer);
      });
      this.child.stdin?.write(`${JSON.stringify({ id, ...what })}\n`);
    });
  }

  private hear(line: string): void {
    const answer = JSON.parse(line) as Json;
    const id = Number(answer['id']);
    this.waiting.get(id)?.(answer);
    this.waiting.delete(id);
  }
}

/** A warning with its fields named as in the other languages. */
function warning([message, fields]: [string, Json]): unknown[] {
  const camel = (name: string): string => name.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());
  return [message, Object.fromEntries(Object.entries(fields).map(([name, value]) => [camel(name), value]))];
}

/** What was raised there, as an error of here. */
function thrown({ cause, message, ...rest }: Json): Error {
  return Object.assign(new Error(String(message)), rest, cause ? { cause: thrown(cause as Json) } : {});
}
