/** Reads the parser's files where npm put them, for tests in Node. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Grammars, type ReadGrammar } from '../../src/analysis/languages/grammars.js';

const modules = join(dirname(fileURLToPath(import.meta.url)), '../../node_modules');

/** Reads `web-tree-sitter.wasm` from its own package, every grammar from the grammar package. */
export const readGrammar: ReadGrammar = (fileName) =>
  readFile(
    fileName === 'web-tree-sitter.wasm'
      ? join(modules, 'web-tree-sitter', fileName)
      : join(modules, '@vscode/tree-sitter-wasm/wasm', fileName),
  );

/**
 * A set of grammars, loaded.
 *
 * @param names grammars by name: `typescript`, `c-sharp`
 */
export async function loadGrammars(...names: string[]): Promise<Grammars> {
  const grammars = new Grammars(readGrammar);
  await grammars.ensure(names);
  return grammars;
}
