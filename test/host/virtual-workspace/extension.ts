/**
 * The workspace of the tests in a browser: an extension that provides a file system in memory, filled with the files of
 * test/host/workspace. It has the scheme that Microsoft's own runner for web extensions uses.
 */
import * as vscode from 'vscode';
import { MemoryFiles } from './memory-files.js';

/** Put in by the build: texts of the fixture workspace, by their path in it. */
declare const WORKSPACE_FILES: Record<string, string>;

export function activate(context: vscode.ExtensionContext): void {
  const files = new MemoryFiles();
  for (const [path, text] of Object.entries(WORKSPACE_FILES)) files.put(`/workspace/${path}`, text);
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider('vscode-test-web', files));
}
