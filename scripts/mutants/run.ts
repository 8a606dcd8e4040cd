/** Makes and judges the mutants of handled calls. */
import { extname } from 'node:path';
import type { Site } from '../../src/analysis/findings.js';
import type { Grammars } from '../../src/analysis/languages/grammars.js';
import type { Analyse } from '../lib/engine.js';
import { dialects } from './dialects.js';
import { asExpected, siteAt, written } from './judge.js';
import { applyEdits, lineAt } from './nodes.js';
import { subjectAt } from './subject.js';
import type { Mutator, Subject } from './types.js';

/** A place that is said to be handled. */
export interface Original {
  /** As printed. */
  origin: string;
  file: string;
  text: string;
  /** 1-based; the lines at which the site may stand. */
  lines: number[];
  analyse: Analyse;
}

export interface Result {
  origin: string;
  line: number;
  mutator: string;
  flipped: boolean;
  expected: string;
  got: string;
  /** The changed text, for those that survive. */
  text?: string;
}

export interface Run {
  results: Result[];
  /** Originals the engine does not call handled, and why no mutants were made. */
  skipped: { origin: string; line: number; why: string }[];
}

/** Time a text may take to parse, in milliseconds. */
const PARSE_LIMIT = 5_000;

/** Makes every mutant of every original and has the engine judge it. */
export async function runMutants(
  originals: readonly Original[],
  mutators: readonly Mutator[],
  grammars: Grammars,
): Promise<Run> {
  const run: Run = { results: [], skipped: [] };
  for (const original of originals) {
    const line = original.lines[0] ?? 0;
    const skip = (why: string): void => {
      run.skipped.push({ origin: original.origin, line, why });
    };
    const dialect = dialects.get(extname(original.file).toLowerCase());
    if (!dialect) {
      skip('no mutators for this language');
      continue;
    }
    const { sites } = await original.analyse(original.file, original.text);
    const site = original.lines.map((at) => siteAt(sites, at, 1)).find((found) => found !== undefined);
    if (site?.verdict !== 'handled') {
      skip(site ? `judged ${site.verdict} ${site.reason}` : 'no site found');
      continue;
    }
    await grammars.ensure([dialect.grammar]);
    const tree = grammars.parse(dialect.grammar, original.text, PARSE_LIMIT);
    try {
      const subject = subjectAt({ ...original, site }, dialect, tree.rootNode);
      if (!subject) skip('no call at the place');
      else {
        const own = mutators.filter(({ family }) => family === dialect.family);
        run.results.push(...(await mutate(subject, own, original.analyse)));
      }
    } finally {
      tree.delete();
    }
  }
  return run;
}

async function mutate(subject: Subject, mutators: readonly Mutator[], analyse: Analyse): Promise<Result[]> {
  const out: Result[] = [];
  for (const mutator of mutators)
    for (const mutant of mutator.make(subject)) {
      const at = subject.name.startIndex;
      // A test that holds the call itself (`if (send().status == 409)`) cannot be taken away without it.
      if (mutant.edits.some((edit) => edit.start <= at && at < edit.end)) continue;
      const { text, kept } = applyEdits(subject.text, mutant.edits, subject.name.startIndex);
      if (text === subject.text)
        throw new Error(`${mutator.id} changed nothing at ${subject.origin}:${subject.site.line}`);
      const { sites } = await analyse(subject.file, text);
      const line = lineAt(text, kept);
      const column = kept - text.lastIndexOf('\n', kept - 1);
      const site = siteAt(sites, line, column);
      const flipped = asExpected(site, mutant.expected);
      out.push({
        origin: subject.origin,
        line: subject.site.line,
        mutator: mutator.id,
        flipped,
        expected: written(mutant.expected),
        got: describe(site),
        ...(flipped ? {} : { text }),
      });
    }
  return out;
}

const describe = (site: Site | undefined): string => (site ? `${site.verdict} ${site.reason}` : 'no site');
