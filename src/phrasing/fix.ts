/** From a found call to the fixes that can be written there, and from a chosen fix to its edits. */
import type { Range } from '../analysis/code-model.js';
import type { FoundCall } from '../analysis/engine.js';
import { AnalysisTimeout } from '../analysis/evaluate/evaluate.js';
import type { FixId, Offer, Refusal } from '../analysis/findings.js';
import { remediesFor } from '../remedies/index.js';
import { regionNote, titleInRegions } from '../remedies/regions.js';
import { isPlan, type LoopEdit, type Piece, type Plan, type Rewrite } from '../remedies/remedy.js';
import { type Subject, sourceOf, subjectOf } from '../remedies/subject.js';
import type { Waits } from '../remedies/waits.js';
import { type Home, homeFor } from './home.js';
import { phrasingOf } from './index.js';
import type { Phrasing, TextEdit } from './phrasing.js';
import { styleOf } from './style.js';
import { type Written, wrapped } from './wrapping.js';

/** The fixes at a call and, for each remedy of its scenario that is not among them, the reason. */
export interface Offers {
  offers: Offer[];
  refused: { fix: FixId; why: Refusal }[];
}

/** Decides what can be offered at a found call. Quick: it runs for every finding. */
export function offersFor(found: FoundCall): Offers {
  const out: Offers = { offers: [], refused: [] };
  const subject = subjectOf(found);
  const phrasing = phrasingOf(found.language.id);
  if (!subject || !phrasing) return out;
  for (const remedy of remediesFor(subject)) {
    const outcome = inTime(() => planned(remedy.plan(subject), subject, phrasing));
    if (!isPlan(outcome)) {
      if (isExpected(remedy.id, subject)) out.refused.push({ fix: remedy.id, why: outcome });
      continue;
    }
    const { id: fix, cures } = remedy;
    const note = cures ? regionNote(subject) : undefined;
    const title = cures ? titleInRegions(subject, outcome.title) : outcome.title;
    const home = onceForAll(outcome, subject, phrasing) ? homeFor(found) : undefined;
    out.offers.push({
      fix,
      title,
      safe: outcome.safe,
      cures,
      ...(note === undefined ? {} : { note }),
      ...(home === undefined ? {} : { home }),
    });
  }
  return out;
}

/** Helpers that a project wants one of: how long and how often it waits is said in one place. */
const ONCE = new Set(['retry']);

/** Whether a fix brings such a helper to the file. */
function onceForAll({ edit }: Plan, subject: Subject, phrasing: Phrasing): boolean {
  if (edit.kind !== 'wrap' || !ONCE.has(edit.helper)) return false;
  const helper = phrasing.helper(edit.helper, subject);
  return typeof helper === 'object' && wrapped(edit, helper, subject, phrasing).helper !== undefined;
}

/** A finding is not lost because the question what to do about it took too long. */
function inTime(plan: () => Plan | Refusal): Plan | Refusal {
  try {
    return plan();
  } catch (error) {
    if (error instanceof AnalysisTimeout) return 'client-unknown';
    throw error;
  }
}

/** Only of a remedy that the scenario names, or of the mending of a handler, would anybody ask why it is not there. */
function isExpected(fix: FixId, { scenario, site }: Subject): boolean {
  if (fix === 'mend') return site.verdict === 'mishandled';
  return fix === 'report-conflict' || scenario.remedies.some((row) => row.id === fix);
}

/**
 * The edits of a fix, in source order and apart from each other; undefined where it is not offered.
 *
 * @param waits what a retry waits; the usual where nothing was chosen
 * @param homes files that helpers may live in; the first one that suits is taken
 * @param beside texts of the files that share their names with that of the call
 */
export function editsFor(
  found: FoundCall,
  fix: FixId,
  waits?: Waits,
  homes: readonly Home[] = [],
  beside: readonly string[] = [],
): Written | undefined {
  const subject = subjectOf(found, waits);
  const phrasing = phrasingOf(found.language.id);
  if (!subject || !phrasing) return undefined;
  for (const remedy of remediesFor(subject)) {
    if (remedy.id !== fix) continue;
    const outcome = planned(remedy.plan(subject), subject, phrasing);
    if (isPlan(outcome)) return written(outcome, subject, phrasing, homes, beside);
  }
  return undefined;
}

/** A plan only counts where the language has its helper for this library. */
function planned(outcome: Plan | Refusal, subject: Subject, phrasing: Phrasing): Plan | Refusal {
  if (!isPlan(outcome)) return outcome;
  if (outcome.edit.kind === 'rewrite') return rewritten(outcome.edit, subject, phrasing) ? outcome : 'not-written';
  if (outcome.edit.kind === 'loop') return looped(outcome.edit, subject, phrasing) ? outcome : 'not-written';
  const helper = phrasing.helper(outcome.edit.helper, subject);
  if (typeof helper === 'string') return helper;
  const written = helper && phrasing.wrapped(outcome.edit, 'f', '', subject);
  return written === undefined ? 'not-written' : outcome;
}

function written(
  { edit }: Plan,
  subject: Subject,
  phrasing: Phrasing,
  homes: readonly Home[],
  beside: readonly string[],
): Written {
  if (edit.kind === 'rewrite') return { edits: rewritten(edit, subject, phrasing) ?? [] };
  if (edit.kind === 'loop') return { edits: looped(edit, subject, phrasing) ?? [] };
  const helper = phrasing.helper(edit.helper, subject);
  return typeof helper === 'object' ? wrapped(edit, helper, subject, phrasing, homes, beside) : { edits: [] };
}

function rewritten({ edits }: Rewrite, subject: Subject, phrasing: Phrasing): TextEdit[] | undefined {
  const out: TextEdit[] = [];
  for (const { range, ...piece } of edits) {
    const text = phrasing.piece(piece as Piece, subject);
    if (text === undefined) return undefined;
    out.push({ ...range, text });
    for (const [module, names] of Object.entries(phrasing.pieceImports?.(piece as Piece, subject) ?? {}))
      out.push(...[phrasing.importing?.(subject, module, names, styleOf(subject.text)) ?? []].flat());
  }
  return out.sort((a, b) => a.start - b.start);
}

/** The statements keep their text and go deeper; the canonical frame goes around them. */
function looped(loop: LoopEdit, subject: Subject, phrasing: Phrasing): TextEdit[] | undefined {
  const style = styleOf(subject.text);
  const line = subject.text.lastIndexOf('\n', loop.before.start - 1) + 1;
  const lead = subject.text.slice(line, loop.before.start);
  if (lead.trim() !== '' || !phrasing.loop) return undefined;
  const deeper = (range: Range, steps: number): string =>
    sourceOf(subject, range).replace(/\r?\n(?=[^\r\n])/g, `${style.eol}${style.indent.repeat(steps)}`);
  const frame = phrasing.loop({ change: CHANGE, write: WRITE, returns: loop.returns }, subject);
  if (frame === undefined) return undefined;
  const [first = '', ...rest] = phrasing.frame(frame, style).split(style.eol);
  const text = [first, ...rest.map((one) => (one === '' ? one : lead + one))]
    .join(style.eol)
    .replace(CHANGE, () => deeper(loop.before, 1))
    .replace(WRITE, () => deeper(loop.write, 2));
  return [{ start: loop.before.start, end: loop.write.end, text }];
}

/** Stand for the statements of a loop. */
const CHANGE = '\uE001';
const WRITE = '\uE002';
