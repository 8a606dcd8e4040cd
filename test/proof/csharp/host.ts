/** Runs compiled programs: a process of Mono that is told by lines which one, and tells by lines what became of it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ensureMono } from '../../../scripts/hosts/mono.js';
import type { Loaded } from '../lib/running.js';
import { compile } from './compile.js';

type Json = Record<string, unknown>;

/** A program and the namespace its class stands in. */
export interface Runnable {
  space: string;
  text: string;
  /** Its class is given a logger. */
  logs: boolean;
}

const HOST = ['Clock.cs', 'Host.cs', 'ToLab.cs'];

/** The clock of the test in the place of the machine's: what a helper waits for passes at once. */
const timed = (text: string): string =>
  text
    .replace(/\bTask\.Delay\(/g, 'Proof.Clock.Delay(')
    .replace(/\bDateTimeOffset\.UtcNow\b/g, 'Proof.Clock.Now')
    .replace(/\bDateTime\.UtcNow\b/g, 'Proof.Clock.UtcNow');

export class CSharpHost {
  private readonly waiting = new Map<number, (answer: Json) => void>();
  private count = 0;

  private constructor(private readonly child: ChildProcess) {
    if (!child.stdout) throw new Error('nothing can be read from Mono');
    createInterface({ input: child.stdout }).on('line', (line) => this.hear(line));
  }

  /**
   * Compiles programs into one assembly and starts it.
   *
   * @param env what the programs find in their environment
   * @throws Error with the compiler's words where they do not compile
   */
  static async start(
    programs: readonly Runnable[],
    env: Readonly<Record<string, string>>,
    older: boolean,
  ): Promise<CSharpHost> {
    const sources = new Map(programs.map(({ space, text }) => [`${space}.cs`, timed(text)]));
    for (const file of HOST) sources.set(file, readFileSync(join(import.meta.dirname, 'host', file), 'utf8'));
    sources.set('Start.cs', startOf(programs));
    const { errors, path } = await compile(sources, { program: true, older });
    if (errors.length > 0) throw new Error(errors.join('\n'));
    const mono = await ensureMono();
    const child = spawn(mono.runtime, [path], {
      env: { ...mono.env, ...env },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    return new CSharpHost(child);
  }

  /** A program of its own, with the clock and the log begun anew. */
  async load(space: string): Promise<Loaded> {
    await this.ask({ load: space });
    const loaded: Loaded = {
      clock: { waits: [], skipped: 0 },
      warnings: [],
      manner: { conflictError: 'InvalidOperationException', tellsWait: false, looksAgain: true },
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
      this.child.once('exit', () => reject(new Error('Mono ended')));
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

/** Where the assembly begins: every program by its namespace. */
function startOf(programs: readonly Runnable[]): string {
  const rows = programs.map(
    ({ space, logs }) => `            { "${space}", log => new ${space}.Program(${logs ? 'log' : ''}).Run },`,
  );
  return `using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;

public static class Start
{
    public static void Main()
    {
        Proof.Host.Serve(new Dictionary<string, Func<ILogger, Func<string, Task<object>>>>
        {
${rows.join('\n')}
        });
    }
}
`;
}
