/**
 * Measures whether files of real projects that type-check with the real SDKs still do after each of their fixes:
 * `npm run remedies:types -- --labels FILE --sources DIR [--also DIR]`.
 * `--also` names a folder of further projects, whose files that import an SDK are taken. Writes test/data/remedies-types.json, which docs/remedies.md quotes.
 *
 * A file is taken by itself and made to type-check first: modules that are not here are declared, with whatever comes from
 * them of type `any`, and a line that is wrong by itself is silenced. Not so the lines of a marked call: where they are
 * wrong (an older SDK), that call is left out.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { isOpen } from '../src/analysis/engine.js';
import type { Site } from '../src/analysis/findings.js';
import { computeFix } from '../src/phrasing/fixer.js';
import { typeCheck } from '../test/proof/lib/type-check.js';
import { folderOf, readRows } from './accuracy/labels.js';
import { familyOf } from './accuracy/rates.js';
import { parseArguments, required } from './lib/arguments.js';
import { fixingEngine, readBelow } from './lib/engine.js';
import { stubsFor } from './proof/stubs.js';
import type { TypesResult } from './proof/types-result.js';

/** How old code is checked: as its own project would, before the strictest settings were there. */
const SETTINGS = {
  allowJs: true,
  checkJs: true,
  strict: false,
  noImplicitAny: false,
  noImplicitReturns: false,
  noUnusedLocals: false,
  noUnusedParameters: false,
  exactOptionalPropertyTypes: false,
  noUncheckedIndexedAccess: false,
  esModuleInterop: true,
  experimentalDecorators: true,
  useUnknownInCatchVariables: true,
  moduleDetection: 'force',
  types: ['node', 'mocha'],
};

/** Put before a line that is wrong by itself. */
const SILENCE = '// @ts-ignore';

/** Silencing a line can bring out the next one. */
const ROUNDS = 6;

interface Taken {
  repo: string;
  path: string;
  /** The folder of the project. */
  root: string;
  /** Its name in the checked folder. */
  name: string;
  text: string;
}

const args = parseArguments(process.argv.slice(2), ['labels', 'sources', 'also'], []);
const sources = required(args, 'sources');
const families = new Set(['typescript', 'javascript'].map(familyOf));
const rows = (await readRows(required(args, 'labels'))).filter((row) => families.has(familyOf(row.lang)));

const all: Taken[] = [];
async function take(repo: string, path: string, root: string): Promise<void> {
  const text = await readBelow(root, path);
  if (text !== undefined) all.push({ repo, path, root, name: `f${all.length}/file${extname(path)}`, text });
}
for (const { repo, path } of new Map(rows.map((row) => [`${row.repo}/${row.path}`, row])).values())
  await take(repo, path, join(sources, folderOf(repo)));
const also = args.values.get('also');
for (const folder of also === undefined ? [] : readdirSync(also))
  for (const path of readdirSync(join(also ?? '', folder), { recursive: true, encoding: 'utf8' }))
    if (
      /(?<!\.d|\.spec|\.test)\.ts$/.test(path) &&
      !path.includes('node_modules') &&
      importsSdk(join(also ?? '', folder, path))
    )
      await take(folder.replace('+', '/'), path, join(also ?? '', folder));
const stubs = stubsFor(all.map(({ text }) => text));

async function errorsOf(files: readonly { name: string; text: string }[]): Promise<Map<string, string[]>> {
  return typeCheck(new Map([...files.map(({ name, text }) => [name, text] as const), ['stubs.d.ts', stubs]]), SETTINGS);
}

// Made to type-check.
let silenced = 0;
for (let round = 0; round < ROUNDS; round++) {
  const errors = await errorsOf(all);
  for (const file of all) {
    const lines = new Set((errors.get(file.name) ?? []).map((error) => Number.parseInt(error, 10)));
    if (lines.size === 0) continue;
    silenced += lines.size;
    const out = file.text.split('\n').flatMap((line, at) => (lines.has(at + 1) ? [SILENCE, line] : [line]));
    file.text = out.join('\n');
  }
  if (errors.size === 0) break;
}
const left = await errorsOf(all);
const clean = all.filter(({ name }) => !left.has(name));

// Each fix by itself.
const engine = fixingEngine();
const fixes: { place: string; file: Taken; name: string; text: string }[] = [];
for (const file of clean) {
  const read = (path: string): Promise<string | undefined> => readBelow(file.root, path);
  const { sites } = await engine.analyse(file.path, file.text, read);
  for (const site of sites.filter(isOpen)) {
    if (isSilenced(file.text, site)) continue;
    for (const { fix } of site.offers ?? []) {
      const fixed = await computeFix(engine, file.path, file.text, read, site, fix);
      const name = file.name.replace('/', `/${fixes.length}/`);
      if (fixed)
        fixes.push({ place: `${file.repo}/${file.path}: ${fix} (${site.rule})`, file, name, text: fixed.text });
    }
  }
}
const after = await errorsOf(fixes);
const failing = fixes.filter(({ name }) => after.has(name));
const files = new Set(fixes.map(({ file }) => file));
const result: TypesResult = {
  files: files.size,
  projects: new Set([...files].map(({ repo }) => repo)).size,
  silenced: [...files].reduce((sum, { text }) => sum + text.split(SILENCE).length - 1, 0),
  fixes: fixes.length,
  compiling: fixes.length - failing.length,
  failing: failing.map(({ place }) => place),
};
writeFileSync('test/data/remedies-types.json', `${JSON.stringify(result, null, 2)}\n`);
for (const { place, name } of failing) console.log(`FAILS ${place}\n  ${after.get(name)?.join('\n  ')}`);
console.log(
  `${all.length} files, ${clean.length} made to type-check (${silenced} lines silenced), ${files.size} of them with fixes`,
);
console.log(`${fixes.length} fixes, ${result.compiling} of the fixed files type-check`);

/** A line of the call is silenced: nothing could be told from it. */
function isSilenced(text: string, { line, endLine }: Site): boolean {
  return text
    .split('\n')
    .slice(Math.max(0, line - 2), endLine)
    .some((one) => one.trim() === SILENCE);
}

function importsSdk(path: string): boolean {
  if (!statSync(path).isFile()) return false;
  return /from ['"]@(?:azure\/cosmos|microsoft\/microsoft-graph-client)['"]/.test(readFileSync(path, 'utf8'));
}
