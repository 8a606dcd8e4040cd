/**
 * `npm run test:host`: runs the suites of this folder in real editors, one after another.
 *
 * Without options: the served versions of scripts/hosts/versions.ts. With `--desktop [VERSION]`: a desktop VS Code, either
 * the executable named by VSCODE_EXECUTABLE or a download of @vscode/test-electron. `--json FILE` writes the counts.
 * After the served versions the packed extension is installed into each of them and tested as installed.
 * GUARD409_ONLY narrows the run to one served version, GUARD409_KIND to the hosts whose name holds a text (`browser`,
 * `activation`, `explainer in use`, or `package` for the packed extension), GUARD409_GREP to the tests whose title holds a text.
 * The newest version runs once more with German as its display language (GUARD409_KIND=German).
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { type HostVersion, hostVersions } from '../../scripts/hosts/versions.js';
import { activationTest } from './activation-times.js';
import { commandTests } from './commands-page.js';
import { looks } from './looks.js';
import { packAndCheck, runPacked, runPackedInBrowser } from './packed.js';
import { panelTests } from './panel-page.js';
import { panelTimesTest } from './panel-times.js';
import { type HostResult, resultFileVariable, type TestOutcome } from './result.js';
import { languageVariable } from './served/language.js';

const root = resolve(import.meta.dirname, '..', '..');
const workspace = join(root, 'test', 'host', 'workspace');

/** An editor to run in. */
interface Target {
  name: string;
  /** Version that the editor must report; unknown for a named executable. */
  vscode?: string;
  /** Executable; without it `version` is downloaded. */
  executable?: string;
  version?: string;
  /** Bundle of the tests, below dist/test/host. */
  tests: string;
  /** Folder or workspace file to open. */
  open?: string;
  env?: Record<string, string>;
}

/** The extension hosts of a served version. */
const hostKinds = [
  { kind: 'server', name: "extension host of VS Code's server", tests: 'index.cjs' },
  { kind: 'web', name: 'extension host in the browser', tests: 'index-web.cjs' },
] as const;

/** Takes too long to be run in every version. */
const memoryRun = { ...hostKinds[0], name: 'files opened and closed', suites: 'memory' };

/** What becomes of files and notebooks over time; apart from the others, so that each run stays short. */
const filesRun = { ...hostKinds[0], name: 'files over time', suites: 'files' };

/** A window with several folders; what is tested there does not depend on the host. */
const rootsRun = {
  ...hostKinds[0],
  name: 'several folders',
  suites: 'roots',
  open: join(root, 'test', 'host', 'roots', 'roots.code-workspace'),
};

interface Run {
  kind: string;
  name: string;
  tests: string;
  suites?: string;
  open?: string;
}

function served(vscode: string, { kind, name, tests, suites, open }: Run): Target {
  return {
    name: `VS Code ${vscode}, ${name}`,
    vscode,
    executable: join(root, 'test', 'host', 'launcher.sh'),
    tests,
    ...(open ? { open } : {}),
    env: {
      GUARD409_HOST_VSCODE: vscode,
      GUARD409_HOST_KIND: kind,
      ...(suites ? { GUARD409_SUITES: suites } : {}),
      ...passedOn(),
    },
  };
}

function targets(args: readonly string[]): Target[] {
  if (!args.includes('--desktop')) {
    const english = servedVersions().flatMap(({ vscode }, index) =>
      [...hostKinds, ...(index === 0 ? [memoryRun] : []), filesRun, rootsRun].map((kind) => served(vscode, kind)),
    );
    return [...english, ...inGerman()].filter(({ name }) => isWanted(name));
  }
  const executable = process.env['VSCODE_EXECUTABLE'];
  const { tests } = hostKinds[0];
  if (executable) return [{ name: `desktop VS Code at ${executable}`, executable, tests }];
  const version = args.find((arg) => /^\d/.test(arg)) ?? 'stable';
  return [{ name: `desktop VS Code ${version}`, version, tests }];
}

/** Whether hosts of this name are to run. */
function isWanted(name: string): boolean {
  return name.includes(process.env['GUARD409_KIND'] ?? '');
}

/** The newest of the served versions in German: the tests about the language alone. */
function inGerman(): Target[] {
  const newest = servedVersions()[0];
  // A title that the run is narrowed to is one of the other tests.
  if (!newest || newest !== hostVersions[0] || process.env['GUARD409_GREP'] !== undefined) return [];
  const target = served(newest.vscode, hostKinds[0]);
  return [{ ...target, name: `${target.name}, in German`, env: { ...target.env, [languageVariable]: 'de' } }];
}

function servedVersions(): HostVersion[] {
  const only = process.env['GUARD409_ONLY'];
  return hostVersions.filter((row) => only === undefined || row.vscode === only);
}

/** What narrows the run inside the editor. */
function passedOn(): Record<string, string> {
  const grep = process.env['GUARD409_GREP'];
  return grep === undefined ? {} : { GUARD409_GREP: grep };
}

interface Counts {
  passed: number;
  failed: number;
}

/** Runs once more what failed: on a busy machine an editor's window now and then does not come up, or loses its page. */
async function twice(run: () => Promise<Counts>): Promise<Counts> {
  const first = await run();
  if (first.failed === 0) return first;
  console.log('  once more:');
  return run();
}

/** Runs all suites in one editor and reports them; once more where no test failed, but the editor. */
async function runIn(target: Target): Promise<Counts> {
  const { counts, outside } = await attemptIn(target);
  if (!outside) return counts;
  console.log('  once more:');
  return (await attemptIn(target)).counts;
}

/** Returns what went well and what did not, and whether all that failed was outside the tests. */
async function attemptIn(target: Target): Promise<{ counts: Counts; outside: boolean }> {
  const scratch = await mkdtemp(join(tmpdir(), 'guard409-run-'));
  const resultFile = join(scratch, 'result.json');
  let failure: unknown;
  try {
    console.log(`\n${target.name}`);
    await runTests({
      ...(target.executable ? { vscodeExecutablePath: target.executable } : {}),
      ...(target.version ? { version: target.version } : {}),
      extensionDevelopmentPath: root,
      extensionTestsPath: join(root, 'dist', 'test', 'host', target.tests),
      launchArgs: [target.open ?? workspace],
      extensionTestsEnv: { ...target.env, [resultFileVariable]: resultFile },
    });
  } catch (error) {
    failure = error;
  }
  const result = await readFile(resultFile, 'utf8').then(
    (text) => JSON.parse(text) as HostResult,
    () => undefined,
  );
  await rm(scratch, { recursive: true, force: true });
  if (!result) {
    console.error(`  no result: ${failure instanceof Error ? failure.message : String(failure)}`);
    return { counts: { passed: 0, failed: 1 }, outside: true };
  }
  report(result);
  const wrongVersion = target.vscode !== undefined && result.vscode !== target.vscode;
  if (wrongVersion) console.error(`  failed: this is VS Code ${result.vscode}, not ${target.vscode}`);
  // The editor's own exit code counts too: it says that the console showed errors which no test saw.
  const outside = wrongVersion || (failure !== undefined && result.failed === 0);
  return { counts: { passed: result.passed, failed: result.failed + (outside ? 1 : 0) }, outside };
}

function report(result: HostResult): void {
  console.log(`  vscode.version: ${result.vscode}`);
  console.log(`  host: ${result.host}`);
  console.log(`  extension: ${result.extensionPath}`);
  for (const test of result.tests) reportTest(test);
}

function reportTest(test: TestOutcome): void {
  console.log(`  ${test.state === 'passed' ? 'ok' : test.state} - ${test.title} (${test.ms} ms)`);
  if (test.error) console.log(test.error.replace(/^/gm, '      '));
  if (test.before) console.log(`      at the first attempt: ${test.before}`.replace(/\n/g, '\n      '));
}

/** Packs the extension, and tests the package where it is installed. Returns the counts of each part. */
async function runAllPacked(): Promise<Counts[]> {
  const scratch = await mkdtemp(join(tmpdir(), 'guard409-vsix-'));
  const vsix = join(scratch, 'guard409.vsix');
  try {
    console.log('\nThe package');
    const checks = await packAndCheck(root, vsix);
    for (const check of checks) reportTest(check);
    const passed = checks.filter((check) => check.state === 'passed').length;
    const counts = [{ passed, failed: checks.length - passed }];
    for (const version of servedVersions())
      for (const { where, run } of [
        { where: `installed into VS Code ${version.vscode}`, run: () => runPacked(root, vsix, version) },
        { where: `in a browser, VS Code ${version.vscode}`, run: () => runPackedInBrowser(root, version) },
      ]) {
        console.log(`\nThe package, ${where}`);
        counts.push(
          await twice(async () => {
            const { result, errors } = await run();
            report(result);
            return { passed: result.passed, failed: result.failed + (errors.length > 0 ? 1 : 0) };
          }),
        );
      }
    return counts;
  } catch (error) {
    console.error(`  no result: ${error instanceof Error ? error.message : String(error)}`);
    return [{ passed: 0, failed: 1 }];
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Tests of the newest version from outside the editor: by the word that GUARD409_KIND narrows to. */
const outside: readonly {
  kind: string;
  title: string;
  onlyByName?: true;
  tests(root: string, version: HostVersion): Promise<TestOutcome[]>;
}[] = [
  // Where marks are drawn, and whether everybody can read what is ours.
  { kind: 'looks', title: 'Looks of', tests: looks },
  {
    kind: 'activation',
    title: 'Activation in',
    tests: async (folder, version) => [await activationTest(folder, version)],
  },
  {
    // Too near its limit for a machine that others share: run on a quiet one, by its name.
    kind: 'opening the explainer',
    title: 'Opening the explainer in',
    onlyByName: true,
    tests: async (folder, version) => [await panelTimesTest(folder, version)],
  },
  { kind: 'commands in use', title: 'The commands in use in', tests: commandTests },
  { kind: 'explainer in use', title: 'The explainer in use in', tests: panelTests },
];

async function runOutside({ title, tests }: (typeof outside)[number]): Promise<Counts> {
  const [version] = servedVersions();
  if (!version) return { passed: 0, failed: 0 };
  console.log(`\n${title} VS Code ${version.vscode}`);
  try {
    const outcomes = await tests(root, version);
    for (const test of outcomes) reportTest(test);
    const passed = outcomes.filter(({ state }) => state === 'passed').length;
    return { passed, failed: outcomes.length - passed };
  } catch (error) {
    console.error(`  no result: ${error instanceof Error ? error.message : String(error)}`);
    return { passed: 0, failed: 1 };
  }
}

const total = { passed: 0, failed: 0 };
const add = ({ passed, failed }: Counts) => {
  total.passed += passed;
  total.failed += failed;
};
const args = process.argv.slice(2);
for (const target of targets(args)) add(await runIn(target));
if (!args.includes('--desktop')) {
  for (const row of outside)
    if (isWanted(row.kind) && (!row.onlyByName || process.env['GUARD409_KIND']))
      add(await twice(() => runOutside(row)));
  if (isWanted('package')) for (const counts of await runAllPacked()) add(counts);
}
const json = process.argv.indexOf('--json');
if (json > 0) await writeFile(process.argv[json + 1] ?? '', JSON.stringify(total));
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
