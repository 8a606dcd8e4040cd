/** Finds the files of a scan. One read per folder and no question per file, since this runs before everything else. */
import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import type { Problem } from '../analysis/findings.js';
import { CONFIG_FILE } from '../config/config.js';
import { t } from '../l10n/t.js';
import { IgnoreFiles } from './ignore-files.js';
import { folderOf, join, nameOf, slashes } from './paths.js';
import type { ProjectConfig, ProjectConfigs } from './project-config.js';
import { reasonOf } from './read-text.js';
import { ignoreFilesAbove, repositoryOf } from './repository.js';
import { isSkippedFile, isSkippedFolder } from './skipped-folders.js';

/** A file to look at. */
export interface FoundFile {
  path: string;
  language: string;
  config: ProjectConfig;
}

/** Why entries were left out, and how many. Folders count as one. */
export type SkipReason = 'folder' | 'gitignore' | 'config' | 'link' | 'minified';

export interface WalkReport {
  problems: Problem[];
  skipped: Map<SkipReason, number>;
  /** Names of the folders behind `folder`. */
  skippedFolders: Map<string, number>;
}

export interface WalkOptions {
  languageOf: (name: string) => string | undefined;
  configs: ProjectConfigs;
  report: WalkReport;
}

export function emptyReport(): WalkReport {
  return { problems: [], skipped: new Map(), skippedFolders: new Map() };
}

interface Folder {
  path: string;
  ignores: IgnoreFiles | undefined;
  config: ProjectConfig;
}

/**
 * The source files at and below the paths, each once. A file that is named itself is taken whatever the ignore files
 * say.
 *
 * @param roots absolute paths that exist
 * @throws ConfigFileError for a configuration file that cannot be used
 */
export function* walk(roots: readonly string[], options: WalkOptions): Generator<FoundFile> {
  // Only several roots can overlap.
  const seen = roots.length > 1 ? new Set<string>() : undefined;
  for (const root of roots) {
    if (statSync(root).isDirectory()) {
      yield* walkFolder(root, options, seen);
      continue;
    }
    if (isSeen(seen, root)) continue;
    const language = options.languageOf(nameOf(root));
    if (language === undefined) {
      options.report.problems.push({ file: root, message: t('skipped: files of this kind are not analysed') });
      continue;
    }
    const folder = folderOf(root);
    yield { path: root, language, config: options.configs.forRoot(folder, repositoryOf(folder)) };
  }
}

function* walkFolder(root: string, options: WalkOptions, seen: Set<string> | undefined): Generator<FoundFile> {
  const repository = repositoryOf(root);
  const stack: Folder[] = [
    {
      path: root,
      ignores: ignoreFilesAbove(root, repository),
      config: options.configs.forRoot(root, repository),
    },
  ];
  for (let folder = stack.pop(); folder !== undefined; folder = stack.pop()) {
    if (!isSeen(seen, `${folder.path}/`)) yield* readFolder(folder, stack, options, seen);
  }
}

function* readFolder(
  folder: Folder,
  stack: Folder[],
  { languageOf, configs, report }: WalkOptions,
  seen: Set<string> | undefined,
): Generator<FoundFile> {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder.path, { withFileTypes: true });
  } catch (error) {
    report.problems.push({ file: folder.path, message: t('this folder cannot be read: {0}', reasonOf(error)) });
    return;
  }
  let { ignores, config } = folder;
  for (const { name } of entries) {
    if (name === '.gitignore') ignores = IgnoreFiles.enter(ignores, folder.path);
    else if (name === CONFIG_FILE) config = configs.enter(folder.path);
  }
  let names: string[] | undefined;
  for (const entry of entries) {
    const { name } = entry;
    const path = join(folder.path, name);
    const kind = kindOf(entry, path);
    if (kind === 'folder') {
      names ??= entries.map((other) => other.name);
      if (isSkippedFolder(name, names)) {
        count(report.skipped, 'folder');
        count(report.skippedFolders, name);
      } else if (ignores?.ignoresFolder(path)) count(report.skipped, 'gitignore');
      else if (config.excludes(path)) count(report.skipped, 'config');
      else stack.push({ path, ignores, config });
      continue;
    }
    const language = languageOf(name);
    if (kind === 'link') {
      checkLink(path, language !== undefined, report);
      continue;
    }
    if (kind !== 'file' || language === undefined) continue;
    if (isSkippedFile(name)) count(report.skipped, 'minified');
    else if (ignores?.ignoresFile(folder.path, name)) count(report.skipped, 'gitignore');
    else if (config.excludes(path) || !config.includes(path)) count(report.skipped, 'config');
    else if (!isSeen(seen, path)) yield { path, language, config };
  }
}

type Kind = 'file' | 'folder' | 'link' | 'other';

/** Some file systems do not say what an entry is: then it is asked for. */
function kindOf(entry: Dirent, path: string): Kind {
  const known = kind(entry);
  if (known !== 'other' || entry.isFIFO() || entry.isSocket() || entry.isBlockDevice() || entry.isCharacterDevice()) {
    return known;
  }
  try {
    return kind(lstatSync(path));
  } catch {
    return 'other';
  }
}

function kind(entry: { isFile(): boolean; isDirectory(): boolean; isSymbolicLink(): boolean }): Kind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

/** Links are not followed: what they lead to is scanned where it stands. One that leads nowhere is a problem. */
function checkLink(path: string, isSource: boolean, report: WalkReport): void {
  try {
    const target = slashes(realpathSync(path));
    const isFolder = statSync(target).isDirectory();
    if (isFolder && `${slashes(realpathSync(folderOf(path)))}/`.startsWith(`${target}/`)) {
      report.problems.push({ file: path, message: t('skipped: this symbolic link leads back to a folder above it') });
    } else if (isFolder || isSource) count(report.skipped, 'link');
  } catch (error) {
    const loops = error instanceof Error && 'code' in error && error.code === 'ELOOP';
    if (loops) report.problems.push({ file: path, message: t('skipped: this symbolic link leads back to itself') });
    else if (isSource) report.problems.push({ file: path, message: t('skipped: this symbolic link leads to nothing') });
  }
}

/** Remembers a path; true when it was there already. */
function isSeen(seen: Set<string> | undefined, path: string): boolean {
  if (seen === undefined) return false;
  if (seen.has(path)) return true;
  seen.add(path);
  return false;
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
