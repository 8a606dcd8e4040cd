/** Writes the fixtures anew: `npx tsx test/helpers/hand-lowered/write.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fixtures, fixturesFolder } from './all.js';

mkdirSync(fixturesFolder, { recursive: true });
for (const f of fixtures()) writeFileSync(`${fixturesFolder}/${f.name}.json`, `${JSON.stringify(f, null, 1)}\n`);
