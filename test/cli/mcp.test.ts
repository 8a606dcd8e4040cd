/** The server for agents, asked by the protocol's own client over standard input and output. */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { folder, removeFolders } from './run-cli.js';

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const main = join(fileURLToPath(new URL('.', import.meta.url)), 'fake-main.ts');

describe('the server for agents', () => {
  let client: Client;
  const ask = async (name: string, args: Record<string, unknown>) => {
    const { content, isError } = await client.callTool({ name, arguments: args });
    assert.ok(Array.isArray(content));
    const [first] = content;
    const text: string = first.text;
    return { isError: isError === true, text, value: text.startsWith('{') ? JSON.parse(text) : undefined };
  };

  beforeEach(async () => {
    const at = folder({ 'work/a.ts': 'conflict graph/group-exists\n', 'other/b.ts': 'conflict graph/group-exists\n' });
    mkdirSync(join(at.path, 'work/empty'));
    client = new Client({ name: 'test', version: '1' });
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: ['--import', tsx, main, 'mcp'],
      cwd: join(at.path, 'work'),
      stderr: 'pipe',
    });
    await client.connect(transport);
  });
  afterEach(async () => {
    await client.close();
    removeFolders();
  });

  it('offers three tools that only read', async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(tools.map((t) => t.name).sort(), ['decode_error', 'explain_conflict', 'list_unhandled_calls']);
    for (const { annotations, description, inputSchema } of tools) {
      assert.equal(annotations?.readOnlyHint, true);
      assert.equal(annotations.destructiveHint, false);
      assert.ok((description ?? '').length > 40);
      assert.equal(inputSchema.type, 'object');
    }
  });

  it('explains, decodes and lists', async () => {
    const all = await ask('explain_conflict', {});
    assert.ok(all.value.rules.length > 50);
    const one = await ask('explain_conflict', { rule: 'cosmos/stale-etag' });
    assert.equal(one.value.rule, 'cosmos/stale-etag');
    assert.ok(one.value.remedies.length > 0 && one.value.portal && one.value.api);
    assert.equal((await ask('explain_conflict', { rule: 'cosmos/stale-tag' })).value.didYouMean, 'cosmos/stale-etag');

    const decoded = await ask('decode_error', {
      text: 'ObjectIdentifierInUse: Subscription Id 3f2504e0-4f89-11d3-9a0c-0305e82c3301 of anna@contoso.com already exists for the requested combination. 409',
    });
    assert.equal(decoded.value.matches[0].rule, 'graph/subscription-duplicate');
    assert.doesNotMatch(decoded.text, /3f2504e0|anna@/);

    const found = await ask('list_unhandled_calls', {});
    assert.deepEqual(
      found.value.calls.map((c: { file: string }) => c.file),
      ['a.ts'],
    );
    assert.equal((await ask('list_unhandled_calls', { paths: ['empty'] })).value.count, 0);
  });

  it('reads nothing outside the working directory', async () => {
    for (const path of ['..', '../other', '/', 'nowhere']) {
      const { isError, text } = await ask('list_unhandled_calls', { paths: [path] });
      assert.ok(isError, path);
      assert.doesNotMatch(text, /b\.ts/);
    }
  });

  it('refuses what is no input', async () => {
    for (const [name, args] of [
      ['decode_error', {}],
      ['decode_error', { text: 5 }],
      ['list_unhandled_calls', { paths: 'a' }],
    ] as const)
      assert.ok((await ask(name, args)).isError, name);
  });
});
