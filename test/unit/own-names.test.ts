/** What `.guard409.jsonc` says of the project's own code: HTTP clients and handlers. */
import assert from 'node:assert/strict';
import { readGrammar } from '../../scripts/lib/engine.js';
import { Engine } from '../../src/analysis/engine.js';
import { DEFAULT_CONFIG, type EngineConfig } from '../../src/analysis/engine-config.js';
import { Grammars } from '../../src/analysis/languages/grammars.js';

const grammars = new Grammars(readGrammar);

async function sites(text: string, config: Partial<EngineConfig> = {}, file = 'src/a.ts'): Promise<string[]> {
  const engine = new Engine({ grammars, config: { ...DEFAULT_CONFIG, ...config }, budgetMs: 10_000 });
  const result = await engine.analyse(file, text, () => undefined);
  assert.deepEqual(result.problems, []);
  return result.sites.map((s) => `${s.line} ${s.verdict} ${s.reason} ${s.operation} ${s.certainty}`);
}

describe('names of the project in the configuration', () => {
  const request = `import { directory } from './clients';
export async function start(body: unknown) {
  return directory.post('teams', body);
}
`;

  it('take a relative URL of an own client for one below its address', async () => {
    assert.deepEqual(await sites(request), []);
    const httpClients = [{ name: 'directory', baseUrl: 'https://graph.microsoft.com/v1.0/' }];
    assert.deepEqual(await sites(request, { httpClients }), ['3 unhandled no-handler POST /teams certain']);
  });

  it('leave an own client of another service alone', async () => {
    const httpClients = [{ name: 'directory', baseUrl: 'https://api.example.com/v1.0/' }];
    assert.deepEqual(await sites(request, { httpClients }), []);
  });

  const wrapped = `import { Container } from '@azure/cosmos';
import { tolerant, report } from './errors';
export async function a(container: Container, item: { id: string }) {
  await tolerant(() => container.items.create(item));
}
export async function b(container: Container, item: { id: string }) {
  try {
    await container.items.create(item);
  } catch (error) {
    report(error);
  }
}
`;

  it('believe a handler that is given the call or the error', async () => {
    const docs = 'POST /dbs/{}/colls/{}/docs';
    assert.deepEqual(
      (await sites(wrapped)).map((s) => s.split(' ')[1]),
      ['unhandled', 'unhandled'],
    );
    assert.deepEqual(await sites(wrapped, { handlers: ['tolerant', 'report'] }), [
      `4 handled told-apart ${docs} certain`,
      `8 handled told-apart ${docs} certain`,
    ]);
  });

  it('let an ignore comment stand above a statement that runs over lines', async () => {
    const text = `import { Client } from '@microsoft/microsoft-graph-client';
export async function a(client: Client) {
  // guard409-ignore graph/team-exists: the run before removes the team
  await client
    .api('/teams')
    .post({});
}
`;
    const engine = new Engine({ grammars, budgetMs: 10_000 });
    const result = await engine.analyse('a.ts', text, () => undefined);
    assert.deepEqual(result.problems, []);
    assert.equal(result.sites[0]?.ignored, 'the run before removes the team');
  });
});
