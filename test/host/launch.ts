/**
 * What the launcher runs: the part of VS Code's command line that `runTests` uses, answered by a served VS Code.
 * GUARD409_HOST_VSCODE says which of the known versions, GUARD409_HOST_KIND which of its extension hosts (`web`: the one in
 * the browser's worker; else the server's). The exit code is 0 if all tests passed.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { HostUnavailable } from '../../scripts/hosts/cache.js';
import { ensureServer } from '../../scripts/hosts/server.js';
import { hostVersions } from '../../scripts/hosts/versions.js';
import { resultFileVariable } from './result.js';
import { languageVariable } from './served/language.js';
import { runServed } from './served/run-served.js';

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
  const installation = await ensureServer(version);
  const scratch = await mkdtemp(join(tmpdir(), 'guard409-host-'));
  const resultFile = process.env[resultFileVariable];
  const language = process.env[languageVariable];
  try {
    const { result, errors } = await runServed({
      installation,
      dataFolder: scratch,
      folder: resolve(positionals[0] ?? '.'),
      extension: String(values['extensionDevelopmentPath']),
      tests: String(values['extensionTestsPath']),
      env: { ...(resultFile && { [resultFileVariable]: resultFile }), ...(language && { GUARD409_SUITES: language }) },
      inBrowser: process.env['GUARD409_HOST_KIND'] === 'web',
      language,
    });
    return result.failed === 0 && result.passed > 0 && errors.length === 0 ? 0 : 1;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof HostUnavailable ? error.message : error);
  process.exitCode = 1;
}
