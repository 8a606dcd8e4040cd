/** Forms of a create that a repeat cannot trip over: how they are written, what they say, and where they are not offered. */
import assert from 'node:assert/strict';
import { apply, openSites, stands } from '../proof/lib/fixing.js';
import { typeCheck } from '../proof/lib/type-check.js';

const HEAD = `import { Client } from '@microsoft/microsoft-graph-client';
import { CosmosClient } from '@azure/cosmos';
export const client = Client.init({ authProvider: (done) => done(null, 'token') });
export const cosmos = new CosmosClient('x');
`;

interface Row {
  code: string;
  fix?: 'idempotency-key' | 'upsert';
  /** What stands there afterwards. */
  after: string;
  /** What its title warns of. */
  warns: RegExp;
}

const WRITTEN: Readonly<Record<string, Row>> = {
  'a group whose answer is used': {
    code: "export const f = async (name: string) => (await client.api('/groups').post({ displayName: name, uniqueName: name, mailNickname: name })).id;",
    after:
      "(await client.api(`/groups(uniqueName='${encodeURIComponent(name.replace(/'/g, \"''\"))}')`).header('Prefer', 'create-if-missing').patch({ displayName: name, mailNickname: name }).then((made: any) => made ?? client.api(`/groups(uniqueName='${encodeURIComponent(name.replace(/'/g, \"''\"))}')`).get())).id",
    warns: /overwrites what it sends, and makes a second one where the existing one has no uniqueName/,
  },
  'an application whose answer is left alone': {
    code: "export const f = async () => { await client.api('/applications').version('beta').post({ displayName: 'x', uniqueName: 'orders' }); };",
    after:
      "await client.api(`/applications(uniqueName='orders')`).version('beta').header('Prefer', 'create-if-missing').patch({ displayName: 'x' });",
    warns: /no uniqueName/,
  },
  'a service principal': {
    code: 'export const f = async (app: { appId: string }) => { await client.api("/servicePrincipals").post({ appId: app.appId }); };',
    fix: 'upsert',
    after: '.header("Prefer", "create-if-missing").patch({  });',
    warns: /overwrites what it sends/,
  },
  'a folder': {
    code: "export const f = (id: string) => client.api(`/drives/${id}/root/children`).post({\n  name: 'x',\n  folder: {},\n});",
    after: "{\n  name: 'x',\n  folder: {},\n  '@microsoft.graph.conflictBehavior': 'replace',\n}",
    warns: /conflictBehavior: replace; some business drives refuse it/,
  },
  'a folder that is told to fail': {
    code: "export const f = (id: string) => client.api(`/drives/${id}/root/children`).post({ name: 'x', folder: {}, '@microsoft.graph.conflictBehavior': 'fail' });",
    after: "folder: {}, '@microsoft.graph.conflictBehavior': 'replace' }",
    warns: /Take the folder/,
  },
  'an upload session': {
    code: "export const f = (id: string) => client.api(`/drives/${id}/items/i1:/a.txt:/createUploadSession`).post({ item: { name: 'a.txt' } });",
    after: "{ item: { name: 'a.txt', '@microsoft.graph.conflictBehavior': 'replace' } }",
    warns: /overwrites it, and does not lift an open session/,
  },
  'a database': {
    code: "export const f = async () => (await cosmos.databases.create({ id: 'a' })).database;",
    after: "createOrRead(cosmos.databases.createIfNotExists({ id: 'a' }), () => cosmos.database('a').read())",
    warns: /settings that differ are left as they are/,
  },
  'a container': {
    code: "export const f = async () => cosmos.database('x').containers.create({ id: 'a', partitionKey: '/pk' });",
    after:
      "createOrRead(cosmos.database('x').containers.createIfNotExists({ id: 'a', partitionKey: '/pk' }), () => cosmos.database('x').container('a').read())",
    warns: /if somebody was faster/,
  },
};

/** Where it is not offered, and why. */
const NOT: Readonly<Record<string, { code: string; why: string }>> = {
  'a group without a unique name': {
    code: "export const f = async (n: string) => client.api('/groups').post({ mailNickname: n });",
    why: 'identity-unknown',
  },
  'a body that is made elsewhere': {
    code: "export const f = async (group: { uniqueName: string }) => client.api('/groups').post(group);",
    why: 'identity-unknown',
  },
  'a body that something is spread into': {
    code: "export const f = async (o: object) => client.api('/groups').post({ uniqueName: 'x', ...o });",
    why: 'identity-unknown',
  },
  'a name that is made on the spot': {
    code: "export const f = async (make: () => string) => client.api('/groups').post({ uniqueName: make() });",
    why: 'identity-unknown',
  },
  'an address with a query': {
    code: "export const f = async (n: string) => client.api('/groups?$select=id').post({ uniqueName: n });",
    why: 'client-unknown',
  },
  'a request with more to it': {
    code: "export const f = async (n: string) => client.api('/groups').select('id').post({ uniqueName: n });",
    why: 'not-written',
  },
};

describe('forms of a create that a repeat cannot trip over', () => {
  const results = new Map<string, string>();
  for (const [title, { code, fix = 'idempotency-key', after, warns }] of Object.entries(WRITTEN))
    it(title, async () => {
      const text = `${code.includes('"') ? HEAD.replaceAll("'", '"') : HEAD}${code}\n`;
      const applied = await apply('src/keyed.ts', text, fix);
      await stands('src/keyed.ts', text, applied);
      assert.ok(applied.text.includes(after), applied.text);
      assert.match(applied.offer.title, warns);
      assert.equal(applied.offer.safe, false);
      results.set(`${title.replace(/\W/g, '-')}.ts`, applied.text);
    });

  it('compile', async function () {
    this.timeout(60_000);
    assert.equal(results.size, Object.keys(WRITTEN).length);
    assert.deepEqual([...(await typeCheck(results))], []);
  });

  for (const [title, { code, why }] of Object.entries(NOT))
    it(`not for ${title}`, async () => {
      const [site] = await openSites('src/keyed.ts', `${HEAD}${code}\n`);
      assert.equal(site?.refused?.find((one) => one.fix === 'idempotency-key')?.why, why);
    });

  it('not for a file in a drive, of which it is said to be refused', async () => {
    const code =
      "export const f = (id: string) => client.api(`/drives/${id}/root/children`).post({ name: 'x', file: {} });";
    const [site] = await openSites('src/keyed.ts', `${HEAD}${code}\n`);
    assert.ok(site && !site.offers?.some((one) => one.fix === 'idempotency-key'));
  });

  describe('in C#', () => {
    const CODE = `using System.Threading.Tasks;
using Microsoft.Azure.Cosmos;

public class Setup
{
    private readonly CosmosClient client;

    public Setup(CosmosClient client) { this.client = client; }

    public async Task Run()
    {
        Database database = await client.CreateDatabaseAsync("shop");
        await database.CreateContainerAsync(new ContainerProperties("orders", "/customer"));
    }
}
`;
    it('the call of the library answers a race by itself', async () => {
      const sites = await openSites('src/Setup.cs', CODE);
      assert.equal(sites.length, 2);
      const first = await apply('src/Setup.cs', CODE, 'idempotency-key', 1);
      assert.ok(first.cured);
      assert.match(first.offer.title, /^Use CreateContainerIfNotExistsAsync \(one read first/);
      const both = await apply('src/Setup.cs', first.text, 'idempotency-key');
      assert.ok(both.cured);
      assert.equal(
        both.text,
        CODE.replace('CreateDatabaseAsync', 'CreateDatabaseIfNotExistsAsync').replace(
          'CreateContainerAsync',
          'CreateContainerIfNotExistsAsync',
        ),
      );
    });
  });
});
