/** The catalog as a document: `docs/scenarios.md` and `guard409 rules --format md`. */
import { DRIVE_ITEMS, DRIVES, USERS } from './build.js';
import { omissions } from './coverage.js';
import { scenarios } from './index.js';
import type { Answer, Cost, OperationRow, Precondition, Scenario, Service } from './types.js';

const SERVICES: Record<Service, string> = {
  graph: 'Microsoft Graph',
  bookings: 'Microsoft Bookings',
  cosmos: 'Azure Cosmos DB',
};

const CAUSES: Record<Scenario['cause'], string> = {
  duplicate: 'duplicate: something with this identity exists already',
  concurrency: 'concurrency: somebody else changed it at the same time',
  state: 'state: the resource, or something it depends on, is not in a fitting state',
};

const CONFIDENCE: Record<Scenario['confidence'], string> = {
  documented: 'documented',
  'maintainer-said': 'stated by maintainers, not in the reference',
  'community-reported': 'reported by users, not in the reference',
};

const RETRY: Record<Scenario['plainRetry'], string> = {
  never: 'never helps',
  'after-delay': 'can help after a delay',
  'after-reread': 'can help after reading again',
};

const NEEDS: Record<Precondition, string> = {
  'if-match': 'with If-Match',
  condition: 'with a condition',
  'unique-key': 'in a container with unique keys',
  'behavior-fail': 'with conflictBehavior fail',
  'in-batch': 'in a transactional batch',
  'in-bulk': 'in a bulk load',
  'after-create': 'right after the create',
  'body-property': 'with certain properties in the body',
  'prone-step': 'with a step that can conflict',
};

/** The whole document. Pure: the same catalog gives the same text. */
export function scenariosMarkdown(): string {
  const parts = [
    '# Conflict scenarios',
    'Generated from `src/catalog` by `npx tsx scripts/generate-scenarios.ts`; do not edit.',
    `${scenarios.length} scenarios. An operation is written \`METHOD /path/{}\`; \`{user}\` stands for \`/me\` and \`/users/{}\`, \`{drive}\` for every place a drive is reached from (\`/me/drive\`, \`/drives/{}\`, drives of users, groups and sites), \`{item}\` for an item of it, its root or a special folder. A word after \`#\` tells calls apart that share verb and path.`,
  ];
  for (const service of Object.keys(SERVICES) as Service[]) {
    const own = scenarios.filter((s) => s.service === service);
    parts.push(`## ${SERVICES[service]}`, index(own), ...own.map(section));
  }
  parts.push(
    '## Left out on purpose',
    table(
      ['Record', 'Reason'],
      omissions().map((o) => [code(o.record), o.reason]),
    ),
  );
  return `${parts.join('\n\n')}\n`;
}

/** One scenario as a page of its own. */
export function scenarioMarkdown(s: Scenario): string {
  const heading = `# ${s.title}\n\n${SERVICES[s.service]}, rule ${code(s.id)}`;
  return `${section(s).replace(/^### .*/, () => heading)}\n`;
}

function index(own: Scenario[]): string {
  const row = (s: Scenario) => [
    `[${s.id}](#${anchor(s.id)})`,
    s.title,
    s.cause,
    statuses(s),
    marks(s) ? 'yes' : 'explained only',
  ];
  return table(['Scenario', 'Clash', 'Cause', 'Answers', 'Marked'], own.map(row));
}

function section(s: Scenario): string {
  const parts = [
    `### ${s.id}`,
    `**${s.title}.** ${s.summary}`,
    [
      `- Cause: ${CAUSES[s.cause]}`,
      `- Confidence: ${CONFIDENCE[s.confidence]}`,
      `- The same request again: ${RETRY[s.plainRetry]}${s.retryAfter ? '; Retry-After may be sent' : ''}`,
      ...(s.silent ? [`- Without an error: ${s.silent}`] : []),
    ].join('\n'),
  ];
  if (s.operations.length > 0) parts.push(operations(s.operations));
  if (s.answers.length > 0) parts.push(table(['Status', 'Codes', 'Text', 'When'], s.answers.map(answer)));
  parts.push(details(s));
  parts.push(
    table(
      ['Remedy', 'What it means here', 'Latency', 'Complexity', 'Duplicate effects', 'Throttling'],
      s.remedies.map(remedyRow),
    ),
  );
  if (s.governance)
    parts.push(
      list('Before the change', s.governance.checklist, true),
      list('Decision record', s.governance.decisionRecord),
    );
  if (s.timeline)
    parts.push(
      `\`\`\`text\n${s.timeline.steps.map((t) => `${t.from} ${ARROWS[t.kind]} ${t.to}: ${t.label}`).join('\n')}\n\`\`\``,
    );
  parts.push(list('Sources', s.sources));
  return parts.join('\n\n');
}

const ARROWS = { request: '->', answer: '=>', error: 'x>', note: '..' } as const;

function details(s: Scenario): string {
  const lines = [`- Portal: ${s.portal}`, `- API: ${s.api}`];
  if (s.identity) {
    const cases =
      s.identity.caseSensitive === 'unknown'
        ? 'regard to case unknown'
        : s.identity.caseSensitive
          ? 'case counts'
          : 'case does not count';
    lines.push(
      `- The same when: ${s.identity.fields.join(', ')} (${cases})${s.identity.scope ? `; unique in ${s.identity.scope}` : ''}`,
    );
  }
  if (s.lookup) {
    const { op, how, pages, deletedItems, unreadable } = s.lookup;
    lines.push(`- Look-up: ${code(op)}. ${how}${pages ? ' The answer comes in pages.' : ''}`);
    if (deletedItems) lines.push(`- Deleted holders: ${deletedItems}`);
    if (unreadable) lines.push(`- Cannot be read back: ${unreadable.join(', ')}`);
  }
  for (const i of s.idempotent) lines.push(`- Cannot clash: ${i.form}${i.warning ? ` (${i.warning})` : ''}`);
  lines.push(`- Intent: ${s.intent.join(', ')}`);
  return lines.join('\n');
}

function operations(rows: OperationRow[]): string {
  const texts = (wanted: boolean) => [...new Set(rows.filter((r) => r.marks === wanted).map(operation))];
  return [
    ...(texts(true).length > 0 ? [list('Marked when unhandled', texts(true))] : []),
    ...(texts(false).length > 0 ? [list('Explained, not marked', texts(false))] : []),
  ].join('\n\n');
}

/** One row, with the roots it stands under folded into one name. */
function operation(row: OperationRow): string {
  const needs =
    row.needs === 'body-property' ? `with ${row.properties?.join(' or ')} in the body` : row.needs && NEEDS[row.needs];
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

function answer(a: Answer): string[] {
  return [
    `${a.status}${a.unverified ? ' (not verified)' : ''}`,
    a.codes.map(code).join(', '),
    a.texts?.join('; ') ?? '',
    a.when ? NEEDS[a.when] : '',
  ];
}

function remedyRow(r: Scenario['remedies'][number]): string[] {
  const text = `${r.text}${r.cost.note ? ` *${r.cost.note}*` : ''}`;
  return r.cannotHelp ? [`~~${r.id}~~`, `Cannot help: ${text}`, ...costs(r.cost)] : [r.id, text, ...costs(r.cost)];
}

function costs(c: Cost): string[] {
  return [c.latency, c.complexity, c.duplicateSideEffects, c.throttling];
}

function marks(s: Scenario): boolean {
  return s.operations.some((r) => r.marks);
}

function statuses(s: Scenario): string {
  return [...new Set(s.answers.map((a) => a.status))].join(', ') || 'no error';
}

const code = (text: string) => `\`${text}\``;
const anchor = (id: string) => id.replace('/', '');
const cell = (text: string) => text.replaceAll('|', '\\|');

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function list(title: string, items: string[], numbered = false): string {
  return `${title}:\n\n${items.map((item, i) => `${numbered ? `${i + 1}.` : '-'} ${item}`).join('\n')}`;
}
