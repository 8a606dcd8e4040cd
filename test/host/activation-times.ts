/**
 * What activation costs beside an extension that does nothing: both are installed into the same editor and activated one
 * after the other in windows that have just been opened.
 */
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from '../../scripts/hosts/chromium.js';
import { ensureServer } from '../../scripts/hosts/server.js';
import type { HostVersion } from '../../scripts/hosts/versions.js';
import { resultFileVariable, type TestOutcome } from './result.js';
import { fileWhenThere } from './result-file.js';
import { startServer } from './served/server.js';
import { openWorkbench } from './served/workbench.js';
import { comparisonTest } from './times.js';

/** A window that takes longer hangs. */
const timeoutMs = 90_000;

const windows = 5;

/** The most that activation may cost, in times of an empty extension's. */
const bound = 1.5;

/** The first ones pay for what all share. The one under test stands between two others, so that no order favours it. */
const order = ['first', 'second', 'third', 'before', undefined, 'after'].map((name) =>
  name === undefined ? 'guard409.guard409' : `guard409-tests.${name}`,
);
const ourPlace = order.indexOf('guard409.guard409');

/** Measures in a version. Gives one test. */
export function activationTest(root: string, version: HostVersion): Promise<TestOutcome> {
  return comparisonTest({
    title: `activation takes at most ${bound} times an empty extension's`,
    bound,
    async measure() {
      const rows = await measured(root, version);
      return rows.map((row) => {
        const [before = 0, ours = 0, after = 0] = row.slice(ourPlace - 1);
        return [ours, (before + after) / 2];
      });
    },
  });
}

/** The times of each window, in the order of activation, in milliseconds. */
async function measured(root: string, version: HostVersion): Promise<number[][]> {
  const [installation, chromium] = await Promise.all([ensureServer(version), ensureChromium()]);
  const dataFolder = await mkdtemp(join(tmpdir(), 'guard409-activation-'));
  const resultFile = join(dataFolder, 'times.json');
  try {
    await install(root, join(dataFolder, 'extensions'));
    await writeFile(`${resultFile}.ids`, JSON.stringify(order));
    const env = { [resultFileVariable]: resultFile };
    const server = await startServer({ installation, dataFolder, env, trustAll: true });
    try {
      const rows: number[][] = [];
      const extension = join(root, 'test', 'host', 'probe');
      const tests = join(root, 'dist', 'test', 'host', 'activation-times.cjs');
      const workbench = await openWorkbench({ chromium, port: server.port, extension, tests });
      try {
        for (let window = 0; window < windows; window++) {
          if (window > 0) await workbench.page.reload();
          rows.push(await fileWhenThere<number[]>(resultFile, timeoutMs, server.exited));
          await rm(resultFile);
        }
      } finally {
        await workbench.close();
      }
      return rows;
    } finally {
      await server.stop();
    }
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}

/** Puts all extensions where the server looks for installed ones. */
async function install(root: string, folder: string): Promise<void> {
  await mkdir(folder);
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  for (const id of order) {
    const [publisher, name] = id.split('.');
    if (publisher === name) {
      await symlink(root, join(folder, `${id}-${version}`), 'dir');
      continue;
    }
    const target = join(folder, `${id}-0.0.1`);
    await cp(join(root, 'test', 'host', 'empty-extension'), target, { recursive: true });
    const manifest = JSON.parse(await readFile(join(target, 'package.json'), 'utf8')) as object;
    await writeFile(join(target, 'package.json'), JSON.stringify({ ...manifest, name }));
  }
}
