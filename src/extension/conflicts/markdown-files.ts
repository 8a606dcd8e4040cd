/**
 * The Markdown files of the workspace, in whatever file system it stands: the editor's own search does not reach virtual
 * ones. Links are not followed and folders that hold no writing of people are left out.
 */
import * as vscode from 'vscode';
import { isSkippedFolder } from '../../walk/skipped-folders.js';

/** Folders and files that are looked at: records stand near the top, so the nearest come first. */
const mostFolders = 3_000;
const mostFiles = 5_000;

/** The files, those of upper folders first. What cannot be read is passed over. */
export async function markdownFiles(): Promise<vscode.Uri[]> {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const files: vscode.Uri[] = [];
  for (let i = 0; i < Math.min(folders.length, mostFolders) && files.length < mostFiles; i++) {
    const folder = folders[i];
    if (!folder) break;
    const entries = await entriesOf(folder);
    const names = new Set(entries.map(([name]) => name));
    for (const [name, type] of entries) {
      const uri = vscode.Uri.joinPath(folder, name);
      if (type === vscode.FileType.File && /\.md$/i.test(name)) files.push(uri);
      else if (type === vscode.FileType.Directory && !isSkippedFolder(name, names)) folders.push(uri);
    }
  }
  return files;
}

async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
