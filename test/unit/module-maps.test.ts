/** Names of modules that a file above maps to paths. */
import { strict as assert } from 'node:assert';
import { mappedPaths } from '../../src/analysis/project/module-maps.js';

const FILES = ['tsconfig.json', 'jsconfig.json'];

function mapped(from: string, module: string, texts: Record<string, string>): string[] {
  return mappedPaths(from, module, FILES, (path) => texts[path]);
}

describe('maps of modules', () => {
  it('are found above the file, with a star, without, and by the longest beginning', () => {
    const texts = {
      'app/tsconfig.json':
        '{ "compilerOptions": { "paths": { "@/*": ["./src/*"], "@/ui/*": ["./ui/*", "./old/*.view"], "db": ["./src/db/index.ts"] } } }',
    };
    assert.deepEqual(mapped('app/src/a/b.ts', '@/c/d', texts), ['app/src/c/d']);
    assert.deepEqual(mapped('app/src/a/b.ts', '@/ui/e', texts), ['app/ui/e', 'app/old/e.view']);
    assert.deepEqual(mapped('app/b.ts', 'db', texts), ['app/src/db/index.ts']);
    assert.deepEqual(mapped('app/b.ts', 'db/other', texts), []);
    assert.deepEqual(mapped('other/b.ts', '@/c', texts), []);
  });

  it('are taken from the nearest folder that maps the name', () => {
    const texts = {
      'tsconfig.json': '{ "compilerOptions": { "paths": { "~/*": ["./*"], "#/*": ["./far/*"] } } }',
      'p/tsconfig.json': '{ "references": [] }',
      'p/q/jsconfig.json': '{ "compilerOptions": { "paths": { "#/*": ["./near/*"] } } }',
    };
    assert.deepEqual(mapped('p/q/r/a.js', '#/x', texts), ['p/q/near/x']);
    assert.deepEqual(mapped('p/q/r/a.js', '~/x', texts), ['x']);
  });

  it('are inherited, each by the folder it is written in, and never without end', () => {
    const texts = {
      '/w/base.json': '{ "extends": "./packages/a/tsconfig", "compilerOptions": { "baseUrl": "src" } }',
      '/w/packages/a/tsconfig.json':
        '{ "extends": ["@org/config", "../../base"], "compilerOptions": { "paths": { "$/*": ["./lib/*"] } } }',
    };
    assert.deepEqual(mapped('/w/packages/a/x.ts', '$/y', texts), ['/w/packages/a/lib/y']);
    assert.deepEqual(mapped('/w/packages/a/x.ts', 'core/y', texts), ['/w/src/core/y']);
  });

  it('leave packages alone', () => {
    const texts = {
      'tsconfig.json': '{ "compilerOptions": { "baseUrl": ".", "paths": { "*": ["node_modules/*", "types/*"] } } }',
      'b/tsconfig.json': '{ "compilerOptions": { "baseUrl": "." } }',
    };
    assert.deepEqual(mapped('a.ts', 'left/pad', texts), ['types/left/pad']);
    assert.deepEqual(mapped('b/a.ts', '@scope/name', { 'b/tsconfig.json': texts['b/tsconfig.json'] }), []);
    assert.deepEqual(mapped('b/a.ts', 'name', { 'b/tsconfig.json': texts['b/tsconfig.json'] }), []);
  });

  it('may hold comments and trailing commas, be broken, or hold something else', () => {
    const text = '{ // ours\n "compilerOptions": { "paths": { "@/*": ["./s/*",], }, }, }';
    assert.deepEqual(mapped('a.ts', '@/x', { 'tsconfig.json': text }), ['s/x']);
    for (const broken of [
      '',
      '[',
      '{"compilerOptions"',
      '3',
      '{"compilerOptions": {"paths": [1], "baseUrl": 2}, "extends": 3}',
    ])
      assert.deepEqual(mapped('a.ts', '@/x', { 'tsconfig.json': broken }), []);
  });
});
