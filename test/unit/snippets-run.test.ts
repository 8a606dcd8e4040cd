/** The snippets for TypeScript: they compile under `strict`, and keep the limits that their descriptions promise. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { root } from '../helpers/repository.js';
import { failure, run } from '../helpers/run-snippet.js';
import { TYPESCRIPT_FRAMES } from '../helpers/snippet-frames.js';
import { SNIPPET_MODULES } from '../helpers/snippet-modules.js';
import { expand, readSnippets } from '../helpers/snippets.js';

const snippets = readSnippets('snippets/typescript.json');

describe('the snippets for TypeScript', () => {
  it('compile under strict', function () {
    this.timeout(60_000);
    const folder = mkdtempSync(join(tmpdir(), 'guard409-snippets-'));
    try {
      // Cosmos DB and the client of Microsoft Graph are the real ones.
      symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
      for (const [name, text] of Object.entries(SNIPPET_MODULES)) writeFileSync(join(folder, name), text);
      for (const { prefix, body } of snippets)
        writeFileSync(join(folder, `${prefix}.ts`), TYPESCRIPT_FRAMES[prefix]?.file(expand(body)) ?? '');
      const files = [...Object.keys(SNIPPET_MODULES), ...snippets.map((s) => `${s.prefix}.ts`)].map((f) =>
        join(folder, f),
      );
      const options =
        '--ignoreConfig --noEmit --strict --skipLibCheck --target es2022 --module preserve --lib es2023,dom --types';
      const compiler = join(root, 'node_modules/typescript/bin/tsc');
      execFileSync(process.execPath, [compiler, ...options.split(' '), '', ...files], { encoding: 'utf8' });
    } catch (error) {
      assert.fail(error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('409-cosmos-create-or-get', () => {
  const container = (creates: (() => object)[], reads: (object | undefined)[], calls: string[]) => ({
    items: {
      create: async () => {
        calls.push('create');
        return { resource: creates.shift()?.() };
      },
    },
    item: (id: string, key: string) => ({
      read: async () => {
        calls.push(`read ${id} ${key}`);
        return { resource: reads.shift() };
      },
    }),
  });
  const names = { item: { id: 'a' }, partitionKey: 'p' };
  const conflict = (): never => {
    throw failure('code', 409);
  };

  it('answers what was created', async () => {
    const calls: string[] = [];
    const { value } = await run(
      '409-cosmos-create-or-get',
      { ...names, container: container([() => ({ n: 1 })], [], calls) },
      'stored',
    );
    assert.deepEqual([value, calls], [{ n: 1 }, ['create']]);
  });

  for (const reads of [[{ n: 2 }], [undefined, { n: 2 }]])
    it(`answers what holds the id, found by read ${reads.length}`, async () => {
      const calls: string[] = [];
      const c = container([conflict], [...reads], calls);
      const { value, waits } = await run('409-cosmos-create-or-get', { ...names, container: c }, 'stored');
      assert.deepEqual([value, calls], [{ n: 2 }, ['create', ...reads.map(() => 'read a p')]]);
      assert.equal(waits.length, reads.length - 1);
    });

  it('throws the conflict on when two reads find nothing', async () => {
    const calls: string[] = [];
    const c = container([conflict], [], calls);
    await assert.rejects(run('409-cosmos-create-or-get', { ...names, container: c }), { code: 409 });
    assert.deepEqual(calls, ['create', 'read a p', 'read a p']);
  });

  for (const error of [failure('code', 429), failure('statusCode', 409), 'text', undefined])
    it(`throws ${JSON.stringify(error) ?? 'undefined'} on at once`, async () => {
      const calls: string[] = [];
      const fail = (): never => {
        throw error;
      };
      const c = container([fail], [], calls);
      const thrown = await run('409-cosmos-create-or-get', { ...names, container: c }).then(
        () => 'nothing',
        (e) => e,
      );
      assert.equal(thrown, error);
      assert.deepEqual(calls, ['create']);
    });
});

describe('409-cosmos-etag-loop', () => {
  /** An item that somebody else changes before the first writes. */
  function rival(changes: number, status = 412) {
    const stored: Record<string, unknown> = { id: 'a', count: 0, _etag: '0' };
    let writes = 0;
    const item = () => ({
      read: async () => ({ resource: { ...stored } }),
      replace: async (next: object, { accessCondition }: { accessCondition: { condition: string } }) => {
        if (writes++ < changes) {
          Object.assign(stored, { count: writes, _etag: String(writes) });
          throw failure('code', status);
        }
        assert.equal(accessCondition.condition, stored['_etag']);
        Object.assign(stored, next);
      },
    });
    return { stored, container: { item }, writes: () => writes };
  }

  it('applies the change to what the other writer left', async () => {
    const { container, stored } = rival(3);
    const { waits } = await run('409-cosmos-etag-loop', { container, id: 'a', partitionKey: 'p' });
    assert.deepEqual([stored['count'], stored['status'], waits.length], [3, 'closed', 3]);
    for (const ms of waits) assert.ok(ms >= 50);
  });

  it('gives up after five attempts', async () => {
    const { container, writes } = rival(99);
    await assert.rejects(run('409-cosmos-etag-loop', { container, id: 'a', partitionKey: 'p' }), { code: 412 });
    assert.equal(writes(), 5);
  });

  it('does not repeat a unique key that clashes', async () => {
    const { container, writes } = rival(99, 409);
    await assert.rejects(run('409-cosmos-etag-loop', { container, id: 'a', partitionKey: 'p' }), { code: 409 });
    assert.equal(writes(), 1);
  });
});

describe('409-back-off', () => {
  const wait = async (...args: unknown[]): Promise<number> => {
    const { waits } = await run('409-back-off', { args }, 'await backOff(...args)');
    assert.equal(waits.length, 1);
    return waits[0] ?? Number.NaN;
  };

  it('waits no less than the service asks, and no longer than its cap', async () => {
    const asked = fc.record({ retryAfter: fc.nat(40).map(String), retryAfterMs: fc.nat(40_000) });
    await fc.assert(
      fc.asyncProperty(fc.nat(40), asked, async (attempt, answer) => {
        const ms = Math.max(Number(answer.retryAfter) * 1000, answer.retryAfterMs);
        if (ms > 30_000) return assert.rejects(wait(attempt, answer), /asks to wait/);
        const waited = await wait(attempt, answer);
        assert.ok(waited >= Math.max(ms, 50) && waited <= Math.max(ms, 10_050));
      }),
    );
  });

  it('reads a date against the time of the answer', async () => {
    const date = 'Wed, 21 Oct 2015 07:28:00 GMT';
    assert.equal(await wait(0, { retryAfter: 'Wed, 21 Oct 2015 07:28:20 GMT', date }), 20_000);
    assert.ok((await wait(0, { retryAfter: 'Wed, 21 Oct 2015 07:27:00 GMT', date })) <= 250);
  });

  it('waits by itself when nothing is asked or understood', async () => {
    for (const answer of [undefined, {}, { retryAfter: 'soon' }]) {
      const waited = await wait(0, answer);
      assert.ok(waited >= 50 && waited <= 250, String(waited));
    }
  });
});
