/**
 * Fixtures: source files that say beside each call what the engine must answer.
 *
 * `// expect: VERDICT [REASON] [OPERATION]` stands at the end of the line of the call's method name, or alone on a line
 * before it. `none` says that the line holds no site. `// todo-expect: …` says what would be right where the engine is
 * known to answer otherwise: such lines are counted and printed, and may hold anything.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { analyserIn } from '../../scripts/lib/engine.js';
import { type Expectation, readExpectations } from '../../scripts/mutants/expectations.js';
import type { FileResult, Site } from '../../src/analysis/findings.js';

export interface FixtureResult {
  /** Below the folder of fixtures, with forward slashes. */
  file: string;
  text: string;
  result: FileResult;
  /** One sentence for each difference between what is expected and what is answered. */
  faults: string[];
  /** What is left to do, with the answer of today. */
  todo: string[];
  expectations: Expectation[];
}

/** Analyses every fixture below `folder`. The folder above the languages is the root, as it is for the mutants. */
export async function runFixtures(root: string, folder: string): Promise<FixtureResult[]> {
  const analyse = analyserIn(root);
  const out: FixtureResult[] = [];
  for (const file of await filesBelow(root, folder)) {
    const text = await readFile(join(root, file), 'utf8');
    out.push(compare(file, text, await analyse(file, text)));
  }
  return out;
}

/** The files of a folder in the order of their paths. */
async function filesBelow(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((e) => e.isFile())
    .map((e) => relative(root, join(e.parentPath, e.name)).split(sep).join('/'))
    .sort();
}

/** Compares what a file expects with what was found in it. */
export function compare(file: string, text: string, result: FileResult): FixtureResult {
  const expectations = readExpectations(text);
  const open = readExpectations(text, 'todo-expect');
  const left = [...result.sites];
  const faults: string[] = [];
  for (const e of expectations) {
    const at = left.findIndex((s) => s.line === e.line && (e.verdict === 'none' || differences(e, s).length === 0));
    const near = at < 0 ? left.findIndex((s) => s.line === e.line) : at;
    const site = left[near];
    if (near >= 0) left.splice(near, 1);
    if (e.verdict === 'none') {
      if (site) faults.push(`${file}:${e.line}: expected no site, got ${show(site)}`);
    } else if (!site) faults.push(`${file}:${e.line}: expected ${wanted(e)}, got no site`);
    else if (at < 0) faults.push(`${file}:${e.line}: expected ${wanted(e)}, got ${show(site)}`);
  }
  const todo = open.map((e) => {
    const at = left.findIndex((s) => s.line === e.line);
    const [site] = at < 0 ? [] : left.splice(at, 1);
    const met = site ? differences(e, site).length === 0 : e.verdict === 'none';
    return `${file}:${e.line}: ${wanted(e)}; ${met ? 'is answered now: make it an expectation' : `got ${site ? show(site) : 'no site'}`}`;
  });
  for (const s of left) faults.push(`${file}:${s.line}: nothing is expected, got ${show(s)}`);
  if (result.stage === 'skipped') faults.push(`${file}: skipped, ${result.problems.map((p) => p.message).join(' ')}`);
  return { file, text, result, faults, todo, expectations };
}

/** The parts of an expectation that a site does not meet. */
function differences(e: Expectation, s: Site): string[] {
  const out: string[] = [];
  if (e.verdict !== s.verdict) out.push('verdict');
  if (e.reason !== undefined && e.reason !== s.reason) out.push('reason');
  if (e.operation !== undefined && e.operation.toLowerCase() !== s.operation.toLowerCase()) out.push('operation');
  return out;
}

const wanted = (e: Expectation): string => [e.verdict, e.reason, e.operation].filter((p) => p !== undefined).join(' ');

const show = (s: Site): string => `${s.verdict} ${s.reason} ${s.operation}`;
