/**
 * Mutation check: spoils the handling of every handled call in known ways and asks the engine again.
 *
 * Usage: npm run mutants -- [--fixtures DIR] [--labels FILE --sources DIR] [--only MUTATOR] [--json OUT] [--show]
 *
 * `--show` prints the changed text around each survivor. Exit code 1 when fewer than 95 % of the mutants, or of those of a
 * language, are told apart with the right verdict and reason, or when there are fewer than 200.
 */
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Grammars } from '../src/analysis/languages/grammars.js';
import { table } from './accuracy/report.js';
import { parseArguments } from './lib/arguments.js';
import { readGrammar } from './lib/engine.js';
import { fixtureOriginals, labelledOriginals } from './mutants/originals.js';
import { mutators, scriptMutators } from './mutants/registry.js';
import { type Result, runMutants } from './mutants/run.js';

/** What the check asks for. */
const ENOUGH = 200;
const SHARE = 0.95;

const args = parseArguments(process.argv.slice(2), ['fixtures', 'labels', 'sources', 'only', 'json'], ['show']);
const here = dirname(fileURLToPath(import.meta.url));
const labels = args.values.get('labels');
const sources = args.values.get('sources');
const originals = [
  ...(await fixtureOriginals(args.values.get('fixtures') ?? join(here, '../test/fixtures'))),
  ...(labels && sources ? await labelledOriginals(labels, sources) : []),
];
const only = args.values.get('only');
const chosen = mutators.filter((m) => only === undefined || m.id === only);
const scripts = Object.fromEntries(
  Object.entries(scriptMutators).map(([id, list]) => [id, list.filter((m) => only === undefined || m.id === only)]),
);
const { results, skipped } = await runMutants(originals, chosen, new Grammars(readGrammar), scripts);
const flipped = results.filter((r) => r.flipped).length;

const of = (list: Result[]): string => `${list.filter((r) => r.flipped).length}/${list.length}`;
console.log(
  table([
    ['mutator', 'flipped', ''],
    ...[...chosen, ...Object.values(scripts).flat()].map((m) => [
      m.id,
      of(results.filter((r) => r.mutator === m.id)),
      m.title,
    ]),
  ]),
);
const byLanguage = [...new Set(results.map((r) => r.language))].sort().map((language) => {
  const own = results.filter((r) => r.language === language);
  return { language, own, share: own.filter((r) => r.flipped).length / own.length };
});
console.log(
  `\n${table([
    ['language', 'flipped', ''],
    ...byLanguage.map(({ language, own, share }) => [language, of(own), `${(share * 100).toFixed(1)} %`]),
  ])}`,
);
console.log(`\nSurvivors: ${results.length - flipped}`);
for (const r of results.filter((result) => !result.flipped)) {
  console.log(`  ${r.origin}:${r.line}  ${r.mutator}\n    expected: ${r.expected}\n    got: ${r.got}`);
  if (args.flags.has('show') && r.text !== undefined) console.log(around(r.text, r.line));
}
console.log(`\nOriginals: ${originals.length}, of these not judged handled and left out: ${skipped.length}`);
for (const s of skipped) console.log(`  ${s.origin}:${s.line}  ${s.why}`);
const share = results.length === 0 ? 0 : flipped / results.length;
console.log(
  `\n${results.length} mutants, ${flipped} told apart with the right verdict and reason (${(share * 100).toFixed(1)} %)`,
);

const out = args.values.get('json');
if (out) await writeFile(out, JSON.stringify({ total: results.length, flipped, results, skipped }, undefined, 2));
const isShort = share < SHARE || results.length < ENOUGH || byLanguage.some((row) => row.share < SHARE);
if (only === undefined && isShort) process.exitCode = 1;

/** The lines around a changed call. */
function around(text: string, line: number): string {
  const lines = text.split('\n');
  return lines
    .slice(Math.max(0, line - 8), line + 16)
    .map((content) => `      | ${content}`)
    .join('\n');
}
