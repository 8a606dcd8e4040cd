/** The lab as it is packed: one file beside the command line, with the in-memory Cosmos DB inside. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundles } from '../../scripts/lib/bundles.js';
import { root, textOf } from '../helpers/repository.js';

describe('the bundle of the lab', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guard409-lab-'));
  const bundled = async (outfile: string): Promise<{ file: string; external: string[] }> => {
    const row = bundles.find((b) => b.outfile === outfile);
    assert.ok(row);
    const { group: _group, executable: _executable, copies: _copies, beside: _beside, ...options } = row;
    const file = join(folder, outfile.replace('dist/', '').replace(/\.c?js$/, '.mjs'));
    const common = { absWorkingDir: root, bundle: true, mainFields: ['module', 'main'] };
    const { metafile } = await build({ ...options, ...common, outfile: file, metafile: true, logLevel: 'error' });
    const external = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
    return { file, external };
  };
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('needs no package, and runs', async () => {
    const { file, external } = await bundled('dist/lab.js');
    assert.deepEqual(
      external.filter((name) => !isBuiltin(name)),
      [],
    );
    // Not `import()`, which the loader of the tests would take for a file of the project.
    const load = new Function('url', 'return import(url)') as (
      url: string,
    ) => Promise<typeof import('../../src/lab/index.js')>;
    const { startLab } = await load(pathToFileURL(file).href);
    const lab = await startLab();
    const cosmos = lab.cosmosUrl?.replace('https', 'http');
    const create = (): Promise<Response> =>
      fetch(`${cosmos}/dbs`, {
        method: 'POST',
        body: JSON.stringify({ id: 'a' }),
        headers: { 'Content-Type': 'application/json' },
      });
    assert.deepEqual([(await create()).status, (await create()).status], [201, 409]);
    assert.equal((await fetch(`${lab.graphUrl}/v1.0/users`)).status, 200);
    await lab.close();
  });

  it('is loaded when it is asked for, by the command line and by the editor', async () => {
    for (const [outfile, own] of [
      ['dist/cli.js', './lab.js'],
      ['dist/main.cjs', './lab.cjs'],
    ] as const) {
      const { file, external } = await bundled(outfile);
      assert.ok(external.includes(own), outfile);
      assert.ok(statSync(file).size > 100_000);
    }
    const packed = textOf('test/data/packed-files.txt').split('\n');
    assert.ok(packed.includes('dist/lab.cjs'));
    assert.ok(!packed.includes('dist/lab.js'));
  });
});
