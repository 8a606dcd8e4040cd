/** What stands above a scan's root: the repository it belongs to and the ignore files that reach into it. */
import { existsSync } from 'node:fs';
import { IgnoreFiles } from './ignore-files.js';
import { folderOf, join } from './paths.js';

/** The nearest folder at or above `folder` that has a `.git`. */
export function repositoryOf(folder: string): string | undefined {
  for (let at = folder; ; at = folderOf(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (at === folderOf(at)) return undefined;
  }
}

/**
 * The ignore files of the folders above `folder`, from the repository's root on; without `folder`'s own. A root that
 * is ignored itself was named on purpose: then none of them counts.
 */
export function ignoreFilesAbove(folder: string, repository: string | undefined): IgnoreFiles | undefined {
  if (repository === undefined) return undefined;
  let chain = IgnoreFiles.enter(undefined, repository, '.git/info/exclude');
  if (folder === repository) return chain;
  const parts = folder.slice(repository.endsWith('/') ? repository.length : repository.length + 1).split('/');
  let at = repository;
  for (const part of parts) {
    chain = IgnoreFiles.enter(chain, at);
    at = join(at, part);
    if (chain?.ignoresFolder(at)) return undefined;
  }
  return chain;
}
