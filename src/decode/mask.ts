/** Takes out what belongs to a tenant, so that an error can be shown and shared: who, where, which, and every secret. */
import { literalSegments } from '../analysis/operations/match.js';

/** Shortest first would cut longer ones: the order is that of the table. Each expression is bounded. */
const SECRETS: readonly [RegExp, string][] = [
  [/eyJ[A-Za-z0-9_-]{6,}(?:\.[A-Za-z0-9_-]*){0,3}/g, '[token]'],
  [/\b(Bearer|Basic|SharedKey) +[^\s"',;]+/gi, '$1 [token]'],
  [
    /\b((?:Account|Access|Shared\w{0,20}|Primary|Secondary)Key|password|client_?secret|secret|sig|access_token|refresh_token|api[-_]?key)(["']?\s{0,3}[=:]\s{0,3}["']?)[^\s"'&;,]+/gi,
    '$1$2[secret]',
  ],
  [/\btype%3d\w{1,20}%26ver%3d[^\s"']+/gi, '[token]'],
  [/[A-Za-z0-9._%+'-]{1,64}#EXT#@[A-Za-z0-9.-]{1,255}/gi, '[address]'],
  [/[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}][\p{L}\p{N}-]{0,62}(?:\.[\p{L}\p{N}][\p{L}\p{N}-]{0,62}){1,6}/gu, '[address]'],
  [/[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}/gi, '[id]'],
  [
    /\b[\w-]{1,63}(\.onmicrosoft\.(?:com|us|cn)|(?:-my|-admin)?\.sharepoint\.(?:com|us|de|cn)|\.documents\.azure\.(?:com|us|cn)|\.gremlin\.cosmos\.azure\.com|\.mail\.onmicrosoft\.com)/gi,
    '[tenant]$1',
  ],
  [/\b(?:\d{1,3}\.){3}\d{1,3}\b/g, '[address]'],
  [/(\/(?:sites|personal|teams)\/)[^\s/"'?#:]+/g, '$1[name]'],
  [/\b[A-Za-z0-9+_!-]{40,}={0,2}/g, '[id]'],
  [/\b(?=[A-Z0-9!]*\d)[A-Z0-9!]{14,}\b/g, '[id]'],
];

const URL = /https?:\/\/[^\s"'<>]{3,2000}/gi;
/** Names in quotes: in single ones anywhere, in double ones after a word that says whose name it is. */
const QUOTED = /(?<![\p{L}\p{N}])['‘]([^'‘’"\n]{1,200})['’](?![\p{L}\p{N}])/gu;
const NAMED =
  /\b((?:named?|called|users?|groups?|folders?|files?|titled?|members?|contact|mailbox|tenant|domain)\s{1,3})["“]([^"“”\n]{1,200})["”]/gi;
/** Fields of a body that hold a name. */
const FIELDS =
  /(["'](?:displayName|userPrincipalName|mail|mailNickname|givenName|surname|name|title|emailAddress|upn|externalId|accountName|webUrl)["']\s{0,3}:\s{0,3}")[^"\n]{1,400}(?=")/gi;
/** Quoted words that are of the service: names of properties, codes, values. */
const TECHNICAL =
  /^(?:[a-z]+(?:[A-Z][a-z0-9]*)+|[A-Z][A-Za-z]+(?:_[A-Za-z]+)+|@[\w.]+|\$?[a-z]{2,20}|\d{1,5}|\[[a-z]+\])$/;

/** Literals of paths the catalog knows, and what stands around them. */
const LITERALS = new Set([...literalSegments(), 'v1.0', 'beta', '_api', 'v2.0', 'v2.1', 'root', 'content', '']);

/** The text without what is the tenant's own. Masking twice changes nothing more. */
export function mask(text: string): string {
  const urls = text.replace(URL, maskUrl);
  const bare = SECRETS.reduce((out, [pattern, stand]) => out.replace(pattern, stand), urls);
  return bare
    .replace(FIELDS, '$1[name]')
    .replace(NAMED, (whole, word: string, inside: string) => (isTechnical(inside) ? whole : `${word}"[name]"`))
    .replace(QUOTED, (whole, inside: string) => (isTechnical(inside) ? whole : "'[name]'"));
}

function isTechnical(inside: string): boolean {
  return TECHNICAL.test(inside) || /[{}:[\]]/.test(inside);
}

/** A URL with its host's kind and the literals of its path; values and the query are taken out. */
function maskUrl(url: string): string {
  const [, scheme = '', host = '', rest = ''] = /^(https?:\/\/)([^/?#]*)(.*)$/is.exec(url) ?? [];
  const [path = ''] = rest.split(/[?#]/);
  const query = path.length < rest.length ? '?[…]' : '';
  const masked = path
    .split('/')
    .map((segment) =>
      LITERALS.has(segment.replace(/\(.*$/s, '').toLowerCase()) ? segment.replace(/\(.*$/s, '([id])') : '[id]',
    )
    .join('/');
  return `${scheme}${PUBLIC.test(host) ? host : maskHost(host)}${masked}${query}`;
}

const PUBLIC =
  /^(?:[\w-]+\.)?graph\.microsoft\.(?:com|us|de)(?::\d+)?$|^(?:microsoftgraph\.chinacloudapi\.cn|graph\.windows\.net|management\.azure\.com|learn\.microsoft\.com)$/i;

function maskHost(host: string): string {
  const known = /\.(?:sharepoint\.(?:com|us|de|cn)|documents\.azure\.(?:com|us|cn))(?::\d+)?$/i.exec(host);
  return known ? `[tenant]${known[0]}` : '[host]';
}
