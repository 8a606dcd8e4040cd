/**
 * The entry that the extension host in a browser's worker loads (`extensionTestsPath`). There are no files and no variables
 * there: what narrows the run is read by the editor's file system, and the result leaves by the console.
 */
import * as vscode from 'vscode';
import { watchTimers } from './leftovers.js';
import { grepFile, resultMarker } from './result.js';
import { extensionId, runSuites } from './run-suites.js';
import { webSuites } from './suites/web.js';

/** Runs every suite that can run in a browser. Rejects when a test fails. */
export async function run(): Promise<void> {
  watchTimers();
  const extension = vscode.extensions.getExtension(extensionId);
  if (!extension) throw new Error(`${extensionId} is not there`);
  const file = vscode.Uri.joinPath(extension.extensionUri, grepFile);
  const grep = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  // The file system is an extension too. Until it is there, files would open as if they were pages.
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) await vscode.workspace.fs.stat(uri);
  const result = await runSuites(webSuites, { host: 'extension host in a web worker', grep });
  console.log(`${resultMarker}${JSON.stringify(result)}`);
  if (result.failed > 0) throw new Error(`${result.failed} tests failed`);
}
