/**
 * Prints what share of the files below a folder is read without damage, by language.
 *
 *     npx tsx scripts/damage.ts FOLDER [--lang ID] [--list]
 *
 * `--list` names the files that are damaged, each with its first line that could not be read.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageOf } from '../src/analysis/languages/index.js';
import { Lines } from '../src/analysis/position.js';
import { loadGrammars } from '../test/helpers/grammars.js';
import { parseArguments } from './lib/arguments.js';

const { rest, flags, values } = parseArguments(process.argv.slice(2), ['lang'], ['list']);
const [folder] = rest;
if (folder === undefined) {
  console.error('usage: damage.ts FOLDER [--lang ID] [--list]');
  process.exit(2);
}

const figures = new Map<string, { whole: number; all: number }>();
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  const language = entry.isFile() ? languageOf(entry.name) : undefined;
  if (!language || (values.has('lang') && language.id !== values.get('lang'))) continue;
  const path = join(entry.parentPath, entry.name);
  const bytes = readFileSync(path);
  const text = bytes.toString(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf16le' : 'utf8');
  const grammars = await loadGrammars(...language.grammars);
  const { damaged } = language.read(text, { grammars, limitMs: 60_000 }).model;
  const figure = figures.get(language.title) ?? { whole: 0, all: 0 };
  figure.all++;
  if (!damaged[0]) figure.whole++;
  else if (flags.has('list')) console.log(`${path}:${new Lines(text).at(damaged[0].start).line}`);
  figures.set(language.title, figure);
}
for (const [title, { whole, all }] of figures)
  console.log(`${title}: ${whole} of ${all} files read without damage (${((100 * whole) / all).toFixed(2)} %)`);
