/**
 * Runs inside the extension host, in a fresh window: how long activation takes, of empty extensions and of the one under
 * test between them. Bundled to dist/test/host/activation-times.cjs.
 */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { resultFileVariable } from './result.js';

/** Time for what an activation has left to do, and for a window that has just opened, in milliseconds. */
const quietMs = 500;

/** Activates the extensions named in the file given by the variable, one after another, and writes each one's time to it. */
export async function run(): Promise<void> {
  const file = process.env[resultFileVariable] ?? '';
  const ids = JSON.parse(await readFile(`${file}.ids`, 'utf8')) as string[];
  const times: number[] = [];
  for (const id of ids) {
    await sleep(quietMs);
    const extension = vscode.extensions.getExtension(id);
    if (!extension || extension.isActive) throw new Error(`${id} is ${extension ? 'active already' : 'not there'}`);
    const begun = performance.now();
    await extension.activate();
    times.push(performance.now() - begun);
  }
  await writeFile(`${file}.partial`, JSON.stringify(times));
  await rename(`${file}.partial`, file);
}
