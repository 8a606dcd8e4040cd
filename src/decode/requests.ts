/** The requests a text tells of: URLs with their methods, request lines, calls of libraries; as operations of the catalog. */
import { matchScenarios } from '../analysis/operations/match.js';
import { canonicalPath } from '../catalog/operation.js';
import { libraryCalls } from './library-calls.js';
import { namedOperations } from './nouns.js';
import { hostOf } from './services.js';

/** A request found in a text. */
export interface Request {
  /** Undefined where the text does not tell it. */
  method: string | undefined;
  segments: string[];
  trait: string | undefined;
}

/** A scenario that a request of the text can run into. */
export interface OperationHit {
  rule: string;
  /** In the catalog's grammar. */
  operation: string;
  /** The catalog marks this operation, with or without a condition. */
  marks: boolean;
  /** It conflicts only under a condition, which the text may not tell. */
  needs: boolean;
  /** The method is known and not only guessed. */
  certain: boolean;
  literals: number;
}

/** A text holds at most this many requests that are looked at. */
const maxRequests = 120;
const WRITES = ['POST', 'PATCH', 'PUT', 'DELETE'];
const METHOD = /\b(GET|POST|PUT|PATCH|DELETE)\b/;
const ABSOLUTE = /https?:\/\/[^\s"'<>`|\\{}[\]()]{3,400}(?:\([^\s"'<>`]{0,120}\)[^\s"'<>`|\\[\]()]{0,300})*/gi;
const LINE = /\b(GET|POST|PUT|PATCH|DELETE)["']?[ :,]{1,3}["'`]?(\/[^\s"'`,]{2,300})/gi;
const CLIENT_CALL = /\.api\(\s{0,8}["'`]([^"'`\n]{2,200})["'`]\s{0,8}\)((?:.|\n){0,160})/g;
const CLIENT_VERB = /\.(post|put|patch|delete|update|create|del)\(/;
const CLIENT_VERBS: Readonly<Record<string, string>> = { update: 'PATCH', create: 'POST', del: 'DELETE' };
const BATCH_URL = /["'](?:url|Url|uri|path)["']\s?:\s?["'](\/[^\s"']{2,200})["']/g;

/** Every request of the text that can be told. */
export function requestsIn(text: string, isCosmos: boolean): Request[] {
  const out: Request[] = [];
  const add = (method: string | undefined, path: string, trait?: string): void => {
    const segments = segmentsOf(path);
    if (segments.length > 0 && out.length < maxRequests) out.push({ method, segments, trait });
  };
  const only = onlyMethod(text);
  for (const match of text.matchAll(ABSOLUTE)) {
    const url = match[0].replace(/[.,;:]+$/, '');
    if (hostOf(url)?.service === undefined) continue;
    const method = nearMethod(text, match.index, match[0].length) ?? only;
    add(method, pathOf(url));
  }
  for (const [, method = '', path = ''] of text.matchAll(LINE)) add(method.toUpperCase(), path);
  for (const [, path = '', after = ''] of text.matchAll(CLIENT_CALL)) {
    const verb = CLIENT_VERB.exec(after)?.[1];
    add(verb && (CLIENT_VERBS[verb] ?? verb.toUpperCase()), path.startsWith('/') ? path : `/${path}`);
  }
  for (const match of text.matchAll(BATCH_URL))
    add(nearMethod(text, match.index, match[0].length) ?? only, match[1] ?? '');
  for (const { method, path } of namedOperations(text)) add(method, path);
  for (const { method, path, trait } of libraryCalls(text, isCosmos)) add(method, path, trait);
  return out;
}

/** The scenarios the requests can run into, the best hit of each. */
export function operationHits(requests: readonly Request[]): Map<string, OperationHit> {
  const out = new Map<string, OperationHit>();
  for (const { method, segments, trait } of requests) {
    const certain = method !== undefined;
    for (const verb of certain ? [method] : WRITES)
      for (const { scenario, row, literals } of matchScenarios(verb, segments, trait)) {
        const hit = {
          rule: scenario.id,
          operation: row.op,
          marks: row.marks,
          needs: row.needs !== undefined,
          certain,
          literals,
        };
        const before = out.get(scenario.id);
        if (!before || value(hit) > value(before)) out.set(scenario.id, hit);
      }
  }
  return out;
}

function value({ certain, marks, needs, literals }: OperationHit): number {
  return (certain ? 8 : 0) + (marks ? 4 : 0) + (needs ? 0 : 2) + literals / 100;
}

/** The one method the text names anywhere. */
function onlyMethod(text: string): string | undefined {
  const found = new Set(
    [
      ...text.matchAll(
        /(?:-X |--request |--method |-m |method["']?\s?[:=]\s?["']?|^[>*]? ?)(GET|POST|PUT|PATCH|DELETE)\b/gim,
      ),
    ].map((m) => m[1]?.toUpperCase()),
  );
  return found.size === 1 ? [...found][0] : undefined;
}

/** How terminals are told the method; in small letters too. */
const OPTION = /\s(?:-X|-m|--request|--method|-Method)[ =]["']?(GET|POST|PUT|PATCH|DELETE)\b/i;

/** The method before or after a URL, on the same object or line. */
function nearMethod(text: string, at: number, length: number): string | undefined {
  const before = text.slice(Math.max(0, at - 90), at);
  const all = [...before.matchAll(new RegExp(METHOD, 'g'))];
  const last = OPTION.exec(before)?.[1]?.toUpperCase() ?? all.at(-1)?.[1];
  if (last !== undefined) return last;
  return METHOD.exec(text.slice(at + length, at + length + 90))?.[1];
}

function pathOf(url: string): string {
  const from = url.indexOf('/', url.indexOf('://') + 3);
  return from < 0 ? '' : url.slice(from);
}

/** What stands before the catalog's path: versions, faces of SharePoint, the tenant of the old directory service. */
const PREFIX =
  /^\/(?:v\d(?:\.\d)?|beta|_api\/v2\.[01]|(?:[0-9a-f]{8}-[0-9a-f-]{27}|[\w-]+\.onmicrosoft\.com|myorganization)(?=\/))/i;

function segmentsOf(raw: string): string[] {
  let path = raw
    .replace(/%24/g, '$')
    .replace(/\/{2,}/g, '/')
    .replace(/[?#].*$/s, '');
  for (let i = 0; i < 4 && PREFIX.test(path); i++) path = path.replace(PREFIX, '');
  const site = /\/_api\/v2\.[01](\/.*)$/i.exec(path);
  if (site?.[1]) path = site[1];
  const segments = canonicalPath(path)
    .split('/')
    .filter((s) => s !== '');
  // The personal drive has a short name on the older endpoint.
  return segments[0] === 'drive' ? ['me', ...segments] : segments;
}
