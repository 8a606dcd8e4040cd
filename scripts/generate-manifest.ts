/** Writes the generated parts of package.json: `npx tsx scripts/generate-manifest.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { updatedManifest } from './lib/manifest.js';

writeFileSync('package.json', updatedManifest(readFileSync('package.json', 'utf8')));
