/**
 * Writes docs/scenarios.md and the pages in docs/scenarios/ from the catalog: `npx tsx scripts/generate-scenarios.ts`. A
 * test checks that they are fresh.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { PAGES, scenarioDocuments } from './lib/scenario-pages.js';

rmSync(PAGES, { recursive: true, force: true });
for (const [path, text] of scenarioDocuments()) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
