/** Keeps results in step with files that are renamed, moved or deleted, by the editor or by other programs. */
import * as vscode from 'vscode';
import { languages } from '../analysis/languages/index.js';
import type { Results } from './results.js';

/** Forgets files that are gone. A renamed file is known again when it is opened or scanned under its new name. */
export function followFiles(results: Results): vscode.Disposable {
  const extensions = languages.flatMap((language) => language.extensions).map((extension) => extension.slice(1));
  // Deletions alone: what others write into a file counts when it is opened or scanned again.
  const watcher = vscode.workspace.createFileSystemWatcher(`**/*.{${extensions.join(',')}}`, true, true, false);
  return vscode.Disposable.from(
    watcher,
    watcher.onDidDelete((uri) => results.forget(uri)),
    vscode.workspace.onDidDeleteFiles(({ files }) => {
      for (const uri of files) results.forget(uri);
    }),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri } of files) results.forget(oldUri);
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() =>
      results.clearScanned((uri) => vscode.workspace.getWorkspaceFolder(uri) !== undefined),
    ),
  );
}
