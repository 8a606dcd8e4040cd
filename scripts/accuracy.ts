/**
 * Measures the engine on labelled call sites.
 *
 * Usage: npm run accuracy -- --labels FILE --sources DIR [--lang a,b] [--judged FILE] [--json OUT] [--brief]
 *
 * `--sources` holds one folder per repository, named `owner+name`, at the labelled commit. Only files that have rows
 * are analysed; neighbours are read on demand. `--judged` adds judgements of marks without a row.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Site } from '../src/analysis/findings.js';
import { byFile, folderOf, type Judgement, parseJudgements, readRows } from './accuracy/labels.js';
import { checkOperations } from './accuracy/operations.js';
import { apart, familyOf, rates } from './accuracy/rates.js';
import { apartTables, disagreements, operationReport, ratesTable } from './accuracy/report.js';
import { certainOnly, score } from './accuracy/score.js';
import { parseArguments, required } from './lib/arguments.js';
import { type Analyse, analyserIn, readBelow } from './lib/engine.js';

/** The languages measured together unless told otherwise. */
const DEFAULT_LANGUAGES = 'typescript,javascript,csharp';

const args = parseArguments(process.argv.slice(2), ['labels', 'sources', 'lang', 'judged', 'json'], ['brief']);
const languages = new Set((args.values.get('lang') ?? DEFAULT_LANGUAGES).split(',').map(familyOf));
const rows = (await readRows(required(args, 'labels'))).filter((row) => languages.has(familyOf(row.lang)));
const judgedFile = args.values.get('judged');
const judgements: Judgement[] = judgedFile ? parseJudgements(await readFile(judgedFile, 'utf8')) : [];

const sites = new Map<string, Site[]>();
const trouble: string[] = [];
const analysers = new Map<string, Analyse>();
for (const [key, [first]] of byFile(rows)) {
  if (!first) continue;
  const root = join(required(args, 'sources'), folderOf(first.repo));
  const text = await readBelow(root, first.path);
  if (text === undefined) {
    trouble.push(`${key}: cannot be read`);
    continue;
  }
  const analyse = analysers.get(root) ?? analyserIn(root);
  analysers.set(root, analyse);
  const result = await analyse(first.path, text);
  sites.set(key, result.sites);
  for (const problem of result.problems) trouble.push(`${key}:${problem.line ?? ''} ${problem.message}`);
}

const all = score(rows, sites, judgements);
const certain = score(rows, certainOnly(sites), judgements);
console.log(ratesTable(all, certain, judgements));
console.log(`\n${apartTables(all)}`);
if (!args.flags.has('brief')) console.log(`\n${disagreements(all)}`);
console.log(`\n${operationReport(all)}`);
if (trouble.length > 0) console.log(`\nProblems: ${trouble.length}\n  ${trouble.join('\n  ')}`);

const out = args.values.get('json');
if (out)
  await writeFile(
    out,
    JSON.stringify(
      {
        pooled: rates('pooled', all),
        certain: rates('pooled', certain),
        languages: [...languages].map((l) => rates(l, all, (at) => familyOf(at.lang) === l)),
        apart: apart(all),
        operations: checkOperations(all.outcomes),
        outcomes: all.outcomes,
        extras: all.extras,
        problems: trouble,
      },
      undefined,
      2,
    ),
  );
