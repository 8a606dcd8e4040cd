/** From a found call to the fixes that can be written there, and from a chosen fix to its edits. */
import type { Range } from '../analysis/code-model.js';
import type { FoundCall } from '../analysis/engine.js';
import { AnalysisTimeout } from '../analysis/evaluate/evaluate.js';
import type { FixId, Offer, Refusal } from '../analysis/findings.js';
import { remediesFor } from '../remedies/index.js';
import { regionNote, titleInRegions } from '../remedies/regions.js';
import { isPlan, type LoopEdit, type Piece, type Plan, type Rewrite, type Wrap } from '../remedies/remedy.js';
import { type Subject, sourceOf, subjectOf } from '../remedies/subject.js';
import type { Waits } from '../remedies/waits.js';
import { phrasingOf } from './index.js';
import { freeName } from './names.js';
import type { Helper, Phrasing, TextEdit } from './phrasing.js';
import { styleOf } from './style.js';

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
    out.offers.push({ fix, title, safe: outcome.safe, cures, ...(note === undefined ? {} : { note }) });
  }
  return out;
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

/** The edits of a fix, in source order and apart from each other; undefined where it is not offered. A retry waits as chosen. */
export function editsFor(found: FoundCall, fix: FixId, waits?: Waits): TextEdit[] | undefined {
  const subject = subjectOf(found, waits);
  const phrasing = phrasingOf(found.language.id);
  if (!subject || !phrasing) return undefined;
  for (const remedy of remediesFor(subject)) {
    if (remedy.id !== fix) continue;
    const outcome = planned(remedy.plan(subject), subject, phrasing);
    if (isPlan(outcome)) return written(outcome, subject, phrasing);
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

function written({ edit }: Plan, subject: Subject, phrasing: Phrasing): TextEdit[] {
  if (edit.kind === 'rewrite') return rewritten(edit, subject, phrasing) ?? [];
  if (edit.kind === 'loop') return looped(edit, subject, phrasing) ?? [];
  const helper = phrasing.helper(edit.helper, subject);
  return typeof helper === 'object' ? wrapped(edit, helper, subject, phrasing) : [];
}

function rewritten({ edits }: Rewrite, subject: Subject, phrasing: Phrasing): TextEdit[] | undefined {
  const out: TextEdit[] = [];
  for (const { range, ...piece } of edits) {
    const text = phrasing.piece(piece as Piece, subject);
    if (text === undefined) return undefined;
    out.push({ ...range, text });
  }
  return out;
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

function wrapped(wrap: Wrap, helper: Helper, subject: Subject, phrasing: Phrasing): TextEdit[] {
  const style = styleOf(subject.text);
  const { range } = subject.call;
  const place = phrasing.place(subject);
  const inserted: string[] = [];
  const seen = place.within ? sourceOf(subject, place.within) : subject.text;
  // A helper that the file has already is used again, also under the number it was once given.
  const have = (wanted: Helper): string => {
    const used = (wanted.uses ?? []).map(have);
    const write = (name: string): string => phrasing.restyle(wanted.source(name, used), style, subject);
    const known = [wanted.name, ...[2, 3, 4, 5].map((n) => `${wanted.name}${n}`)].find((name) =>
      seen.includes(write(name)),
    );
    if (known !== undefined) return known;
    const name = freeName(wanted.name, seen);
    inserted.push(write(name));
    return name;
  };
  const name = have(helper);
  const imports = Object.entries(inserted.length > 0 ? (helper.imports ?? {}) : {}).flatMap(
    ([module, names]) => phrasing.importing?.(subject, module, names, style) ?? [],
  );
  const before = subject.deferred && subject.use === 'dropped' ? `${phrasing.awaits} ` : '';
  const line = phrasing.inline(phrasing.wrapped(withoutCode(wrap), name, HOLE, subject) ?? HOLE, style);
  const filled = line.replace(HOLE, () => handedOver(wrap, subject)).replace(CODE, (_, at) => codeOf(wrap, Number(at)));
  const call: TextEdit = { ...range, text: before + filled };
  if (inserted.length === 0) return [call];
  const gap = subject.text.slice(0, place.at).endsWith('\n') || place.at === 0 ? '' : style.eol;
  const text = `${gap}${style.eol}${inserted.reverse().join(style.eol + style.eol)}${style.eol}`;
  return [...imports, call, { start: place.at, end: place.at, text }].sort((a, b) => a.start - b.start);
}

/** The source of the call, with the parameter in the place of what was lifted out of it. */
function handedOver({ lifted }: Wrap, subject: Subject): string {
  const { range } = subject.call;
  if (!lifted) return sourceOf(subject, range);
  const before = sourceOf(subject, { start: range.start, end: lifted.range.start });
  return `${before}${lifted.name}${sourceOf(subject, { start: lifted.range.end, end: range.end })}`;
}

/** Stand for the statements of a loop. */
const CHANGE = '\uE001';
const WRITE = '\uE002';

/** The user's own source text among the slots keeps its style too: a hole with its number stands for it. */
function withoutCode(wrap: Wrap): Wrap {
  return { ...wrap, slots: wrap.slots.map((slot, at) => ('code' in slot ? { code: `\uE010${at}\uE010` } : slot)) };
}

function codeOf({ slots }: Wrap, at: number): string {
  const slot = slots[at];
  return slot && 'code' in slot ? slot.code : '';
}

const CODE = /\uE010(\d+)\uE010/g;

/** Stands for the call's own source text, which keeps its style. */
const HOLE = '\uE000';
