/** A recognised call with its verdict: what it was known by, what it can run into, and what became of its failure. */
import { scenarioById } from '../../catalog/index.js';
import { REMEDY_TITLES } from '../../catalog/titles.js';
import { phrases, type Translate } from '../../l10n/t.js';
import type { EngineConfig } from '../engine-config.js';
import type { Severity, Site } from '../findings.js';
import type { Candidate } from '../operations/operation.js';
import { reasonSentence } from '../reason-text.js';
import { type SeverityStep, severitySteps } from '../severity.js';
import type { Judgement } from '../verdict/judge.js';
import type { Outcome, WhyRow } from './answer.js';
import { harmlessPlace } from './harmless-place.js';
import type { Inspection } from './inspection.js';

const SEVERITY_NAMES: Readonly<Record<Severity, string>> = phrases({
  error: 'an error',
  warning: 'a warning',
  information: 'information',
  hint: 'a hint',
  none: 'no mark',
});

/** What made the severity what it is, as a format with the severity as {0} and the detail as {1}. */
const STEP_SENTENCES: Readonly<Record<SeverityStep['by'], string>> = phrases({
  verdict: 'the verdict alone makes it {0}',
  rule: 'the configured severity of "{1}" makes it {0}',
  tests: 'the file is a test, a sample or generated, which makes it {0}',
  override: 'the override for "{1}" makes it {0}',
  race: 'a race is at most information, which makes it {0}',
  'only-sends': 'the file only says what is sent, which makes it {0}',
  likely: 'the evidence is only likely, which makes it {0}',
});

/** Outcome, sentence and rows of a site. */
export function siteAnswer(
  x: Inspection,
  site: Site,
  candidate: Candidate | undefined,
  judgement: Judgement | undefined,
  config: EngineConfig,
): { outcome: Outcome; title: string; rows: WhyRow[] } {
  const { t } = x;
  const isMarked = site.severity !== 'none' && site.ignored === undefined;
  const sentence = t(reasonSentence(site.reason));
  const rows: WhyRow[] = [];
  if (site.ignored !== undefined)
    rows.push({ id: 'ignored', label: t('Accepted'), text: t('A comment accepts the conflict: {0}', site.ignored) });
  const place = candidate && judgement && harmlessPlace(x.rx.ev, candidate, judgement.reason);
  rows.push({
    id: 'reason',
    label: t('Verdict'),
    text: `${sentence} (${site.verdict}: ${site.reason})`,
    ...(place ? { place: x.place(place) } : {}),
  });
  for (const step of site.trail) {
    const { message, ...where } = step;
    rows.push({ id: 'trail', label: t('The error passes'), text: message, place: where });
  }
  rows.push(
    {
      id: 'operation',
      label: t('Operation'),
      text: candidate?.sdk ? `${site.operation} (${candidate.sdk.title})` : site.operation,
    },
    { id: 'evidence', label: t('Evidence'), text: evidenceText(site, candidate, judgement, t) },
    ...scenarioRows(site, t),
    { id: 'severity', label: t('Severity'), text: severityText(site, config, t) },
  );
  const scenario = scenarioById(site.rule);
  for (const id of isMarked ? site.remedies : []) {
    const remedy = scenario?.remedies.find((r) => r.id === id);
    if (remedy) rows.push({ id: 'remedy', label: t('What helps'), text: `${t(REMEDY_TITLES[id])}: ${t(remedy.text)}` });
  }
  return { outcome: isMarked ? 'marked' : 'quiet', title: titleOf(site, sentence, t), rows };
}

function titleOf(site: Site, sentence: string, t: Translate): string {
  if (site.ignored !== undefined) return t('Not marked: a comment accepts the conflict.');
  if (site.severity !== 'none') return t('Marked as {0}: {1}', t(SEVERITY_NAMES[site.severity]), sentence);
  if (site.verdict === 'handled' || site.verdict === 'idempotent') return t('Not marked: {0}', sentence);
  return t('Not marked: its severity is set to "none". {0}', sentence);
}

function evidenceText(
  site: Site,
  candidate: Candidate | undefined,
  judgement: Judgement | undefined,
  t: Translate,
): string {
  const list = site.evidence.join(', ');
  if (site.certainty === 'certain') return t('Certain: {0}.', list);
  if (candidate?.certain && judgement?.unseen)
    return t('Likely: {0}. The call is certain, but its error goes to code that cannot be seen here.', list);
  return t(
    'Likely: {0}. A value with a type of the client library, or a URL with the host, would make it certain.',
    list,
  );
}

function scenarioRows(site: Site, t: Translate): WhyRow[] {
  const scenario = scenarioById(site.rule);
  if (!scenario) return [];
  const answers = scenario.answers.map((a) => [a.status, ...a.codes].join(' ')).join('; ');
  const also = site.also.flatMap((rule): WhyRow[] => {
    const other = scenarioById(rule);
    return other ? [{ id: 'also', label: t('Further conflict'), text: `${t(other.title)} (${rule})`, rule }] : [];
  });
  return [
    { id: 'scenario', label: t('Conflict'), text: `${t(scenario.title)} (${site.rule})`, rule: site.rule },
    ...also,
    { id: 'answers', label: t('The service answers'), text: answers },
  ];
}

function severityText(site: Site, config: EngineConfig, t: Translate): string {
  const steps = severitySteps(config)(site);
  const parts = steps.map((s) => t(STEP_SENTENCES[s.by], t(SEVERITY_NAMES[s.severity]), s.detail ?? ''));
  return parts.join('; ');
}
