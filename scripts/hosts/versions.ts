/**
 * The editors the extension is tested in. code-server is VS Code's own server and workbench as an npm package, so a test
 * host can be had wherever npm can be reached; `vscode` is the version of VS Code inside.
 */
export interface HostVersion {
  /** Version of the npm package `code-server`. */
  package: string;
  /** Version of VS Code it contains; the tests check that it is really this one. */
  vscode: string;
  /** Major version of Node its server needs. */
  node: number;
}

/** Newest first. The last one is the oldest that `engines.vscode` admits. */
export const hostVersions: readonly HostVersion[] = [
  { package: '4.139.1', vscode: '1.139.1', node: 24 },
  { package: '4.100.3', vscode: '1.100.3', node: 20 },
];

/** Version of `@sparticuz/chromium`, the browser used where the system has none. */
export const chromiumPackageVersion = '147.0.0';
