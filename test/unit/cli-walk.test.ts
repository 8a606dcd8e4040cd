import assert from 'node:assert/strict';
import { folder, removeFolders, scanJson } from '../cli/run-cli.js';

const CALL = 'conflict graph/group-exists\n';
const calls = (...names: string[]) => Object.fromEntries(names.map((name) => [name, CALL]));

/** The files of the findings. */
async function found(cwd: string, args: string[] = []): Promise<unknown[]> {
  return (await scanJson(cwd, ['--min-severity', 'hint', ...args])).json.findings.map((finding) => finding['file']);
}

describe('finding files', () => {
  afterEach(removeFolders);

  it('honours .gitignore files, the deeper over the one above', async () => {
    const at = folder({
      '.gitignore': '*.out.ts\n/generated/\nlogs/**\n!logs/keep.ts\n# comment\n\\#x.ts\n',
      'sub/.gitignore': '!kept.out.ts\nlocal.ts\n',
      ...calls('a.ts', 'a.out.ts', 'generated/a.ts', 'sub/generated/a.ts', 'logs/a.ts', 'logs/keep.ts', '#x.ts'),
      ...calls('sub/b.out.ts', 'sub/kept.out.ts', 'sub/local.ts', 'local.ts', 'other/kept.out.ts'),
    });
    assert.deepEqual(await found(at.path), [
      'a.ts',
      'local.ts',
      'logs/keep.ts',
      'sub/generated/a.ts',
      'sub/kept.out.ts',
    ]);
  });

  it('honours the ignore files above a scanned folder within its repository, and .git/info/exclude', async () => {
    const at = folder({
      '.gitignore': 'c.ts\n',
      'repo/.git/info/exclude': 'private.ts\n',
      'repo/.gitignore': 'b.ts\n/src/d.ts\n',
      ...calls(
        'repo/src/a.ts',
        'repo/src/b.ts',
        'repo/src/c.ts',
        'repo/src/d.ts',
        'repo/src/private.ts',
        'repo/src/deep/d.ts',
      ),
    });
    assert.deepEqual(await found(`${at.path}/repo/src`), ['a.ts', 'c.ts', 'deep/d.ts']);
  });

  it('takes what is named itself, also when it is ignored', async () => {
    const at = folder({
      '.git/HEAD': '',
      '.gitignore': 'out/\nb.ts\n',
      ...calls('out/a.ts', 'b.ts', 'node_modules/p/c.ts'),
    });
    assert.deepEqual(await found(at.path, ['out']), ['out/a.ts']);
    assert.deepEqual(await found(at.path, ['b.ts']), ['b.ts']);
    assert.deepEqual(await found(at.path, ['node_modules/p']), ['node_modules/p/c.ts']);
    assert.deepEqual(await found(at.path), []);
  });

  it('leaves out folders of dependencies and output', async () => {
    const at = folder({
      'App.csproj': '',
      'crate/Cargo.toml': '',
      ...calls('bin/a.ts', 'obj/a.cs', 'node_modules/a.ts', 'Dist/a.ts', '.git/a.ts', 'crate/target/a.ts', 'a.min.js'),
      ...calls('tools/bin/a.ts', 'tools/target/a.ts', '.github/a.ts', 'src/a.cs'),
    });
    assert.deepEqual(await found(at.path), ['.github/a.ts', 'src/a.cs', 'tools/bin/a.ts', 'tools/target/a.ts']);
  });

  it('takes extensions in any case and no other files', async () => {
    const at = folder(calls('A.CS', 'b.Ts', 'c.txt', 'ts', 'd.ts.bak', '.ts'));
    assert.deepEqual(await found(at.path), ['.ts', 'A.CS', 'b.Ts']);
  });

  it('orders findings by path and line, whatever the order they were judged in', async () => {
    const names = Array.from({ length: 60 }, (_, i) => `d${i % 7}/f${i}.ts`);
    const at = folder(calls(...names));
    assert.deepEqual(await found(at.path), [...names].sort());
  });
});
