/** Which of the extension's snippets shows a remedy, and what a snippet looks like as plain code. */
import type { RemedyId, Scenario } from '../catalog/types.js';

/** A snippet as the editor reads it. */
export interface Snippet {
  prefix: string;
  body: string | string[];
}

/** Where a snippet fits. Without scenarios: wherever the remedy helps with one of the services. */
interface Row {
  prefix: string;
  remedy: RemedyId;
  services?: readonly Scenario['service'][];
  scenarios?: readonly string[];
}

const ROWS: readonly Row[] = [
  {
    prefix: '409-cosmos-create-or-get',
    remedy: 'create-or-get',
    scenarios: ['cosmos/item-id-exists', 'cosmos/own-earlier-write'],
  },
  {
    prefix: '409-cosmos-etag-loop',
    remedy: 'reread-and-reapply',
    scenarios: ['cosmos/stale-etag', 'cosmos/lost-update'],
  },
  { prefix: '409-cosmos-batch', remedy: 'report-conflict', scenarios: ['cosmos/batch-conflict'] },
  { prefix: '409-graph-create', remedy: 'create-or-get', scenarios: ['graph/drive-name-exists'] },
  { prefix: '409-back-off', remedy: 'back-off-and-retry' },
  { prefix: '409-fetch-status', remedy: 'report-conflict', services: ['graph', 'bookings'] },
  { prefix: '409-http-status', remedy: 'report-conflict', services: ['graph', 'bookings'] },
];

/** The prefixes of the snippets that show a remedy of a scenario. */
export function examplePrefixes({ id, service, operations }: Scenario, remedy: RemedyId): string[] {
  // A change that people make is no call.
  if (operations.length === 0) return [];
  return ROWS.filter(
    (row) =>
      row.remedy === remedy && (row.scenarios?.includes(id) ?? true) && (row.services?.includes(service) ?? true),
  ).map(({ prefix }) => prefix);
}

/** An escaped character, `${n:text}` or `$n`. */
const TOKEN = /\\[$}\\]|\$\{(\d+):((?:\\[$}\\]|[^}\\$])*)\}|\$(\d+)/g;

const unescaped = (text: string): string => text.replace(/\\([$}\\])/g, '$1');

/** A snippet as it stands when every placeholder keeps its default. Tabs become two spaces. */
export function snippetText({ body }: Snippet): string {
  const text = typeof body === 'string' ? body : body.join('\n');
  const defaults = new Map<string, string>();
  for (const [, number, value = ''] of text.matchAll(TOKEN)) if (number) defaults.set(number, unescaped(value));
  return text
    .replace(TOKEN, (token, placeholder?: string, _value?: string, repeated?: string) => {
      const number = placeholder ?? repeated;
      return number === undefined ? unescaped(token) : (defaults.get(number) ?? '');
    })
    .replaceAll('\t', '  ')
    .trimEnd();
}
