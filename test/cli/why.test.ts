/** `guard409 why`: the answer at a place of a file on disk. */
import assert from 'node:assert/strict';
import { cli, folder, removeFolders } from './run-cli.js';

const SUBSCRIBE = `import { Client } from '@microsoft/microsoft-graph-client';

export async function subscribe(client: Client): Promise<void> {
  await client.api('/subscriptions').post({ changeType: 'created', resource: 'me/messages' });
  await client.api('/me/sendMail').post({ message: {} });
}
`;

async function json(cwd: string, ...args: string[]) {
  const { code, stdout, stderr } = await cli(cwd, ['why', '--format', 'json', ...args]);
  assert.equal(stderr, '');
  assert.equal(code, 0);
  return JSON.parse(stdout);
}

describe('guard409 why', () => {
  afterEach(removeFolders);

  it('prints the answer with the code it is about', async () => {
    const at = folder({ 'src/a.ts': SUBSCRIBE });
    const { code, stdout, stderr } = await cli(at.path, ['why', 'src/a.ts:4']);
    assert.equal(stderr, '');
    assert.equal(code, 0);
    const lines = stdout.split('\n');
    assert.deepEqual(lines.slice(0, 5), [
      'Marked as a warning: Nothing catches the error of this call.',
      ' --> src/a.ts:4:38',
      '  |',
      "4 | await client.api('/subscriptions').post({ changeType: 'created', resource: 'me/messages' });",
      '  |                                    ^^^^',
    ]);
    assert.match(stdout, /= Conflict: .*\(graph\/subscription-duplicate\)/);
    assert.match(stdout, /= Evidence: Certain: import @microsoft\/microsoft-graph-client/);
  });

  it('gives programs the same, with paths from the working directory', async () => {
    const at = folder({ 'src/a.ts': SUBSCRIBE });
    const answer = await json(at.path, 'src/a.ts:4:40');
    assert.deepEqual(
      [answer.version, answer.file, answer.line, answer.column, answer.outcome, answer.site.rule, answer.site.file],
      [1, 'src/a.ts', 4, 40, 'marked', 'graph/subscription-duplicate', 'src/a.ts'],
    );
    assert.deepEqual(answer.call, {
      name: 'post',
      place: { file: 'src/a.ts', line: 4, column: 38, endLine: 4, endColumn: 42 },
    });
    assert.ok(!JSON.stringify(answer).includes(at.path));
  });

  it('names the missing piece of a call that is not marked', async () => {
    const at = folder({ 'a.ts': SUBSCRIBE });
    assert.equal((await json(at.path, 'a.ts:5')).missing, 'no-conflict-known');
    assert.equal((await json(at.path, 'a.ts:2')).missing, 'no-call');
    const { stdout } = await cli(at.path, ['why', 'a.ts:5:1']);
    assert.match(stdout, /missing piece: no-conflict-known/);
  });

  it('follows imports on disk', async () => {
    const at = folder({
      'a.ts': "import { graph } from './graph.js';\nexport const f = () => graph().api('/subscriptions').post({});\n",
      'graph.ts':
        "import { Client } from '@microsoft/microsoft-graph-client';\nexport const graph = (): Client => Client.init({});\n",
    });
    assert.equal((await json(at.path, 'a.ts:2')).outcome, 'marked');
  });

  it('says that the configuration leaves a file out, or silences it', async () => {
    const at = folder({ 'lib/a.ts': SUBSCRIBE, '.guard409.jsonc': '{ "exclude": ["lib/**"] }' });
    assert.equal((await json(at.path, 'lib/a.ts:4')).missing, 'excluded');
    at.write({ '.guard409.jsonc': '{ "severities": { "graph/*": "none" } }' });
    const silent = await json(at.path, 'lib/a.ts:4');
    assert.equal(silent.outcome, 'quiet');
    assert.match(JSON.stringify(silent.rows), /configured severity of \\"graph\/\*\\"/);
  });

  it('takes the configuration it is given', async () => {
    const at = folder({ 'a.ts': SUBSCRIBE, 'other.jsonc': '{ "exclude": ["*.ts"] }' });
    assert.equal((await json(at.path, 'a.ts:4', '--config', 'other.jsonc')).missing, 'excluded');
  });

  it('says why a file is none to read', async () => {
    const at = folder({ 'a.ts': Buffer.from([0x61, 0, 0x62]), 'b.txt': 'text' });
    const binary = await json(at.path, 'a.ts:1');
    assert.equal(binary.missing, 'unreadable');
    assert.match(binary.title, /NUL byte/);
    assert.equal((await json(at.path, 'b.txt:1')).missing, 'unknown-language');
  });

  it('shows control characters of others, and obeys none', async () => {
    const at = folder({ 'a.ts': SUBSCRIBE.replace("'/me/sendMail'", "'/me/\u001b[31msend'") });
    const { stdout } = await cli(at.path, ['why', 'a.ts:5']);
    assert.ok(!stdout.includes('\u001b'));
  });

  const misuse: [string, string[], RegExp][] = [
    ['no place', ['why'], /missing required argument/],
    ['a file alone', ['why', 'a.ts'], /"a\.ts" is no place/],
    ['line 0', ['why', 'a.ts:0'], /is no place/],
    ['a file that is not there', ['why', 'b.ts:1'], /b\.ts does not exist/],
    ['a line that is not there', ['why', 'a.ts:99'], /a\.ts has no line 99/],
    ['another format', ['why', 'a.ts:1', '--format', 'sarif'], /--format/],
    ['a broken configuration', ['why', 'a.ts:1', '--config', 'bad.jsonc'], /bad\.jsonc:1/],
  ];
  for (const [title, args, message] of misuse)
    it(`refuses ${title}`, async () => {
      const at = folder({ 'a.ts': SUBSCRIBE, 'bad.jsonc': '{ "nothing": 1 }' });
      const { code, stderr } = await cli(at.path, args);
      assert.equal(code, 2);
      assert.match(stderr, message);
    });
});
