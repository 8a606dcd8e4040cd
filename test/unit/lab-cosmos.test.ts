/** The lab's Cosmos DB, driven by its real SDK. */
import assert from 'node:assert/strict';
import { Agent } from 'node:https';
import { type Container, CosmosClient, PermissionMode } from '@azure/cosmos';
import { type Lab, startLab } from '../../src/lab/index.js';

describe('lab: Cosmos DB by its own SDK', () => {
  let lab: Lab;
  let client: CosmosClient;
  let items: Container;

  before(async () => {
    lab = await startLab();
    const ca = lab.certificate.cosmos ?? '';
    client = new CosmosClient({ endpoint: lab.cosmosUrl ?? '', key: lab.cosmosKey, agent: new Agent({ ca }) });
  });
  beforeEach(async () => {
    lab.reset();
    const { database } = await client.databases.createIfNotExists({ id: 'shop' });
    const made = await database.containers.createIfNotExists({
      id: 'orders',
      partitionKey: { paths: ['/customer'] },
      uniqueKeyPolicy: { uniqueKeys: [{ paths: ['/number'] }] },
    });
    items = made.container;
    lab.clearJournal();
  });
  after(async () => {
    client.dispose();
    await lab.close();
  });

  const codeOf = async (call: Promise<unknown>): Promise<unknown> => {
    try {
      await call;
      return undefined;
    } catch (error) {
      return typeof error === 'object' && error !== null && 'code' in error ? error.code : error;
    }
  };

  const order = { id: '1', customer: 'ada', number: 7 };
  const rules = (): unknown[] => lab.journal().flatMap((e) => (e.rule ? [e.rule] : []));

  it('refuses the same id, and the same unique key under another id', async () => {
    await items.items.create(order);
    assert.equal(await codeOf(items.items.create(order)), 409);
    assert.equal(await codeOf(items.items.create({ ...order, id: '2' })), 409);
    assert.equal(await codeOf(items.items.upsert({ ...order, id: '2' })), 409);
    assert.deepEqual(rules(), ['cosmos/item-id-exists', 'cosmos/unique-key-taken', 'cosmos/unique-key-taken']);
    assert.equal((await items.items.readAll().fetchAll()).resources.length, 1);
  });

  it('takes a unique key over several paths as one', async () => {
    const { container } = await client.database('shop').containers.create({
      id: 'seats',
      partitionKey: { paths: ['/hall'] },
      uniqueKeyPolicy: { uniqueKeys: [{ paths: ['/row', '/place/number'] }] },
    });
    const seat = (id: string, row: number, number: number, hall = 'a') => ({ id, hall, row, place: { number } });
    for (const item of [seat('1', 1, 1), seat('2', 1, 2), seat('3', 2, 1), seat('4', 1, 1, 'b')])
      assert.equal(await codeOf(container.items.create(item)), undefined);
    assert.equal(await codeOf(container.items.create(seat('5', 1, 2))), 409);
    assert.equal(await codeOf(container.item('3', 'a').replace(seat('3', 1, 1))), 409);
    assert.equal(await codeOf(container.item('3', 'a').replace(seat('3', 3, 3))), undefined);
    assert.deepEqual(rules(), ['cosmos/unique-key-taken', 'cosmos/unique-key-taken']);
  });

  it('answers 404 for what is not there', async () => {
    const { statusCode, resource } = await items.item('9', 'ada').read();
    assert.equal(statusCode, 404);
    assert.equal(resource, undefined);
  });

  it('refuses a stale tag and a false condition with 412, each by its own scenario', async () => {
    const { resource } = await items.items.create(order);
    lab.fault({ on: 'PUT /dbs/{}/colls/{}/docs/{}', otherWriter: true });
    const accessCondition = { type: 'IfMatch', condition: resource?.['_etag'] ?? '' };
    assert.equal(await codeOf(items.item('1', 'ada').replace({ ...order, state: 'paid' }, { accessCondition })), 412);
    const patch = {
      condition: 'FROM c WHERE c.number = 8',
      operations: [{ op: 'add' as const, path: '/x', value: 1 }],
    };
    assert.equal(await codeOf(items.item('1', 'ada').patch(patch)), 412);
    assert.deepEqual(rules(), ['cosmos/stale-etag', 'cosmos/patch-condition-false']);
  });

  it('keeps nothing of a batch that fails, and answers 424 beside the cause', async () => {
    await items.items.create(order);
    const { code, result } = await items.items.batch(
      [
        { operationType: 'Create', resourceBody: { id: '5', customer: 'ada', number: 50 } },
        { operationType: 'Create', resourceBody: order },
        { operationType: 'Create', resourceBody: { id: '6', customer: 'ada', number: 60 } },
      ],
      'ada',
    );
    assert.equal(code, 207);
    assert.deepEqual(
      result?.map((r) => r.statusCode),
      [424, 409, 424],
    );
    assert.equal((await items.items.readAll().fetchAll()).resources.length, 1);
  });

  it('keeps what one of several batches wrote, and says which conflict the others met', async () => {
    const order = { id: '7', customer: 'ada', number: 70 };
    lab.fault({ on: 'POST /dbs/{}/colls/{}/docs#batch', hold: 4 });
    const all = await Promise.all(
      Array.from({ length: 4 }, () => items.items.batch([{ operationType: 'Create', resourceBody: order }], 'ada')),
    );
    assert.deepEqual(all.map(({ code }) => code).sort(), [200, 207, 207, 207]);
    assert.equal((await items.item('7', 'ada').read()).resource?.id, '7');
    assert.deepEqual(rules(), ['cosmos/batch-conflict', 'cosmos/batch-conflict', 'cosmos/batch-conflict']);
  });

  it('knows users, permissions and scripts as far as their names go', async () => {
    const database = client.database('shop');
    await database.users.create({ id: 'ada' });
    assert.equal(await codeOf(database.users.create({ id: 'ada' })), 409);
    const permission = { id: 'read', permissionMode: PermissionMode.Read, resource: 'dbs/shop/colls/orders' };
    await database.user('ada').permissions.create(permission);
    assert.equal(await codeOf(database.user('ada').permissions.create(permission)), 409);
    const script = { id: 'sum', body: 'function () {}' };
    await items.scripts.storedProcedures.create(script);
    assert.equal(await codeOf(items.scripts.storedProcedures.create(script)), 409);
    assert.equal((await items.scripts.storedProcedure('sum').read()).resource?.body, script.body);
    await items.scripts.userDefinedFunctions.create(script);
    assert.equal(await codeOf(items.scripts.userDefinedFunctions.create(script)), 409);
    assert.equal(await codeOf(client.databases.create({ id: 'shop' })), 409);
    assert.equal(await codeOf(database.containers.create({ id: 'orders' })), 409);
    assert.deepEqual(rules(), [
      'cosmos/user-permission-exists',
      'cosmos/user-permission-exists',
      'cosmos/script-exists',
      'cosmos/script-exists',
      'cosmos/database-exists',
      'cosmos/container-exists',
    ]);
  });

  it('answers bulk operations one by one', async () => {
    await items.items.create(order);
    const create = (id: string, number: number) => ({
      operationType: 'Create' as const,
      partitionKey: 'ada',
      resourceBody: { id, customer: 'ada', number },
    });
    const results = await items.items.bulk([create('1', 1), create('3', 30)]);
    assert.deepEqual(
      results.map((r) => r.statusCode),
      [409, 201],
    );
  });

  it('answers over plain HTTP as well', async () => {
    const plain = new CosmosClient({ endpoint: (lab.cosmosUrl ?? '').replace('https', 'http'), key: lab.cosmosKey });
    const { resource } = await plain.database('shop').container('orders').items.create(order);
    assert.equal(resource?.id, '1');
    plain.dispose();
  });

  it('loses an answer that was carried out, and lets another be quicker', async () => {
    const on = 'POST /dbs/{}/colls/{}/docs';
    lab.fault({ on, carriedOut: true, answer: { status: 500 } });
    assert.equal(await codeOf(items.items.create(order)), 500);
    assert.equal(await codeOf(items.items.create(order)), 409);
    lab.fault({ on, otherCreates: true });
    assert.equal(await codeOf(items.items.create({ ...order, id: '2', number: 8 })), 409);
    const { resource } = await items.item('2', 'ada').read();
    lab.fault({ on: `${on}#upsert`, otherWriter: true });
    const accessCondition = { type: 'IfMatch', condition: resource?.['_etag'] ?? '' };
    assert.equal(await codeOf(items.items.upsert({ ...order, id: '2', number: 8 }, { accessCondition })), 412);
  });

  it('lets one of eight creates win, all in flight together', async () => {
    lab.fault({ on: 'POST /dbs/{}/colls/{}/docs', hold: 8 });
    const calls = await Promise.allSettled(Array.from({ length: 8 }, () => items.items.create(order)));
    assert.equal(calls.filter((c) => c.status === 'fulfilled').length, 1);
    assert.ok(Math.max(...lab.journal().map((e) => e.inFlight)) >= 2);
  });

  it('sends what it is asked to, with the time to wait', async () => {
    lab.fault({
      on: 'POST /dbs/{}/colls/{}/docs',
      answer: { rule: 'cosmos/retry-with', status: 449 },
      retryAfter: { milliseconds: 5 },
    });
    lab.fault({ on: 'POST /dbs/{}/colls/{}/docs', answer: { status: 409 } });
    assert.equal(await codeOf(items.items.create(order)), 449);
    assert.equal(await codeOf(items.items.create(order)), 409);
    const [first, second] = lab.journal();
    assert.deepEqual([first?.status, first?.retryAfter, second?.status], [449, '5', 409]);
  });
});
