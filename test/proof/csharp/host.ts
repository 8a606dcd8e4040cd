/** Runs compiled programs: a process of Mono that is told by lines which one, and tells by lines what became of it. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureMono } from '../../../scripts/hosts/mono.js';
import { Told } from '../lib/told.js';
import { compile } from './compile.js';

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

/** What its fixes do in a way of their own. */
const MANNER = { conflictError: 'InvalidOperationException', tellsWait: false, looksAgain: true };

/**
 * Compiles programs into one assembly and starts it.
 *
 * @param env what the programs find in their environment
 * @throws Error with the compiler's words where they do not compile
 */
export async function startCSharp(
  programs: readonly Runnable[],
  env: Readonly<Record<string, string>>,
  older: boolean,
): Promise<Told> {
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
  return new Told(child, MANNER);
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
