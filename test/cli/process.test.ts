/** The command line as a process: exit codes, pipes and workers. The engine is the fake one; workers run from a bundle. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { scan } from '../../src/host-node/scan.js';
import { fakeAnalyser } from './fake-analyser.js';
import { fakeDependencies } from './fake-dependencies.js';
import { folder, removeFolders, scanJson } from './run-cli.js';

const here = fileURLToPath(new URL('.', import.meta.url));
/** The loader, by its address: the process runs in a folder from which it cannot be found by name. */
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const main = join(here, 'fake-main.ts');
const RULE = 'graph/group-exists';
/** Enough text that workers are started. */
const FILLER = `${'x'.repeat(8000)}\n`;

function start(cwd: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['--import', tsx, main, ...args], { cwd, stdio: 'pipe' });
}

async function end(child: ChildProcess): Promise<{ code: number | null; stdout: string; stderr: string }> {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (data) => {
    stdout += data;
  });
  child.stderr?.on('data', (data) => {
    stderr += data;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stdout, stderr };
}

describe('the process', () => {
  afterEach(removeFolders);

  it('ends with the exit code after all output was written', async () => {
    const at = folder({ 'a.ts': `conflict ${RULE}\n`.repeat(3000), 'sub/clean.ts': '' });
    const found = await end(start(at.path, ['scan', '--format', 'json']));
    assert.equal(found.code, 1);
    assert.equal(JSON.parse(found.stdout).findings.length, 3000);
    assert.equal((await end(start(at.path, ['scan', 'sub']))).code, 0);
    const misuse = await end(start(at.path, ['scan', 'nowhere']));
    assert.deepEqual([misuse.code, misuse.stderr], [2, 'error: nowhere does not exist\n']);
  });

  it('ends quietly when the reader closes early', async () => {
    const at = folder({ 'a.ts': `conflict ${RULE}\n`.repeat(5000) });
    const child = start(at.path, ['scan', '--format', 'json']);
    child.stdout?.once('data', () => child.stdout?.destroy());
    const { stderr } = await end(child);
    assert.equal(stderr, '');
  });
});

describe('workers', () => {
  // Beside the sources, so that the bundle finds the packages.
  const bundle = join(here, `fake-worker.${process.pid}.mjs`);
  const workerUrl = pathToFileURL(bundle);

  before(async () => {
    await build({
      entryPoints: [join(here, 'fake-worker.ts')],
      outfile: bundle,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'silent',
    });
  });
  after(() => rmSync(bundle, { force: true }));
  afterEach(removeFolders);

  const many = (extra: Record<string, string> = {}) => {
    const files = Object.fromEntries(
      Array.from({ length: 120 }, (_, i) => [`f${i}.ts`, `${FILLER}import 'f0.ts'\nconflict ${RULE}\n`]),
    );
    return folder({ ...files, ...extra });
  };
  const options = { dependencies: fakeDependencies(workerUrl) };

  it('give the same result as one thread', async () => {
    const at = many({ '.guard409.jsonc': '{ "severities": { "*": "error" } }', 'sub/a.ts': `conflict ${RULE}\n` });
    const several = await scanJson(at.path, ['--jobs', '3', '--sites'], options);
    const one = await scanJson(at.path, ['--jobs', '1', '--sites'], options);
    assert.equal(several.json.findings.length, 121);
    assert.deepEqual({ ...several.json, stats: {} }, { ...one.json, stats: {} });
    assert.equal(several.json.findings[0]?.['severity'], 'error');
  });

  it('are started for much text only, and never more than asked for', async () => {
    const at = many({ 'small/a.ts': `conflict ${RULE}\n` });
    const threads = async (path: string, jobs: number) =>
      (await scan({ cwd: at.path, paths: [path], analyser: fakeAnalyser(), rules: [], jobs, workerUrl })).stats.threads;
    assert.equal(await threads('small', 4), 1);
    assert.equal(await threads('.', 1), 1);
    assert.equal(await threads('.', 3), 3);
  });

  it('make a problem of a file on which the engine throws, and go on', async () => {
    const at = many({ 'engine.ts': `${FILLER}engine throws\n` });
    const { json } = await scanJson(at.path, ['--jobs', '2'], options);
    assert.equal(json.findings.length, 120);
    assert.deepEqual(json.problems, [{ file: 'engine.ts', message: 'could not be analysed: the engine failed' }]);
  });

  /** Text so long that this thread leaves the file to a worker. */
  const LONG = FILLER.repeat(Math.ceil(100_001 / FILLER.length));

  /** Scans 80 files with workers that do as the texts say. */
  const withDying = (text: (index: number) => string) => {
    const names = Array.from({ length: 80 }, (_, i) => `f${String(i).padStart(2, '0')}.ts`);
    const at = folder(Object.fromEntries(names.map((name, i) => [name, `${LONG}${text(i)} conflict ${RULE}\n`])));
    const workerUrl = pathToFileURL(join(here, 'dying-worker.mjs'));
    return scan({
      cwd: at.path,
      paths: ['.'],
      analyser: fakeAnalyser(),
      rules: [],
      jobs: 2,
      workerUrl,
      silentMs: 1500,
    });
  };

  it('survive the end of a worker: its file is a problem, and its other files are judged', async () => {
    const result = await withDying(() => 'exit');
    // A worker judges one file and is lost with the next. Two are started, since this thread may take none of these files;
    // after 16 others the rest is judged on this thread.
    assert.equal(result.problems.length, 18);
    for (const { message } of result.problems) assert.equal(message, 'could not be analysed: the worker ended');
    assert.equal(result.files.length, 80 - 18);
  });

  it('are ended when they hang, and the file is a problem', async () => {
    const result = await withDying((index) => (index === 5 ? 'hang' : ''));
    assert.deepEqual(
      result.problems.map(({ file, message }) => [file.slice(-6), message]),
      [['f05.ts', 'skipped: takes too long']],
    );
    assert.equal(result.files.length, 79);
  });

  it('are done without when they cannot be started', async () => {
    const at = many();
    const result = await scan({
      cwd: at.path,
      paths: ['.'],
      analyser: fakeAnalyser(),
      rules: [],
      jobs: 2,
      workerUrl: pathToFileURL(join(here, 'no-such-worker.mjs')),
    });
    assert.deepEqual(result.problems, []);
    assert.equal(result.files.length, 120);
  });
});
