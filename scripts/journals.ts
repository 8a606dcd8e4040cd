/** `npm run journals`: runs the programs of the proof in the lab, and writes what the panel's cards show of it. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { recordJournals } from './lib/journals.js';

const file = 'src/explain/journals.json';
writeFileSync(file, JSON.stringify(await recordJournals()));
execFileSync(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'format', '--write', file], {
  stdio: 'ignore',
});
