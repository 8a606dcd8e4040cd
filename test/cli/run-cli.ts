/** Runs the command line within the test, over a folder made for it. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Dependencies } from '../../src/cli/dependencies.js';
import { run } from '../../src/cli/program.js';
import { slashes } from '../../src/host-node/paths.js';
import { fakeDependencies } from './fake-dependencies.js';

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** A folder that is deleted after the test that made it. */
export class Folder {
  readonly path = slashes(realpathSync(mkdtempSync(join(tmpdir(), 'guard409-'))));

  /** Writes files by their paths; returns itself. */
  write(files: Readonly<Record<string, string | Buffer>>): this {
    for (const [name, content] of Object.entries(files)) {
      const path = join(this.path, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    return this;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

const folders: Folder[] = [];

export function folder(files: Readonly<Record<string, string | Buffer>> = {}): Folder {
  const made = new Folder().write(files);
  folders.push(made);
  return made;
}

/** Call in `afterEach`. */
export function removeFolders(): void {
  for (const made of folders.splice(0)) made.remove();
}

export interface RunOptions {
  dependencies?: Dependencies;
  tty?: boolean;
  env?: Record<string, string>;
}

export async function cli(cwd: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const isTTY = options.tty ?? false;
  const io = {
    stdout: { write: (text: string) => void out.push(text), isTTY, columns: 100 },
    stderr: { write: (text: string) => void err.push(text), isTTY, columns: 100 },
    cwd,
    env: options.env ?? {},
  };
  const code = await run(args, io, options.dependencies ?? fakeDependencies());
  return { code, stdout: out.join(''), stderr: err.join('') };
}

interface JsonOutput {
  version: number;
  findings: Record<string, unknown>[];
  sites?: Record<string, unknown>[];
  stats: Record<string, number>;
  problems: { file: string; message: string }[];
}

/** Scans with `--format json` and reads it. */
export async function scanJson(cwd: string, args: readonly string[] = [], options: RunOptions = {}) {
  const ran = await cli(cwd, ['scan', '--format', 'json', ...args], options);
  if (ran.stdout === '') throw new Error(`no output: ${ran.stderr}`);
  const json: JsonOutput = JSON.parse(ran.stdout);
  return { ...ran, json };
}
