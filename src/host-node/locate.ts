/** Where the parts of the program lie, built or run from source. */
import { fileURLToPath } from 'node:url';
import type { ReadGrammar } from '../analysis/languages/grammars.js';
import { grammarsIn, grammarsOfPackages } from './grammar-files.js';

/** True when the module at this URL is a source file and not a bundle in dist/. */
function isSource(moduleUrl: string): boolean {
  return moduleUrl.endsWith('.ts');
}

/** Entry of the workers: beside the bundle, or the source file. */
export function workerUrlFor(moduleUrl: string): URL {
  return isSource(moduleUrl) ? new URL('./worker.ts', import.meta.url) : new URL('./worker.js', moduleUrl);
}

/** How grammars are read: from the folder beside the bundle, or from the installed packages. */
export function grammarReaderFor(moduleUrl: string): ReadGrammar {
  return isSource(moduleUrl)
    ? grammarsOfPackages(moduleUrl)
    : grammarsIn(fileURLToPath(new URL('./grammars', moduleUrl)));
}
