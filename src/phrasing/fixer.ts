/** Computes a chosen fix and proves it on the spot: the fixed text is analysed again before anybody sees the edit. */
import { type Engine, type FoundCall, isOpen, type ReadNeighbour } from '../analysis/engine.js';
import type { FileResult, FixId, Site } from '../analysis/findings.js';
import { languageOf } from '../analysis/languages/index.js';
import { folderOf, pathsBeside } from '../analysis/project/package-files.js';
import type { Waits } from '../remedies/waits.js';
import { applyEdits } from './apply.js';
import { editsFor } from './fix.js';
import { type Home, homesFor } from './home.js';
import type { Written } from './wrapping.js';

/** A fix that was computed for a text. */
export interface Fixed extends Written {
  /** The text after it. */
  text: string;
  /** Analysed again, one open call fewer is left (for an add-on: none more), and nothing became unreadable. */
  cured: boolean;
  /** The result for the text after it. */
  after: FileResult;
}

/**
 * Computes a fix. Parameters as for `Engine.analyse`.
 *
 * @param site the finding, by rule and place, of a result for this very text
 * @param waits what a retry waits; the usual where nothing was chosen
 * @param home the path of the file its helper is to live in, which may be new; without one a helper that another file near
 *   by or an imported one has is imported, and any other inserted
 * @returns undefined where the text holds no such finding or the fix is not offered there
 */
export async function computeFix(
  engine: Engine,
  file: string,
  text: string,
  read: ReadNeighbour,
  site: Pick<Site, 'rule' | 'line' | 'column'>,
  fix: FixId,
  waits?: Waits,
  home?: string,
): Promise<Fixed | undefined> {
  let known: string[] = [];
  const beside = await textsBeside(file, read);
  const once = async (homes: readonly Home[]) => {
    let written: Written | undefined;
    const before = await engine.analyseWith(file, text, read, (found: FoundCall) => {
      const { rule, line, column } = found.site;
      // Steps of one batch are mended together: those that are handled by now are left alone.
      if (!isOpen(found.site) || rule !== site.rule || line !== site.line || column !== site.column) return;
      written = editsFor(found, fix, waits, homes, beside);
      known = homesFor(found);
    });
    return written && { written, before };
  };
  let outcome = await once(home === undefined ? [] : [{ path: home, text: await read(home) }]);
  const helper = outcome?.written.helper;
  if (helper !== undefined && home === undefined) {
    const texts = await Promise.all(known.map(async (path) => ({ path, text: await read(path), asItIs: true })));
    const having = texts.filter((one) => one.text?.includes(helper));
    if (having.length > 0) outcome = await once(having);
  }
  if (!outcome) return undefined;
  const { written, before } = outcome;
  const fixed = applyEdits(text, written.edits);
  const there = written.home;
  const after = await engine.analyse(file, fixed, (path) => (path === there?.path ? there.text : read(path)));
  // An add-on leaves the call as open as it was.
  const most = openCount(before) - (isAddOn(fix) ? 0 : 1);
  const cured = after.stage === 'analysed' && openCount(after) <= most && (after.unread ?? 0) <= (before.unread ?? 0);
  return { ...written, text: fixed, cured, after };
}

/** Texts of the files that share their names with this one, where the language has that: no helper is declared twice. */
async function textsBeside(file: string, read: ReadNeighbour): Promise<string[]> {
  const packages = languageOf(file)?.traits.packages;
  if (!packages) return [];
  const paths = pathsBeside(file, packages, await read(folderOf(file)));
  const texts = await Promise.all(paths.map((path) => read(path)));
  return texts.filter((text) => text !== undefined);
}

/** A fix that handles nothing by itself. */
function isAddOn(fix: FixId): boolean {
  return fix === 'instrument';
}

/** Calls that something should be done about. */
function openCount(result: FileResult): number {
  return result.sites.filter(isOpen).length;
}
