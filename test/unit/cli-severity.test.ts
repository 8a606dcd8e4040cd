import assert from 'node:assert/strict';
import { DEFAULT_CONFIG, type EngineConfig } from '../../src/analysis/engine-config.js';
import { compileGlobs } from '../../src/analysis/globs.js';
import { type SeverityInput, severityOf } from '../../src/analysis/severity.js';

const input = (extra: Partial<SeverityInput> = {}): SeverityInput => ({
  rule: 'graph/group-duplicate',
  file: 'src/a.ts',
  verdict: 'unhandled',
  certainty: 'certain',
  ...extra,
});
const severity = (extra: Partial<SeverityInput>, config: Partial<EngineConfig> = {}) =>
  severityOf({ ...DEFAULT_CONFIG, ...config })(input(extra));

describe('severity', () => {
  it('follows the verdict, and likely is one lower', () => {
    assert.equal(severity({}), 'warning');
    assert.equal(severity({ verdict: 'mishandled', certainty: 'likely' }), 'information');
    assert.equal(severity({ verdict: 'race' }), 'information');
    assert.equal(severity({ verdict: 'race', certainty: 'likely' }), 'hint');
    assert.equal(severity({ verdict: 'handled' }), 'none');
    assert.equal(severity({ verdict: 'idempotent' }), 'none');
  });

  it('takes the closest configured severity, and never marks what is handled', () => {
    const severities = { '*': 'hint', 'graph/*': 'error', 'graph/group-duplicate': 'none' } as const;
    assert.equal(severity({}, { severities }), 'none');
    assert.equal(severity({ rule: 'graph/other' }, { severities }), 'error');
    assert.equal(severity({ rule: 'cosmos/other' }, { severities }), 'hint');
    assert.equal(severity({ rule: 'graph/other', verdict: 'race' }, { severities }), 'information');
    assert.equal(severity({ rule: 'graph/other', verdict: 'handled' }, { severities }), 'none');
  });

  it('shows tests, samples and generated files as information unless told otherwise', () => {
    const files = [
      'test/a.ts',
      'src/a.test.ts',
      'src/Foo.Tests/Bar.cs',
      'Samples/a.cs',
      'src/A.Designer.cs',
      'src/FooTests.cs',
    ];
    for (const file of files) {
      assert.equal(severity({ file }), 'information', file);
      assert.equal(severity({ file }, { testsAsInformation: false }), 'warning', file);
    }
    for (const file of ['src/contest/a.ts', 'src/latest.ts', 'src/testament.ts', 'src/attest/attest.cs']) {
      assert.equal(severity({ file }), 'warning', file);
    }
  });

  it('shows files that only say what is sent as information at most, whatever is configured', () => {
    const file = 'src/requests.http';
    assert.equal(severity({ file }), 'information');
    assert.equal(severity({ file, certainty: 'likely' }), 'hint');
    assert.equal(severity({ file }, { severities: { '*': 'error' } }), 'information');
    assert.equal(severity({ file }, { severities: { '*': 'none' } }), 'none');
    assert.equal(severity({ file: 'src/requests.rest', verdict: 'mishandled' }), 'information');
  });

  it('judges a test folder by the path within the configuration folder only', () => {
    assert.equal(severity({ file: '/home/test/repo/src/a.ts' }, { root: '/home/test/repo' }), 'warning');
    assert.equal(severity({ file: '/home/test/repo/test/a.ts' }, { root: '/home/test/repo' }), 'information');
  });

  it('lets overrides for files win, the later over the earlier', () => {
    const overrides = [
      { files: ['src/**'], severity: 'hint' },
      { files: ['src/legacy/'], severity: 'none', severities: { 'cosmos/*': 'error' } },
    ] as const;
    assert.equal(severity({}, { overrides }), 'hint');
    assert.equal(severity({ file: 'src/legacy/deep/a.ts' }, { overrides }), 'none');
    assert.equal(severity({ file: 'src/legacy/a.ts', rule: 'cosmos/x' }, { overrides }), 'error');
    assert.equal(severity({ file: 'lib/a.ts' }, { overrides }), 'warning');
  });
});

describe('globs', () => {
  const rows: [string, string, boolean][] = [
    ['*.gen.ts', 'a/b/x.gen.ts', true],
    ['/*.gen.ts', 'a/x.gen.ts', false],
    ['/*.gen.ts', 'x.gen.ts', true],
    ['vendor/', 'a/vendor/x.ts', true],
    ['./vendor/', 'vendor/x.ts', true],
    ['/vendor/', 'a/vendor/x.ts', false],
    ['src/*.ts', 'src/a/b.ts', false],
    ['src/**', 'src/a/b.ts', true],
    ['**/.hidden/**', 'a/.hidden/b.ts', true],
    ['src/**', 'a/src/b.ts', false],
  ];
  for (const [glob, path, expected] of rows) {
    it(`${glob} ${expected ? 'matches' : 'does not match'} ${path}`, () => {
      assert.equal(compileGlobs([glob])(path), expected);
    });
  }

  it('matches nothing without globs', () => {
    assert.equal(compileGlobs([])('a'), false);
  });
});
