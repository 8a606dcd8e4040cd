/**
 * Writes the generated parts of package.json and the grammars that follow from a table:
 * `npx tsx scripts/generate-manifest.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { conflictGrammarFiles } from './lib/conflict-grammars.js';
import { updatedManifest } from './lib/manifest.js';

writeFileSync('package.json', updatedManifest(readFileSync('package.json', 'utf8')));
for (const [path, text] of conflictGrammarFiles()) writeFileSync(path, text);
