/**
 * What a fix for Cosmos DB cannot do: a conflict on items is told within one region only. Source: the scenario on writes in
 * several regions and what it quotes.
 */
import { t } from '../l10n/t.js';
import type { Subject } from './subject.js';

/** Settings of an account or client by which several regions write. */
const SEVERAL = /\b(?:enable|use)MultipleWriteLocations\b(?!['"]?\s*[:=]\s*false)/i;

/** Whether the conflict of the call is one that a region keeps to itself: items are written anywhere, definitions in one place. */
function isRegional({ site }: Subject): boolean {
  return site.service === 'cosmos' && site.operation.includes('/docs');
}

/** What is said about a fix beside its title; undefined where nothing has to be. */
export function regionNote(subject: Subject): string | undefined {
  return isRegional(subject)
    ? t(
        'Within one region: where several regions write, none refuses what another one wrote, and the last writer wins.',
      )
    : undefined;
}

/** A title that says so too, where the file of the call or of its client shows that several regions write. */
export function titleInRegions(subject: Subject, title: string): string {
  const { receiver, candidate, ev, text } = subject;
  const texts = [text];
  if (receiver) texts.push(...ev.origins({ ...candidate.cell, val: receiver }).map(({ file }) => file.text));
  return isRegional(subject) && texts.some((one) => SEVERAL.test(one))
    ? t('{0}; within one region, and several write here', title)
    : title;
}
