/** A result as a file: how it comes back from an extension host on Node. */
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HostResult } from './result.js';

/** Writes a result so that a reader never sees half of it. */
export async function writeResult(file: string, result: HostResult): Promise<void> {
  await writeFile(`${file}.partial`, JSON.stringify(result, undefined, 2));
  await rename(`${file}.partial`, file);
}

/** Waits for the result of a run. @see fileWhenThere */
export function readResult(file: string, timeoutMs: number, ended?: Promise<unknown>): Promise<HostResult> {
  return fileWhenThere<HostResult>(file, timeoutMs, ended);
}

/**
 * Waits for a file of JSON.
 *
 * @param ended settles when whatever should write the result has ended
 * @throws when it does not come in time or can no longer come
 */
export async function fileWhenThere<T>(file: string, timeoutMs: number, ended?: Promise<unknown>): Promise<T> {
  let over = false;
  void ended?.then(() => {
    over = true;
  });
  const until = Date.now() + timeoutMs;
  while (!existsSync(file)) {
    if (over) throw new Error('the editor ended before the tests did');
    if (Date.now() > until) throw new Error(`the tests wrote no result within ${timeoutMs / 1000} s`);
    await sleep(100);
  }
  return JSON.parse(await readFile(file, 'utf8')) as T;
}
