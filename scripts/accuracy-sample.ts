/**
 * Draws a random sample of marks to be judged by hand, as Markdown.
 *
 * Usage: npm run accuracy:sample -- --sources DIR --seed N [--count 40] [--commits FILE] [NAME…]
 *
 * `NAME`s are folders of the sources folder, named `owner+name`; without any, all of them. The commits stand in a
 * Markdown table whose first two columns are repository and commit: `STATUS.md` beside the folders unless told
 * otherwise. Folders without a commit there are left out.
 */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type Mark, pick, randomFrom, readCommits, writeMark } from './accuracy/sample.js';
import { isMark } from './accuracy/score.js';
import { parseArguments, required } from './lib/arguments.js';
import { readBelow } from './lib/engine.js';
import { scanMarks } from './lib/scan.js';

const args = parseArguments(process.argv.slice(2), ['sources', 'seed', 'count', 'commits'], []);
const sources = required(args, 'sources');
const seed = Number(required(args, 'seed'));
const count = Number(args.values.get('count') ?? 40);
const tables = [args.values.get('commits') ?? join(sources, 'STATUS.md'), join(sources, '..', 'sources', 'STATUS.md')];
const table = tables.find((file) => existsSync(file));
if (table === undefined) throw new Error('no table of commits: give --commits FILE');
const commits = readCommits(await readFile(table, 'utf8'));

const names = args.rest.length > 0 ? args.rest : (await readdir(sources)).filter((name) => name.includes('+')).sort();
const marks: Mark[] = [];
for (const name of names) {
  const repo = name.replace('+', '/');
  const commit = commits.get(repo);
  if (commit === undefined) {
    console.error(`${name}: no commit in ${table}`);
    continue;
  }
  const root = join(sources, name);
  for (const site of (await scanMarks(root)).filter(isMark)) {
    const file = relative(root, join(root, site.file)).split(sep).join('/');
    const code = (await readBelow(root, file))?.split(/\r?\n/)[site.line - 1] ?? '';
    marks.push({ repo, commit, site: { ...site, file }, code });
  }
}
const sample = pick(marks, count, randomFrom(seed));
console.log(`Seed ${seed}: ${sample.length} of ${marks.length} marks in ${names.length} repositories.\n`);
console.log(sample.map((mark, index) => writeMark(mark, index + 1)).join('\n\n'));
