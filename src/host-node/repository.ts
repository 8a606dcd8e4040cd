/** What stands above a scan's root: the repository it belongs to and the ignore files that reach into it. */
import { existsSync, readFileSync } from 'node:fs';
import {
  chainAbove,
  EXCLUDE_FILE,
  foldersAbove,
  IGNORE_FILE,
  type IgnoreFiles,
  ignoreFiles,
} from '../walk/ignore-files.js';
import { folderOf, join } from '../walk/names.js';

/** git ignores case where the file system usually does. */
const enter = ignoreFiles(process.platform === 'win32' || process.platform === 'darwin');

/** The nearest folder at or above `folder` that has a `.git`. */
export function repositoryOf(folder: string): string | undefined {
  for (let at = folder; ; at = folderOf(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (at === folderOf(at)) return undefined;
  }
}

/** The chain of ignore files for a folder that has one of its own. */
export function enterFolder(above: IgnoreFiles | undefined, folder: string): IgnoreFiles | undefined {
  return enter(above, folder, textOf(join(folder, IGNORE_FILE)));
}

/** The ignore files of the folders above `folder`, from the repository's root on; without `folder`'s own. */
export function ignoreFilesAbove(folder: string, repository: string | undefined): IgnoreFiles | undefined {
  if (repository === undefined) return undefined;
  const exclude = textOf(join(repository, EXCLUDE_FILE));
  const above = foldersAbove(repository, folder).map((at) => ({ folder: at, text: textOf(join(at, IGNORE_FILE)) }));
  return chainAbove(enter, { repository, exclude }, above, folder);
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
