/** A scenario as the panel shows it, and the list of all of them, in the user's language. */
import { scenarios } from '../catalog/index.js';
import { localizeScenario } from '../catalog/localize.js';
import { LEVELS, NEEDS } from '../catalog/markdown.js';
import { REMEDY_TITLES } from '../catalog/titles.js';
import type { Cause, Cost, Level, RemedyId, RemedyRow, Scenario } from '../catalog/types.js';
import { phrases, type Translate } from '../l10n/t.js';
import type { AnswerView, CostView, Entry, ExampleView, FactView, ScenarioView } from '../panel/protocol.js';
import { WORDS } from '../panel/words.js';
import { journalsOf } from './journals.js';
import { sourceView } from './sources.js';
import { RETRIES } from './words.js';

/** Gives the examples of a remedy. */
export type Examples = (scenario: Scenario, remedy: RemedyId) => ExampleView[];

const KINDS = ['latency', 'complexity', 'duplicateSideEffects', 'throttling'] as const satisfies (keyof Cost)[];

const RETRY_TAGS: Record<Scenario['plainRetry'], string> = phrases({
  never: 'a retry cannot help',
  'after-delay': 'a wait can help',
  'after-reread': 'reading again can help',
});

const CONFIDENCE_TAGS: Record<Scenario['confidence'], string> = phrases({
  documented: 'documented',
  'maintainer-said': 'said by maintainers',
  'community-reported': 'reported by users',
});

const CAUSE_TAGS: Record<Cause, string> = {
  duplicate: WORDS.duplicate,
  concurrency: WORDS.concurrency,
  state: WORDS.state,
};

/** Everything about a scenario that is the same in every workspace. */
export function scenarioView(scenario: Scenario, t: Translate, examples: Examples): ScenarioView {
  const s = localizeScenario(scenario, t);
  const canWait = s.remedies.some(({ id, cannotHelp }) => id === 'back-off-and-retry' && !cannotHelp);
  return {
    id: s.id,
    title: s.title,
    tags: [
      { text: WORDS[s.service], kind: 'plain' },
      { text: t(CAUSE_TAGS[s.cause]), kind: 'cause' },
      { text: t(RETRY_TAGS[s.plainRetry]), kind: 'plain' },
      { text: t(CONFIDENCE_TAGS[s.confidence]), kind: 'plain' },
    ],
    summary: s.summary,
    operations: operationsOf(scenario),
    answers: answersOf(scenario, t),
    facts: facts(s, t),
    portal: s.portal,
    api: s.api,
    remedies: s.remedies.map((row) => {
      const journals = row.cannotHelp ? undefined : journalsOf(s.id, row.id);
      return {
        id: row.id,
        title: t(REMEDY_TITLES[row.id]),
        text: row.text,
        ...(row.cost.note !== undefined && { note: row.cost.note }),
        costs: costs(row, t),
        cannotHelp: row.cannotHelp === true,
        ...(journals && { journals }),
        examples: row.cannotHelp ? [] : examples(scenario, row.id),
      };
    }),
    ...(s.timeline && {
      timeline: {
        actors: s.timeline.actors,
        steps: s.timeline.steps.map(({ from, to, label, kind }) => ({ from, to, label, kind })),
      },
    }),
    checklist: s.governance?.checklist ?? [],
    decisionRecord: s.governance?.decisionRecord ?? [],
    ...((canWait || s.plainRetry === 'after-delay') && { backOff: { retryAfter: s.retryAfter } }),
    sources: s.sources.map(sourceView),
  };
}

/** The list of all scenarios; each is found in the user's language and in English. */
export function entries(t: Translate): Entry[] {
  const titled = scenarios.map((scenario) => ({ ...scenario, name: t(scenario.title) }));
  return titled.sort(inOrder).map(({ id, title, name, service, cause, answers, operations }) => ({
    id,
    title: name,
    service,
    cause,
    codes: [...new Set(answers.flatMap((answer) => answer.codes))],
    terms: [
      name,
      title,
      id,
      ...answers.flatMap((answer) => [answer.status, ...answer.codes]),
      ...operations.map(({ op }) => op),
    ]
      .join(' ')
      .toLowerCase(),
  }));
}

/** Services in the order in which people look for them. */
const SERVICE_ORDER: readonly Scenario['service'][] = ['graph', 'bookings', 'cosmos'];
const CAUSE_ORDER: readonly Cause[] = ['duplicate', 'concurrency', 'state'];

function inOrder(a: Scenario & { name: string }, b: Scenario & { name: string }): number {
  const service = SERVICE_ORDER.indexOf(a.service) - SERVICE_ORDER.indexOf(b.service);
  const cause = CAUSE_ORDER.indexOf(a.cause) - CAUSE_ORDER.indexOf(b.cause);
  return service || cause || a.name.localeCompare(b.name);
}

/** More operations than these are left to the table of the catalog. */
const MAX_OPERATIONS = 3;

/** Those that are marked, or where none is, those that belong to the explanation. */
function operationsOf({ operations }: Scenario): string[] {
  const marked = operations.filter(({ marks }) => marks);
  const all = (marked.length > 0 ? marked : operations).map(({ op }) => op);
  return all.length > MAX_OPERATIONS ? [...all.slice(0, MAX_OPERATIONS), '…'] : all;
}

function answersOf({ answers }: Scenario, t: Translate): AnswerView[] {
  return answers.map(({ status, codes, when, unverified }) => {
    const notes = [...(when ? [t(NEEDS[when])] : []), ...(unverified ? [t('(not verified)')] : [])];
    return { status, codes: [...new Set(codes)], ...(notes.length > 0 && { when: notes.join(' ') }) };
  });
}

/** @param s with its texts in the user's language */
function facts(s: Scenario, t: Translate): FactView[] {
  const { identity, lookup } = s;
  return [
    ...(identity ? [{ label: t('The same means'), text: sameText(identity.fields, identity.scope) }] : []),
    {
      label: t('Retry'),
      text: `${t(RETRIES[s.plainRetry])}${s.retryAfter ? ` ${t('Retry-After may say how long to wait.')}` : ''}`,
    },
    ...(s.silent ? [{ label: t('Silently'), text: s.silent }] : []),
    ...(lookup ? [{ label: t('What is there'), text: `${lookup.op}. ${lookup.how}` }] : []),
    ...s.idempotent.map(({ form, warning }) => ({
      label: t('Cannot clash'),
      text: warning ? `${form} (${warning})` : form,
    })),
  ];
}

function sameText(fields: readonly string[], scope: string | undefined): string {
  const named = fields.join(', ');
  return scope === undefined ? named : `${named} (${scope})`;
}

function costs({ cost }: RemedyRow, t: Translate): CostView[] {
  return KINDS.map((kind) => {
    const level: Level = cost[kind];
    return { level, words: t(LEVELS[level]) };
  });
}
