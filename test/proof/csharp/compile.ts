/** Compiles C# with Mono against the stubs of the SDKs, which are an assembly of their own, as the SDKs are. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureMono } from '../../../scripts/hosts/mono.js';
import { type Generation, stubSources } from './sdk/index.js';

const run = promisify(execFile);

/** What the compiler said, one line for each error. */
export interface Compiled {
  errors: string[];
  /** Where the assembly is, if there were no errors. It is gone with the process. */
  path: string;
}

let folder: string | undefined;
let count = 0;
const stubs = new Map<Generation, Promise<string>>();

/**
 * Compiles sources of C# 7 together.
 *
 * @param sources by file name
 * @param options `program`: one of the sources has a `Main`; `older`: with Microsoft.Graph 4
 */
export async function compile(
  sources: ReadonlyMap<string, string>,
  { program = false, older = false }: { program?: boolean; older?: boolean } = {},
): Promise<Compiled> {
  const generation = older ? 'older' : 'newer';
  const sdks = stubs.get(generation) ?? stubAssembly(generation);
  stubs.set(generation, sdks);
  return assembly(sources, [`-target:${program ? 'exe' : 'library'}`, `-r:${await sdks}`], program ? 'exe' : 'dll');
}

async function stubAssembly(generation: Generation): Promise<string> {
  const { errors, path } = await assembly(stubSources(generation), ['-target:library'], 'dll', `Sdks-${generation}`);
  if (errors.length > 0) throw new Error(`The stubs do not compile:\n${errors.join('\n')}`);
  return path;
}

async function assembly(
  sources: ReadonlyMap<string, string>,
  flags: readonly string[],
  ending: string,
  name = `Made${++count}`,
): Promise<Compiled> {
  const mono = await ensureMono();
  const at = ownFolder();
  const paths: string[] = [];
  for (const [file, text] of sources) {
    // Two with the same name would be one.
    const path = join(at, `${name}-${file}`);
    await writeFile(path, text);
    paths.push(path);
  }
  const path = join(at, `${name}.${ending}`);
  const args = ['-langversion:7', '-nologo', '-r:System.Net.Http', ...flags, `-out:${path}`, ...paths];
  const said = await run(mono.runtime, [mono.compiler, ...args], { env: mono.env, maxBuffer: 1 << 26 }).then(
    () => '',
    (error: { stdout: string; stderr: string }) => `${error.stdout}\n${error.stderr}`,
  );
  const errors = said.split('\n').filter((line) => /error/.test(line));
  return { errors: errors.map((line) => line.replace(`${at}/${name}-`, '')), path };
}

/** One folder for all that a process compiles: a program finds the stubs beside it. */
function ownFolder(): string {
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'guard409-csharp-'));
    process.on('exit', () => rmSync(made, { recursive: true, force: true }));
    folder = made;
  }
  return folder;
}
