/** A process that runs compiled programs: it is told by lines which one, and tells by lines what became of it. */
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Loaded, Manner } from './running.js';

type Json = Record<string, unknown>;

export class Told {
  private readonly waiting = new Map<number, (answer: Json) => void>();
  private count = 0;

  /** @param manner what the fixes of its language do in a way of their own */
  constructor(
    private readonly child: ChildProcess,
    private readonly manner: Manner,
  ) {
    if (!child.stdout) throw new Error('nothing can be read from the host');
    child.setMaxListeners(0);
    createInterface({ input: child.stdout }).on('line', (line) => this.hear(line));
  }

  /** A program of its own, with the clock and the log begun anew. */
  async load(name: string): Promise<Loaded> {
    await this.ask({ load: name });
    const loaded: Loaded = {
      clock: { waits: [], skipped: 0 },
      warnings: [],
      manner: this.manner,
      run: async (note) => {
        const { value, error, waits, skipped, warnings } = await this.ask({ run: note });
        Object.assign(loaded.clock, { waits, skipped });
        loaded.warnings.splice(0, Number.POSITIVE_INFINITY, ...(warnings as [string, Json][]).map(warning));
        if (error) throw thrown(error as Json);
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
      this.child.once('exit', () => reject(new Error('the host ended')));
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
  const lower = (name: string): string => name.replace(/^./, (first) => first.toLowerCase());
  return [message, Object.fromEntries(Object.entries(fields).map(([name, value]) => [lower(name), value]))];
}

/** What was thrown there, as an error of here. */
function thrown({ cause, message, ...rest }: Json): Error {
  return Object.assign(new Error(String(message)), rest, cause ? { cause: thrown(cause as Json) } : {});
}
