/** Writes docs/scenarios.md from the catalog: `npx tsx scripts/generate-scenarios.ts`. A test checks that it is fresh. */
import { writeFileSync } from 'node:fs';
import { scenariosMarkdown } from '../src/catalog/markdown.js';

writeFileSync('docs/scenarios.md', scenariosMarkdown());
