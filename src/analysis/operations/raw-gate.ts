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
  // Of every service of Azure.
  'providers',
  'resourceGroups',
  'add',
]);

/** Names of stand-ins say how a request is answered, and send none: `mockPost(…)`, `postStub(…)`. */
const NO_DOUBLE = '(?<!\\b(?:mock|stub|intercept|expect|register)\\w*)(?!\\w*(?:Mock|Stub|Spy|Fake)s?\\b)';
/** A verb that is called, alone or in a name: helpers are named by it. */
const CALLED = `(?:(?:\\b|_)(?:post|put|patch)|(?:\\b|[a-z_])(?:Post|Put|Patch))${NO_DOUBLE}\\w*\\s*[(<]`;
/** The same for the verb that is a word of JavaScript, too, and of many a helper that removes something else. */
const CALLED_DELETE =
  '(?:\\.\\s*|\\b|_)[dD]elete(?:Async|_async|From\\w*|For\\w*|(?:With|As)\\w*)?(?:[(<]|(?<=\\.\\s*[dD]elete\\w*)\\s+[(<])';
/** A verb given as text or taken from an enumeration; the address of a client that is declared. */
const GIVEN =
  '["\'`](?:POST|PUT|PATCH|DELETE)["\'`]|Method\\.?(?:Post|Put|Patch|Delete|POST|PUT|PATCH|DELETE)\\b|method[\'"]?\\s*[:=]\\s*["\'`](?:post|put|patch|delete)|\\.(?:POST|PUT|PATCH|DELETE)\\s*\\(|\\.del\\s*\\(|\\bbaseUrl\\s*\\(';
/** A helper named for deleting: its call counts only with an ETag. */
const NAMED_DELETE = /[dD]elete\w+\s*[(<]/;
const ETAG = /if[-_]?match/i;

/** URLs and paths of the services under an HTTP verb. */
function build(): Gate {
  const segments = [...literalSegments()].filter((s) => !COMMON.has(s) && /^[\w$]+$/.test(s));
  const paths = segments.map(literally).join('|');
  // A word by itself may mean anything; one in camel case is a name.
  const names = segments.filter((s) => /[A-Z$]/.test(s)).map(literally);
  return {
    evidence: new RegExp(
      `graph\\.microsoft|microsoftgraph\\.|documents\\.azure\\.|['"\`/}](?:v1\\.0|beta)/|/(?:v1\\.0|beta)["'\`]|/(?:${paths})['"\`/?]|['"\`](?:(?:${paths})[/?]|(?:${names.join('|')})['"\`])`,
      'i',
    ),
    operation: new RegExp(`${CALLED}|${CALLED_DELETE}|${GIVEN}`),
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
  if (bareWords) return BARE_VERB.test(text);
  return rawHttpGate.operation.test(text) || (ETAG.test(text) && NAMED_DELETE.test(text));
}
