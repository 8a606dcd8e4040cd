/** The outcome of a run inside the editor, and how it comes back. */

/** Names the file the tests write their result to, where they can write files. */
export const resultFileVariable = 'GUARD409_HOST_RESULT';

/** Precedes the result on the console, where that is the only way out. The result is one line of JSON. */
export const resultMarker = 'guard409 result: ';

/** File below the extension whose text narrows a run in a browser, where there are no variables. */
export const grepFile = 'dist/test/host/grep.txt';

/** One test as it ended. */
export interface TestOutcome {
  title: string;
  state: 'passed' | 'failed' | 'pending';
  ms: number;
  /** Message and stack of a failure. */
  error?: string;
  /** What failed at the first attempt, of a test that was made twice. */
  before?: string;
}

/** The whole run. */
export interface HostResult {
  /** `vscode.version`, as the extension host says. */
  vscode: string;
  /** How the extension runs: application, UI kind, remote name. */
  host: string;
  /** Folder the extension under test was loaded from. */
  extensionPath: string;
  passed: number;
  failed: number;
  tests: TestOutcome[];
}
