/** One answer of the typing of values in terms of an SDK, and small questions about it. */
import type { Cell } from '../evaluate/cell.js';
import type { Sdk } from './sdk.js';

/** What the fluent calls before carry. */
export interface Chain {
  /** Calls passed from the first to the last (`.api(url)`, `.header(…)`). */
  calls: Cell[];
  /** Members and keys passed on a request builder. */
  path: { name?: string; key?: Cell; call?: Cell }[];
}

/** A role a value can have, how it is known, and how it was come by. */
export interface RoleHit {
  sdk: Sdk;
  role: string;
  evidence: string[];
  certain: boolean;
  chain: Chain;
}

/** Types that only carry the one in their argument. */
export const CARRIERS = new Set([
  'Promise',
  'Task',
  'ValueTask',
  'Lazy',
  'Func',
  'Observable',
  'Readonly',
  'Partial',
  'Required',
  'NonNullable',
  'Awaited',
  'PromiseLike',
  'Array',
  'IEnumerable',
  'List',
  'Mock',
  'Mocked',
  'IOptions',
  'TaskEither',
  'AsyncLazy',
  'Nullable',
  'ReaderTaskEither',
  'Awaitable',
  'Coroutine',
  'AsyncIterator',
  'AsyncGenerator',
  'Iterator',
  'Generator',
  'list',
  'Sequence',
  'results',
]);

/** The role of a global name. */
export function globalRole(sdk: Sdk, name: string, anyCase: boolean): string | undefined {
  const role = sdk.globals?.[name];
  if (role || !anyCase || !sdk.globals) return role;
  return Object.entries(sdk.globals).find(([n]) => n.toLowerCase() === name.toLowerCase())?.[1];
}

/** An SDK a file speaks of, and by what. */
export interface Mention {
  sdk: Sdk;
  evidence: string;
  certain: boolean;
}

/** Names of the calls of a library that are operations. */
export function operationNames(sdk: Sdk): string[] {
  const rows = Object.values(sdk.roles);
  const calls = rows.flatMap((r) => Object.entries(r.calls ?? {}).flatMap(([n, c]) => (c.op || c.http ? [n] : [])));
  // A member whose role is called itself: `axios.default(…)`, `https.request(…)`.
  const called = [...Object.entries(sdk.exports), ...rows.flatMap((r) => Object.entries(r.members ?? {}))];
  const selves = called.flatMap(([n, role]) => (sdk.roles[role]?.self ? [n] : []));
  return [...calls, ...selves, ...Object.keys(sdk.builder?.verbs ?? {}), ...Object.keys(sdk.builder?.sends ?? {})];
}

/** The role of everything behind the root of a request builder. */
export const BUILDER = '(builder)';

/** True for a step of a request builder, the root included. */
export function isBuilder(h: RoleHit): boolean {
  return h.role === BUILDER || (h.sdk.builder !== undefined && h.role === h.sdk.builder.root);
}

/** True for a role that has operations among its calls. */
export function hasOperations(sdk: Sdk, role: string): boolean {
  return Object.values(sdk.roles[role]?.calls ?? {}).some((c) => c.op !== undefined || c.http !== undefined);
}

/** A role known by one piece of evidence, with nothing in its chain yet. */
export function hit(sdk: Sdk, role: string, evidence: string, certain: boolean): RoleHit {
  return { sdk, role, evidence: [evidence], certain, chain: { calls: [], path: [] } };
}

/** Each role once for each way it was come by. */
export function dedupe(hits: RoleHit[]): RoleHit[] {
  const seen = new Set<string>();
  return hits.filter((h) => {
    const key = `${h.sdk.id}/${h.role}/${h.chain.calls.map((c) => c.val.range.start).join(',')}/${h.chain.path.map((p) => p.name ?? '[]').join('.')}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
