/**
 * Most files mention none of the services. Two literals decide before anything is parsed: evidence of a service and,
 * of the same service, an operation.
 */
import { literalSegments } from './operations/match.js';
import type { Sdk } from './operations/sdk.js';
import { sdks } from './operations/sdks/index.js';

interface Gate {
  evidence: RegExp;
  operation: RegExp;
}

/** Segments so common in other programs' paths and code that they are no evidence. */
const COMMON = new Set([
  'users',
  'groups',
  'me',
  'docs',
  'items',
  'events',
  'messages',
  'content',
  'copy',
  'root',
  'children',
  'members',
  'owners',
  'team',
  'teams',
  'drive',
  'drives',
  'lists',
  'sites',
  'columns',
  'settings',
  'special',
  'notes',
  'pages',
  'sections',
  'tables',
  'names',
  'charts',
  'tasks',
  'plans',
  'details',
  'buckets',
  'services',
  'customers',
  'applications',
  'domains',
  'invitations',
  'extensions',
  'policies',
  'admin',
  'people',
  'devices',
  'users/{}',
  'channels',
  'chats',
  'tabs',
  'contacts',
  'connections',
  'schema',
  'operations',
  'permissions',
  'photo',
  'manager',
  'calendar',
  'calendars',
  'dbs',
  'colls',
  'external',
  'directory',
  'solutions',
  'identity',
  'workbook',
  'worksheets',
  'restore',
  'rows',
  'add',
]);

const gates = new Map<string, Gate[]>();

/** True if a file may hold an operation: whatever this refuses is not parsed. */
export function prefilter(languageId: string, text: string): boolean {
  let own = gates.get(languageId);
  if (!own) {
    own = build(languageId);
    gates.set(languageId, own);
  }
  return own.some((g) => g.evidence.test(text) && g.operation.test(text));
}

function build(languageId: string): Gate[] {
  const out: Gate[] = [];
  for (const sdk of sdks) {
    if (!sdk.languages.includes(languageId) || sdk.service === 'http') continue;
    const gate = ofSdk(sdk);
    if (gate) out.push(gate);
  }
  out.push(rawHttp());
  return out;
}

function ofSdk(sdk: Sdk): Gate | undefined {
  const evidence = [
    ...sdk.modules.map((m) => m.replace(/[*/]+$/, '').replace(/\.$/, '')),
    ...sdk.distinctive,
    ...Object.keys(sdk.globals ?? {}).map((g) => `${g}.`),
    ...(sdk.derived?.when ?? []),
  ];
  const names = new Set<string>();
  for (const role of Object.values(sdk.roles))
    for (const [name, row] of Object.entries(role.calls ?? {})) if (row.op || row.http) names.add(name);
  for (const name of Object.keys(sdk.builder?.verbs ?? {})) names.add(name);
  if (!evidence.length || !names.size) return undefined;
  return {
    evidence: new RegExp(evidence.map(literally).join('|')),
    operation: new RegExp(`\\b(?:${[...names].map(literally).join('|')})\\b`),
  };
}

/** URLs and paths of the services under an HTTP verb. */
function rawHttp(): Gate {
  const segments = [...literalSegments()].filter((s) => !COMMON.has(s) && /^[\w$]+$/.test(s));
  const paths = [...segments].map(literally).join('|');
  return {
    evidence: new RegExp(
      `graph\\.microsoft|microsoftgraph\\.|documents\\.azure\\.|['"\`/}](?:v1\\.0|beta)/|/(?:${paths})['"\`/?]|['"\`](?:${paths})['"\`/?]`,
      'i',
    ),
    operation: /[pP]ost|POST|\b[pP]ut|PUT|Put\b|[pP]atch|PATCH/,
  };
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
