/** What opening the explainer costs beside a panel with an empty page, in the same window. */
import { mkdtemp, rm } from 'node:fs/promises';
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
const timeoutMs = 120_000;

/** The most that opening it may cost, in times of an empty panel's. */
const bound = 1.5;

/** Measures in a version. Gives one test. */
export function panelTimesTest(root: string, version: HostVersion): Promise<TestOutcome> {
  const title = `opening the explainer takes at most ${bound} times what an empty panel does`;
  return comparisonTest({ title, bound, measure: () => measured(root, version) });
}

async function measured(root: string, version: HostVersion): Promise<[number, number][]> {
  const [installation, chromium] = await Promise.all([ensureServer(version), ensureChromium()]);
  const dataFolder = await mkdtemp(join(tmpdir(), 'guard409-panel-times-'));
  const resultFile = join(dataFolder, 'times.json');
  try {
    const env = { [resultFileVariable]: resultFile };
    const server = await startServer({ installation, dataFolder, env, trustAll: true });
    try {
      const tests = join(root, 'dist', 'test', 'host', 'panel-times.cjs');
      const workbench = await openWorkbench({ chromium, port: server.port, extension: root, tests });
      try {
        return await fileWhenThere<[number, number][]>(resultFile, timeoutMs, server.exited);
      } finally {
        await workbench.close();
      }
    } finally {
      await server.stop();
    }
  } finally {
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
