import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { summarise } from '../../src/analysis/summarise.js';
import { summaryPage } from '../../src/extension/scan/summary-page.js';
import { decode } from '../../src/walk/decode.js';
import { compileFilesExclude } from '../../src/walk/files-exclude.js';
import { coverageText, findingsText, type ScanCounts } from '../../src/walk/scan-text.js';
import { site } from './cli-helpers.js';

const nothing: ScanCounts & { problems: [] } = {
  files: 1,
  skips: { skipped: new Map(), skippedFolders: new Map() },
  problems: [],
  cancelled: false,
};

describe('files.exclude', () => {
  const hides = (glob: string, path: string, value: boolean | { when: string } = true, siblings: string[] = []) =>
    compileFilesExclude({ [glob]: value }, '/w')(`/w/${path}`, new Set(siblings));

  it('is read as the editor does: relative to the folder, at any depth only with **', () => {
    assert.equal(hides('out', 'out'), true);
    assert.equal(hides('out', 'src/out'), false);
    assert.equal(hides('**/out', 'src/out'), true);
    assert.equal(hides('**/.cache', 'a/.cache'), true);
    assert.equal(hides('src/**/*.ts', 'src/a/b.ts'), true);
    assert.equal(hides('out/', 'out'), true);
    assert.equal(hides('out', 'out', false), false);
  });

  it('knows files that count only beside another one', () => {
    const when = { when: '$(basename).ts' };
    assert.equal(hides('**/*.js', 'src/a.js', when, ['a.ts', 'a.js']), true);
    assert.equal(hides('**/*.js', 'src/b.js', when, ['a.ts', 'b.js']), false);
  });
});

describe('bytes without Node', () => {
  const text = (...bytes: number[]) => {
    const source = decode(new Uint8Array(bytes));
    return source.ok ? source.text : source.message;
  };

  it('are text with and without a byte order mark', () => {
    assert.equal(text(0x61, 0xc3, 0xa4), 'aä');
    assert.equal(text(0xef, 0xbb, 0xbf, 0x61), 'a');
    assert.equal(text(0xff, 0xfe, 0x61, 0x00), 'a');
    assert.equal(text(0xfe, 0xff, 0x00, 0x61), 'a');
  });

  it('are refused where they are none, with the reason', () => {
    assert.match(text(0x61, 0x00), /NUL/);
    assert.match(text(0xc3, 0x28), /UTF-8/);
    assert.match(text(0xff, 0xfe, 0x00, 0xd8), /UTF-16/);
  });
});

describe('a scan in words', () => {
  it('says why there is nothing', () => {
    const none = { file: '/a.ts', language: 'typescript', sites: [], problems: [], stage: 'prefiltered' as const };
    assert.match(findingsText(summarise([none, none])), /no call of .* in 2 files/);
    const handled = site({ severity: 'none', verdict: 'handled', reason: 'told-apart' });
    assert.match(findingsText(summarise([{ ...none, sites: [handled] }])), /every call found handles/);
  });

  it('counts what was read and what was not', () => {
    assert.equal(coverageText(nothing), '1 file read');
    const skipped = new Map([
      ['minified', 3],
      ['link', 1],
    ] as const);
    const text = coverageText({ ...nothing, files: 120, skips: { skipped, skippedFolders: new Map() }, problems: [1] });
    assert.match(text, /^120 files read, 4 skipped: 1 symbolic link, .*; 3 minified files, 1 problem$/);
    assert.match(coverageText({ ...nothing, cancelled: true }), /^cancelled, so only a part is known: 1 file read$/);
  });

  it('names places and files as they are', () => {
    const found = site({ severity: 'warning', rule: 'graph/group-exists' });
    const summary = summarise([{ file: '/a', language: 'x', sites: [found], problems: [], stage: 'analysed' }]);
    const counts = { ...nothing, problems: [{ file: 'a`b.ts', message: 'is <odd>' }] };
    const page = summaryPage(summary, counts, () => 'a_b[1].ts:3');
    assert.ok(page.includes('- `a_b[1].ts:3`: '), page);
    assert.ok(page.includes('- ``a`b.ts``: is \\<odd\\>'), page);
  });
});
