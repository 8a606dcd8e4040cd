/** Compiles C# with Mono against the stubs of the SDKs, and runs it. */
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureMono } from '../../../scripts/hosts/mono.js';

const run = promisify(execFile);
const STUBS = join(import.meta.dirname, 'stubs');
/** The older version of Microsoft.Graph, which has other types of the same names. */
const OLDER = join(import.meta.dirname, 'stubs-v4');

/** What the compiler said, one line for each error. */
export interface Compiled {
  errors: string[];
  /** What the program wrote, where there were no errors and it was to be run. */
  output: string[];
}

/**
 * Compiles sources of C# 7 together.
 *
 * @param sources by file name
 * @param options `program`: run it, one of the sources has a `Main`; `older`: with Microsoft.Graph 4;
 * `without`: names of stubs that the sources replace
 */
export async function compile(
  sources: ReadonlyMap<string, string>,
  { program = false, older = false, without = [] }: { program?: boolean; older?: boolean; without?: string[] } = {},
): Promise<Compiled> {
  const mono = await ensureMono();
  const folder = await mkdtemp(join(tmpdir(), 'guard409-csharp-'));
  try {
    for (const [name, text] of sources) await writeFile(join(folder, name), text);
    const from = older ? OLDER : STUBS;
    const stubs = readdirSync(from)
      .filter((name) => !without.includes(name))
      .map((name) => join(from, name));
    const flags = ['-langversion:7', '-r:System.Net.Http', '-nologo', `-target:${program ? 'exe' : 'library'}`];
    const args = [
      ...flags,
      `-out:${join(folder, 'out.exe')}`,
      ...stubs,
      ...[...sources.keys()].map((n) => join(folder, n)),
    ];
    const said = await run(mono.runtime, [mono.compiler, ...args], { env: mono.env, maxBuffer: 1 << 26 }).then(
      () => '',
      (error: { stdout: string; stderr: string }) => `${error.stdout}\n${error.stderr}`,
    );
    const errors = said.split('\n').filter((line) => /error/.test(line));
    if (errors.length > 0 || !program) return { errors: errors.map((line) => line.replace(folder, '')), output: [] };
    const { stdout } = await run(mono.runtime, [join(folder, 'out.exe')], { env: mono.env, maxBuffer: 1 << 26 });
    return { errors: [], output: stdout.trim().split('\n') };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
