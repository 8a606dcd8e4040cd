/** Whether a text may hold a raw HTTP request to one of the services. */
import { literalSegments } from './match.js';

/** Two expressions that a text must both meet. */
export interface Gate {
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

/** URLs and paths of the services under an HTTP verb. */
function build(): Gate {
  const segments = [...literalSegments()].filter((s) => !COMMON.has(s) && /^[\w$]+$/.test(s));
  const paths = [...segments].map(literally).join('|');
  return {
    evidence: new RegExp(
      `graph\\.microsoft|microsoftgraph\\.|documents\\.azure\\.|['"\`/}](?:v1\\.0|beta)/|/(?:v1\\.0|beta)["'\`]|/(?:${paths})['"\`/?]|['"\`](?:${paths})['"\`/?]`,
      'i',
    ),
    // A verb that is called, given as text, or taken from an enumeration; or the address of a client that is declared.
    operation:
      /(?:(?:\b|_)(?:post|put|patch|delete)|(?:\b|[a-z_])(?:Post|Put|Patch|Delete))\w*\s*[(<]|["'`](?:POST|PUT|PATCH|DELETE)["'`]|Method\.?(?:Post|Put|Patch|Delete|POST|PUT|PATCH|DELETE)\b|method['"]?\s*[:=]\s*["'`](?:post|put|patch|delete)|\.(?:POST|PUT|PATCH|DELETE)\s*\(|\.del\s*\(|\bbaseUrl\s*\(/,
  };
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** URLs and paths of the services under an HTTP verb. */
export const rawHttpGate: Gate = build();

/** A verb anywhere, for languages whose texts may stand without quotes. */
const BARE_VERB = /(?:POST|PUT|PATCH|DELETE|[Pp]ost|[Pp]ut|[Pp]atch|[Dd]elete)(?![a-z])/;

/** A client by a name that speaks of Graph, as wrappers have it: `graph.post(…)`, `GraphClient`, `callGraphApi(…)`. */
const NAMED_GRAPH = /(?<![a-z])[Gg]raph(?!Q[Ll])(?:[A-Z_.]|\b)/;
/** A path of Graph that other programs could have as well: with such a name it is worth a look. */
const COMMON_PATH =
  /['"`/}](?:users|groups|me|drives?|sites|teams|chats|applications|planner|directory|domains|invitations|solutions|identity|policies|communications|security|contacts)(?:['"`?]|\/[\w${'"`(:])/;

/**
 * True if a request by URL or path may stand in the text.
 *
 * @param bareWords texts of the language may stand without quotes
 */
export function mayHoldRequest(text: string, bareWords = false): boolean {
  const speaks = rawHttpGate.evidence.test(text) || (NAMED_GRAPH.test(text) && COMMON_PATH.test(text));
  return speaks && mayHoldVerb(text, bareWords);
}

/** The second half of that question. Parameters as for `mayHoldRequest`. */
export function mayHoldVerb(text: string, bareWords: boolean): boolean {
  return (bareWords ? BARE_VERB : rawHttpGate.operation).test(text);
}
