/** What the panel shows of the workspace: the call it was opened from, calls like it, and how many are open. */
import { isOpen } from '../analysis/engine.js';
import type { FixId, Offer, Site } from '../analysis/findings.js';
import { reasonSentence } from '../analysis/reason-text.js';
import { REMEDY_TITLES } from '../catalog/titles.js';
import { phrases, type Translate } from '../l10n/t.js';
import type { CallView, CodeLine, OfferView, PlaceView } from '../panel/protocol.js';
import { REFUSALS } from './refusals.js';
import { VERDICTS } from './words.js';

/** Fixes that are no remedies of the catalog. */
const OTHER_FIXES: Readonly<Record<Exclude<FixId, keyof typeof REMEDY_TITLES>, string>> = phrases({
  mend: 'Mend what is there',
  instrument: 'Make it visible',
});

/** What a fix is called, in the user's language. */
function fixTitle(fix: FixId, t: Translate): string {
  return t({ ...REMEDY_TITLES, ...OTHER_FIXES }[fix]);
}

/** More lines of a call than these are not quoted. */
const MAX_LINES = 8;

/**
 * A call with its lines.
 *
 * @param file how the file is called
 * @param text the file's text the site was found in
 */
export function callView(site: Site, file: string, text: string, t: Translate): CallView {
  const open = isOpen(site) && site.ignored === undefined;
  return {
    file,
    line: site.line,
    lines: quoted(site, text),
    verdict: site.ignored === undefined ? t(VERDICTS[site.verdict]) : t('Ignored here'),
    message: site.ignored ?? t(reasonSentence(site.reason)),
    offers: open ? (site.offers ?? []).map((offer) => offerView(offer, t)) : [],
    refused: open ? Object.fromEntries((site.refused ?? []).map(({ fix, why }) => [fix, t(REFUSALS[why])])) : {},
  };
}

function offerView({ fix, title, note }: Offer, t: Translate): OfferView {
  return { fix, title: fixTitle(fix, t), text: note === undefined ? title : `${title}. ${note}` };
}

/** The lines of the call, without what all of them are indented by. */
function quoted({ line, column, endLine, endColumn }: Site, text: string): CodeLine[] {
  const rest = text.split(/\r\n|\n|\r/).slice(line - 1, line - 1 + MAX_LINES);
  const all = rest.slice(0, Math.max(endLine - line + 1, callLength(rest, column - 1)));
  const filled = all.filter((one) => one.trim() !== '');
  const indent = Math.min(...filled.map((one) => one.length - one.trimStart().length), column - 1);
  return all.map((one, index) => {
    const shown = one.slice(indent);
    const first = one.length - one.trimStart().length;
    const from = index === 0 ? column - 1 : first;
    const to = line + index < endLine ? one.length : line + index === endLine ? endColumn - 1 : 0;
    const within = (at: number) => Math.min(Math.max(0, at - indent), shown.length);
    return { number: line + index, text: shown, from: within(from), to: Math.max(within(from), within(to)) };
  });
}

/** How many lines it takes until every bracket that is opened from a place on is closed again: near enough for a quote. */
function callLength(lines: readonly string[], column: number): number {
  let depth = 0;
  for (const [index, line] of lines.entries()) {
    for (const sign of index === 0 ? line.slice(column) : line) {
      if ('([{'.includes(sign)) depth++;
      else if (')]}'.includes(sign)) depth--;
    }
    if (depth <= 0) return index + 1;
  }
  return lines.length;
}

/** A call in a list. */
export function placeView(site: Site, file: string, key: number, t: Translate): PlaceView {
  const open = isOpen(site) && site.ignored === undefined;
  const verdict = site.ignored === undefined ? t(VERDICTS[site.verdict]) : t('Ignored here');
  return { key, file, line: site.line, operation: site.operation, verdict, open };
}

/** The call of a rule that is meant by a place: the one there, or the nearest. */
export function siteNear(sites: readonly Site[], rule: string, line: number, column: number): Site | undefined {
  const distance = (site: Site) => Math.abs(site.line - line) * 1000 + Math.abs(site.column - column);
  return sites
    .filter((site) => site.rule === rule || site.also.includes(rule))
    .reduce<Site | undefined>((best, site) => (best && distance(best) <= distance(site) ? best : site), undefined);
}
