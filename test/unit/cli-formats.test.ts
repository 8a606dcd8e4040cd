import assert from 'node:assert/strict';
import { frame } from '../../src/cli/formats/code-frame.js';
import { cli, folder, removeFolders } from '../cli/run-cli.js';

/** Times and sizes differ between machines, and the catalog's words may change. */
const normalised = (text: string) =>
  text
    .replace(/in \d+ ms/g, 'in N ms')
    .replace(/\d+(\.\d+)? (B|KB|MB)/g, 'N B')
    .replace(/(help: [\w-]+): .*/g, '$1');

const project = () =>
  folder({
    'src/a.ts': `import 'b.ts'\n\n\treturn conflict graph/group-exists;\nconflict cosmos/stale-etag mishandled likely\nconflict graph/group-exists handled\n`,
    'src/c.ts':
      'conflict cosmos/item-id-exists\nconflict cosmos/item-id-exists race\nconflict graph/group-exists // ignored\n',
    'src/bad.ts': Buffer.from([0]),
    'node_modules/x/a.ts': 'conflict graph/group-exists\n',
    'dist/a.ts': 'conflict graph/group-exists\n',
    'lib/x.min.js': 'conflict graph/group-exists\n',
    '.gitignore': 'src/gen\n*.log.ts\n',
    'src/gen/a.ts': 'conflict graph/group-exists\n',
    'src/x.log.ts': 'conflict graph/group-exists\n',
  });

describe('pretty output', () => {
  afterEach(removeFolders);

  it('shows the code with a caret, the reason, the trail and what was skipped', async () => {
    const { stdout } = await cli(project().path, ['scan']);
    assert.equal(
      normalised(stdout),
      `warning[graph/group-exists]: A conflict of graph/group-exists is not handled.
 --> src/a.ts:3:9
  |
3 | return conflict graph/group-exists;
  |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = why: Nothing catches the error of this call. (unhandled: no-handler)
  = call: POST /groups; certain: import @microsoft/microsoft-graph-client
  = passed: src/b.ts:1: not found
  = help: create-or-get

warning[cosmos/item-id-exists]: A conflict of cosmos/item-id-exists is not handled.
 --> src/c.ts:1:1
  |
1 | conflict cosmos/item-id-exists
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = why: Nothing catches the error of this call. (unhandled: no-handler)
  = call: POST /groups; certain: import @microsoft/microsoft-graph-client
  = help: create-or-get

Scanned 3 files (N B) in N ms; 2 parsed.
2 findings in 2 files.
      2  duplicate: the resource is already there
Most urgent first: 2 duplicates.
6 calls recognised, 1 of them handled or unable to conflict.
Not shown: 2 calls below the threshold (--min-severity hint shows all).
Ignored by comments: 1 call.
Skipped: 2 folders of dependencies, output or tools (dist, node_modules); 2 files or folders that .gitignore names; 1 minified file.
1 problem:
  src/bad.ts: skipped: not text (it contains a NUL byte)
`,
    );
  });

  it('colours only on a terminal, and never against NO_COLOR', async () => {
    const at = project();
    const coloured = async (options: { tty?: boolean; env?: Record<string, string> }) =>
      (await cli(at.path, ['scan'], options)).stdout.includes('\u001b[');
    assert.equal(await coloured({}), false);
    assert.equal(await coloured({ tty: true }), true);
    assert.equal(await coloured({ tty: true, env: { NO_COLOR: '1' } }), false);
    assert.equal(await coloured({ tty: true, env: { TERM: 'dumb' } }), false);
    assert.equal(await coloured({ env: { FORCE_COLOR: '1' } }), true);
    assert.equal(await coloured({ tty: true, env: { FORCE_COLOR: '0' } }), false);
  });

  it('prints the same text with colours as without', async () => {
    const at = project();
    const plain = (await cli(at.path, ['scan'])).stdout;
    const coloured = (await cli(at.path, ['scan'], { tty: true })).stdout;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
    assert.equal(normalised(coloured.replace(/\u001b\[\d+m/g, '')), normalised(plain));
  });

  it('shows handled and ignored calls with --sites', async () => {
    const { stdout } = await cli(project().path, ['scan', '--sites']);
    assert.match(stdout, /no mark\[graph\/group-exists\]/);
    assert.match(stdout, /= ignored: the caller handles it/);
  });

  it('lists the first problems and counts the others', async () => {
    const at = folder(Object.fromEntries(Array.from({ length: 23 }, (_, i) => [`f${i}.ts`, Buffer.from([0])])));
    assert.match((await cli(at.path, ['scan'])).stdout, /23 problems:\n(?:.+\n){20} {2}and 3 more\n$/);
  });
});

describe('code frame', () => {
  const rows: [string, string, number, number, string, number, number][] = [
    ['a range', '  await create(x);', 9, 15, 'await create(x);', 6, 6],
    ['tabs', '\t\tx\tcreate()', 5, 11, 'x    create()', 5, 6],
    ['wide characters', "'日本' create()", 6, 12, "'日本' create()", 7, 6],
    ['a range past the end', 'create(', 1, 99, 'create(', 0, 7],
    ['a column past the end', 'x', 50, 51, 'x', 1, 1],
    ['an empty line', '', 1, 1, '', 0, 1],
    ['a range that is empty', 'create()', 3, 3, 'create()', 2, 1],
  ];
  for (const [title, text, start, end, code, indent, marks] of rows) {
    it(`marks ${title}`, () => {
      assert.deepEqual(frame(text, start, end), { code, indent: ' '.repeat(indent), marks: '^'.repeat(marks) });
    });
  }

  it('cuts a long line around the marks', () => {
    const text = `${'a'.repeat(5000)}create()${'b'.repeat(5000)}`;
    const { code, indent, marks } = frame(text, 5001, 5009);
    assert.ok(code.length < 200);
    assert.equal(code.slice(indent.length, indent.length + marks.length), 'create()');
  });
});

describe('GitHub annotations', () => {
  afterEach(removeFolders);

  it('escapes what ends a property or the command', async () => {
    const at = folder({ 'a,b:100%.ts': "import 'b.ts'\nconflict graph/group-exists\n" });
    const { stdout, stderr, code } = await cli(at.path, ['scan', '--format', 'github']);
    assert.equal(
      stdout,
      '::warning file=a%2Cb%3A100%25.ts,line=2,endLine=2,col=1,endColumn=28,title=graph/group-exists::' +
        'A conflict of graph/group-exists is not handled.%0Ab.ts:1: not found\n',
    );
    assert.equal(code, 1);
    assert.match(stderr, /1 finding in 1 file/);
  });

  it('takes the command from the severity', async () => {
    const at = folder({
      'a.ts': 'conflict graph/group-exists\nconflict graph/group-exists race\n',
      '.guard409.jsonc': '{"severities":{"*":"error"}}',
    });
    const { stdout } = await cli(at.path, ['scan', '--format', 'github', '--min-severity', 'hint']);
    assert.deepEqual(stdout.match(/^::\w+/gm), ['::error', '::notice']);
  });
});

describe('progress', () => {
  afterEach(removeFolders);

  it('stays silent where no terminal is', async () => {
    assert.equal((await cli(project().path, ['scan', '--format', 'json'])).stderr, '');
  });
});
