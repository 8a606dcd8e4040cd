/** File globs, the only pattern language of the configuration: a glob cannot run away on a long path as a regular expression can. */
import picomatch from 'picomatch';

/** True when a path (forward slashes, relative to the folder the globs belong to) matches. */
export type PathTest = (path: string) => boolean;

/** How globs are read. */
export interface GlobOptions {
  /** Ignore case. */
  nocase?: boolean;
}

/**
 * Compiles globs with the rules people know from editor settings: `*` stays within a folder, `**` crosses folders, a
 * glob without a slash matches the name anywhere, and one that ends in a slash matches everything below.
 */
export function compileGlobs(globs: readonly string[], options: GlobOptions = {}): PathTest {
  if (globs.length === 0) return () => false;
  return picomatch(globs.map(anchored), { dot: true, nocase: options.nocase ?? false, strictSlashes: false });
}

/** The glob that means exactly one file, by its path relative to the folder the globs belong to. */
export function globOf(path: string): string {
  // A set of one sign is that sign; a backslash, the usual way, is no part of our globs.
  const literal = path.replace(/[*?{}()[!+@|]/g, (sign) => (sign === '!' ? '?' : `[${sign}]`));
  return literal.includes('/') ? literal : `/${literal}`;
}

function anchored(glob: string): string {
  const trimmed = glob.startsWith('./') ? glob.slice(2) : glob.startsWith('/') ? glob.slice(1) : glob;
  const below = trimmed.endsWith('/') ? `${trimmed}**` : trimmed;
  const isName = !glob.startsWith('/') && !below.slice(0, -3).includes('/') && !trimmed.slice(0, -1).includes('/');
  return isName && !below.startsWith('**') ? `**/${below}` : below;
}

/**
 * The path of `file` within `root`; `file` itself when it stands elsewhere. Both use forward slashes and the same form
 * (absolute or relative); an empty root is the place the paths are relative to.
 */
export function within(root: string, file: string): string {
  if (root === '') return file;
  const prefix = root.endsWith('/') ? root : `${root}/`;
  return file.startsWith(prefix) ? file.slice(prefix.length) : file;
}
