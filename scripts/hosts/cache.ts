/** The folder in which test hosts are kept between runs, and how a package gets there. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where test hosts are kept: `GUARD409_HOSTS`, or `.cache/hosts` in the repository. */
export function hostCache(): string {
  return resolve(process.env['GUARD409_HOSTS'] ?? join(import.meta.dirname, '..', '..', '.cache', 'hosts'));
}

/** Something a test host needs is missing. The message says in one line what, and is all a user has to read. */
export class HostUnavailable extends Error {}

/**
 * Makes `folder` by `fill` unless an earlier run has. It is filled under another name and renamed when complete, so that
 * an interrupted installation is never taken for a whole one.
 *
 * @returns the path of the folder
 */
export async function ensureFolder(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(hostCache(), name);
  if (existsSync(folder)) return folder;
  const partial = `${folder}.partial-${process.pid}`;
  await mkdir(partial, { recursive: true });
  try {
    await fill(partial);
    await rename(partial, folder);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    // Another process may have finished the same folder in the meantime.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/**
 * Installs npm packages into a folder of their own, without running their scripts: nothing here needs a native build.
 *
 * @param packages what to add; empty: what the folder's own package.json lists
 * @throws HostUnavailable when npm cannot install them
 */
export async function npmInstall(folder: string, packages: readonly string[] = []): Promise<void> {
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) {
    await mkdir(dirname(manifest), { recursive: true });
    await writeFile(manifest, '{ "private": true }\n');
  }
  const flags = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  try {
    await run('npm', ['install', ...flags, ...packages], { cwd: folder, maxBuffer: 1 << 26 });
  } catch (error) {
    const wanted = packages.length > 0 ? packages.join(' ') : 'the dependencies of code-server';
    throw new HostUnavailable(`missing: ${wanted} (npm could not install it: ${firstLine(error)})`);
  }
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? ((error as { stderr?: string }).stderr ?? error.message) : String(error);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.find((line) => /error/i.test(line)) ?? lines[0] ?? 'no message';
}
