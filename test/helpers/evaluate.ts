/** Asking the evaluator about small sources: the values given to `probe(…)` are what a test asks about. */
import { BoundFile } from '../../src/analysis/bind/file.js';
import type { Cell } from '../../src/analysis/evaluate/cell.js';
import { Evaluator } from '../../src/analysis/evaluate/evaluate.js';
import { Grammars } from '../../src/analysis/languages/grammars.js';
import { languageOf, languages } from '../../src/analysis/languages/index.js';
import { NeighbourCache, NeighbourFiles } from '../../src/analysis/project/neighbour-files.js';
import { Project } from '../../src/analysis/project/project.js';
import { readGrammar } from './grammars.js';

const grammars = new Grammars(readGrammar);

/** Loads the grammars of every language; to be awaited before anything else here is used. */
export const loadAll = (): Promise<void> => grammars.ensure(languages.flatMap((l) => l.grammars));

/** A source file with its names bound. */
export function bind(file: string, text: string): BoundFile {
  const language = languageOf(file);
  if (!language) throw new Error(`no language reads ${file}`);
  const { model } = language.read(text, { grammars, limitMs: 10_000 });
  return new BoundFile(file, text, model, language.traits);
}

/** An evaluator that sees the given files beside the one that is asked about. */
export function evaluator(files: Record<string, string> = {}): Evaluator {
  const cache = new NeighbourCache(10, grammars);
  const ev = new Evaluator(new Project(new NeighbourFiles((path) => files[path], cache, new Map())));
  ev.ask();
  return ev;
}

export interface Probed {
  ev: Evaluator;
  file: BoundFile;
  /** First arguments of the calls of `probe`, in source order. */
  cells: Cell[];
}

/** The values that stand in `probe(…)` in a source. */
export function probed(text: string, options: { file?: string; files?: Record<string, string> } = {}): Probed {
  const file = bind(options.file ?? 'src/a.ts', text);
  const cells = file.calls.flatMap((call): Cell[] => {
    const [first] = call.args;
    return call.v === 'call' && call.callee.v === 'ref' && call.callee.name === 'probe' && first
      ? [{ file, val: first.value }]
      : [];
  });
  return { ev: evaluator(options.files), file, cells };
}
