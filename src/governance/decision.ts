/**
 * The decision record of a feature that is turned off or on again: a dated Markdown file for people, with words that a
 * later search finds. Pure: the same answers give the same text.
 */
import type { Governance } from '../catalog/types.js';
import type { Translate } from '../l10n/t.js';

/** What was decided. */
export interface Decision {
  /** As its owners call it: `Microsoft 365 Copilot Chat`. */
  feature: string;
  change: 'off' | 'on';
  /** The day of the decision and that of the next look at it, `YYYY-MM-DD`. */
  date: string;
  review: string;
  reason: string;
  /** Places in the checklist that were done. */
  done: readonly number[];
}

/** Words every record holds, in every language: a search for them and the feature finds it. */
export const FIXED_WORDS = '409 Guard decision record';

const DAY = /^\d{4}-\d\d-\d\d$/;

/** True for a day that exists, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The day some days later. */
export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Name of the record's file without its ending: the day, the feature and the change, safe on every file system. */
export function recordName({ date, feature, change }: Decision): string {
  const words = feature
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return `${date}-${words || 'feature'}-${change}`;
}

/** The record. Headings and checklist come from the catalog; what was not said is left to be filled in. */
export function decisionMarkdown(decision: Decision, { checklist, decisionRecord }: Governance, t: Translate): string {
  const { feature, change, date, review, reason, done } = decision;
  const name = oneLine(feature);
  const title = change === 'off' ? t('{0}: turned off', name) : t('{0}: turned on again', name);
  const answers = known(decision, t);
  const parts = [
    `# ${date} ${title}`,
    `${FIXED_WORDS}: ${name}`,
    [
      `- ${t('Decided on: {0}', date)}`,
      `- ${t('Looked at again on: {0}', review)}`,
      `- ${t('Reason: {0}', oneLine(reason))}`,
    ].join('\n'),
    `## ${t('Checked before the change')}`,
    checklist.map((item, i) => `- [${done.includes(i) ? 'x' : ' '}] ${t(item)}`).join('\n'),
    `## ${t('Weighed against each other')}`,
    t(
      'People get a tool at once and find uses of their own; a controlled rollout keeps what is shared too widely from being found, and takes longer.',
    ),
    ...decisionRecord.map((heading, i) => `## ${t(heading)}\n\n${answers[i] ?? t('To be filled in.')}`),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** What the answers say to the headings of the record, by the heading's place; undefined where nothing is known. */
function known({ change, date, feature, reason }: Decision, t: Translate): (string | undefined)[] {
  const switched = change === 'off' ? t('On before, off from {0}.', date) : t('Off before, on from {0}.', date);
  return [oneLine(feature), switched, oneLine(reason)];
}

/** True for a text that is a record of the feature, whatever its language and case. */
export function isRecordOf(text: string, feature: string): boolean {
  const plain = (words: string): string => words.toLowerCase().replace(/\s+/g, ' ').trim();
  const line = plain(text).indexOf(plain(FIXED_WORDS));
  return line >= 0 && plain(feature) !== '' && plain(text).includes(plain(feature));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
