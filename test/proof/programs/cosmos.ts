/** Programs that create in Azure Cosmos DB. */
import { COSMOS_HEAD, type Program } from '../program.js';

export const cosmosPrograms: readonly Program[] = [
  {
    title: 'item',
    rule: 'cosmos/item-id-exists',
    operation: 'POST /dbs/{}/colls/{}/docs',
    fixes: ['create-or-get', 'report-conflict', 'upsert'],
    ends: { cosmos: 'items' },
    twin: { id: 'order-1', customer: 'ada', note: 'theirs' },
    reads: 'GET /dbs/{}/colls/{}/docs/{}',
    note: 'note',
    text: `${COSMOS_HEAD}const orders = client.database('shop').container('orders');

export async function run(note: string) {
  const { resource } = await orders.items.create({ id: 'order-1', customer: 'ada', note });
  return resource;
}
`,
  },
  {
    title: 'container',
    rule: 'cosmos/container-exists',
    operation: 'POST /dbs/{}/colls',
    fixes: ['create-or-get', 'report-conflict', 'idempotency-key'],
    ends: { cosmos: 'containers' },
    twin: { id: 'invoices', partitionKey: { paths: ['/customer'] } },
    text: `${COSMOS_HEAD}
export async function run(note: string) {
  console.assert(note !== '');
  const { container } = await client.database('shop').containers.create({ id: 'invoices', partitionKey: '/customer' });
  return { id: container.id };
}
`,
  },
  {
    title: 'database',
    rule: 'cosmos/database-exists',
    operation: 'POST /dbs',
    fixes: ['create-or-get', 'report-conflict', 'idempotency-key'],
    ends: { cosmos: 'databases' },
    twin: { id: 'archive' },
    text: `${COSMOS_HEAD}
export async function run(note: string) {
  console.assert(note !== '');
  const { database } = await client.databases.create({ id: 'archive' });
  return { id: database.id };
}
`,
  },
  {
    title: 'user of a database',
    rule: 'cosmos/user-permission-exists',
    operation: 'POST /dbs/{}/users',
    fixes: ['create-or-get', 'check-before-create', 'report-conflict'],
    ends: { cosmos: 'users' },
    twin: { id: 'ada' },
    text: `${COSMOS_HEAD}
export async function run(note: string) {
  console.assert(note !== '');
  const { user } = await client.database('shop').users.create({ id: 'ada' });
  return { id: user.id };
}
`,
  },
  {
    title: 'stored procedure',
    rule: 'cosmos/script-exists',
    operation: 'POST /dbs/{}/colls/{}/sprocs',
    fixes: ['create-or-get', 'check-before-create', 'report-conflict'],
    ends: { cosmos: 'scripts' },
    twin: { id: 'sum', body: 'theirs' },
    note: 'body',
    text: `${COSMOS_HEAD}const { scripts } = client.database('shop').container('orders');

export async function run(note: string) {
  const { resource } = await scripts.storedProcedures.create({ id: 'sum', body: note });
  return resource;
}
`,
  },
];
