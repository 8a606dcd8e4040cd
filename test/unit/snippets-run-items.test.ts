/** The snippets for Azure Cosmos DB beyond create-or-get: look first, overwrite, key, claim, bulk. */
import assert from 'node:assert/strict';
import { failure, run } from '../helpers/run-snippet.js';

const conflict = (): Error => failure('code', 409);
const OTHERS = [failure('code', 429), failure('statusCode', 409), new Error('no')];

/** A container whose creates and reads answer in turn; an error is thrown. */
function store(creates: unknown[], reads: unknown[] = []) {
  const calls: string[] = [];
  const sent: unknown[] = [];
  const write = (verb: string) => async (item: unknown) => {
    calls.push(verb);
    sent.push(item);
    const next = creates.shift();
    if (next instanceof Error) throw next;
    return { resource: next };
  };
  const item = (id: string, key: string) => ({
    read: async () => {
      calls.push(`read ${id} ${key}`);
      return { resource: reads.shift() };
    },
  });
  return { container: { items: { create: write('create'), upsert: write('upsert') }, item }, calls, sent };
}

describe('409-cosmos-check-first', () => {
  const start = (container: object) =>
    run('409-cosmos-check-first', { container, item: { id: 'a' }, partitionKey: 'p' }, 'stored');
  const READ = 'read a p';

  it('creates nothing when the item is there', async () => {
    const { container, calls } = store([], [{ n: 1 }]);
    assert.deepEqual([(await start(container)).value, calls], [{ n: 1 }, [READ]]);
  });

  it('creates what is missing', async () => {
    const { container, calls } = store([{ n: 2 }], [undefined]);
    assert.deepEqual([(await start(container)).value, calls], [{ n: 2 }, [READ, 'create']]);
  });

  it('answers what came in between', async () => {
    const { container, calls } = store([conflict()], [undefined, { n: 3 }]);
    assert.deepEqual([(await start(container)).value, calls], [{ n: 3 }, [READ, 'create', READ]]);
  });

  it('throws the conflict on when nothing holds the id, and other failures at once', async () => {
    const first = conflict();
    await assert.rejects(start(store([first]).container), (thrown) => thrown === first);
    for (const error of OTHERS) {
      const { container, calls } = store([error]);
      await assert.rejects(start(container), (thrown) => thrown === error);
      assert.deepEqual(calls, [READ, 'create']);
    }
  });
});

describe('409-cosmos-upsert', () => {
  const start = (container: object) => run('409-cosmos-upsert', { container, item: { id: 'a' } });

  it('writes once', async () => {
    const { container, calls } = store([{}]);
    await start(container);
    assert.deepEqual(calls, ['upsert']);
  });

  it('names a unique key that clashes, and keeps its cause', async () => {
    const first = conflict();
    await assert.rejects(start(store([first]).container), { message: /must be unique/, cause: first });
    for (const error of OTHERS) await assert.rejects(start(store([error]).container), (thrown) => thrown === error);
  });
});

describe('409-cosmos-key', () => {
  const names = { draft: { total: 5 }, orderNumber: '17', requestId: 'r1', partitionKey: 'p' };
  const start = (container: object) => run('409-cosmos-key', { ...names, container });

  it('gives the item an id and a mark of the request', async () => {
    const { container, sent } = store([{}]);
    await start(container);
    assert.deepEqual(sent, [{ total: 5, id: 'order-17', requestId: 'r1' }]);
  });

  it('goes on when an earlier attempt of the request wrote it', async () => {
    const { container, calls } = store([conflict()], [{ requestId: 'r1' }]);
    await start(container);
    assert.deepEqual(calls, ['create', 'read order-17 p']);
  });

  it('throws the conflict on for an item of another request, and for none', async () => {
    for (const held of [{ requestId: 'r2' }, undefined]) {
      const first = conflict();
      await assert.rejects(start(store([first], [held]).container), (thrown) => thrown === first);
    }
    for (const error of OTHERS) await assert.rejects(start(store([error]).container), (thrown) => thrown === error);
  });
});

describe('409-cosmos-claim', () => {
  const start = (container: object) =>
    run('409-cosmos-claim', { container, lockId: 'l', owner: 'me' }, 'acquired').then(({ value }) => value);

  it('says whether the claim was acquired, with one call', async () => {
    for (const [answer, acquired] of [
      [{}, true],
      [conflict(), false],
    ] as const) {
      const { container, calls, sent } = store([answer]);
      assert.deepEqual([await start(container), calls], [acquired, ['create']]);
      assert.deepEqual(sent, [{ id: 'l', owner: 'me', ttl: 30 }]);
    }
  });

  it('throws other failures on', async () => {
    for (const error of OTHERS) await assert.rejects(start(store([error]).container), (thrown) => thrown === error);
  });
});

describe('409-cosmos-bulk', () => {
  const start = (results: object[]) => {
    const sent: object[] = [];
    const executeBulkOperations = async (operations: object[]) => {
      sent.push(...operations);
      return results;
    };
    const names = { container: { items: { executeBulkOperations } }, items: [{ id: 'a' }, { id: 'b' }] };
    return run('409-cosmos-bulk', { ...names, partitionKey: 'p' }, 'existing').then(({ value }) => ({ value, sent }));
  };

  it('collects the items that exist', async () => {
    const twin = { error: { code: 409 } };
    const { value, sent } = await start([{ response: { statusCode: 201 } }, twin]);
    assert.deepEqual(value, [twin]);
    assert.deepEqual(sent[1], { operationType: 'Create', partitionKey: 'p', resourceBody: { id: 'b' } });
  });

  it('throws when one failed otherwise', async () => {
    await assert.rejects(start([{ error: { code: 409 } }, { error: { code: 429 } }]), /1 of 2 items/);
  });
});
