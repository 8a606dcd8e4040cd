/**
 * Measures time and memory. Nothing here is a test: machines differ, so ratios are printed.
 *
 * Usage: npm run bench -- [--sources DIR] [--rounds N] [--cli FILE] [NAME…]
 *
 * Without `--sources` only what needs no repository is measured. `NAME`s are folders of the sources folder (named
 * `owner+name`); without any, the three of the table below.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArguments } from '../scripts/lib/arguments.js';
import { timeKeystrokes, writeKeystroke } from './keystroke.js';
import { builtCli, timeScans, writeScans } from './scans.js';

/** Repositories that use the services: TypeScript, C# with little of it, C# with almost nothing else. */
const REPOSITORIES = ['MassTransit+MassTransit', 'pnp+cli-microsoft365', 'Azure+azure-cosmos-dotnet-v3'];
const ROUNDS = 5;
const KEYSTROKES = 40;

const args = parseArguments(process.argv.slice(2), ['sources', 'rounds', 'cli'], []);
const rounds = Number(args.values.get('rounds') ?? ROUNDS);
const sources = args.values.get('sources');

for (const report of await timeKeystrokes(KEYSTROKES)) console.log(writeKeystroke(report));
if (sources === undefined)
  console.log('Scans are measured with --sources DIR: a folder of repositories named owner+name.');
else
  for (const name of args.rest.length > 0 ? args.rest : REPOSITORIES) {
    const folder = join(sources, name);
    if (existsSync(folder))
      console.log(`\n${writeScans(timeScans(args.values.get('cli') ?? builtCli, name, folder, rounds))}`);
    else console.log(`\n${name}: not in ${sources}`);
  }
