/** What a finding offers to teach, and that saying so has the effect that is promised. */
import assert from 'node:assert/strict';
import { readGrammar } from '../../scripts/lib/engine.js';
import { Engine } from '../../src/analysis/engine.js';
import { DEFAULT_CONFIG, type EngineConfig } from '../../src/analysis/engine-config.js';
import type { Site } from '../../src/analysis/findings.js';
import { Grammars } from '../../src/analysis/languages/grammars.js';

const grammars = new Grammars(readGrammar);

async function sites(file: string, text: string, config: Partial<EngineConfig> = {}): Promise<Site[]> {
  const engine = new Engine({ grammars, config: { ...DEFAULT_CONFIG, ...config }, budgetMs: 10_000, teach: true });
  const result = await engine.analyse(file, text, () => undefined);
  assert.deepEqual(result.problems, []);
  return result.sites;
}

/** Calls whose client is likely at best, and the name people would use for it. */
const clients: { title: string; file: string; text: string; name: string; form: 'library' | 'http' }[] = [
  {
    title: 'a variable of a house client',
    file: 'src/a.ts',
    text: `import { directory } from './clients';
export async function start(body: unknown) { return directory.post('/v1.0/teams', body); }`,
    name: 'directory',
    form: 'http',
  },
  {
    title: 'a field of a house client behind another',
    file: 'src/a.ts',
    text: `export class A {
  constructor(private readonly services: Services) {}
  start(body: unknown) { return this.services.directory.request('/v1.0/teams').post(body); }
}`,
    name: 'directory',
    form: 'http',
  },
  {
    title: 'a function of the project',
    file: 'src/a.ts',
    text: `import { graphPost } from './http';
export const start = (body: unknown) => graphPost('/v1.0/teams', body);`,
    name: 'graphPost',
    form: 'http',
  },
  {
    title: 'an untyped container in a file that names the library',
    file: 'src/a.ts',
    text: `import { CosmosClient } from '@azure/cosmos';
export async function save(store: any, item: object) { await store.items.create(item); }`,
    name: 'store',
    form: 'library',
  },
  {
    title: 'an untyped builder in C#',
    file: 'A.cs',
    text: `using Microsoft.Graph;
class A {
  public async Task B() { var graph = Clients.Make(); await graph.Groups.PostAsync(new Group { MailNickname = "a" }); }
}`,
    name: 'graph',
    form: 'library',
  },
];

describe('clients a project can speak of', () => {
  for (const { title, file, text, name, form } of clients) {
    it(`are named by ${title}`, async () => {
      const [site, ...more] = await sites(file, text);
      assert.ok(site, 'a site');
      assert.deepEqual(more, []);
      assert.equal(site.certainty, 'likely');
      assert.deepEqual(site.teach?.client, { name, form });
    });

    it(`are no sites once excluded: ${title}`, async () => {
      assert.deepEqual(await sites(file, text, { excludedClients: [{ name }] }), []);
      assert.deepEqual(await sites(file, text, { excludedClients: [{ name, files: [file] }] }), []);
      assert.equal((await sites(file, text, { excludedClients: [{ name, files: ['elsewhere/**'] }] })).length, 1);
      assert.equal((await sites(file, text, { excludedClients: [{ name: 'another' }] })).length, 1);
    });

    it(`are certain once they are known: ${title}`, async () => {
      const said: Partial<EngineConfig> =
        form === 'http'
          ? { httpClients: [{ name, baseUrl: 'https://graph.microsoft.com/v1.0' }] }
          : { confirmedClients: [{ name, files: [file] }] };
      const [site] = await sites(file, text, said);
      assert.equal(site?.certainty, 'certain');
      assert.equal(site.teach?.client, undefined);
      assert.ok(site.evidence.some((e) => e.endsWith(`client ${name}`)));
    });
  }

  const typed = `import type { HouseApi } from '@house/api';
export class A {
  constructor(private readonly api: HouseApi) {}
  start(body: unknown) { return this.api.post('/v1.0/teams', body); }
}`;
  for (const name of ['HouseApi', 'api'])
    it(`may be meant by ${name}, a type or a field`, async () => {
      assert.equal((await sites('src/a.ts', typed)).length, 1);
      assert.deepEqual(await sites('src/a.ts', typed, { excludedClients: [{ name }] }), []);
    });

  for (const name of ['@house/http', 'post'])
    it(`may be meant by ${name}, a module or its export`, async () => {
      const text = `import { post as send } from '@house/http';
export const start = (body: unknown) => send('POST', '/v1.0/teams', body);`;
      assert.equal((await sites('src/a.ts', text)).length, 1);
      assert.deepEqual(await sites('src/a.ts', text, { excludedClients: [{ name }] }), []);
    });

  it('are not offered where the library itself is imported', async () => {
    const text = `import { Client } from '@microsoft/microsoft-graph-client';
export const start = (client: Client) => client.api('/teams').post({});`;
    assert.equal((await sites('src/a.ts', text))[0]?.teach?.client, undefined);
  });
});

const head = `import { Container } from '@azure/cosmos';
import { tolerant, report, isKnown } from './errors';
export async function a(container: Container, item: { id: string }) {
`;

describe('helpers a project can vouch for', () => {
  const rows: [title: string, body: string, names: string[]][] = [
    ['one around the call', 'await tolerant(() => container.items.create(item));', ['tolerant']],
    ['one given the promise', 'await tolerant(container.items.create(item));', ['tolerant']],
    ['one given the error', 'try { await container.items.create(item); } catch (e) { report(e); }', ['report']],
    [
      'one that tells errors apart',
      'try { await container.items.create(item); } catch (e) { if (!isKnown(e)) throw e; }',
      ['isKnown'],
    ],
    ['one in a rejection', 'await container.items.create(item).catch((e) => report(e));', ['report']],
    ['none where it is bare', 'await container.items.create(item);', []],
    ['none that every program has', '[item].map((i) => container.items.create(i));', []],
    ['none that only logs', 'try { await container.items.create(item); } catch (e) { logError(e); throw e; }', []],
  ];
  for (const [title, body, names] of rows)
    it(title, async () => {
      const text = `${head}${body}\n}\n`;
      const [site] = await sites('src/a.ts', text);
      assert.deepEqual(site?.teach?.helpers, names);
      for (const name of names)
        assert.equal((await sites('src/a.ts', text, { handlers: [name] }))[0]?.verdict, 'handled');
    });

  it('are found in C# as well', async () => {
    const text = `using Microsoft.Azure.Cosmos;
class A {
  public async Task B(Container c, Item i) { await _guard.RunSafely(() => c.CreateItemAsync(i)); }
}`;
    const [site] = await sites('A.cs', text);
    assert.deepEqual(site?.teach?.helpers, ['RunSafely']);
  });
});

describe('teaching', () => {
  it('is found out only where it is asked for, and changes nothing else', async () => {
    const text = `${head}await tolerant(() => container.items.create(item));\n}\n`;
    const engine = new Engine({ grammars, budgetMs: 10_000 });
    const plain = await engine.analyse('src/a.ts', text, () => undefined);
    const taught = await sites('src/a.ts', text);
    assert.equal(plain.sites[0]?.teach, undefined);
    assert.deepEqual(
      plain.sites,
      taught.map(({ teach, ...site }) => site),
    );
    assert.deepEqual(taught[0]?.teach?.line, 4);
  });
});
