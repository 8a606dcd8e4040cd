/** The command line with the real engine, as a process run from source. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { folder, removeFolders } from './run-cli.js';

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

const SUBSCRIBE = `import { Client } from '@microsoft/microsoft-graph-client';

export async function subscribe(client: Client): Promise<void> {
  await client.api('/subscriptions').post({ changeType: 'created', resource: 'me/messages' });
}
`;
const IGNORED = SUBSCRIBE.replace(
  '  await',
  '  // guard409-ignore graph/subscription-duplicate: made once by the installer\n  await',
);

function scan(cwd: string, ...args: string[]) {
  return spawnSync(process.execPath, ['--import', tsx, main, 'scan', ...args], { cwd, encoding: 'utf8' });
}

describe('the engine on the command line', () => {
  afterEach(removeFolders);

  it('finds a call in TypeScript and in C# and leaves out what a comment covers', () => {
    const at = folder({
      'a.ts': SUBSCRIBE,
      'b.ts': IGNORED,
      'C.cs': `using Microsoft.Azure.Cosmos;

class Store
{
    private readonly Container container;

    public async Task Add(Item item)
    {
        await container.CreateItemAsync(item);
    }
}
`,
    });
    const { stdout, stderr, status } = scan(at.path, '--format', 'json', '--sites');
    assert.equal(stderr, '');
    assert.equal(status, 1);
    const json: {
      findings: { file: string; line: number; operation: string }[];
      sites: { severity: string }[];
      problems: [];
    } = JSON.parse(stdout);
    assert.deepEqual(
      json.findings.map(({ file, line, operation }) => `${file}:${line} ${operation}`),
      ['C.cs:9 POST /dbs/{}/colls/{}/docs', 'a.ts:4 POST /subscriptions'],
    );
    assert.deepEqual(
      json.sites.map((site) => site.severity),
      ['warning', 'warning', 'none'],
    );
    assert.deepEqual(json.problems, []);
  });

  it('judges on workers as on one thread', () => {
    const filler = `// ${'x'.repeat(30_000)}\n`;
    const at = folder(Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`f${i}.ts`, filler + SUBSCRIBE])));
    const strip = (text: string) => text.replace(/"ms": \d+/, '');
    const several = scan(at.path, '--format', 'json', '--jobs', '2', '--stats');
    const one = scan(at.path, '--format', 'json', '--jobs', '1');
    assert.match(several.stderr, /threads +2\n/);
    assert.equal(JSON.parse(several.stdout).findings.length, 12);
    assert.equal(strip(several.stdout), strip(one.stdout));
  });
});
