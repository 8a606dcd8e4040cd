/** Computes a chosen fix and proves it on the spot: the fixed text is analysed again before anybody sees the edit. */
import { type Engine, type FoundCall, isOpen, type ReadNeighbour } from '../analysis/engine.js';
import type { FileResult, FixId, Site } from '../analysis/findings.js';
import type { Waits } from '../remedies/waits.js';
import { applyEdits } from './apply.js';
import { editsFor } from './fix.js';
import type { TextEdit } from './phrasing.js';

/** A fix that was computed for a text. */
export interface Fixed {
  edits: TextEdit[];
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
 * @param waits what a retry waits; the usual where nothing was chosen
 * @param site the finding, by rule and place, of a result for this very text
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
): Promise<Fixed | undefined> {
  let edits: TextEdit[] | undefined;
  const before = await engine.analyseWith(file, text, read, (found: FoundCall) => {
    const { rule, line, column } = found.site;
    // Steps of one batch are mended together: those that are handled by now are left alone.
    if (isOpen(found.site) && rule === site.rule && line === site.line && column === site.column)
      edits = editsFor(found, fix, waits);
  });
  if (!edits) return undefined;
  const fixed = applyEdits(text, edits);
  const after = await engine.analyse(file, fixed, read);
  // An add-on leaves the call as open as it was.
  const most = openCount(before) - (isAddOn(fix) ? 0 : 1);
  const cured = after.stage === 'analysed' && openCount(after) <= most && (after.unread ?? 0) <= (before.unread ?? 0);
  return { edits, text: fixed, cured, after };
}

/** A fix that handles nothing by itself. */
function isAddOn(fix: FixId): boolean {
  return fix === 'instrument';
}

/** Calls that something should be done about. */
function openCount(result: FileResult): number {
  return result.sites.filter(isOpen).length;
}
