/** Makes and judges the mutants of handled calls. */
import { extname } from 'node:path';
import type { Site } from '../../src/analysis/findings.js';
import type { Grammars } from '../../src/analysis/languages/grammars.js';
import { type Language, languageOf } from '../../src/analysis/languages/index.js';
import { familyOf } from '../accuracy/rates.js';
import type { Analyse } from '../lib/engine.js';
import { type Dialect, dialects } from './dialects.js';
import { asExpected, siteAt, written } from './judge.js';
import { applyEdits, lineAt } from './nodes.js';
import { type ScriptMutator, scriptSubjectAt } from './scripted/subject.js';
import { type Place, subjectAt } from './subject.js';
import type { Mutant, Mutator } from './types.js';

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
  /** Id of the language; dialects of one count as one. */
  language: string;
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

/** A name that says that the call looks first. */
const CHECKS = /^\w*IfNot(?:Exists|There)/i;

/** Time a text may take to parse, in milliseconds. */
const PARSE_LIMIT = 5_000;

/** A call whose mutants are made, with all of them. */
interface Made {
  origin: string;
  file: string;
  text: string;
  /** 1-based line of the site, and offset of its name. */
  line: number;
  at: number;
  mutants: { id: string; mutant: Mutant }[];
}

/**
 * Makes every mutant of every original and has the engine judge it.
 *
 * @param scripts mutators for languages without a grammar, by the id of the language
 */
export async function runMutants(
  originals: readonly Original[],
  mutators: readonly Mutator[],
  grammars: Grammars,
  scripts: Readonly<Record<string, readonly ScriptMutator[]>> = {},
): Promise<Run> {
  const run: Run = { results: [], skipped: [] };
  for (const original of originals) {
    const line = original.lines[0] ?? 0;
    const skip = (why: string): void => {
      run.skipped.push({ origin: original.origin, line, why });
    };
    const make = makerFor(original.file, mutators, grammars, scripts);
    if (!make) {
      skip('no mutators for this language');
      continue;
    }
    const { sites } = await original.analyse(original.file, original.text);
    const site = original.lines.map((at) => siteAt(sites, at, 1)).find((found) => found !== undefined);
    if (site?.verdict !== 'handled') {
      skip(site ? `judged ${site.verdict} ${site.reason}` : 'no site found');
      continue;
    }
    const made = await make({ ...original, site });
    if (made) run.results.push(...(await judged(made, original.analyse)));
    else skip('no call at the place');
  }
  return run;
}

type Make = (place: Place) => Promise<Made | undefined>;

/** How mutants are made in a file, by a grammar or by the code model; `undefined` where neither is known. */
function makerFor(
  file: string,
  mutators: readonly Mutator[],
  grammars: Grammars,
  scripts: Readonly<Record<string, readonly ScriptMutator[]>>,
): Make | undefined {
  const dialect = dialects.get(extname(file).toLowerCase());
  if (dialect) return (place) => fromTree(place, dialect, mutators, grammars);
  const language = languageOf(file);
  const own = language && scripts[language.id];
  return own && (async (place) => fromModel(place, language, own, grammars));
}

async function fromTree(
  place: Place,
  dialect: Dialect,
  mutators: readonly Mutator[],
  grammars: Grammars,
): Promise<Made | undefined> {
  await grammars.ensure([dialect.grammar]);
  const tree = grammars.parse(dialect.grammar, place.text, PARSE_LIMIT);
  try {
    const subject = subjectAt(place, dialect, tree.rootNode);
    if (!subject) return undefined;
    const mutants = mutators
      .filter(({ family }) => family === dialect.family)
      .flatMap(({ id, make }) => make(subject).map((mutant) => ({ id, mutant })));
    return { ...place, line: place.site.line, at: subject.name.startIndex, mutants };
  } finally {
    tree.delete();
  }
}

function fromModel(
  place: Place,
  language: Language,
  mutators: readonly ScriptMutator[],
  grammars: Grammars,
): Made | undefined {
  const subject = scriptSubjectAt(place, language, grammars);
  if (!subject) return undefined;
  const mutants = mutators.flatMap(({ id, make }) => make(subject).map((mutant) => ({ id, mutant })));
  return { ...place, line: place.site.line, at: subject.at, mutants };
}

async function judged(
  { origin, file, text: before, line: own, at, mutants }: Made,
  analyse: Analyse,
): Promise<Result[]> {
  const out: Result[] = [];
  for (const { id, mutant } of mutants) {
    // A test that holds the call itself (`if (send().status == 409)`) cannot be taken away without it.
    if (mutant.edits.some((edit) => edit.start <= at && at < edit.end)) continue;
    const { text, kept } = applyEdits(before, mutant.edits, at);
    if (text === before) throw new Error(`${id} changed nothing at ${origin}:${own}`);
    const { sites } = await analyse(file, text);
    const line = lineAt(text, kept);
    const column = kept - text.lastIndexOf('\n', kept - 1);
    const site = siteAt(sites, line, column);
    const flipped = asExpected(site, mutant.expected, CHECKS.test(text.slice(kept)));
    out.push({
      origin,
      language: familyOf(languageOf(file)?.id ?? ''),
      line: own,
      mutator: id,
      flipped,
      expected: written(mutant.expected),
      got: describe(site),
      ...(flipped ? {} : { text }),
    });
  }
  return out;
}

const describe = (site: Site | undefined): string => (site ? `${site.verdict} ${site.reason}` : 'no site');
