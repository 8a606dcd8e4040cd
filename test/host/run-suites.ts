/** Runs suites inside an extension host, of whatever kind. */
import Mocha from 'mocha';
import * as vscode from 'vscode';
import type { HostResult, TestOutcome } from './result.js';

/** Id of the extension under test. */
export const extensionId = 'guard409.guard409';

/** Time for all suites together. */
const budgetMs = 310_000;

/**
 * Runs suites one after another.
 *
 * @param options.host what this extension host is
 * @param options.grep only tests whose title holds this text
 */
export async function runSuites(
  suites: readonly (() => void)[],
  options: { host: string; grep: string },
): Promise<HostResult> {
  // On a busy machine a command of the editor itself now and then never ends. What is wrong with the extension fails twice.
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, retries: 1, reporter: Mocha.reporters.Base });
  if (options.grep) mocha.fgrep(options.grep);
  mocha.suite.emit('pre-require', globalThis as unknown as Mocha.MochaGlobals, '', mocha);
  for (const define of suites) define();
  const tests = await new Promise<TestOutcome[]>((resolve) => {
    const outcomes: TestOutcome[] = [];
    const runner = mocha.run(() => {
      clearTimeout(limit);
      resolve(outcomes);
    });
    // Better the results so far than none: whoever waits for them gives up a little later. What did not run did not pass.
    const limit = setTimeout(() => {
      const error = `The suites together took longer than ${budgetMs / 1000} s.`;
      outcomes.push({ title: 'all suites have run', state: 'failed', ms: budgetMs, error });
      runner.abort();
    }, budgetMs);
    runner.on('test', (test) => console.log(`begins: ${test.fullTitle()}`));
    const before = new Map<string, string>();
    runner.on('retry', (test, error: Error) => {
      before.set(test.fullTitle(), error.stack ?? error.message);
      console.log(`once more: ${test.fullTitle()} ${error.message}`);
    });
    runner.on('test end', (test) => {
      const outcome = { ...outcomeOf(test), ...firstOf(before.get(test.fullTitle())) };
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
  const { scheme } = extension?.extensionUri ?? {};
  return {
    vscode: vscode.version,
    host: `${describeWindow(extension)} ${options.host}`,
    extensionPath:
      (scheme === 'file' ? extension?.extensionPath : extension?.extensionUri.toString(true)) ?? 'not loaded',
    passed: tests.filter((test) => test.state === 'passed').length,
    failed: tests.filter((test) => test.state === 'failed').length,
    tests,
  };
}

/** Which application this is, where its window runs, and on which side of it the extension. */
function describeWindow(extension: vscode.Extension<unknown> | undefined): string {
  const { appName, uiKind, remoteName } = vscode.env;
  const window = uiKind === vscode.UIKind.Web ? 'window in a browser' : 'desktop window';
  const kind = extension?.extensionKind === vscode.ExtensionKind.UI ? 'local' : remoteName ? 'remote' : 'workspace';
  return `${appName}, ${window}, ${kind}`;
}

const firstOf = (before: string | undefined): Pick<TestOutcome, 'before'> => (before ? { before } : {});

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
