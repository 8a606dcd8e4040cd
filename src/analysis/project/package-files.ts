/** The files of a folder that share their names: which of them declares one, found by their texts before any is parsed. */
import type { BoundFile } from '../bind/file.js';
import type { PackageTraits } from '../languages/language.js';

/** Files of a folder that are looked into, and their characters in all. */
const MAX_FILES = 40;
const MAX_CHARS = 1_000_000;
/** Texts whose names are kept. */
const MAX_KEPT = 500;

/** Names, one a line, of the files in a folder (its path ends in a slash), or the text of a file; undefined if not (yet) there. */
type ReadText = (path: string) => string | undefined;

/**
 * The path of the file beside another one that declares a name at its top, or as `Type.name` a method of a type.
 *
 * @param read asked for every file before any answer counts, so that texts which come later are waited for once
 */
export function fileBeside(from: BoundFile, traits: PackageTraits, name: string, read: ReadText): string | undefined {
  const paths = pathsBeside(from.path, traits, read(folderOf(from.path))).slice(0, MAX_FILES);
  let chars = 0;
  const texts = paths.map((path) => read(path));
  for (const [at, path] of paths.entries()) {
    const text = texts[at] ?? '';
    chars += text.length;
    if (chars > MAX_CHARS) return undefined;
    if (declaredIn(path, text).has(name)) return path;
  }
  return undefined;
}

/** The path by which the names of the files in a file's folder are asked for. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1) || './';
}

/**
 * The files that share their names with another one.
 *
 * @param listed names of the files in its folder, one a line
 */
export function pathsBeside(path: string, { ending, apart }: PackageTraits, listed: string | undefined): string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const fits = (file: string): boolean => file.endsWith(ending) && (!file.endsWith(apart) || path.endsWith(apart));
  return (listed?.split('\n') ?? [])
    .filter(fits)
    .map((file) => folder + file)
    .filter((other) => other !== path);
}

const kept = new Map<string, { text: string; names: Set<string> }>();

/** Everything a text declares at its top. */
function declaredIn(path: string, text: string): Set<string> {
  const known = kept.get(path);
  if (known?.text === text) return known.names;
  const names = new Set<string>();
  for (const [, name] of text.matchAll(/^(?:type|var|const|func)[ \t]+(\w+)/gm)) names.add(name ?? '');
  for (const [, body = ''] of text.matchAll(/^(?:type|var|const)[ \t]*\(\r?\n([\s\S]*?)^\)/gm))
    for (const [, name] of body.matchAll(/^(?:\t| {2,4})(\w+)/gm)) names.add(name ?? '');
  const methods = /^func[ \t]*\([ \t]*(?:\w+[ \t]+)?\*?(\w+)(?:\[[^\]\n]*\])?[ \t]*\)[ \t]*(\w+)/gm;
  for (const [, type, name] of text.matchAll(methods)) names.add(`${type}.${name}`);
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(path, { text, names });
  return names;
}
