/** The editor's setting `files.exclude`: what people hide in their file tree is not scanned either. */
import picomatch from 'picomatch';
import { within } from '../analysis/globs.js';
import { nameOf } from './names.js';

/** As written: a glob, and whether it counts, or the name of a file beside it that must be there. */
export type FilesExclude = Readonly<Record<string, boolean | { when?: string }>>;

/** Whether a file or folder is hidden. `siblings` are the names beside it. */
export type Hides = (path: string, siblings: ReadonlySet<string>) => boolean;

/**
 * Compiles the setting. Its globs are relative to the workspace folder, and one without `**` matches at its root alone.
 *
 * @param root path of the workspace folder
 */
export function compileFilesExclude(setting: FilesExclude, root: string): Hides {
  const rows = Object.entries(setting).flatMap(([glob, value]) => {
    if (value === false) return [];
    const when = typeof value === 'object' ? value.when : undefined;
    return [{ matches: picomatch(glob.replace(/\/$/, ''), { dot: true, strictSlashes: false }), when }];
  });
  return (path, siblings) => {
    const relative = within(root, path);
    return rows.some(({ matches, when }) => {
      if (!matches(relative)) return false;
      return when === undefined || siblings.has(when.replaceAll('$(basename)', baseOf(nameOf(path))));
    });
  };
}

/** A name without its extension. */
function baseOf(name: string): string {
  const at = name.lastIndexOf('.');
  return at > 0 ? name.slice(0, at) : name;
}
