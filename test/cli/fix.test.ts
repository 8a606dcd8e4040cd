/** `guard409 fix`: what it writes, what it only shows, and what it leaves to a person. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineAnalyser } from '../../src/host-node/engine-analyser.js';
import { fakeDependencies } from './fake-dependencies.js';
import { folder, type Ran, removeFolders, cli as run } from './run-cli.js';

/** Over the real engine. */
function cli(path: string, args: string[]): Promise<Ran> {
  return run(path, args, { dependencies: { ...fakeDependencies(), analyser: () => engineAnalyser(import.meta.url) } });
}

const SAFE = `import { Client } from '@microsoft/microsoft-graph-client';

export async function join(client: Client, group: string, user: object): Promise<void> {
  await client.api(\`/groups/\${group}/members/$ref\`).post(user);
}
`;

const DECISION = `import { Container } from '@azure/cosmos';

export async function add(container: Container, order: { id: string }) {
  const { resource } = await container.items.create(order);
  return resource;
}
`;

describe('guard409 fix', () => {
  afterEach(removeFolders);

  const read = (path: string, name: string): string => readFileSync(join(path, name), 'utf8');

  it('writes the fixes that need no decision, after which the scan finds nothing', async () => {
    const at = folder({ 'a.ts': SAFE });
    const { code, stdout, stderr } = await cli(at.path, ['fix']);
    assert.equal(stdout, '');
    assert.match(stderr, /^a\.ts:4:53: fixed: Go on where it is there already/);
    assert.match(stderr, /1 calls fixed, 0 left\.\n$/);
    assert.equal(code, 0);
    assert.match(read(at.path, 'a.ts'), /await unlessThere\(client\.api/);
    assert.equal((await cli(at.path, ['scan'])).code, 0);
  });

  it('leaves those that need one, unless it is told otherwise', async () => {
    const at = folder({ 'b.ts': DECISION });
    const careful = await cli(at.path, ['fix']);
    assert.equal(careful.code, 1);
    assert.match(careful.stderr, /left: its fix needs a decision of yours \(--unsafe applies it\)/);
    assert.equal(read(at.path, 'b.ts'), DECISION);
    assert.equal((await cli(at.path, ['fix', '--unsafe'])).code, 0);
    assert.match(read(at.path, 'b.ts'), /createOrGetItem\(\(item\) => container\.items\.create\(item\)/);
  });

  it('applies the fix that is named', async () => {
    const at = folder({ 'b.ts': DECISION });
    assert.equal((await cli(at.path, ['fix', '--remedy', 'report-conflict'])).code, 0);
    assert.match(read(at.path, 'b.ts'), /reportConflict\(container\.items\.create\(order\), /);
  });

  it('prints what would change and writes nothing', async () => {
    const at = folder({ 'a.ts': SAFE });
    const { code, stdout, stderr } = await cli(at.path, ['fix', '--dry-run']);
    assert.equal(code, 0);
    assert.match(stdout, /^--- a\.ts\n\+\+\+ a\.ts$/m);
    assert.match(stdout, /^- {2}await client\.api/m);
    assert.match(stdout, /^\+ {2}await unlessThere\(client\.api/m);
    assert.match(stderr, /1 calls would be fixed, 0 would be left\./);
    assert.equal(read(at.path, 'a.ts'), SAFE);
  });

  it('does nothing the second time', async () => {
    const at = folder({ 'a.ts': SAFE });
    await cli(at.path, ['fix']);
    const once = read(at.path, 'a.ts');
    assert.equal((await cli(at.path, ['fix'])).code, 0);
    assert.equal(read(at.path, 'a.ts'), once);
  });

  it('keeps a byte order mark and the line ends', async () => {
    const at = folder({});
    writeFileSync(join(at.path, 'a.ts'), `\uFEFF${SAFE.replaceAll('\n', '\r\n')}`);
    await cli(at.path, ['fix']);
    const text = read(at.path, 'a.ts');
    assert.ok(text.startsWith('\uFEFFimport'));
    assert.doesNotMatch(text, /[^\r]\n/);
  });

  describe('--helper', () => {
    const WAITS = (name: string): string => `import { Client } from '@microsoft/microsoft-graph-client';

export async function ${name}(client: Client): Promise<void> {
  await client.api('/servicePrincipals/s/synchronization/jobs').post({ templateId: 't' });
}
`;

    it('keeps the functions in one file, which the others import', async () => {
      const at = folder({ 'a.ts': WAITS('a'), 'b/b.ts': WAITS('b') });
      const { code, stderr } = await cli(at.path, ['fix', '--helper', 'lib/conflicts.ts']);
      assert.match(stderr, /2 calls fixed, 0 left\.\n$/);
      assert.equal(code, 0);
      const helper = read(at.path, 'lib/conflicts.ts');
      assert.equal(helper.match(/^export async function retryConflicts\b/gm)?.length, 1);
      assert.equal(helper.match(/^function retryAfterMs\b/gm)?.length, 1);
      assert.match(read(at.path, 'a.ts'), /^import \{ retryConflicts \} from '\.\/lib\/conflicts';$/m);
      assert.match(read(at.path, 'b/b.ts'), /^import \{ retryConflicts \} from '\.\.\/lib\/conflicts';$/m);
      assert.doesNotMatch(read(at.path, 'a.ts'), /function retryConflicts/);
      assert.equal((await cli(at.path, ['scan'])).code, 0);
    });

    it('is found again later, and by those that do not ask for it', async () => {
      const at = folder({ 'a.ts': WAITS('a') });
      await cli(at.path, ['fix', '--helper', 'lib/conflicts.ts']);
      const helper = read(at.path, 'lib/conflicts.ts');
      writeFileSync(join(at.path, 'c.ts'), WAITS('c'));
      assert.equal((await cli(at.path, ['fix'])).code, 0);
      assert.match(read(at.path, 'c.ts'), /^import \{ retryConflicts \} from '\.\/lib\/conflicts';$/m);
      assert.equal(read(at.path, 'lib/conflicts.ts'), helper);
    });

    it('adds to what the file has, and shows both with --dry-run', async () => {
      const at = folder({ 'a.ts': WAITS('a'), 'util.ts': 'export const one = 1;\n' });
      const { stdout } = await cli(at.path, ['fix', '--dry-run', '--helper', 'util.ts']);
      assert.match(stdout, /^\+\+\+ a\.ts$[\s\S]*^\+\+\+ util\.ts$/m);
      assert.match(stdout, /^ export const one = 1;$[\s\S]*^\+export async function retryConflicts/m);
      assert.equal(read(at.path, 'util.ts'), 'export const one = 1;\n');
    });

    it('says where it cannot be kept', async () => {
      const at = folder({ 'a.ts': WAITS('a') });
      const { code, stderr } = await cli(at.path, ['fix', '--helper', 'Helpers.cs']);
      assert.equal(code, 2);
      assert.match(stderr, /Helpers\.cs: helpers of their own file can be written in TypeScript and JavaScript only/);
    });
  });

  it('says what is wrong with its options', async () => {
    const at = folder({ 'a.ts': SAFE });
    const { code, stderr } = await cli(at.path, ['fix', '--remedy', 'pray']);
    assert.equal(code, 2);
    assert.match(stderr, /Allowed choices are mend, create-or-get/);
    assert.equal((await cli(at.path, ['fix', 'nowhere'])).code, 2);
  });
});
