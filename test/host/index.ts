/**
 * The entry that the extension host loads (`extensionTestsPath`), in the desktop as well as in the served VS Code.
 * Bundled to dist/test/host/index.cjs.
 */
import Mocha from 'mocha';
import * as vscode from 'vscode';
import { type HostResult, resultFileVariable, type TestOutcome, writeResult } from './result.js';
import { suites } from './suites/index.js';

/** Id of the extension under test. */
const extensionId = 'guard409.guard409';

/** Time for all suites together. */
const budgetMs = 100_000;

/** Runs every suite. Rejects when a test fails, as the desktop expects. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: Mocha.reporters.Base });
  const grep = process.env['GUARD409_GREP'];
  if (grep) mocha.fgrep(grep);
  mocha.suite.emit('pre-require', globalThis as unknown as Mocha.MochaGlobals, '', mocha);
  for (const define of suites[process.env['GUARD409_SUITES'] ?? 'all'] ?? []) define();
  const tests = await new Promise<TestOutcome[]>((resolve) => {
    const outcomes: TestOutcome[] = [];
    const runner = mocha.run(() => {
      clearTimeout(limit);
      resolve(outcomes);
    });
    // Better the results so far than none: whoever waits for them gives up a little later.
    const limit = setTimeout(() => runner.abort(), budgetMs);
    runner.on('test', (test) => console.log(`begins: ${test.fullTitle()}`));
    runner.on('test end', (test) => {
      const outcome = outcomeOf(test);
      console.log(`${outcome.state} after ${outcome.ms} ms ${outcome.error ?? ''}`);
      outcomes.push(outcome);
    });
    runner.on('fail', (test, error: Error) => {
      // A hook that fails has no "test end".
      const kind: string = test.type;
      if (kind === 'hook') outcomes.push({ ...outcomeOf(test), state: 'failed', error: error.stack ?? error.message });
    });
  });
  const extension = vscode.extensions.getExtension(extensionId);
  const result: HostResult = {
    vscode: vscode.version,
    host: describeHost(extension),
    extensionPath: extension?.extensionUri.fsPath ?? 'not loaded',
    passed: tests.filter((test) => test.state === 'passed').length,
    failed: tests.filter((test) => test.state === 'failed').length,
    tests,
  };
  const file = process.env[resultFileVariable];
  if (file) await writeResult(file, result);
  if (result.failed > 0) throw new Error(`${result.failed} tests failed`);
}

/** Which application this is, where its window runs, and in which process the extension. */
function describeHost(extension: vscode.Extension<unknown> | undefined): string {
  const { appName, uiKind, remoteName } = vscode.env;
  const window = uiKind === vscode.UIKind.Web ? 'window in a browser' : 'desktop window';
  const kind = extension?.extensionKind === vscode.ExtensionKind.UI ? 'local' : remoteName ? 'remote' : 'workspace';
  return `${appName}, ${window}, ${kind} extension host on Node ${process.versions.node}`;
}

function outcomeOf(test: Mocha.Test | Mocha.Hook): TestOutcome {
  const state = test.state === 'passed' || test.state === 'failed' ? test.state : 'pending';
  const error = (test as Mocha.Test).err;
  return {
    title: test.fullTitle(),
    state,
    ms: test.duration ?? 0,
    ...(error ? { error: error.stack ?? error.message } : {}),
  };
}
