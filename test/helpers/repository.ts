/** The files of this repository, for tests that look at the repository itself. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
/** Folders that are made, not written. */
const MADE = new Set(['node_modules', 'dist', '.git', '.cache', '.vscode-test', 'images']);

/** Paths of all files under a folder, relative to the repository, with forward slashes, sorted. */
export function filesUnder(folder: string, keep: (path: string) => boolean = () => true): string[] {
  const out: string[] = [];
  const walk = (at: string): void => {
    for (const entry of readdirSync(join(root, at), { withFileTypes: true })) {
      const path = at === '' ? entry.name : `${at}/${entry.name}`;
      if (entry.isDirectory() && !MADE.has(entry.name)) walk(path);
      else if (entry.isFile() && keep(path)) out.push(path);
    }
  };
  walk(folder);
  return out.sort();
}

/** The text of a file of the repository. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

export interface ImportLine {
  /** As written: `../bind/file.js`, `vscode`, `node:fs`. */
  module: string;
  /** Path in the repository where it is relative. */
  file: string | undefined;
}

/** The static and dynamic imports and re-exports of a source file. */
export function importsOf(path: string): ImportLine[] {
  const text = textOf(path);
  const found = [
    ...text.matchAll(/^(?:import|export)\b[^;'"]*?from\s+['"]([^'"]+)['"]/gm),
    ...text.matchAll(/^import\s+['"]([^'"]+)['"]/gm),
    ...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g),
  ];
  return found.map(([, module = '']) => ({
    module,
    file: module.startsWith('.') ? join(dirname(path), module).replace(/\\/g, '/').replace(/\.js$/, '.ts') : undefined,
  }));
}
