/** The browser's bundle: one file, which needs nothing but the editor. */
import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { before, describe, it } from 'mocha';
import { bundles } from '../../scripts/lib/bundles.js';
import { root, textOf } from '../helpers/repository.js';

describe('the bundle for the browser', () => {
  let text = '';
  let outputs: string[] = [];
  let external: string[] = [];

  before(async () => {
    const row = bundles.find(({ outfile }) => outfile === 'dist/extension-web.cjs');
    assert.ok(row);
    const { group: _group, executable: _executable, copies: _copies, beside: _beside, ...options } = row;
    const result = await build({
      ...options,
      absWorkingDir: root,
      bundle: true,
      mainFields: ['module', 'main'],
      write: false,
      metafile: true,
      logLevel: 'error',
    });
    text = result.outputFiles[0]?.text ?? '';
    outputs = Object.keys(result.metafile.outputs);
    external = Object.values(result.metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  });

  it('is what the manifest names, by a name that every version takes for CommonJS', () => {
    const manifest = JSON.parse(textOf('package.json')) as { browser: string; type: string };
    assert.equal(manifest.browser, './dist/extension-web.cjs');
    assert.equal(manifest.type, 'module');
    const row = bundles.find(({ outfile }) => `./${outfile}` === manifest.browser);
    assert.deepEqual(row?.copies, ['dist/extension-web.cjs.js']);
  });

  it('is one file', () => {
    assert.deepEqual(outputs, ['dist/extension-web.cjs']);
  });

  it('asks for no module but the editor', () => {
    assert.deepEqual([...new Set(external)], ['vscode']);
    const asked = [...text.matchAll(/\brequire\(([^)]*)\)/g)].map((found) => found[1]);
    assert.ok(asked.length > 0);
    // The extension also writes code: a text with a hole is none of its own.
    assert.deepEqual(
      [...new Set(asked)].filter((module) => !module?.includes('${')),
      ['"vscode"'],
    );
    // Those of a text are in the list above; here are the ones that are worked out.
    assert.deepEqual(text.match(/(?<![.\w])import\s*\((?!['"`])[^)]*\)/g) ?? [], []);
  });
});
