/**
 * Files that give modules other names than their paths (`"@/*": ["./src/*"]`), as far as they stand in the folders above
 * the importing file. Which files these are is a trait of the language.
 *
 * Source for the form: "paths", "baseUrl" and "extends" of https://www.typescriptlang.org/tsconfig
 */
import { parse } from 'jsonc-parser';

/** Folders above a file that are looked into. */
const MAX_LEVELS = 8;
/** How often a file may refer to another one it extends. */
const MAX_EXTENDS = 3;
/** Files that hold other people's packages say nothing of the project. */
const PACKAGES = /(?:^|\/)node_modules(?:\/|$)/;

/** Names of modules as one file maps them: the first pattern that fits decides. */
interface ModuleMap {
  /** Before and after the star; without a star the whole name. */
  patterns: { before: string; after: string | undefined; targets: string[] }[];
  /** Folder that names of modules begin in as well. */
  base: string | undefined;
}

/** Gives the text of a file; undefined if there is none, or it is not there yet. */
type ReadText = (path: string) => string | undefined;

const parsed = new Map<string, { text: string; value: unknown }>();

/**
 * Paths, without an extension, that a module's name may stand for.
 *
 * @param from path of the importing file
 * @param module name of the module, not relative
 * @param files names of the files that map modules, by the language
 * @returns the paths by the nearest folder that maps the name; empty if none does
 */
export function mappedPaths(from: string, module: string, files: readonly string[], read: ReadText): string[] {
  const folders = foldersAbove(from);
  // All are asked for before any answer counts, so that texts which come later are waited for once.
  for (const folder of folders) for (const file of files) read(folder + file);
  for (const folder of folders)
    for (const file of files) {
      const map = mapOf(folder + file, read, 0);
      const paths = map ? pathsIn(map, module) : [];
      if (paths.length > 0) return paths;
    }
  return [];
}

function foldersAbove(path: string): string[] {
  const out: string[] = [];
  let end = path.lastIndexOf('/');
  while (end >= 0 && out.length < MAX_LEVELS) {
    out.push(path.slice(0, end + 1));
    end = end === 0 ? -1 : path.lastIndexOf('/', end - 1);
  }
  if (out.length < MAX_LEVELS && !path.startsWith('/')) out.push('');
  return out;
}

function pathsIn({ patterns, base }: ModuleMap, module: string): string[] {
  for (const { before, after, targets } of patterns) {
    if (after === undefined) {
      if (module === before) return targets;
      continue;
    }
    if (!module.startsWith(before) || !module.endsWith(after) || module.length < before.length + after.length) continue;
    const star = module.slice(before.length, module.length - after.length);
    return targets.map((target) => target.replace('*', () => star));
  }
  // Names of one word and scopes are packages as good as always.
  return base !== undefined && module.includes('/') && !module.startsWith('@') ? [join(base, module)] : [];
}

function mapOf(path: string, read: ReadText, depth: number): ModuleMap | undefined {
  const text = read(path);
  if (text === undefined) return undefined;
  const config = recordOf(parsedOf(path, text));
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const options = recordOf(config['compilerOptions']);
  const own = ownMap(folder, options);
  if (own.patterns.length > 0 && own.base !== undefined) return own;
  const [inherited] =
    depth < MAX_EXTENDS
      ? textsOf(config['extends'])
          .filter((other) => other.startsWith('.'))
          .map((other) => mapOf(withEnding(join(folder, other)), read, depth + 1))
          .filter((map) => map !== undefined)
      : [];
  return {
    patterns: own.patterns.length > 0 ? own.patterns : (inherited?.patterns ?? []),
    base: own.base ?? inherited?.base,
  };
}

function ownMap(folder: string, options: Record<string, unknown>): ModuleMap {
  const baseUrl = options['baseUrl'];
  const base = typeof baseUrl === 'string' ? join(folder, baseUrl) : undefined;
  const patterns = Object.entries(recordOf(options['paths'])).map(([pattern, targets]) => {
    const [before = '', after] = pattern.split('*');
    const paths = textsOf(targets).map((target) => join(base ?? folder, target));
    return { before, after, targets: paths.filter((target) => !PACKAGES.test(target)) };
  });
  // The longest beginning fits best.
  patterns.sort((a, b) => b.before.length - a.before.length);
  return { patterns, base };
}

function parsedOf(path: string, text: string): unknown {
  const known = parsed.get(path);
  if (known?.text === text) return known.value;
  const value: unknown = parse(text, [], { allowTrailingComma: true });
  if (parsed.size > 500) parsed.clear();
  parsed.set(path, { text, value });
  return value;
}

const withEnding = (path: string): string => (path.endsWith('.json') ? path : `${path}.json`);

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function textsOf(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((item) => typeof item === 'string');
}

/** Joins a folder and a path below or beside it. */
function join(folder: string, path: string): string {
  if (path.startsWith('/')) return path;
  const parts = folder.split('/').filter((part, i) => part !== '' || i === 0);
  if (folder === '') parts.pop();
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}
