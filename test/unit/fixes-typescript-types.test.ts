/** Fixed sources that lean on types: generics, contextual types, narrowing. They compile with the real SDKs, before and after. */
import assert from 'node:assert/strict';
import { apply, openSites, stands } from '../proof/lib/fixing.js';
import { typeCheck } from '../proof/lib/type-check.js';

const cosmos = `import { type Container, CosmosClient, type ItemResponse } from '@azure/cosmos';
interface Order { id: string; status: 'open' | 'closed'; lines?: { sku: string; count: number }[] }
export type { Order, ItemResponse, Container, CosmosClient };
`;
const graph = `import { Client } from '@microsoft/microsoft-graph-client';
interface User { id?: string; userPrincipalName: string }
export type { User, Client };
`;

const sources: Readonly<Record<string, string>> = {
  'a declared answer': `${cosmos}export async function f(c: Container, o: Order): Promise<ItemResponse<Order>> { return await c.items.create<Order>(o); }`,
  'a literal of a union type': `${cosmos}export async function f(c: Container, id: string): Promise<ItemResponse<Order>> { return c.items.create<Order>({ id, status: 'open' }); }`,
  'a nested literal': `${cosmos}export const f = async (c: Container, id: string): Promise<Order | undefined> => (await c.items.create<Order>({ id, status: 'closed', lines: [{ sku: 'a', count: 1 }] })).resource;`,
  'a literal with a spread': `${cosmos}export const f = async (c: Container, o: Omit<Order, 'status'>) => (await c.items.create<Order>({ ...o, status: 'open' })).resource?.status;`,
  'a literal without a type': `${cosmos}export const f = async (c: Container, id: string) => (await c.items.create({ id, at: Date.now() })).resource?.at.toFixed();`,
  'an optional id': `${cosmos}export const f = async (c: Container, o: Partial<Order>) => (await c.items.create(o)).resource;`,
  'options behind the body': `${cosmos}export const f = async (c: Container, o: Order) => (await c.items.create(o, { disableAutomaticIdGeneration: true })).statusCode;`,
  'an answer of any': `${cosmos}export const f = async (c: Container, o: any) => (await c.items.create(o)).resource.status;`,
  'a client of any': `${cosmos}export const f = async (c: Container, client: any, id: string) => { const { database } = await client.databases.create({ id }); const { container } = await (client as CosmosClient).database(id).containers.create({ id }); return [c, database, container.id]; };`,
  'a parameter of any type': `${cosmos}export const f = async <T>(c: Container, item: T): Promise<T> => (await c.items.create(item as T & { id: string })).resource as T;`,
  'a narrowed variable': `${cosmos}export const f = async (c: Container, o: Order | undefined) => { if (!o) return undefined; const { resource } = await c.items.create(o); return resource; };`,
  'a narrowed variable in the literal': `${cosmos}export const f = async (c: Container, o: { id?: string }) => { if (o.id === undefined) return; const { id } = o; await c.items.create<Order>({ id, status: 'open' }); };`,
  'a narrowed container': `${cosmos}export const f = async (c: Container | undefined, o: Order) => { if (!c) return undefined; return (await c.items.create(o)).resource; };`,
  'a container that is assigned later': `${cosmos}export async function f(client: CosmosClient, o: Order) { let c: Container | undefined; c = client.database('a').container('b'); await c.items.create(o); }`,
  'a member of the class': `${cosmos}export class S { constructor(private readonly c: Container) {} async f(o: Order): Promise<Order> { const { resource } = await this.c.items.create(o); if (!resource) throw new Error(); return resource; } }`,
  'a private name': `${cosmos}export class S { #c: Container; constructor(c: Container) { this.#c = c; } async f(o: Order) { return this.#c.items.create(o); } }`,
  'a generic class': `${cosmos}export class Repository<T extends { id: string }> { constructor(private readonly c: Container) {} async add(entity: T): Promise<T> { const { resource } = await this.c.items.create<T>(entity); return resource as T; } }`,
  'a database': `${cosmos}export const f = async (client: CosmosClient): Promise<string> => { const { database } = await client.databases.create({ id: 'shop' }); return database.id; };`,
  'a container': `${cosmos}export const f = async (client: CosmosClient, id: string): Promise<Container> => (await client.database('shop').containers.create({ id, partitionKey: '/pk' })).container;`,
  'a container with its throughput': `${cosmos}export async function f(client: CosmosClient) { const { container } = await client.database('shop').containers.create({ id: 'orders', partitionKey: { paths: ['/pk'] }, throughput: 400 }); return container; }`,
  'an answer of any of Graph': `${graph}export async function f(client: Client, u: User): Promise<User> { return await client.api('/users').post(u); }`,
  'a literal with the type asserted': `${graph}export const f = async (client: Client, upn: string) => (await client.api('/users').post({ userPrincipalName: upn } as User)) as User;`,
  'a subscription': `${graph}export const f = async (client: Client, url: string): Promise<{ id: string }> => client.api('/subscriptions').post({ resource: 'me/events', changeType: 'created', notificationUrl: url, expirationDateTime: new Date(0).toISOString() });`,
  'a parameter of the module': `${graph}export const f = (client: Client, body: { mailNickname: string }) => client.api('/groups').version('beta').post(body).then((g: { id: string }) => g.id);`,
  'a staff member': `${graph}export const f = async (client: Client, b: string, p: { emailAddress: string; displayName: string }) => { const s = await client.api(\`/solutions/bookingBusinesses/\${b}/staffMembers\`).post(p); return s.id as string; };`,
  'members of a group': `${graph}export const f = async (client: Client, g: string, ids: string[]): Promise<void> => { for (const id of ids) await client.api(\`/groups/\${g}/members/$ref\`).post({ '@odata.id': \`https://graph.microsoft.com/v1.0/directoryObjects/\${id}\` }); };`,
  'a guarded change': `${graph}export const f = async (client: Client, id: string, tag: string): Promise<void> => { await client.api(\`/planner/tasks/\${id}\`).header('If-Match', tag).patch({ percentComplete: 100 }); };`,
  'a guarded replace': `${cosmos}export const f = async (c: Container, o: Order & { _etag: string }): Promise<Order | undefined> => (await c.item(o.id, o.id).replace<Order>(o, { accessCondition: { type: 'IfMatch', condition: o._etag } })).resource;`,
};

const results = new Map<string, string>();
const named = (title: string): string => title.replace(/\W+/g, '-');

describe('the fixes for TypeScript, by the types they meet', function () {
  this.timeout(60_000);
  for (const [title, text] of Object.entries(sources))
    it(title, async () => {
      const file = 'src/typed.ts';
      const offers = (await openSites(file, text)).flatMap((site) => site.offers ?? []);
      assert.ok(offers.some((offer) => offer.cures));
      for (const { fix, cures } of offers) {
        if (!cures) continue;
        const applied = await apply(file, text, fix);
        await stands(file, text, applied);
        results.set(`${named(title)}.${fix}.ts`, applied.text);
      }
    });

  it('compile before', async () => {
    const files = new Map(Object.entries(sources).map(([title, text]) => [`${named(title)}.ts`, text]));
    assert.deepEqual(await typeCheck(files), new Map());
  });

  it('compile after', async () => {
    assert.ok(results.size >= Object.keys(sources).length);
    const faults = await typeCheck(results);
    assert.deepEqual([...faults], []);
  });

  it('compile where the module is CommonJS for an older target', async () => {
    const options = { module: 'commonjs', moduleResolution: 'bundler', target: 'es2017', lib: ['es2018', 'dom'] };
    assert.deepEqual([...(await typeCheck(results, options))], []);
  });

  it('are checked by a compiler that finds faults', async () => {
    const faults = await typeCheck(
      new Map([
        ['a.ts', 'export const a: string = 1;'],
        ['b.ts', 'export {};'],
      ]),
    );
    assert.deepEqual([...faults.keys()], ['a.ts']);
  });
});
