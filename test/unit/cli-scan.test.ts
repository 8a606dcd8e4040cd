import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { cli, folder, removeFolders, scanJson } from '../cli/run-cli.js';

const RULE = 'graph/group-exists';
const MIXED = [
  `conflict ${RULE}`,
  `conflict ${RULE} handled`,
  `conflict ${RULE} race`,
  `conflict ${RULE} likely`,
  `conflict cosmos/stale-etag mishandled`,
  `conflict ${RULE} // ignored`,
  '',
].join('\n');

describe('guard409 scan', () => {
  afterEach(removeFolders);

  it('writes the JSON of the contract, key by key', async () => {
    const at = folder({ 'src/a.ts': `import 'b.ts'\nconflict ${RULE}\n`, 'src/b.ts': '// nothing\n' });
    const { json } = await scanJson(at.path);
    assert.deepEqual(Object.keys(json), ['version', 'findings', 'stats', 'problems']);
    assert.deepEqual(Object.keys(json.stats), ['files', 'parsed', 'bytes', 'ms']);
    assert.deepEqual(json.findings, [
      {
        rule: RULE,
        file: 'src/a.ts',
        line: 2,
        column: 1,
        endLine: 2,
        endColumn: 28,
        severity: 'warning',
        verdict: 'unhandled',
        reason: 'no-handler',
        service: 'graph',
        operation: 'POST /groups',
        cause: 'duplicate',
        certainty: 'certain',
        evidence: ['import @microsoft/microsoft-graph-client'],
        also: [],
        message: `A conflict of ${RULE} is not handled.`,
        trail: [{ file: 'src/b.ts', line: 1, message: 'found 11 characters' }],
        remedies: ['create-or-get'],
      },
    ]);
    assert.deepEqual({ ...json.stats, ms: 0 }, { files: 2, parsed: 1, bytes: 53, ms: 0 });
  });

  it('lists every call with --sites; those without a mark have the severity none', async () => {
    const { json } = await scanJson(folder({ 'a.ts': MIXED }).path, ['--sites']);
    assert.deepEqual(
      json.sites?.map((site) => `${site['line']} ${site['verdict']} ${site['severity']}`),
      [
        '1 unhandled warning',
        '2 handled none',
        '3 race information',
        '4 unhandled information',
        '5 mishandled warning',
        '6 unhandled none',
      ],
    );
  });

  const thresholds: [string, number[], number][] = [
    ['error', [], 0],
    ['warning', [1, 5], 1],
    ['information', [1, 3, 4, 5], 1],
    ['hint', [1, 3, 4, 5], 1],
  ];
  for (const [severity, lines, exit] of thresholds) {
    it(`reports from ${severity} on and exits with ${exit}`, async () => {
      const { json, code } = await scanJson(folder({ 'a.ts': MIXED }).path, ['--min-severity', severity]);
      assert.deepEqual(
        json.findings.map((finding) => finding['line']),
        lines,
      );
      assert.equal(code, exit);
    });
  }

  it('exits with 0 for an empty folder, also in SARIF', async () => {
    const at = folder();
    assert.equal((await scanJson(at.path)).code, 0);
    assert.equal((await cli(at.path, ['scan', '--format', 'sarif'])).code, 0);
    assert.match((await cli(at.path, ['scan'])).stdout, /No findings\./);
  });

  it('writes paths relative to the working directory', async () => {
    const at = folder({ 'a.ts': `conflict ${RULE}\n`, 'sub/b.ts': `conflict ${RULE}\n` });
    const { json } = await scanJson(`${at.path}/sub`, ['..', '.']);
    assert.deepEqual(
      json.findings.map((finding) => finding['file']),
      ['../a.ts', 'b.ts'],
    );
  });

  it('reports a file once that several paths name', async () => {
    const at = folder({ 'sub/b.ts': `conflict ${RULE}\n` });
    const { json } = await scanJson(at.path, ['.', 'sub', 'sub/b.ts']);
    assert.equal(json.findings.length, 1);
    assert.equal(json.stats['files'], 1);
  });

  it('does not report what is in the baseline, and reports what is new', async () => {
    const at = folder({ 'a.ts': `conflict ${RULE}\n` });
    const written = await cli(at.path, ['scan', '--write-baseline', 'base.json']);
    assert.deepEqual([written.code, written.stdout], [0, '']);
    const base: { findings: { rule: string; file: string }[] } = JSON.parse(
      readFileSync(`${at.path}/base.json`, 'utf8'),
    );
    assert.deepEqual(
      base.findings.map(({ rule, file }) => [rule, file]),
      [[RULE, 'a.ts']],
    );
    assert.equal((await scanJson(at.path, ['--baseline', 'base.json'])).code, 0);
    at.write({ 'a.ts': `\nconflict graph/user-exists\n\nconflict ${RULE}\n` });
    const { json, code } = await scanJson(at.path, ['--baseline', 'base.json']);
    assert.deepEqual([code, json.findings.map((finding) => finding['rule'])], [1, ['graph/user-exists']]);
    assert.match((await cli(at.path, ['scan', '--baseline', 'base.json'])).stdout, /In the baseline: 1 call\./);
  });

  it('refuses a baseline that is missing, not JSON or something else', async () => {
    const at = folder({
      'text.json': 'x',
      'other.json': '{"version":2,"findings":[]}',
      'rows.json': '{"version":1,"findings":[{}]}',
    });
    for (const [file, message] of [
      ['none.json', /cannot be read: it does not exist/],
      ['text.json', /is not JSON/],
      ['other.json', /is not a baseline/],
      ['rows.json', /is not a baseline/],
    ] as const) {
      const { code, stderr } = await cli(at.path, ['scan', '--baseline', file]);
      assert.equal(code, 2, file);
      assert.match(stderr, message);
    }
    assert.equal((await cli(at.path, ['scan', '--write-baseline', 'no/such/folder.json'])).code, 2);
  });

  const misuse: [string, string[]][] = [
    ['no command', []],
    ['an unknown command', ['sacn']],
    ['an unknown option', ['scan', '--nope']],
    ['an unknown format', ['scan', '--format', 'xml']],
    ['an unknown severity', ['scan', '--min-severity', 'none']],
    ['no threads', ['scan', '--jobs', '0']],
    ['threads in words', ['scan', '--jobs', 'two']],
    ['an option without its value', ['scan', '--config']],
    ['arguments where none belong', ['rules', 'graph']],
  ];
  for (const [title, args] of misuse) {
    it(`exits with 2 and a message for ${title}`, async () => {
      const { code, stdout, stderr } = await cli(folder().path, args);
      assert.deepEqual([code, stdout], [2, '']);
      assert.notEqual(stderr, '');
    });
  }

  it('prints help and the version with exit code 0', async () => {
    const at = folder();
    assert.deepEqual(await cli(at.path, ['--version']), { code: 0, stdout: '1.2.3\n', stderr: '' });
    for (const args of [['--help'], ['scan', '--help'], ['rules', '--help']]) {
      const { code, stdout } = await cli(at.path, args);
      assert.equal(code, 0);
      assert.match(stdout, /^Usage: guard409/);
    }
  });

  it('prints the rules as JSON and as markdown', async () => {
    const at = folder();
    assert.ok(JSON.parse((await cli(at.path, ['rules', '--format', 'json'])).stdout).scenarios.length > 10);
    assert.match((await cli(at.path, ['rules'])).stdout, /^# /);
  });
});

describe('configuration in a scan', () => {
  afterEach(removeFolders);

  it('takes the nearest file above each source file', async () => {
    const at = folder({
      '.guard409.jsonc': '{ "severities": { "*": "error" } }',
      'a.ts': `conflict ${RULE}\n`,
      'sub/.guard409.jsonc': '{ "severities": { "*": "hint" } }',
      'sub/deep/b.ts': `conflict ${RULE}\n`,
    });
    const { json } = await scanJson(at.path, ['--min-severity', 'hint']);
    assert.deepEqual(
      json.findings.map((finding) => finding['severity']),
      ['error', 'hint'],
    );
  });

  it('looks above the scanned folder as far as the repository goes, and no further', async () => {
    const at = folder({
      '.guard409.jsonc': '{ "severities": { "*": "error" } }',
      'repo/.git/HEAD': '',
      'repo/.guard409.jsonc': '{ "severities": { "*": "hint" } }',
      'repo/src/b.ts': `conflict ${RULE}\n`,
      'bare/.git/HEAD': '',
      'bare/src/b.ts': `conflict ${RULE}\n`,
    });
    const severity = async (path: string) =>
      (await scanJson(at.path, [path, '--min-severity', 'hint'])).json.findings[0]?.['severity'];
    assert.equal(await severity('repo/src'), 'hint');
    assert.equal(await severity('repo/src/b.ts'), 'hint');
    assert.equal(await severity('bare/src'), 'warning');
  });

  it('takes the file of --config for everything, with globs from its folder', async () => {
    const at = folder({
      'conf/other.jsonc': '{ "severities": { "*": "error" } }',
      'sub/.guard409.jsonc': '{ "severities": { "*": "hint" } }',
      'sub/b.ts': `conflict ${RULE}\n`,
    });
    const { json } = await scanJson(at.path, ['--config', 'conf/other.jsonc']);
    assert.equal(json.findings[0]?.['severity'], 'error');
  });

  it('honours include, exclude, overrides and the rule for tests', async () => {
    const at = folder({
      '.guard409.jsonc':
        '{ "include": ["src/**", "test/**"], "exclude": ["src/old/", "*.gen.ts"], "overrides": [{ "files": ["src/loud/**"], "severity": "error" }] }',
      ...Object.fromEntries(
        ['a.ts', 'src/a.ts', 'src/a.gen.ts', 'src/old/a.ts', 'src/loud/a.ts', 'test/a.ts'].map((name) => [
          name,
          `conflict ${RULE}\n`,
        ]),
      ),
    });
    const { json } = await scanJson(at.path, ['--min-severity', 'hint']);
    assert.deepEqual(
      json.findings.map((finding) => `${finding['file']} ${finding['severity']}`),
      ['src/a.ts warning', 'src/loud/a.ts error', 'test/a.ts information'],
    );
    assert.match((await cli(at.path, ['scan'])).stdout, /3 files or folders that the configuration leaves out/);
  });
});
