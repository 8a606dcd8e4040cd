/**
 * The one grammar in which operations are written, in the catalog, in findings and in configuration.
 *
 *     operation = METHOD " " path [ "#" trait ]
 *     METHOD    = GET | POST | PUT | PATCH | DELETE
 *     path      = 1*( "/" segment )
 *     segment   = "{}" | literal | literal "(" key ")"
 *     key       = name "={}" *( "," name "={}" )
 *     trait     = lower-case words joined by "-"
 *
 * - `{}` stands for one value the caller fills in: an id, a name, a user principal name. It is always a whole segment.
 * - Literals are compared without regard to case, as both services do (Kiota and PowerShell change the case).
 * - `$ref`, `$batch` and qualified names such as `microsoft.graph.user` are literals.
 * - An alternate key keeps its names: `/groups(uniqueName={})`. A plain key in parentheses is spelled as a segment:
 *   `/users('x')` is `/users/{}`. Below an alternate key the object is spelled like any other:
 *   `/applications(appId='x')/owners/$ref` is `/applications/{}/owners/$ref`.
 * - A drive item addressed by path is spelled as the item it names: `/me/drive/root:/a/b.txt:/content` is
 *   `/me/drive/items/{}/content`, and a site by path (`/sites/host:/teams/x:/lists`) is `/sites/{}/lists`. Both forms
 *   reach the same resource and clash alike. `canonicalPath` does this.
 * - Cosmos DB data-plane calls are spelled as REST: `POST /dbs/{}/colls/{}/docs`. Calls that share verb and path but
 *   behave differently are told apart by a trait: `#upsert`, `#batch`, `#bulk`, `#query`, `#if-not-exists`.
 */

import type { OperationRow, Scenario } from './types.js';

export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof METHODS)[number];

/** The traits the catalog knows. A trait names another behaviour of the same verb and path. */
export const TRAITS = ['upsert', 'batch', 'bulk', 'query', 'if-not-exists'] as const;
export type Trait = (typeof TRAITS)[number];

export interface Operation {
  method: Method;
  /** `{}` or a literal, without slashes. */
  segments: string[];
  trait?: Trait;
}

export class OperationError extends Error {
  override name = 'OperationError';
}

const KEY_NAME = '[A-Za-z][A-Za-z0-9]*';
const SEGMENT = new RegExp(
  `^(?:\\{\\}|\\$?[A-Za-z][A-Za-z0-9._-]*(?:\\(${KEY_NAME}=\\{\\}(?:,${KEY_NAME}=\\{\\})*\\))?)$`,
);

/**
 * Parses an operation.
 * @param text such as `POST /groups/{}/members/$ref`
 * @throws OperationError when the text does not follow the grammar above; the message names the part
 */
export function parseOperation(text: string): Operation {
  const space = text.indexOf(' ');
  const method = METHODS.find((m) => m === text.slice(0, space));
  if (!method) throw new OperationError(`"${text}": does not start with one of ${METHODS.join(', ')} and one space`);
  const [path = '', trait, ...more] = text.slice(space + 1).split('#');
  if (more.length > 0) throw new OperationError(`"${text}": more than one trait`);
  if (!path.startsWith('/')) throw new OperationError(`"${text}": the path does not start with "/"`);
  const segments = path.slice(1).split('/');
  const bad = segments.find((s) => !SEGMENT.test(s));
  if (bad !== undefined) throw new OperationError(`"${text}": malformed segment "${bad}"`);
  if (trait === undefined) return { method, segments };
  const known = TRAITS.find((t) => t === trait);
  if (!known) throw new OperationError(`"${text}": unknown trait "${trait}"`);
  return { method, segments, trait: known };
}

/** Writes an operation in the grammar; the inverse of `parseOperation`. */
export function formatOperation(op: Operation): string {
  return `${op.method} /${op.segments.join('/')}${op.trait ? `#${op.trait}` : ''}`;
}

const HOLE = '{}';
const PLAIN_KEY = /\((?:'(?:[^']|'')*'|\{\}|[^()=]+)\)/g;
const NAMED_KEY_VALUE = /=(?:'(?:[^']|'')*'|[^(),=]+)/g;

/**
 * Brings a concrete or half-concrete path into the catalog's spelling: parenthesised plain keys become segments, values
 * of named keys become `{}`, items and sites addressed by path become items and sites by key. Query and fragment are
 * dropped. Other segments are left as they are: whether a literal stands for a value is for the matcher to decide.
 * @param path starting with `/`; holes as `{}`
 */
export function canonicalPath(path: string): string {
  const clean = path.replace(/[?#].*$/s, '').replace(/\/+$/, '');
  const segments = foldPathAddress(clean).split('/');
  return segments
    .map((segment, i) => {
      if (!segment.includes('=')) return segment.replace(PLAIN_KEY, `/${HOLE}`);
      const last = i === segments.length - 1;
      return last ? segment.replace(NAMED_KEY_VALUE, `=${HOLE}`) : segment.replace(/\(.*\)$/, `/${HOLE}`);
    })
    .join('/');
}

/** `…/root:/a/b:/content` and `…/items/{}:/b:/content` → `…/items/{}/content`; `/sites/host:/x:/lists` → `/sites/{}/lists`. */
function foldPathAddress(path: string): string {
  const open = path.indexOf(':/');
  if (open < 0) return path.endsWith(':') ? path.slice(0, -1) : path;
  const close = path.indexOf(':', open + 2);
  const rest = close < 0 ? '' : foldPathAddress(path.slice(close + 1));
  const head = path.slice(0, open).split('/');
  const base = head.pop();
  const owner = head.join('/');
  return base === 'root' ? `${owner}/items/${HOLE}${rest}` : `${owner}/${HOLE}${rest}`;
}

/** The scenario's rows with their parsed operations, in the catalog's order. */
export function operationsOf(scenario: Scenario): { row: OperationRow; operation: Operation }[] {
  return scenario.operations.map((row) => ({ row, operation: parseOperation(row.op) }));
}
