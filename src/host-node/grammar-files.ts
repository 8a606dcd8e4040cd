/** Grammar bytes from disk: beside the bundle, or from the packages when run from source. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ReadGrammar } from '../analysis/languages/grammars.js';

/** Reads grammars from a folder that holds them all, as the build lays it out. */
export function grammarsIn(folder: string): ReadGrammar {
  return (fileName) => readFile(join(folder, fileName));
}

/**
 * Reads grammars from the installed packages.
 *
 * @param from URL of a module of this project
 */
export function grammarsOfPackages(from: string): ReadGrammar {
  const require = createRequire(from);
  return (fileName) => {
    if (fileName === 'web-tree-sitter.wasm') return readFile(require.resolve('web-tree-sitter/web-tree-sitter.wasm'));
    return readFile(join(dirname(require.resolve('@vscode/tree-sitter-wasm/wasm/tree-sitter.wasm')), fileName));
  };
}
