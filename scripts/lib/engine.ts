/** The engine in this process, over files of a folder. What it needs of other files is read on demand from there. */
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { Engine } from '../../src/analysis/engine.js';
import type { FileResult } from '../../src/analysis/findings.js';
import { Grammars, type ReadGrammar } from '../../src/analysis/languages/grammars.js';
import { offersFor } from '../../src/phrasing/fix.js';

const require = createRequire(import.meta.url);

/** Grammars as npm installed them. */
export const readGrammar: ReadGrammar = (fileName) =>
  readFile(
    fileName === 'web-tree-sitter.wasm'
      ? join(dirname(require.resolve('web-tree-sitter')), fileName)
      : join(dirname(require.resolve('@vscode/tree-sitter-wasm/package.json')), 'wasm', fileName),
  );

/** Analyses a text as if it stood at `file` (with forward slashes, relative to the root). */
export type Analyse = (file: string, text: string) => Promise<FileResult>;

let grammars: Grammars | undefined;

/** An engine that also decides on fixes, and reads below a folder. */
export function fixingEngine(): Engine {
  grammars ??= new Grammars(readGrammar);
  return new Engine({ grammars, budgetMs: 10_000, offers: offersFor });
}

/** An analyser whose neighbours are the files below `root`. Grammars are shared: they cost memory. */
export function analyserIn(root: string): Analyse {
  grammars ??= new Grammars(readGrammar);
  const engine = new Engine({ grammars, budgetMs: 10_000 });
  return (file, text) => engine.analyse(file, text, (neighbour) => readBelow(root, neighbour));
}

/**
 * A file's text.
 *
 * @returns `undefined` when there is no such file, or when the path leaves the root
 */
export async function readBelow(root: string, path: string): Promise<string | undefined> {
  const full = resolve(root, path);
  if (relative(root, full).split(sep)[0] === '..') return undefined;
  try {
    if (path.endsWith('/')) return (await readdir(full)).sort().join('\n');
    return withoutMark(await readFile(full, 'utf8'));
  } catch {
    return undefined;
  }
}

/** A byte order mark is not part of the text. */
const withoutMark = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
