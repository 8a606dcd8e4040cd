/** A small program for each scenario that marks a call: what the fixes offer there is what users are offered. */
import type { OperationRow, Scenario } from '../../src/catalog/types.js';
import { graphLookups } from '../../src/remedies/lookups/graph.js';

/** Calls of Cosmos DB by operation. */
const COSMOS: Readonly<Record<string, string>> = {
  'POST /dbs': "await client.databases.create({ id: 'a' });",
  'POST /dbs/{}/colls': "await database.containers.create({ id: 'a' });",
  'POST /dbs/{}/colls/{}/docs': "await container.items.create({ id: 'a' });",
  'PUT /dbs/{}/colls/{}/docs/{}':
    "await container.item('a', 'a').replace(item, { accessCondition: { type: 'IfMatch', condition: item._etag } });",
  'PATCH /dbs/{}/colls/{}/docs/{}':
    "await container.item('a', 'a').patch({ condition: 'from c where c.n = 1', operations: [{ op: 'set', path: '/n', value: 2 }] });",
  'POST /dbs/{}/users': "await database.users.create({ id: 'a' });",
  'POST /dbs/{}/colls/{}/sprocs': "await container.scripts.storedProcedures.create({ id: 'a', body: '' });",
  'POST /dbs/{}/colls/{}/docs#batch':
    "await container.items.batch([{ operationType: 'Create', resourceBody: item }], 'a');",
  'POST /dbs/{}/colls/{}/docs#bulk': "await container.items.bulk([{ operationType: 'Create', resourceBody: item }]);",
};

/** What places reached in several ways are called in a probe. */
const PLACES: Readonly<Record<string, string>> = {
  '{user}': '/me',
  '{drive}': '/me/drive',
  '{item}': '/me/drive/root',
};

/** The programs that a scenario's marked operations come down to, the plainest first. */
export function probesOf(scenario: Scenario): string[] {
  return scenario.operations.filter((row) => row.marks).map((row) => probe(scenario, row));
}

function probe(scenario: Scenario, row: OperationRow): string {
  const call = scenario.service === 'cosmos' ? COSMOS[row.op] : graphCall(scenario, row);
  const head =
    scenario.service === 'cosmos'
      ? `import { CosmosClient } from '@azure/cosmos';
const client = new CosmosClient('x');
const database = client.database('shop');
const container = database.container('orders');`
      : `import { Client } from '@microsoft/microsoft-graph-client';
const client = Client.init({ authProvider: (done) => done(null, 'token') });`;
  return `${head}\nexport async function probe(item: any) {\n  ${call ?? ''}\n}\n`;
}

function graphCall(scenario: Scenario, { op, needs, properties = [] }: OperationRow): string {
  const [verb = '', path = ''] = op.replace(/#.*$/, '').split(' ');
  const url = path
    .replace(/^\/?(\{(?:user|drive|item)\})/, (_, place: string) => PLACES[place] ?? '')
    .replace(/\{\}/g, 'x1');
  const guarded = needs === 'if-match' ? ".header('If-Match', item['@odata.etag'])" : '';
  const chain = `await client.api('${url}')${guarded}`;
  if (verb === 'DELETE' || verb === 'GET') return `${chain}.${verb.toLowerCase()}();`;
  return `${chain}.${verb.toLowerCase()}({ ${bodyOf(scenario, properties, needs)} });`;
}

function bodyOf({ id, identity }: Scenario, properties: readonly string[], needs: OperationRow['needs']): string {
  const lookups = graphLookups.filter((row) => row.rules.includes(id));
  const keys = lookups.flatMap((row) => (row.by === 'list' ? row.match : row.by === 'key' ? row.fields : []));
  const fields = new Set([...keys, ...properties.slice(0, 1), ...(identity?.fields ?? [])]);
  const body = [...fields]
    .filter((name) => /^[a-zA-Z]\w*$/.test(name) && name !== 'path')
    .map((name) => `${name}: 'x'`);
  if (needs === 'behavior-fail') body.push("'@microsoft.graph.conflictBehavior': 'fail'");
  if (needs === 'prone-step') body.push("requests: [{ id: '1', method: 'POST', url: '/groups', body: item }]");
  return body.join(', ');
}
