/** The documents on the scenarios: the index docs/scenarios.md and one page each, with the error text on top. */
import { scenarios } from '../../src/catalog/index.js';
import { NOTATION, scenarioParts, scenariosIndex } from '../../src/catalog/markdown.js';
import { SERVICE_TITLES } from '../../src/catalog/titles.js';
import type { Answer, Scenario } from '../../src/catalog/types.js';
import { english } from '../../src/l10n/t.js';
import { ERROR_TEXTS, type ErrorText } from './error-texts.js';

/** Folder of the pages, and the index beside it. */
export const PAGES = 'docs/scenarios';
export const INDEX = 'docs/scenarios.md';

const GENERATED = 'Generated from `src/catalog` by `npx tsx scripts/generate-scenarios.ts`; do not edit.';

const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  412: 'Precondition Failed',
  422: 'Unprocessable Entity',
  423: 'Locked',
  424: 'Failed Dependency',
  429: 'Too Many Requests',
  449: 'Retry With',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** How many scenarios a page names as related, at most. */
const RELATED = 8;

/** Every document by its path in the repository, pages in the order of the catalog. Pure. */
export function scenarioDocuments(): Map<string, string> {
  const index = scenariosIndex(
    (s) => `scenarios/${s.id}.md`,
    [
      'Each has a page with the error as the service writes it, what clashes, what the portal does where the API refuses, and what helps at which cost.',
      GENERATED,
    ],
  );
  return new Map([[INDEX, index], ...scenarios.map((s): [string, string] => [`${PAGES}/${s.id}.md`, page(s)])]);
}

/** The page of one scenario. */
export function page(s: Scenario): string {
  const p = scenarioParts(s, english);
  const related = relatedTo(s).map(({ to, why }) => `- [${to.id}](../${to.id}.md): ${to.title} (${why})`);
  const parts = [
    `# ${s.title}`,
    `${SERVICE_TITLES[s.service]}, rule \`${s.id}\`. [All scenarios](../../scenarios.md)`,
    errors(s),
    '## What clashes',
    s.summary,
    p.facts,
    p.timeline,
    '## Portal against API',
    p.portal,
    '## What helps, and what it costs',
    p.remedies,
    p.governance,
    '## Where it comes from',
    p.operations,
    p.operations && NOTATION,
    p.answers,
    p.details,
    '## Sources',
    p.sources.replace(/^Sources:\n\n/, ''),
    ...(related.length > 0 ? ['## Related scenarios', related.join('\n')] : []),
    `---\n\n[All scenarios](../../scenarios.md). ${GENERATED}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** The errors as they are read in a log; of a conflict without an error, that there is none. */
function errors(s: Scenario): string {
  const texts = ERROR_TEXTS[s.id];
  if (texts) return texts.map((text) => fenced(text.status, body(s, text))).join('\n\n');
  if (s.answers.length === 0) return '**No error is sent.** Nothing in a log shows this one.';
  return s.answers.map((answer) => fenced(answer.status, inCatalogWords(s, answer))).join('\n\n');
}

const fenced = (status: number, text: string): string =>
  `\`\`\`text\nHTTP ${status}${REASONS[status] ? ` ${REASONS[status]}` : ''}\n${text}\`\`\``;

/** The shapes in which the services write an error. */
function body(s: Scenario, { status, code, message, details, inner }: ErrorText): string {
  const written = { ...(code === undefined ? {} : { code }), message };
  if (s.service === 'cosmos') return `${JSON.stringify(written, undefined, 2)}\n`;
  if (code === undefined && s.service === 'bookings')
    return `${JSON.stringify({ statusCode: status, message }, undefined, 2)}\n`;
  const error = {
    ...written,
    ...(details ? { details: details.map((each) => ({ code: each, message })) } : {}),
    ...(inner === undefined ? {} : { innerError: { code: inner } }),
  };
  return `${JSON.stringify({ error }, undefined, 2)}\n`;
}

function inCatalogWords(s: Scenario, { codes, texts = [] }: Answer): string {
  const from = s.service === 'graph' ? 'error.code' : 'code';
  const lines = [
    ...(codes.length > 0 ? [`${from}: ${codes.join(' or ')}`] : []),
    ...texts.map((text) => `message: … ${text} …`),
  ];
  return lines.length > 0 ? `${lines.join('\n')}\n` : '';
}

/** Scenarios that answer the same call or carry the same telling code, nearest first. */
function relatedTo(s: Scenario): { to: Scenario; why: string }[] {
  const found = scenarios.flatMap((to) => {
    if (to === s) return [];
    const ops = s.operations.filter((row) => to.operations.some((other) => other.op === row.op));
    const marked = ops.find((row) => row.marks) ?? ops[0];
    const shared = codesOf(s).find((code) => codesOf(to).includes(code));
    const rank = (marked ? 2 : 0) + (marked?.marks ? 1 : 0) + (shared ? 1 : 0);
    const why = marked ? `also about \`${marked.op}\`` : `also answers \`${shared}\``;
    return rank > 0 ? [{ to, why, rank: rank + (to.cause === s.cause ? 0.5 : 0) }] : [];
  });
  return found.sort((a, b) => b.rank - a.rank).slice(0, RELATED);
}

/** Codes that so many scenarios carry that sharing them says nothing. */
const GENERAL = new Set(['Conflict', 'BadRequest', 'PreconditionFailed', 'Request_BadRequest', 'conflict']);

const codesOf = (s: Scenario): string[] =>
  s.answers.flatMap((answer) => answer.codes).filter((code) => !GENERAL.has(code));
