/** Runs tests beside the extension as a user gets it: packed as a VSIX, and installed into a served VS Code. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureServer } from '../../scripts/hosts/server.js';
import type { HostVersion } from '../../scripts/hosts/versions.js';
import { largestBytes, packExtension, stageExtension } from '../../scripts/lib/package.js';
import type { TestOutcome } from './result.js';
import { runServed, type ServedResult } from './served/run-served.js';
import { walkthroughFaults } from './walkthrough.js';

/**
 * Packs the extension once for all versions.
 *
 * @param target the VSIX to write
 * @returns one test for what is in the package, and one for its size
 */
export async function packAndCheck(root: string, target: string): Promise<TestOutcome[]> {
  const begun = Date.now();
  const { bytes, files } = await packExtension(root, target);
  const listed = (await readFile(join(root, 'test', 'data', 'packed-files.txt'), 'utf8')).trim().split('\n');
  const differences = [
    ...files.filter((file) => !listed.includes(file)).map((file) => `not listed: ${file}`),
    ...listed.filter((file) => !files.includes(file)).map((file) => `not packed: ${file}`),
  ];
  const size = `the package is below ${largestBytes} bytes (${bytes})`;
  return [
    outcome('the package holds the listed files (else run `npm run package -- --list`)', differences, begun),
    outcome(size, bytes < largestBytes ? [] : [size], begun),
  ];
}

function outcome(title: string, faults: readonly string[], begun: number): TestOutcome {
  const result = { title, ms: Date.now() - begun };
  return faults.length === 0
    ? { ...result, state: 'passed' }
    : { ...result, state: 'failed', error: faults.join('\n') };
}

/**
 * Installs a package with the server's own command line, runs the suites that are for it in a window without a folder, and
 * goes through its walkthrough.
 */
export async function runPacked(root: string, vsix: string, version: HostVersion): Promise<ServedResult> {
  const installation = await ensureServer(version);
  const dataFolder = await mkdtemp(join(tmpdir(), 'guard409-packed-'));
  try {
    const options = ['--server-data-dir', dataFolder, '--accept-server-license-terms', '--install-extension', vsix];
    await promisify(execFile)(installation.node, [installation.main, ...options], {
      env: { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' },
    });
    const { result, errors } = await runServed({
      installation,
      dataFolder,
      extension: join(root, 'test', 'host', 'probe'),
      tests: join(root, 'dist', 'test', 'host', 'index.cjs'),
      env: { GUARD409_SUITES: 'packed', GUARD409_FIXTURES: join(root, 'test', 'host', 'workspace') },
    });
    const begun = Date.now();
    const faults = await walkthroughFaults(root, installation, dataFolder);
    const walkthrough = outcome('the walkthrough shows every step with its picture', faults, begun);
    const tests = [...result.tests, walkthrough];
    const passed = tests.filter(({ state }) => state === 'passed').length;
    const failed = tests.filter(({ state }) => state === 'failed').length;
    return { result: { ...result, tests, passed, failed }, errors };
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}

/** The suite that says whether the package's entry for browsers is found, loaded and at work. */
const inBrowser = 'in a browser';

/**
 * Runs some suites beside the package in the browser's extension host, where an extension is loaded file by file from the
 * address it is published under.
 */
export async function runPackedInBrowser(root: string, version: HostVersion): Promise<ServedResult> {
  const installation = await ensureServer(version);
  const scratch = await mkdtemp(join(tmpdir(), 'guard409-packed-web-'));
  try {
    const extension = join(scratch, 'extension');
    await stageExtension(root, extension);
    const tests = join('dist', 'test', 'host');
    await cp(join(root, tests), join(extension, tests), { recursive: true });
    return await runServed({
      installation,
      dataFolder: join(scratch, 'data'),
      extension,
      tests: join(extension, tests, 'index-web.cjs'),
      env: { GUARD409_GREP: process.env['GUARD409_GREP'] ?? inBrowser },
      inBrowser: true,
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
