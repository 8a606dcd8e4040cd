/** Handlers that do not work, and the smallest edit that makes each work: what it says, what it changes, where it is not made. */
import assert from 'node:assert/strict';
import { compile } from '../proof/csharp/compile.js';
import { apply, openSites, stands } from '../proof/lib/fixing.js';
import { typeCheck } from '../proof/lib/type-check.js';

const HEAD = `import { Client, GraphError } from '@microsoft/microsoft-graph-client';
import { type Container } from '@azure/cosmos';
export const other = GraphError;
export type Orders = Container;
export const client = Client.init({ authProvider: (done) => done(null, 'token') });
`;
const CREATE = 'await orders.items.create(order);';
const inTry = (handler: string, call = CREATE): string =>
  `export async function f(orders: Container, order: { id: string }) { try { ${call} return true; } catch (error) { ${handler} } }`;

interface Row {
  code: string;
  /** The wrong piece, and what comes in its place. */
  was: string;
  is: string;
  title: RegExp;
}

const MENDED: Readonly<Record<string, Row>> = {
  'another type beside the status': {
    code: inTry('if (error instanceof GraphError && (error as any).code === 409) return false; throw error;'),
    was: 'error instanceof GraphError && (error as any).code === 409',
    is: '((error as any)?.code === 409)',
    title: /^Catch the error that this client throws$/,
  },
  'the opposite of both': {
    code: inTry('if (!(error instanceof GraphError) || (error as any).code !== 409) throw error; return false;'),
    was: '!(error instanceof GraphError) || (error as any).code !== 409',
    is: '(error as any)?.code !== 409',
    title: /^Catch the error/,
  },
  'another status that lets the rest out': {
    code: `export async function f(task: { id: string; tag: string }) { try { await client.api(\`/planner/tasks/\${task.id}\`).header('If-Match', task.tag).patch({ title: 'x' }); } catch (error: any) { if (error.statusCode !== 409) throw error; console.log('again later'); } }`,
    was: 'error.statusCode !== 409',
    is: '(error.statusCode !== 409 && error.statusCode !== 412)',
    title: /^Test for 412 too/,
  },
  'a status the conflict never comes with': {
    code: `export async function f(user: object) { try { await client.api('/users').post(user); } catch (error: any) { if (error.statusCode === 409) return; throw error; } }`,
    was: '(error.statusCode === 409)',
    is: '((error.statusCode === 409 || (error?.statusCode === 400 && (',
    title: /^Test for the answer this service gives too: 400 ObjectConflict$/,
  },
  'a retry without an end': {
    code: `export async function f(orders: Container, id: string) { while (true) { const { resource } = await orders.item(id, id).read(); resource.count++; try { await orders.item(id, id).replace(resource, { accessCondition: { type: 'IfMatch', condition: resource._etag } }); return; } catch (error: any) { if (error.code !== 412) throw error; } } }`,
    was: 'while (true)',
    is: 'for (let attempt = 1; ; attempt++)',
    title: /^Stop after 5 attempts, and let the conflict out then$/,
  },
  'a retry without an end, going on by itself': {
    code: `export async function f(orders: Container, id: string) { for (;;) { const { resource } = await orders.item(id, id).read(); resource.count++; try { await orders.item(id, id).replace(resource, { accessCondition: { type: 'IfMatch', condition: resource._etag } }); return; } catch (error: any) { if (error.code === 412) continue; throw error; } } }`,
    was: 'if (error.code === 412)',
    is: 'if ((attempt < 5 && error.code === 412))',
    title: /^Stop after 5 attempts/,
  },
  'an option of a copy in its body': {
    code: "export const f = (id: string, name: string) => client.api(`/drives/d/items/${id}/copy`).post({ name, '@microsoft.graph.conflictBehavior': 'rename' });",
    was: "/copy`).post({ name, '@microsoft.graph.conflictBehavior': 'rename' })",
    is: '/copy?@microsoft.graph.conflictBehavior=rename`).post({ name })',
    title: /^Move the option to where the service reads it$/,
  },
  'an option of an upload beside what it is about': {
    code: "export const f = () => client.api('/drives/d/items/i/createUploadSession').post({ '@microsoft.graph.conflictBehavior': 'replace', item: { name: 'x' } });",
    was: "{ '@microsoft.graph.conflictBehavior': 'replace', item: { name: 'x' } }",
    is: "{ item: { name: 'x', '@microsoft.graph.conflictBehavior': 'replace' } }",
    title: /^Move the option/,
  },
  'an option of an upload of nothing': {
    code: "export const f = () => client.api('/drives/d/items/i/createUploadSession').post({ '@microsoft.graph.conflictBehavior': 'rename' });",
    was: "{ '@microsoft.graph.conflictBehavior': 'rename' }",
    is: "{ item: { '@microsoft.graph.conflictBehavior': 'rename' } }",
    title: /^Move the option/,
  },
  'a retry of what can never clear': {
    code: 'export async function f(orders: Container, order: { id: string }) { for (let i = 0; i < 3; i++) { try { await orders.items.create(order); return; } catch (error: any) { if (error.code !== 409) throw error; } } }',
    was: 'await orders.items.create(order); return',
    is: 'await reportConflict(orders.items.create(order), ',
    title: /^Report the conflict at once, instead of sending the same again \(no further request\)$/,
  },
  'a change before the retry that needs it': {
    code: `export async function f(orders: Container, id: string) {
  const { resource: order } = await orders.item(id, id).read();
  // One more.
  order.count++;
  const most = 3;
  let i = 0;
  while (i++ < most) {
    try {
      await orders.item(id, id).replace(order, { accessCondition: { type: 'IfMatch', condition: order._etag } });
      return;
    } catch (error: any) {
      if (error.code !== 412) throw error;
    }
  }
}`,
    was: `  const { resource: order } = await orders.item(id, id).read();
  // One more.
  order.count++;
  const most = 3;
  let i = 0;
  while (i++ < most) {
    try {`,
    is: `  const most = 3;
  let i = 0;
  while (i++ < most) {
    const { resource: order } = await orders.item(id, id).read();
    // One more.
    order.count++;
    try {`,
    title: /^Read again and make the change again in each attempt \(one more read each time\)$/,
  },
  'a new ETag under the old content': {
    code: `export async function f(orders: Container, id: string) {
  const { resource: order } = await orders.item(id, id).read();
  order.count++;
  let etag = order._etag;
  for (let i = 0; i < 3; i++) {
    try {
      await orders.item(id, id).replace(order, { accessCondition: { type: 'IfMatch', condition: etag } });
      return;
    } catch (error: any) {
      if (error.code !== 412) throw error;
      const { resource: now } = await orders.item(id, id).read();
      etag = now._etag;
    }
  }
}`,
    was: `  let etag = order._etag;
  for (let i = 0; i < 3; i++) {
    try {`,
    is: `  for (let i = 0; i < 3; i++) {
    const { resource: order } = await orders.item(id, id).read();
    order.count++;
    let etag = order._etag;
    try {`,
    title: /^Read again and make the change again/,
  },
  'a call whose answer is not looked at': {
    code: "export async function f(body: object) { try { await fetch('https://graph.microsoft.com/v1.0/subscriptions', { method: 'POST', body: JSON.stringify(body) }); } catch (error: any) { if (error.status !== 409) throw error; } }",
    was: "await fetch('https",
    is: "await reportConflict(fetch('https",
    title: /^Throw the conflict that the answer holds, so that the handler sees it$/,
  },
};

/** Mistakes that no small edit mends. */
const LEFT: Readonly<Record<string, string>> = {
  'a handler that uses more of the wrong type': inTry(
    'if (error instanceof GraphError && (error as any).code === 409) return error.requestId; throw error;',
  ),
  'a change that counts for more than the retry': `export async function f(orders: Container, id: string) {
  const { resource: order } = await orders.item(id, id).read();
  order.count++;
  for (let i = 0; i < 3; i++) {
    try { await orders.item(id, id).replace(order, { accessCondition: { type: 'IfMatch', condition: order._etag } }); return order; } catch (error: any) { if (error.code !== 412) throw error; }
  }
  return order.count;
}`,
  'a change before something that must not be done again': `export async function f(orders: Container, id: string, send: (count: number) => Promise<void>) {
  const { resource: order } = await orders.item(id, id).read();
  order.count++;
  await send(order.count);
  for (let i = 0; i < 3; i++) {
    try { await orders.item(id, id).replace(order, { accessCondition: { type: 'IfMatch', condition: order._etag } }); return; } catch (error: any) { if (error.code !== 412) throw error; }
  }
}`,
  'a change whose ETag comes from elsewhere': `export async function f(orders: Container, id: string, tag: string) {
  const { resource: order } = await orders.item(id, id).read();
  order.count++;
  for (let i = 0; i < 3; i++) {
    try { await orders.item(id, id).replace(order, { accessCondition: { type: 'IfMatch', condition: tag } }); return; } catch (error: any) { if (error.code !== 412) throw error; }
  }
}`,
  'a retry of content that is given':
    "export async function f(orders: Container, order: { id: string; _etag: string }) { for (let i = 0; i < 3; i++) { try { await orders.item(order.id, order.id).replace(order, { accessCondition: { type: 'IfMatch', condition: order._etag } }); return; } catch (error: any) { if (error.code !== 412) throw error; } } }",
  'an option that comes from elsewhere':
    "export const f = (behavior: string) => client.api('/drives/d/items/i/copy').post({ '@microsoft.graph.conflictBehavior': behavior });",
};

describe('mending a handler', () => {
  const results = new Map<string, string>();
  for (const [title, { code, was, is, title: says }] of Object.entries(MENDED))
    it(title, async () => {
      const text = `${HEAD}${code}\n`;
      assert.ok(text.includes(was));
      const applied = await apply('src/mend.ts', text, 'mend');
      assert.equal(applied.site.verdict, 'mishandled');
      await stands('src/mend.ts', text, applied);
      assert.ok(applied.text.includes(is), applied.text);
      assert.ok(!applied.text.includes(was) || is.startsWith(was) || is.includes(was), applied.text);
      assert.match(applied.offer.title, says);
      results.set(`${title.replace(/\W/g, '-')}.ts`, applied.text);
    });

  it('leaves what must not be run until the merge is written', async function () {
    this.timeout(60_000);
    const text = `${HEAD}export async function f(orders: Container, order: { id: string }) { for (let i = 0; i < 3; i++) { try { const { resource: now } = await orders.item(order.id, order.id).read(); await orders.item(order.id, order.id).replace(order, { accessCondition: { type: 'IfMatch', condition: now._etag } }); return; } catch (error: any) { if (error.code !== 412) throw error; } } }\n`;
    const applied = await apply('src/mend.ts', text, 'mend');
    await stands('src/mend.ts', text, applied);
    assert.ok(applied.text.includes('.replace(mergeChanges(now, order), {'), applied.text);
    assert.match(applied.offer.title, /does not compile until you have written the merge/);
    assert.ok(!applied.offer.safe);
    const written = `${applied.text}function mergeChanges(now: any, order: { id: string }) { return { ...now, ...order }; }\n`;
    const faults = await typeCheck(
      new Map([
        ['open.ts', applied.text],
        ['written.ts', written],
      ]),
    );
    assert.deepEqual([...faults.keys()], ['open.ts']);
    assert.match(String(faults.get('open.ts')), /mergeChanges/);
    // JavaScript would run it.
    const script = text.replace(/import .*Container.*\n|export type.*\n|: Container|: any|: \{ id: string \}/g, '');
    const [site] = await openSites(
      'src/mend.js',
      `import { CosmosClient } from '@azure/cosmos';\n${script.replace('f(orders, order)', "f(order, orders = new CosmosClient('').database('a').container('b'))")}`,
    );
    assert.equal(site?.reason, 'stale-body', script);
    assert.equal(site.refused?.find((one) => one.fix === 'mend')?.why, 'not-written');
  });

  it('leaves what compiles', async function () {
    this.timeout(60_000);
    assert.equal(results.size, Object.keys(MENDED).length);
    assert.deepEqual([...(await typeCheck(results))], []);
  });

  for (const [title, code] of Object.entries(LEFT))
    it(`leaves ${title}`, async () => {
      const [site] = await openSites('src/mend.ts', `${HEAD}${code}\n`);
      assert.equal(site?.verdict, 'mishandled', site?.reason);
      assert.equal(site.refused?.find((one) => one.fix === 'mend')?.why, 'nothing-to-mend');
    });

  describe('in C#', function () {
    this.timeout(60_000);
    const CLASS = (body: string): string => `using System;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.Azure.Cosmos;

public class Order
{
    public string id { get; set; }
}

public class Orders
{
    private readonly Container container;

    public Orders(Container container) { this.container = container; }

    ${body}
}
`;
    const CSHARP: Readonly<Record<string, { body: string; is: RegExp; title: RegExp }>> = {
      'a clause for another type': {
        body: 'public async Task<bool> Add(Order order) { try { await container.CreateItemAsync(order, new PartitionKey(order.id)); return true; } catch (HttpRequestException ex) when (ex.Message.Contains("409") && (int)HttpStatusCode.Conflict == 409) { Console.WriteLine(ex.Message); return false; } }',
        is: /catch \(CosmosException ex\) when \(\(int\?\)ex\.StatusCode == 409\) \{ Console/,
        title: /^Catch the error that this client throws$/,
      },
      'a task that is waited for by blocking': {
        body: 'public bool Add(Order order) { try { container.CreateItemAsync(order, new PartitionKey(order.id)).Wait(); return true; } catch (CosmosException ex) when (ex.StatusCode == HttpStatusCode.Conflict) { return false; } }',
        is: /new PartitionKey\(order\.id\)\)\.GetAwaiter\(\)\.GetResult\(\);/,
        title: /^Wait for the call so that its own error comes out/,
      },
      'a retry without an end': {
        body: 'public async Task Touch(string id) { while (true) { var read = await container.ReadItemAsync<Order>(id, new PartitionKey(id)); try { await container.ReplaceItemAsync(read.Resource, id, new PartitionKey(id), new ItemRequestOptions { IfMatchEtag = read.ETag }); return; } catch (CosmosException e) when (e.StatusCode == HttpStatusCode.PreconditionFailed) { } } }',
        is: /for \(int attempt = 1; ; attempt\+\+\)[\s\S]*when \(\(attempt < 5 && e\.StatusCode == HttpStatusCode\.PreconditionFailed\)\)/,
        title: /^Stop after 5 attempts/,
      },
      'an answer that throws nothing': {
        body: 'public async Task<bool> Add(Order order, System.IO.Stream json) { try { using (ResponseMessage answer = await container.CreateItemStreamAsync(json, new PartitionKey(order.id))) return true; } catch (CosmosException e) when (e.StatusCode == HttpStatusCode.Conflict) { return false; } }',
        is: /answer = \(await container\.CreateItemStreamAsync\(json, new PartitionKey\(order\.id\)\)\)\.EnsureSuccessStatusCode\(\)\)/,
        title: /^Let every failed answer be thrown, so that the handler sees the conflict \(EnsureSuccessStatusCode\)$/,
      },
      'a batch that throws nothing': {
        body: 'public async Task<bool> Add(Order order) { try { await container.CreateTransactionalBatch(new PartitionKey(order.id)).CreateItem(order).ExecuteAsync(); return true; } catch (CosmosException e) when (e.StatusCode == HttpStatusCode.Conflict) { return false; } }',
        is: /throw new CosmosException\("Conflict in step " \+ step, answer\[step\]\.StatusCode/,
        title: /^Throw the conflict that the answer holds/,
      },
      'a status by a name alone': {
        body: 'public async Task<bool> Add(Order order) { try { await container.CreateItemAsync(order, new PartitionKey(order.id)); return true; } catch (CosmosException e) when (e.StatusCode == PreconditionFailed) { return false; } }',
        is: /e\.StatusCode == Conflict/,
        title: /^Test for 409/,
      },
    };
    const texts = new Map<string, string>();
    for (const [title, { body, is, title: says }] of Object.entries(CSHARP))
      it(title, async () => {
        const source = body.includes('== PreconditionFailed')
          ? CLASS(body).replace('using System.Net;', 'using System.Net;\nusing static System.Net.HttpStatusCode;')
          : CLASS(body);
        const applied = await apply('src/Orders.cs', source, 'mend');
        assert.ok(applied.cured, applied.text);
        assert.match(applied.text, is);
        assert.match(applied.offer.title, says);
        // The stubs know of no replace.
        if (applied.text.includes('ReplaceItemAsync')) return;
        const number = texts.size;
        texts.set(
          `F${number}.cs`,
          applied.text.replace(/\bOrders\b/g, `Orders${number}`).replace(/\bOrder\b/g, `Order${number}`),
        );
      });

    it('compile', async () => {
      assert.equal(texts.size, Object.keys(CSHARP).length - 1);
      assert.deepEqual((await compile(texts)).errors, []);
    });
  });
});
