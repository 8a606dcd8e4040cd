/**
 * From the path of a request to the one canonical path of its resource, and to the template that stands in the journal.
 * Graph reaches the same resource by many paths; `ALIASES` says which are one.
 */
import { scenarios } from '../catalog/index.js';
import { canonicalPath, parseOperation } from '../catalog/operation.js';

/** Prefixes and what they are in the canonical spelling. `{0}`, `{1}` are the values of the holes on the left. */
const ALIASES: readonly [string, string][] = [
  ['/me', '/users/me'],
  ['/bookingBusinesses', '/solutions/bookingBusinesses'],
  ['/administrativeUnits', '/directory/administrativeUnits'],
  ['/users/{}/chats', '/chats'],
  ['/users/{}/drive', '/drives/of-user-{0}'],
  ['/groups/{}/drive', '/drives/of-group-{0}'],
  ['/sites/{}/drive', '/drives/of-site-{0}'],
  ['/users/{}/drives', '/drives'],
  ['/groups/{}/drives', '/drives'],
  ['/sites/{}/drives', '/drives'],
  ['/users/{}/calendar/events', '/users/{0}/events'],
  ['/users/{}/calendars/{}/events', '/users/{0}/events'],
  ['/users/{}/mailFolders/{}/messages', '/users/{0}/messages'],
  ['/planner/plans/{}/tasks', '/planner/tasks'],
  ['/planner/plans/{}/buckets', '/planner/buckets'],
  ['/planner/buckets/{}/tasks', '/planner/tasks'],
  ['/users/{}/onenote', '/onenote/of-user-{0}'],
  ['/groups/{}/onenote', '/onenote/of-group-{0}'],
  ['/sites/{}/onenote', '/onenote/of-site-{0}'],
  ['/groups/{}/team', '/teams/{0}'],
  ['/organization/{}/settings/profileCardProperties', '/admin/people/profileCardProperties'],
];

/** Splits a path. `users('x')` becomes two segments, `users(key='x')` a key: `(key='x')`. Values are decoded. */
function segmentsOf(path: string): string[] {
  const parts = path.replace(/\/+$/, '').slice(1).split('/');
  return parts.flatMap((part) => {
    const [, name, key] = /^([^(]+)\((.*)\)$/.exec(part) ?? [];
    if (!name || key === undefined) return [decode(part)];
    return [name, key.includes('=') ? `(${decode(key)})` : unquoted(decode(key))];
  });
}

/** The value of an OData text: quotes around it are taken off, doubled ones inside are single. */
export function unquoted(text: string): string {
  return /^'.*'$/s.test(text) ? text.slice(1, -1).replaceAll("''", "'") : text;
}

/** Decodes what belongs to the grammar of paths and not to the values in it. */
function plainMarks(path: string): string {
  return path.replace(/%(?:24|3A|28|29|27|3D|2C)/gi, (code) => decode(code));
}

/** A text without percent codes; one that is not valid stays as it is. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The canonical path of a resource, item and site by path included: items by path are `items/@base:/path`.
 * @param path as sent, without the version
 */
export function resolvePath(path: string): string[] {
  return aliased(foldAddress(plainMarks(path)));
}

/** Rewrites prefixes until none applies. */
function aliased(segments: string[]): string[] {
  for (const [from, to] of ALIASES) {
    const pattern = from.slice(1).split('/');
    if (segments.length < pattern.length) continue;
    const holes: string[] = [];
    const fits = pattern.every((p, i) => {
      const segment = segments[i] ?? '';
      if (p !== '{}') return p.toLowerCase() === segment.toLowerCase();
      holes.push(segment);
      return true;
    });
    if (!fits) continue;
    const head = to.replace(/\{(\d)\}/g, (_, n: string) => holes[Number(n)] ?? '').slice(1);
    const next = [...head.split('/'), ...segments.slice(pattern.length)];
    if (next.join('/') !== segments.join('/')) return aliased(next);
  }
  return segments;
}

/** Folds what is addressed by path: `…/root:/a/b:/content` to `…, items, @root:/a/b, content`; sites by path to one segment. */
function foldAddress(path: string): string[] {
  const open = path.indexOf(':/');
  const site = /^\/sites\/[^/:]+$/.test(path.slice(0, Math.max(open, 0)));
  if (open < 0 || site) {
    if (open < 0) return itemRoots(segmentsOf(path.replace(/:$/, '')));
    const close = path.indexOf(':', open + 2);
    const name = path.slice('/sites/'.length, close < 0 ? undefined : close).replaceAll('/', '|');
    return foldAddress(`/sites/${name}${close < 0 ? '' : path.slice(close + 1)}`);
  }
  const close = path.indexOf(':', open + 2);
  const inner = path.slice(open + 1, close < 0 ? undefined : close);
  const rest = close < 0 ? '' : path.slice(close + 1);
  const head = itemRoots(segmentsOf(path.slice(0, open)));
  const base = head.pop() ?? 'root';
  return [...head, `@${base.replace(/^@|:$/g, '')}:${decode(inner)}`, ...(rest === '' ? [] : segmentsOf(rest))];
}

/** `drive/root` and `drive/special/x` are items as well. */
function itemRoots(segments: string[]): string[] {
  const at = segments.findIndex((s, i) => (s === 'root' || s === 'special') && i > 0 && isDrive(segments, i));
  if (at < 0) return segments;
  if (segments[at] === 'root') return [...segments.slice(0, at), 'items', 'root', ...segments.slice(at + 1)];
  return [...segments.slice(0, at), 'items', `@special-${segments[at + 1] ?? ''}:`, ...segments.slice(at + 2)];
}

function isDrive(segments: readonly string[], at: number): boolean {
  return segments[at - 1] === 'drive' || segments[at - 2] === 'drives';
}

interface Node {
  literals: Map<string, { text: string; node: Node }>;
  hole?: Node;
}

/** Every path of the catalog and of the rows, as a tree, so that values and words are told apart. */
export class Templates {
  private readonly root: Node = { literals: new Map() };

  /** @param paths further ones, beside those of the catalog */
  constructor(paths: readonly string[]) {
    const known = scenarios
      .filter((s) => s.service !== 'cosmos')
      .flatMap((s) => [...s.operations, ...(s.lookup ? [s.lookup] : [])])
      .map((row) => `/${parseOperation(row.op).segments.join('/')}`);
    for (const path of [...known, ...paths]) this.add(path.slice(1).split('/'));
  }

  private add(segments: readonly string[]): void {
    let node = this.root;
    for (const segment of segments) {
      if (segment === '{}') {
        node.hole ??= { literals: new Map() };
        node = node.hole;
        continue;
      }
      const found = node.literals.get(segment.toLowerCase()) ?? { text: segment, node: { literals: new Map() } };
      node.literals.set(segment.toLowerCase(), found);
      node = found.node;
    }
  }

  /** The template of a path as it was sent: `/teams/{}/channels`. What no known path has becomes `{}` in every second place. */
  of(path: string): string {
    let node: Node | undefined = this.root;
    const words = canonicalPath(plainMarks(path));
    const segments = words
      .slice(1)
      .split('/')
      .map((segment, i) => {
        const [, name = segment, keys = ''] = /^(\w+)(\((?:\w+=\{\},?)+\))$/.exec(segment) ?? [];
        const literal = node?.literals.get(name.toLowerCase());
        const hole: Node | undefined = node?.hole;
        if (literal) {
          node = keys === '' ? literal.node : literal.node.hole;
          return literal.text + keys;
        }
        node = hole;
        if (hole || segment === '{}') return '{}';
        return i % 2 === 0 && /^[$a-zA-Z][a-zA-Z.]*$/.test(segment) ? segment : '{}';
      });
    return `/${segments.join('/')}`;
  }
}
