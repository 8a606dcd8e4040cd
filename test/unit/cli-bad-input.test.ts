import assert from 'node:assert/strict';
import { chmodSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { cli, folder, removeFolders, scanJson } from '../cli/run-cli.js';

const GOOD = 'conflict graph/group-exists\n';

/** Root reads everything; so what is done here is done as nobody in particular. */
async function withoutRoot<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0 || !process.seteuid) return work();
  process.seteuid(65534);
  try {
    return await work();
  } finally {
    process.seteuid(0);
  }
}

describe('bad input', () => {
  afterEach(removeFolders);

  /** One bad file beside a good one: the good one is judged, the bad one is a problem with this message. */
  async function beside(name: string, content: string | Buffer, message: RegExp | undefined) {
    const at = folder({ 'good.ts': GOOD, [name]: content });
    const { json, code } = await scanJson(at.path);
    assert.equal(code, 1);
    assert.deepEqual(
      json.problems.map((problem) => problem.file),
      message ? [name] : [],
    );
    if (message) assert.match(json.problems[0]?.message ?? '', message);
    return json;
  }

  it('says that a binary file is not text', async () => {
    await beside('bad.ts', Buffer.from('conflict graph/group-exists\0\x01'), /NUL byte/);
  });

  it('says that a file in invalid UTF-8 is not text', async () => {
    await beside('bad.ts', Buffer.from([0x63, 0xc3, 0x28, 0x0a]), /not valid UTF-8/);
  });

  it('skips a file of 20 MB and one just over 1 MB, and takes one of 1 MB', async () => {
    const limit = 1024 * 1024;
    const at = folder({
      'good.ts': GOOD,
      'big.ts': '',
      'over.ts': Buffer.alloc(limit + 1, 'x'),
      'just.ts': Buffer.alloc(limit, 'x'),
    });
    truncateSync(join(at.path, 'big.ts'), 20 * limit);
    const { json } = await scanJson(at.path);
    assert.deepEqual(
      json.problems.map(({ file, message }) => `${file} ${message}`),
      [
        'big.ts skipped: 20.0 MB, and files over 1 MB are not analysed',
        'over.ts skipped: 1.0 MB, and files over 1 MB are not analysed',
      ],
    );
    assert.equal(json.stats['bytes'], limit + GOOD.length);
  });

  it('takes away a byte order mark, so that columns are right, and reads UTF-16 with one', async () => {
    const json = await beside('bom.ts', `\uFEFF${GOOD}`, undefined);
    assert.deepEqual(
      json.findings.map((f) => [f['file'], f['column']]),
      [
        ['bom.ts', 1],
        ['good.ts', 1],
      ],
    );
    const wide = Buffer.from(`\uFEFF${GOOD}`, 'utf16le');
    for (const bytes of [wide, Buffer.from(wide).swap16()]) {
      assert.equal((await beside('wide.ts', bytes, undefined)).findings.length, 2);
    }
    await beside('odd.ts', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]), /not valid UTF-16/);
  });

  it('keeps lines and columns in files with CRLF, and shows the code without the carriage return', async () => {
    const at = folder({ 'a.ts': `// one\r\n  ${GOOD.trim()};\r\n` });
    const { json } = await scanJson(at.path);
    assert.deepEqual([json.findings[0]?.['line'], json.findings[0]?.['column']], [2, 3]);
    assert.ok(!(await cli(at.path, ['scan'])).stdout.includes('\r'));
  });

  it('goes on past a folder that cannot be read', async function () {
    if (process.platform === 'win32') this.skip();
    const at = folder({ 'good.ts': GOOD, 'locked/a.ts': GOOD });
    const locked = join(at.path, 'locked');
    chmodSync(at.path, 0o755);
    chmodSync(locked, 0);
    try {
      const { json, code } = await withoutRoot(() => scanJson(at.path));
      assert.equal(code, 1);
      assert.deepEqual(json.problems, [{ file: 'locked', message: 'this folder cannot be read: permission denied' }]);
    } finally {
      chmodSync(locked, 0o755);
    }
  });

  it('goes on past a file that cannot be read', async function () {
    if (process.platform === 'win32') this.skip();
    const at = folder({ 'good.ts': GOOD, 'locked.ts': GOOD });
    chmodSync(at.path, 0o755);
    chmodSync(join(at.path, 'locked.ts'), 0);
    const { json } = await withoutRoot(() => scanJson(at.path));
    assert.deepEqual(json.problems, [{ file: 'locked.ts', message: 'cannot be read: permission denied' }]);
    assert.equal(json.findings.length, 1);
  });

  it('does not follow links, and reports those that lead in circles or to nothing', async function () {
    if (process.platform === 'win32') this.skip();
    const at = folder({ 'good.ts': GOOD, 'sub/a.ts': GOOD });
    const link = (target: string, name: string) => symlinkSync(target, join(at.path, name));
    link('..', 'sub/up');
    link('self', 'self');
    link('missing.ts', 'dangling.ts');
    link('missing', 'dangling.txt');
    link('sub', 'again');
    link('sub/a.ts', 'again.ts');
    const { json } = await scanJson(at.path);
    assert.deepEqual(
      json.findings.map((f) => f['file']),
      ['good.ts', 'sub/a.ts'],
    );
    assert.deepEqual(
      json.problems.map(({ file, message }) => `${file}: ${message}`),
      [
        'dangling.ts: skipped: this symbolic link leads to nothing',
        'self: skipped: this symbolic link leads back to itself',
        'sub/up: skipped: this symbolic link leads back to a folder above it',
      ],
    );
    assert.match((await cli(at.path, ['scan'])).stdout, /2 symbolic links, which are not followed/);
  });

  it('makes a problem of a file on which the engine throws', async () => {
    await beside('bad.ts', 'engine throws', /could not be analysed: the engine failed/);
  });

  it('reports a malformed configuration at its place and exits with 2', async () => {
    const at = folder({ 'good.ts': GOOD, '.guard409.jsonc': '{\n  "exclude": [\n' });
    const { code, stderr, stdout } = await cli(at.path, ['scan']);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /^error: \.guard409\.jsonc:3:1: expected a closing bracket/);
  });

  it('reports an unknown rule of a configuration, also of one in a folder below', async () => {
    const at = folder({
      'good.ts': GOOD,
      'sub/a.ts': GOOD,
      'sub/.guard409.jsonc': '{ "severities": { "graph/nothing": "error" } }',
    });
    const { code, stderr } = await cli(at.path, ['scan']);
    assert.equal(code, 2);
    assert.match(stderr, /sub\/\.guard409\.jsonc:1:19: unknown rule "graph\/nothing"/);
  });

  it('reports a configuration that is not text or does not exist', async () => {
    const at = folder({ 'good.ts': GOOD, '.guard409.jsonc': Buffer.from([0x7b, 0xff, 0x7d]) });
    assert.match((await cli(at.path, ['scan'])).stderr, /\.guard409\.jsonc: skipped: not text/);
    const missing = await cli(at.path, ['scan', '--config', 'none.jsonc']);
    assert.equal(missing.code, 2);
    assert.match(missing.stderr, /none\.jsonc: cannot be read: it does not exist/);
  });

  it('says that a path does not exist and exits with 2', async () => {
    const at = folder({ 'good.ts': GOOD });
    const { code, stderr } = await cli(at.path, ['scan', 'good.ts', 'nowhere']);
    assert.deepEqual([code, stderr], [2, 'error: nowhere does not exist\n']);
  });

  it('says that a named file is of a kind that is not analysed', async () => {
    const at = folder({ 'a.txt': GOOD });
    const { json, code } = await scanJson(at.path, ['a.txt']);
    assert.equal(code, 0);
    assert.match(json.problems[0]?.message ?? '', /files of this kind are not analysed/);
  });

  it('shows control characters of file names and code instead of obeying them', async function () {
    if (process.platform === 'win32') this.skip();
    const at = folder({ 'a\u001b[31m.ts': `\u001b]0;x\u0007${GOOD}` });
    const { stdout } = await cli(at.path, ['scan']);
    assert.ok(!stdout.includes('\u001b'));
    assert.ok(!stdout.includes('\u0007'));
  });
});
