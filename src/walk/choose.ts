/** Which entries of a folder a scan takes. One answer for the command line and for the editor, which read folders differently. */
import type { IgnoreFiles } from './ignore-files.js';
import { join } from './names.js';
import { isSkippedFile, isSkippedFolder } from './skipped-folders.js';

/** Why entries were left out. */
export type SkipReason = 'folder' | 'gitignore' | 'config' | 'setting' | 'link' | 'minified';

/** What was left out, and how many. Folders count as one. */
export interface Skips {
  skipped: Map<SkipReason, number>;
  /** Names of the folders behind `folder`. */
  skippedFolders: Map<string, number>;
}

/** What is configured for the files of a folder. */
export interface PathRules {
  /** Whether a file or folder is left out by the configuration. */
  excludes: (path: string) => boolean;
  /** Whether a file is among those that the configuration names. */
  includes: (path: string) => boolean;
  /** Whether the editor's settings hide a file or folder. `siblings` are the names beside it. */
  hides?: (path: string, siblings: ReadonlySet<string>) => boolean;
}

export interface Entry {
  name: string;
  kind: 'file' | 'folder' | 'link' | 'other';
}

/** A folder with what applies in it, its own ignore file included. */
export interface Folder {
  path: string;
  ignores: IgnoreFiles | undefined;
  rules: PathRules;
}

export interface Chosen {
  files: { path: string; language: string }[];
  folders: string[];
  /** Symbolic links are not followed: what they lead to is scanned where it stands. */
  links: { path: string; isSource: boolean }[];
}

export function noSkips(): Skips {
  return { skipped: new Map(), skippedFolders: new Map() };
}

/** Chooses, in the order of the entries, and counts in `skips` what is left out. */
export function choose(
  { path: folder, ignores, rules }: Folder,
  entries: readonly Entry[],
  languageOf: (name: string) => string | undefined,
  skips: Skips,
): Chosen {
  const chosen: Chosen = { files: [], folders: [], links: [] };
  let names: Set<string> | undefined;
  const hides = (path: string) => {
    if (!rules.hides) return false;
    names ??= new Set(entries.map((entry) => entry.name));
    return rules.hides(path, names);
  };
  for (const { name, kind } of entries) {
    if (kind === 'folder') {
      const path = join(folder, name);
      names ??= new Set(entries.map((entry) => entry.name));
      if (isSkippedFolder(name, names)) {
        count(skips.skipped, 'folder');
        count(skips.skippedFolders, name);
      } else if (ignores?.ignoresFolder(path)) count(skips.skipped, 'gitignore');
      else if (rules.excludes(path)) count(skips.skipped, 'config');
      else if (hides(path)) count(skips.skipped, 'setting');
      else chosen.folders.push(path);
      continue;
    }
    const language = languageOf(name);
    if (kind === 'link') chosen.links.push({ path: join(folder, name), isSource: language !== undefined });
    if (kind !== 'file' || language === undefined) continue;
    const path = join(folder, name);
    if (isSkippedFile(name)) count(skips.skipped, 'minified');
    else if (ignores?.ignoresFile(folder, name)) count(skips.skipped, 'gitignore');
    else if (rules.excludes(path) || !rules.includes(path)) count(skips.skipped, 'config');
    else if (hides(path)) count(skips.skipped, 'setting');
    else chosen.files.push({ path, language });
  }
  return chosen;
}

/** One more of a kind. */
export function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
