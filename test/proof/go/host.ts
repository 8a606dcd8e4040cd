/** Builds Go programs into one, each a package of its own, and starts it. */
import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Told } from '../lib/told.js';
import type { Go } from './toolchain.js';

const run = promisify(execFile);

/** What its fixes do in a way of their own. */
const MANNER = { conflictError: 'conflict', tellsWait: false, looksAgain: false };

/** The clock of the test in the place of the machine's: what a helper waits for passes at once. */
const timed = (text: string): string => text.replace(/^\t"time"$/m, '\ttime "proof/clock"');

/**
 * @param programs by the name of their package, which has `Run(note string) (any, error)`
 * @param compiled packages that only have to compile
 * @param env what the programs find in their environment
 * @throws Error with the compiler's words where they do not compile
 */
export async function startGo(
  go: Go,
  programs: ReadonlyMap<string, string>,
  compiled: ReadonlyMap<string, string>,
  env: Readonly<Record<string, string>>,
): Promise<Told> {
  const folder = mkdtempSync(join(tmpdir(), 'guard409-go-'));
  try {
    for (const file of ['go.mod', 'go.sum']) cpSync(join(import.meta.dirname, file), join(folder, file));
    cpSync(join(import.meta.dirname, 'host'), folder, { recursive: true });
    cpSync(join(import.meta.dirname, 'stubs'), join(folder, 'stubs'), { recursive: true });
    const put = (name: string, text: string): void => {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'store.go'), text.replace(/^package \w+/m, `package ${name}`));
    };
    for (const [name, text] of programs) put(name, timed(text));
    for (const [name, text] of compiled) put(name, text);
    writeFileSync(join(folder, 'programs.go'), startOf([...programs.keys()], [...compiled.keys()]));
    const binary = join(folder, 'host');
    await run(go.program, ['build', '-o', binary, '.'], { cwd: folder, env: go.env, maxBuffer: 1 << 26 }).catch(
      (error: { stderr?: string }) => {
        throw new Error(error.stderr ?? String(error));
      },
    );
    const child = spawn(binary, { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'inherit'] });
    await new Promise((resolve) => child.once('spawn', resolve));
    return new Told(child, MANNER);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every program by the name of its package. */
function startOf(run: readonly string[], compiled: readonly string[]): string {
  return `package main

import (
${run.map((name) => `\t"proof/${name}"`).join('\n')}
${compiled.map((name) => `\t_ "proof/${name}"`).join('\n')}
)

var programs = map[string]func(string) (any, error){
${run.map((name) => `\t"${name}": ${name}.Run,`).join('\n')}
}
`;
}
