/**
 * What the launcher runs: the part of VS Code's command line that `runTests` uses, answered by a served VS Code.
 * GUARD409_HOST_VSCODE says which of the known versions; the exit code is 0 if all tests passed.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { HostUnavailable } from '../../scripts/hosts/cache.js';
import { ensureChromium } from '../../scripts/hosts/chromium.js';
import { ensureServer } from '../../scripts/hosts/server.js';
import { hostVersions } from '../../scripts/hosts/versions.js';
import { unexpectedErrors } from './console-noise.js';
import { readResult, resultFileVariable } from './result.js';
import { startServer } from './served/server.js';
import { openWorkbench } from './served/workbench.js';

/** A run that takes longer hangs. */
const timeoutMs = 150_000;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    // The other options are for the desktop's window and mean nothing here.
    strict: false,
    allowPositionals: true,
    options: { extensionDevelopmentPath: { type: 'string' }, extensionTestsPath: { type: 'string' } },
  });
  const wanted = process.env['GUARD409_HOST_VSCODE'] ?? hostVersions[0]?.vscode;
  const version = hostVersions.find((row) => row.vscode === wanted);
  if (!version) throw new HostUnavailable(`missing: a test host with VS Code ${wanted}`);
  const [installation, chromium] = await Promise.all([ensureServer(version), ensureChromium()]);
  const scratch = await mkdtemp(join(tmpdir(), 'guard409-host-'));
  const resultFile = process.env[resultFileVariable] ?? join(scratch, 'result.json');
  const server = await startServer({
    installation,
    dataFolder: scratch,
    env: { [resultFileVariable]: resultFile, GUARD409_GREP: process.env['GUARD409_GREP'] ?? '' },
    trustAll: true,
  });
  try {
    const workbench = await openWorkbench({
      chromium,
      port: server.port,
      folder: resolve(positionals[0] ?? '.'),
      extension: String(values['extensionDevelopmentPath']),
      tests: String(values['extensionTestsPath']),
    });
    try {
      const result = await readResult(resultFile, timeoutMs, server.exited).catch((error: unknown) => {
        for (const line of workbench.consoleTail()) console.error(`console: ${line}`);
        throw error;
      });
      const seen = [...workbench.consoleErrors(), ...(await server.extensionHostErrors())];
      // The tests end in this way when some have failed, which the result says better.
      const errors = unexpectedErrors(seen).filter((line) => !/^Error: \d+ tests failed\n/.test(line));
      for (const line of errors) console.error(`unexpected error in the extension host: ${line}`);
      return result.failed === 0 && result.passed > 0 && errors.length === 0 ? 0 : 1;
    } finally {
      await workbench.close();
    }
  } finally {
    await server.stop();
    await rm(scratch, { recursive: true, force: true });
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof HostUnavailable ? error.message : error);
  process.exitCode = 1;
}
