/**
 * The catalog as a document: `guard409 rules --format md` and the index docs/scenarios.md, in English, and one scenario as a
 * page in the user's language.
 */
import { english, phrases, type Translate } from '../l10n/t.js';
import { DRIVE_ITEMS, DRIVES, USERS } from './build.js';
import { omissions } from './coverage.js';
import { scenarios } from './index.js';
import { localizeScenario } from './localize.js';
import { SERVICE_TITLES } from './titles.js';
import type {
  Answer,
  Cost,
  Identity,
  Intent,
  Level,
  OperationRow,
  Precondition,
  RemedyRow,
  Scenario,
  Service,
} from './types.js';

const CAUSES: Record<Scenario['cause'], string> = phrases({
  duplicate: 'duplicate: something with this identity exists already',
  concurrency: 'concurrency: somebody else changed it at the same time',
  state: 'state: the resource, or something it depends on, is not in a fitting state',
});

const CONFIDENCE: Record<Scenario['confidence'], string> = phrases({
  documented: 'documented',
  'maintainer-said': 'stated by maintainers, not in the reference',
  'community-reported': 'reported by users, not in the reference',
});

const RETRY: Record<Scenario['plainRetry'], string> = phrases({
  never: 'never helps',
  'after-delay': 'can help after a delay',
  'after-reread': 'can help after reading again',
});

/** What a request must carry, in words. English; give it to `t`. */
export const NEEDS: Record<Precondition, string> = phrases({
  'if-match': 'with If-Match',
  condition: 'with a condition',
  'unique-key': 'in a container with unique keys',
  'behavior-fail': 'with conflictBehavior fail',
  'in-batch': 'in a transactional batch',
  'in-bulk': 'in a bulk load',
  'after-create': 'right after the create',
  'body-property': 'with certain properties in the body',
  'prone-step': 'with a step that can conflict',
});

/** How much of a cost, in a word. English; give it to `t`. */
export const LEVELS: Record<Level, string> = phrases({ none: 'none', low: 'low', medium: 'medium', high: 'high' });

const INTENTS: Record<Intent, string> = phrases({
  ensure: 'ensure',
  'must-be-new': 'must-be-new',
  lock: 'lock',
});

/** The whole document. Pure: the same catalog gives the same text. */
export function scenariosMarkdown(): string {
  const link = (s: Scenario) => `#${s.id.replace('/', '')}`;
  return catalogDocument([NOTATION], (own) => [index(own, link), ...own.map((s) => section(s, english))]);
}

/**
 * The same without the scenarios themselves, each of which is a page of its own.
 * @param link address of a scenario's page
 * @param notes paragraphs below the heading
 */
export function scenariosIndex(link: (s: Scenario) => string, notes: string[]): string {
  return catalogDocument(notes, (own) => [index(own, link)]);
}

/** How the operations of a document are written. */
export const NOTATION =
  'An operation is written `METHOD /path/{}`; `{user}` stands for `/me` and `/users/{}`, `{drive}` for every place a drive is reached from (`/me/drive`, `/drives/{}`, drives of users, groups and sites), `{item}` for an item of it, its root or a special folder. A word after `#` tells calls apart that share verb and path.';

function catalogDocument(notes: string[], chapter: (own: Scenario[]) => string[]): string {
  const parts = ['# Conflict scenarios', `${scenarios.length} scenarios.`, ...notes];
  for (const service of Object.keys(SERVICE_TITLES) as Service[])
    parts.push(`## ${SERVICE_TITLES[service]}`, ...chapter(scenarios.filter((s) => s.service === service)));
  parts.push(
    '## Left out on purpose',
    table(
      ['Record', 'Reason'],
      omissions().map((o) => [code(o.record), o.reason]),
    ),
  );
  return `${parts.join('\n\n')}\n`;
}

/**
 * One scenario as a page of its own.
 * @param t puts its texts into the reader's language
 */
export function scenarioMarkdown(scenario: Scenario, t: Translate): string {
  const s = localizeScenario(scenario, t);
  const heading = `# ${s.title}\n\n${t('{0}, rule {1}', SERVICE_TITLES[s.service], code(s.id))}`;
  return `${section(s, t).replace(/^### .*/, () => heading)}\n`;
}

function index(own: Scenario[], link: (s: Scenario) => string): string {
  const row = (s: Scenario) => [
    `[${s.id}](${link(s)})`,
    s.title,
    s.cause,
    statuses(s),
    marks(s) ? 'yes' : 'explained only',
  ];
  return table(['Scenario', 'Clash', 'Cause', 'Answers', 'Marked'], own.map(row));
}

/** @param s with its texts in the language of `t` */
function section(s: Scenario, t: Translate): string {
  const p = scenarioParts(s, t);
  const details = [p.portal, p.details].join('\n');
  const clash = `**${s.title}.** ${s.summary}`;
  const parts = [`### ${s.id}`, clash, p.facts, p.operations, p.answers, details, p.remedies, p.governance, p.timeline];
  return [...parts, p.sources].filter((part) => part !== '').join('\n\n');
}

/** What a page says of a scenario, each as Markdown; '' where there is nothing to say. */
export interface ScenarioParts {
  /** Cause, confidence, retry. */
  facts: string;
  operations: string;
  answers: string;
  /** What the portal does, and what the API does. */
  portal: string;
  /** Identity, look-up, forms that cannot clash, intent. */
  details: string;
  remedies: string;
  governance: string;
  timeline: string;
  sources: string;
}

/** @param s with its texts in the language of `t` */
export function scenarioParts(s: Scenario, t: Translate): ScenarioParts {
  const facts = [
    `- ${t('Cause: {0}', t(CAUSES[s.cause]))}`,
    `- ${t('Confidence: {0}', t(CONFIDENCE[s.confidence]))}`,
    `- ${t('The same request again: {0}', t(RETRY[s.plainRetry]))}${s.retryAfter ? `; ${t('Retry-After may be sent')}` : ''}`,
    ...(s.silent ? [`- ${t('Without an error: {0}', s.silent)}`] : []),
  ];
  const answers = s.answers.map((a) => answer(a, t));
  const remedies = s.remedies.map((r) => remedyRow(r, t));
  return {
    facts: facts.join('\n'),
    operations: s.operations.length > 0 ? operations(s.operations, t) : '',
    answers: answers.length > 0 ? table([t('Status'), t('Codes'), t('Text'), t('When')], answers) : '',
    portal: [`- ${t('Portal: {0}', s.portal)}`, `- ${t('API: {0}', s.api)}`].join('\n'),
    details: details(s, t),
    remedies: table(
      [t('Remedy'), t('What it means here'), t('Latency'), t('Complexity'), t('Duplicate effects'), t('Throttling')],
      remedies,
    ),
    governance: s.governance
      ? [
          list(t('Before the change'), s.governance.checklist, true),
          list(t('Decision record'), s.governance.decisionRecord),
        ].join('\n\n')
      : '',
    timeline: s.timeline
      ? `\`\`\`text\n${s.timeline.steps.map((m) => `${m.from} ${ARROWS[m.kind]} ${m.to}: ${m.label}`).join('\n')}\n\`\`\``
      : '',
    sources: list(t('Sources'), s.sources),
  };
}

const ARROWS = { request: '->', answer: '=>', error: 'x>', note: '..' } as const;

function details(s: Scenario, t: Translate): string {
  const lines: string[] = [];
  if (s.identity) lines.push(`- ${sameWhen(s.identity, t)}`);
  if (s.lookup) {
    const { op, how, pages, deletedItems, unreadable } = s.lookup;
    lines.push(`- ${t('Look-up: {0}. {1}', code(op), how)}${pages ? ` ${t('The answer comes in pages.')}` : ''}`);
    if (deletedItems) lines.push(`- ${t('Deleted holders: {0}', deletedItems)}`);
    if (unreadable) lines.push(`- ${t('Cannot be read back: {0}', unreadable.join(', '))}`);
  }
  for (const i of s.idempotent) lines.push(`- ${t('Cannot clash: {0}', i.form)}${i.warning ? ` (${i.warning})` : ''}`);
  lines.push(`- ${t('Intent: {0}', s.intent.map((intent) => t(INTENTS[intent])).join(', '))}`);
  return lines.join('\n');
}

function sameWhen({ fields, caseSensitive, scope }: Identity, t: Translate): string {
  const cases =
    caseSensitive === 'unknown'
      ? t('regard to case unknown')
      : caseSensitive
        ? t('case counts')
        : t('case does not count');
  const same = t('The same when: {0} ({1})', fields.join(', '), cases);
  return scope ? `${same}; ${t('unique in {0}', scope)}` : same;
}

function operations(rows: OperationRow[], t: Translate): string {
  const texts = (wanted: boolean) => [
    ...new Set(rows.filter((r) => r.marks === wanted).map((row) => operation(row, t))),
  ];
  return [
    ...(texts(true).length > 0 ? [list(t('Marked when unhandled'), texts(true))] : []),
    ...(texts(false).length > 0 ? [list(t('Explained, not marked'), texts(false))] : []),
  ].join('\n\n');
}

/** One row, with the roots it stands under folded into one name. */
function operation(row: OperationRow, t: Translate): string {
  const properties = row.properties?.join(` ${t('or')} `) ?? '';
  const needs =
    row.needs === 'body-property' ? t('with {0} in the body', properties) : row.needs && t(NEEDS[row.needs]);
  const notes = [needs, row.beta && 'beta', row.notInMetadata].filter((n) => typeof n === 'string');
  return `${code(fold(row.op))}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`;
}

const FOLDS = [
  ...byLength(DRIVE_ITEMS).map((prefix) => [prefix, '/{item}'] as const),
  ...byLength(DRIVES).map((prefix) => [prefix, '/{drive}'] as const),
  ...USERS.map((prefix) => [prefix, '/{user}'] as const),
];

function byLength(prefixes: string[]): string[] {
  return [...prefixes].sort((a, b) => b.length - a.length);
}

function fold(op: string): string {
  const [method = '', path = ''] = op.split(' ');
  const found = FOLDS.find(([prefix]) => path.startsWith(`${prefix}/`));
  return `${method} ${found ? found[1] + path.slice(found[0].length) : path}`;
}

function answer(a: Answer, t: Translate): string[] {
  return [
    a.unverified ? t('{0} (not verified)', a.status) : String(a.status),
    a.codes.map(code).join(', '),
    a.texts?.join('; ') ?? '',
    a.when ? t(NEEDS[a.when]) : '',
  ];
}

function remedyRow(r: RemedyRow, t: Translate): string[] {
  const text = `${r.text}${r.cost.note ? ` *${r.cost.note}*` : ''}`;
  const levels = costs(r.cost).map((level) => t(LEVELS[level]));
  return r.cannotHelp ? [`~~${r.id}~~`, t('Cannot help: {0}', text), ...levels] : [r.id, text, ...levels];
}

function costs(c: Cost): Level[] {
  return [c.latency, c.complexity, c.duplicateSideEffects, c.throttling];
}

function marks(s: Scenario): boolean {
  return s.operations.some((r) => r.marks);
}

function statuses(s: Scenario): string {
  return [...new Set(s.answers.map((a) => a.status))].join(', ') || 'no error';
}

const code = (text: string) => `\`${text}\``;
const cell = (text: string) => text.replaceAll('|', '\\|');

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function list(title: string, items: string[], numbered = false): string {
  return `${title}:\n\n${items.map((item, i) => `${numbered ? `${i + 1}.` : '-'} ${item}`).join('\n')}`;
}
