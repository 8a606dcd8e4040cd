/** Finds the files of a scan. One read per folder and no question per file, since this runs before everything else. */
import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import type { Problem } from '../analysis/findings.js';
import { CONFIG_FILE } from '../config/config.js';
import { t } from '../l10n/t.js';
import { choose, count, type Entry, noSkips, type Skips } from '../walk/choose.js';
import { IGNORE_FILE, type IgnoreFiles } from '../walk/ignore-files.js';
import { folderOf, join, nameOf } from '../walk/names.js';
import { slashes } from './paths.js';
import type { ProjectConfig, ProjectConfigs } from './project-config.js';
import { reasonOf } from './read-text.js';
import { enterFolder, ignoreFilesAbove, repositoryOf } from './repository.js';

/** A file to look at. */
export interface FoundFile {
  path: string;
  language: string;
  config: ProjectConfig;
}

export interface WalkReport extends Skips {
  problems: Problem[];
}

export interface WalkOptions {
  languageOf: (name: string) => string | undefined;
  configs: ProjectConfigs;
  report: WalkReport;
}

export function emptyReport(): WalkReport {
  return { problems: [], ...noSkips() };
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
    if (name === IGNORE_FILE) ignores = enterFolder(ignores, folder.path);
    else if (name === CONFIG_FILE) config = configs.enter(folder.path);
  }
  const kinds = entries.map((entry) => ({ name: entry.name, kind: kindOf(entry, folder.path) }));
  const chosen = choose({ path: folder.path, ignores, rules: config }, kinds, languageOf, report);
  for (const { path, isSource } of chosen.links) checkLink(path, isSource, report);
  for (const path of chosen.folders) stack.push({ path, ignores, config });
  for (const { path, language } of chosen.files) if (!isSeen(seen, path)) yield { path, language, config };
}

/** Some file systems do not say what an entry is: then it is asked for. */
function kindOf(entry: Dirent, folder: string): Entry['kind'] {
  const known = kind(entry);
  if (known !== 'other' || entry.isFIFO() || entry.isSocket() || entry.isBlockDevice() || entry.isCharacterDevice()) {
    return known;
  }
  try {
    return kind(lstatSync(join(folder, entry.name)));
  } catch {
    return 'other';
  }
}

function kind(entry: { isFile(): boolean; isDirectory(): boolean; isSymbolicLink(): boolean }): Entry['kind'] {
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
