/**
 * The entry that the extension host on Node loads (`extensionTestsPath`), in the desktop as well as in the served VS Code.
 * Bundled to dist/test/host/index.cjs.
 */
import { watchTimers } from './leftovers.js';
import { watchWorkers } from './node-leftovers.js';
import { resultFileVariable } from './result.js';
import { writeResult } from './result-file.js';
import { runSuites } from './run-suites.js';
import { suites } from './suites/index.js';

/** Runs every suite. Rejects when a test fails, as the desktop expects. */
export async function run(): Promise<void> {
  watchTimers();
  watchWorkers();
  const defined = suites[process.env['GUARD409_SUITES'] ?? 'all'] ?? [];
  const result = await runSuites(defined, {
    host: `extension host on Node ${process.versions.node}`,
    grep: process.env['GUARD409_GREP'] ?? '',
  });
  const file = process.env[resultFileVariable];
  if (file) await writeResult(file, result);
  if (result.failed > 0) throw new Error(`${result.failed} tests failed`);
}
