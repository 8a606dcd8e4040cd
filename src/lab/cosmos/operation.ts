/** Requests to Cosmos DB in the catalog's grammar, and which scenario a conflict of theirs belongs to. */
import { scenarioById } from '../../catalog/index.js';

const truthy = (value: string | undefined): boolean => value?.toLowerCase() === 'true';

/** `POST` and `/dbs/{}/colls/{}/docs#upsert`. */
export function cosmosOperation(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
): { method: string; path: string } {
  const segments = path.split('/').filter((s) => s !== '');
  const template = `/${segments.map((s, i) => (i % 2 === 1 ? '{}' : s.toLowerCase())).join('/')}`;
  const trait = truthy(headers['x-ms-documentdb-isquery'])
    ? '#query'
    : headers['content-type'] === 'application/query+json'
      ? '#query'
      : truthy(headers['x-ms-documentdb-is-upsert'])
        ? '#upsert'
        : truthy(headers['x-ms-cosmos-is-batch-request'])
          ? truthy(headers['x-ms-cosmos-batch-atomic'])
            ? '#batch'
            : '#bulk'
          : '';
  return { method, path: `${template}${trait}` };
}

/** Which scenario an answer belongs to; the first row that fits. */
const RULES: readonly { status: number; path: RegExp; message?: RegExp; condition?: true; rule: string }[] = [
  { status: 409, path: /\/docs(?:\/\{\})?(?:#upsert)?$/, message: /specified id /i, rule: 'cosmos/item-id-exists' },
  { status: 409, path: /\/docs(?:\/\{\})?(?:#upsert)?$/, rule: 'cosmos/unique-key-taken' },
  { status: 409, path: /#batch$/, rule: 'cosmos/batch-conflict' },
  { status: 409, path: /#bulk$/, rule: 'cosmos/bulk-conflict' },
  { status: 409, path: /^\/dbs$/, rule: 'cosmos/database-exists' },
  { status: 409, path: /\/colls$/, rule: 'cosmos/container-exists' },
  { status: 409, path: /\/(?:sprocs|triggers|udfs)$/, rule: 'cosmos/script-exists' },
  { status: 409, path: /\/(?:users|permissions)$/, rule: 'cosmos/user-permission-exists' },
  { status: 409, path: /\/clientencryptionkeys$/, rule: 'cosmos/encryption-key-exists' },
  { status: 412, path: /\/docs\/\{\}$/, condition: true, rule: 'cosmos/patch-condition-false' },
  { status: 412, path: /\/docs/, rule: 'cosmos/stale-etag' },
  { status: 449, path: /./, rule: 'cosmos/retry-with' },
];

/** @param condition whether the request had a condition of its own and no tag */
export function ruleOf(
  status: number,
  path: string,
  message: string,
  condition: boolean,
): { rule: string; record?: string } | undefined {
  const row = RULES.find(
    (r) =>
      r.status === status &&
      r.path.test(path) &&
      (!r.message || r.message.test(message)) &&
      (!r.condition || condition),
  );
  if (!row) return undefined;
  const record = scenarioById(row.rule)?.records[0];
  return { rule: row.rule, ...(record ? { record } : {}) };
}
