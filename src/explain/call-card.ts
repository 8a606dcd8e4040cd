/** What is said about one call in a few lines: the content of the hover, before it is Markdown. */
import type { Site } from '../analysis/findings.js';
import { reasonSentence } from '../analysis/reason-text.js';
import { NEEDS } from '../catalog/markdown.js';
import { REMEDY_TITLES } from '../catalog/titles.js';
import type { Answer, RemedyRow, Scenario } from '../catalog/types.js';
import { t } from '../l10n/t.js';
import { CAUSES, COSTS, RETRIES, VERDICTS } from './words.js';

/** A piece of a line. `workspace`: it holds text of the workspace, which must never become markup. */
export interface Span {
  text: string;
  style: 'plain' | 'strong' | 'quiet' | 'code' | 'workspace';
}

export type Line = readonly Span[];

export interface CallCard {
  /** True where something is to be done: nothing handles the conflict, and nobody said that it is meant to be so. */
  open: boolean;
  lines: Line[];
}

/** More error codes of one answer than these are left to the explanation. */
const MAX_CODES = 3;

const plain = (text: string): Span => ({ text, style: 'plain' });
const strong = (text: string): Span => ({ text, style: 'strong' });
const quiet = (text: string): Span => ({ text, style: 'quiet' });
const code = (text: string): Span => ({ text, style: 'code' });
const workspace = (text: string): Span => ({ text, style: 'workspace' });

/**
 * The card of a call, in the user's language: verdict and reason for all; for one that is to be changed also what clashes,
 * what the service answers, what helps and whether a retry can. What the mark itself says, which the editor shows above
 * the card, is not said again.
 *
 * @param scenario the one the site's rule names
 */
export function callCard(site: Site, scenario: Scenario): CallCard {
  const handled = site.verdict === 'handled' || site.verdict === 'idempotent';
  const open = !handled && site.ignored === undefined;
  const marked = open && site.severity !== 'none';
  const lines: Line[] = [
    [strong(`${headline(site)}.`), plain(` ${marked ? clash(scenario) : t(reasonSentence(site.reason))}`)],
  ];
  if (!marked) lines.push([plain(`${t(scenario.title)}: `), workspace(site.operation)]);
  if (site.ignored !== undefined) lines.push([fact(t('Ignored here')), workspace(site.ignored)]);
  if (open && !marked) lines.push([fact(t('Clash')), plain(clash(scenario))]);
  if (open) lines.push(...answers(scenario), ...firstRemedy(site, scenario), retry(scenario));
  return { open, lines };
}

function headline(site: Site): string {
  const verdict = t(VERDICTS[site.verdict]);
  return site.certainty === 'likely' ? t('{0} (likely)', verdict) : verdict;
}

/** What a line is about. */
const fact = (label: string): Span => strong(`${label}: `);

/** The fields of an identity are those of the request; what is in its address or its condition is none. */
function clash({ cause, identity }: Scenario): string {
  const fields = identity?.fields.filter((field) => field !== 'path' && field !== 'If-Match') ?? [];
  const named = cause === 'duplicate' && fields.length > 0;
  return named ? t('Something with the same identity ({0}) exists already.', fields.join(', ')) : t(CAUSES[cause]);
}

/** `409 ObjectIdentifierInUse, ExtensionError; 412 with If-Match`. One entry for each status and what it needs. */
function answers(scenario: Scenario): Line[] {
  const groups = new Map<string, Answer>();
  for (const answer of scenario.answers) {
    const key = `${answer.status} ${answer.when} ${answer.unverified}`;
    const known = groups.get(key);
    groups.set(key, known ? { ...known, codes: [...known.codes, ...answer.codes] } : answer);
  }
  if (groups.size === 0) return [];
  const spans = [...groups.values()].flatMap((answer, i) => [...(i > 0 ? [plain('; ')] : []), ...answerSpans(answer)]);
  return [[fact(t('Answer')), ...spans]];
}

function answerSpans({ status, codes, when, unverified }: Answer): Span[] {
  const distinct = [...new Set(codes)];
  const named = distinct.slice(0, MAX_CODES).join(', ');
  const more = distinct.length > MAX_CODES ? ', …' : '';
  return [
    code(String(status)),
    ...(named ? [plain(` ${named}${more}`)] : []),
    ...(when ? [quiet(` ${t(NEEDS[when])}`)] : []),
    ...(unverified ? [quiet(` ${t('(not verified)')}`)] : []),
  ];
}

function firstRemedy(site: Site, scenario: Scenario): Line[] {
  const row = scenario.remedies.find(({ id }) => id === site.remedies[0]);
  if (!row) return [];
  return [
    [fact(t('Remedy')), plain(`${t(REMEDY_TITLES[row.id])}. ${firstSentence(t(row.text))}`)],
    [fact(t('Cost')), plain(cost(row))],
  ];
}

/** Text up to the first full stop that ends a sentence; abbreviations end no sentence. */
function firstSentence(text: string): string {
  return /^.*?[\p{L}\d)"]{3}\.(?=\s+\p{Lu})/su.exec(text)?.[0] ?? text;
}

function cost({ cost: { note, ...levels } }: RemedyRow): string {
  if (note !== undefined) return firstSentence(t(note));
  const parts = (Object.keys(COSTS) as (keyof typeof COSTS)[]).flatMap((kind) => {
    const level = levels[kind];
    return level === 'none' ? [] : [t(COSTS[kind][level])];
  });
  return parts.length > 0 ? parts.join(', ') : t('nothing');
}

function retry({ plainRetry, retryAfter }: Scenario): Line {
  const hint = retryAfter ? ` ${t('Retry-After may say how long to wait.')}` : '';
  return [fact(t('Retry')), plain(`${t(RETRIES[plainRetry])}${hint}`)];
}
