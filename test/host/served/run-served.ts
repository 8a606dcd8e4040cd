/** One run of the suites in a served VS Code: starts it, waits for the result, collects what went wrong beside it. */
import { join } from 'node:path';
import { ensureChromium } from '../../../scripts/hosts/chromium.js';
import type { ServerInstallation } from '../../../scripts/hosts/server.js';
import { unexpectedErrors } from '../console-noise.js';
import { type HostResult, readResult, resultFileVariable } from '../result.js';
import { startServer } from './server.js';
import { openWorkbench } from './workbench.js';

/** A run that takes longer hangs. */
const timeoutMs = 150_000;

/** What to run, and where. */
export interface ServedRun {
  installation: ServerInstallation;
  /** Holds settings, logs and installed extensions; the caller removes it. */
  dataFolder: string;
  /** Folder to open; without one the window is empty. */
  folder?: string;
  /** Extension under development. */
  extension: string;
  /** Module with the tests. */
  tests: string;
  env: Record<string, string>;
}

/** What came of it. */
export interface ServedResult {
  result: HostResult;
  /** Errors of the extension host and the page, which no test saw. */
  errors: string[];
}

/** Runs the suites. @throws when they write no result */
export async function runServed(run: ServedRun): Promise<ServedResult> {
  const { installation, dataFolder, folder, extension, tests } = run;
  const chromium = await ensureChromium();
  const resultFile = run.env[resultFileVariable] ?? join(dataFolder, 'result.json');
  const env = { GUARD409_GREP: process.env['GUARD409_GREP'] ?? '', ...run.env, [resultFileVariable]: resultFile };
  const server = await startServer({ installation, dataFolder, env, trustAll: true });
  try {
    const place = folder === undefined ? {} : { folder };
    const workbench = await openWorkbench({ chromium, port: server.port, extension, tests, ...place });
    try {
      const result = await readResult(resultFile, timeoutMs, server.exited).catch((error: unknown) => {
        for (const line of workbench.consoleTail()) console.error(`console: ${line}`);
        throw error;
      });
      const seen = [...workbench.consoleErrors(), ...(await server.extensionHostErrors())];
      // The tests end in this way when some have failed, which the result says better.
      const errors = unexpectedErrors(seen).filter((line) => !/^Error: \d+ tests failed\n/.test(line));
      for (const line of errors) console.error(`unexpected error in the extension host: ${line}`);
      return { result, errors };
    } finally {
      await workbench.close();
    }
  } finally {
    await server.stop();
  }
}
