/** What a scan left out and why, in words. */
import { type Forms, plural } from '../l10n/plural.js';
import { phrases } from '../l10n/t.js';
import type { SkipReason, Skips } from './choose.js';

/** In the order in which they are told. */
const SKIPS: Readonly<Record<SkipReason, Forms>> = phrases({
  folder: ['{0} folder of dependencies, output or tools', '{0} folders of dependencies, output or tools'],
  gitignore: ['{0} file or folder that .gitignore names', '{0} files or folders that .gitignore names'],
  config: [
    '{0} file or folder that the configuration leaves out',
    '{0} files or folders that the configuration leaves out',
  ],
  setting: ['{0} file or folder that files.exclude hides', '{0} files or folders that files.exclude hides'],
  link: ['{0} symbolic link, which is not followed', '{0} symbolic links, which are not followed'],
  minified: ['{0} minified file', '{0} minified files'],
});

/** Every reason with its number, on one line; undefined if nothing was left out. */
export function skippedText({ skipped, skippedFolders }: Skips): string | undefined {
  const parts: string[] = [];
  for (const reason of Object.keys(SKIPS) as SkipReason[]) {
    const count = skipped.get(reason) ?? 0;
    if (count === 0) continue;
    const names = reason === 'folder' ? ` (${[...skippedFolders.keys()].sort().join(', ')})` : '';
    parts.push(plural(count, SKIPS[reason]) + names);
  }
  return parts.length === 0 ? undefined : parts.join('; ');
}
