/** Finds the source files of a workspace folder in whatever file system it stands. Reads folders only. */
import * as vscode from 'vscode';
import { languageOf } from '../../analysis/languages/index.js';
import { choose, count, type Entry, type PathRules, type Skips } from '../../walk/choose.js';
import {
  chainAbove,
  type EnterFolder,
  EXCLUDE_FILE,
  foldersAbove,
  IGNORE_FILE,
  type IgnoreFiles,
} from '../../walk/ignore-files.js';
import { folderOf, join } from '../../walk/names.js';

export interface FindOptions {
  folder: vscode.Uri;
  rules: PathRules;
  enter: EnterFolder;
  skips: Skips;
  /** Is told of folders that cannot be read. */
  unreadable: (uri: vscode.Uri, error: unknown) => void;
}

/** A source file, by the engine's id of its language. */
export interface FoundFile {
  uri: vscode.Uri;
  language: string;
}

/** The source files of a folder, in the order of their names. Links are not followed, so it ends whatever leads where. */
export async function* workspaceFiles({
  folder,
  rules,
  enter,
  skips,
  unreadable,
}: FindOptions): AsyncGenerator<FoundFile> {
  const at = (path: string) => folder.with({ path });
  const stack = [{ path: folder.path, ignores: await ignoresAbove(folder, enter) }];
  for (let here = stack.pop(); here !== undefined; here = stack.pop()) {
    const { path } = here;
    let entries: Entry[];
    try {
      entries = (await vscode.workspace.fs.readDirectory(at(path)))
        .map(([name, type]) => ({ name, kind: kindOf(type) }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      unreadable(at(path), error);
      continue;
    }
    const own = entries.some(({ name }) => name === IGNORE_FILE)
      ? await textOf(at(join(path, IGNORE_FILE)))
      : undefined;
    const ignores = enter(here.ignores, path, own);
    const chosen = choose({ path, ignores, rules }, entries, (name) => languageOf(name)?.id, skips);
    for (const { isSource } of chosen.links) if (isSource) count(skips.skipped, 'link');
    for (const below of chosen.folders.reverse()) stack.push({ path: below, ignores });
    for (const { path: file, language } of chosen.files) yield { uri: at(file), language };
  }
}

function kindOf(type: vscode.FileType): Entry['kind'] {
  if (type & vscode.FileType.SymbolicLink) return 'link';
  if (type & vscode.FileType.Directory) return 'folder';
  return type & vscode.FileType.File ? 'file' : 'other';
}

/** The ignore files above a workspace folder that is a part of a repository. */
async function ignoresAbove(folder: vscode.Uri, enter: EnterFolder): Promise<IgnoreFiles | undefined> {
  const at = (path: string) => folder.with({ path });
  let repository = folder.path;
  while (!(await exists(at(join(repository, '.git'))))) {
    if (folderOf(repository) === repository) return undefined;
    repository = folderOf(repository);
  }
  const exclude = await textOf(at(join(repository, EXCLUDE_FILE)));
  const above = await Promise.all(
    foldersAbove(repository, folder.path).map(async (path) => ({
      folder: path,
      text: await textOf(at(join(path, IGNORE_FILE))),
    })),
  );
  return chainAbove(enter, { repository, exclude }, above, folder.path);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
