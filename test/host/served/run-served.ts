/** One run of the suites in a served VS Code: starts it, waits for the result, collects what went wrong beside it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { ensureChromium } from '../../../scripts/hosts/chromium.js';
import type { ServerInstallation } from '../../../scripts/hosts/server.js';
import { unexpectedErrors } from '../console-noise.js';
import { grepFile, type HostResult, resultFileVariable, resultMarker } from '../result.js';
import { readResult, writeResult } from '../result-file.js';
import { type RunningServer, startServer } from './server.js';
import { linkBelowServer } from './static-link.js';
import { openWorkbench, type Workbench } from './workbench.js';

/** A run that takes longer hangs. */
const timeoutMs = 370_000;

/** The workspace of a run in the browser: the extension that provides it, below the one under test, and its address. */
const virtualWorkspace = { extension: 'dist/test/host/virtual-workspace', folder: 'vscode-test-web://tests/workspace' };

/** A served window saves by itself after a second, unlike the desktop: a longer test would change its fixture. */
const settings = { 'files.autoSave': 'off' };

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
  /** Run in the browser's extension host, on a workspace of its own, and not in the server's. */
  inBrowser?: boolean;
  /** Display language; English where none is given. */
  language?: string | undefined;
}

/** What came of it. */
export interface ServedResult {
  result: HostResult;
  /** Errors of the extension host and the page, which no test saw. */
  errors: string[];
}

/** Runs the suites. @throws when they give no result */
export async function runServed(run: ServedRun): Promise<ServedResult> {
  const { installation, dataFolder, language } = run;
  const resultFile = run.env[resultFileVariable] ?? join(dataFolder, 'result.json');
  const env = { GUARD409_GREP: process.env['GUARD409_GREP'] ?? '', ...run.env, [resultFileVariable]: resultFile };
  const settingsFolder = join(dataFolder, 'data', 'Machine');
  await mkdir(settingsFolder, { recursive: true });
  await writeFile(join(settingsFolder, 'settings.json'), JSON.stringify(settings));
  const server = await startServer({ installation, dataFolder, env, trustAll: true, language });
  try {
    return run.inBrowser
      ? await inBrowser(run, server, resultFile, env.GUARD409_GREP)
      : await inServer(run, server, resultFile);
  } finally {
    await server.stop();
  }
}

async function inServer(run: ServedRun, server: RunningServer, resultFile: string): Promise<ServedResult> {
  const { folder, extension, tests } = run;
  const chromium = await ensureChromium();
  const place = folder === undefined ? {} : { folder };
  const workbench = await openWorkbench({ chromium, port: server.port, extension, tests, ...place });
  return await outcome(workbench, server, () => readResult(resultFile, timeoutMs, server.exited));
}

async function inBrowser(
  run: ServedRun,
  server: RunningServer,
  resultFile: string,
  grep: string,
): Promise<ServedResult> {
  const { installation, extension, tests } = run;
  const chromium = await ensureChromium();
  const link = await linkBelowServer(installation, extension);
  try {
    await writeFile(join(extension, grepFile), grep);
    const web = {
      link: link.name,
      extensions: ['', virtualWorkspace.extension],
      tests: relative(extension, tests),
      settings: { 'git.enabled': false },
    };
    const workbench = await openWorkbench({ chromium, port: server.port, folder: virtualWorkspace.folder, web });
    return await outcome(workbench, server, async () => {
      const result = JSON.parse(await workbench.consoleText(resultMarker, timeoutMs)) as HostResult;
      await writeResult(resultFile, result);
      return result;
    });
  } finally {
    await link.remove();
  }
}

/** Waits for the result, looks at what the console showed, and closes the window. */
async function outcome(
  workbench: Workbench,
  server: RunningServer,
  read: () => Promise<HostResult>,
): Promise<ServedResult> {
  try {
    const result = await read().catch((error: unknown) => {
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
}
