import assert from 'node:assert/strict';
import { readExpectations } from '../../scripts/mutants/expectations.js';
import { asExpected } from '../../scripts/mutants/judge.js';
import { applyEdits, lineAt } from '../../scripts/mutants/nodes.js';
import { mutators } from '../../scripts/mutants/registry.js';
import { runMutants } from '../../scripts/mutants/run.js';
import type { FileResult, Site } from '../../src/analysis/findings.js';
import { loadGrammars } from '../helpers/grammars.js';

const site: Site = {
  rule: 'cosmos/item-duplicate',
  file: 'a.ts',
  line: 4,
  column: 12,
  endLine: 4,
  endColumn: 18,
  severity: 'none',
  verdict: 'handled',
  reason: 'told-apart',
  service: 'cosmos',
  operation: 'POST /dbs/{}/colls/{}/docs',
  cause: 'duplicate',
  certainty: 'certain',
  evidence: [],
  also: [],
  message: '',
  trail: [],
  remedies: [],
};

describe('mutants: expectations in fixtures', () => {
  it('reads the comment of the line and the comment before it', () => {
    const text = [
      'a.create(x); // expect: handled',
      '// expect: unhandled no-handler POST /subscriptions',
      '// another comment',
      '',
      'b.create(x);',
      'c.create(x) // expect: mishandled wrong-status',
      '// nothing is expected here',
    ].join('\n');
    assert.deepEqual(readExpectations(text), [
      { line: 1, verdict: 'handled' },
      { line: 5, verdict: 'unhandled', reason: 'no-handler', operation: 'POST /subscriptions' },
      { line: 6, verdict: 'mishandled', reason: 'wrong-status' },
    ]);
  });
});

describe('mutants: edits', () => {
  it('keeps track of a place and refuses overlapping edits', () => {
    const edits = [
      { start: 0, end: 2, text: '' },
      { start: 8, end: 9, text: 'long' },
    ];
    assert.deepEqual(applyEdits('ab\ncall\nz', edits, 3), { text: '\ncall\nlong', kept: 1 });
    assert.throws(
      () =>
        applyEdits(
          'abcdef',
          [
            { start: 0, end: 3, text: '' },
            { start: 2, end: 4, text: '' },
          ],
          5,
        ),
      /overlap/,
    );
    assert.throws(() => applyEdits('abcdef', [{ start: 0, end: 3, text: '' }], 1), /removes the call/);
    assert.equal(lineAt('a\nb\nc', 4), 3);
  });
});

describe('mutants: judging', () => {
  const unhandled = [{ verdict: 'unhandled' as const, reasons: ['no-handler' as const] }];
  const step = { file: 'a.ts', line: 2, column: 1, endLine: 2, endColumn: 2, message: 'checked' };
  it('asks for the verdict and a right reason', () => {
    assert.ok(asExpected({ ...site, verdict: 'unhandled', reason: 'no-handler' }, unhandled));
    assert.ok(!asExpected({ ...site, verdict: 'unhandled', reason: 'swallowed' }, unhandled));
    assert.ok(!asExpected(site, unhandled));
    assert.ok(!asExpected(undefined, unhandled));
  });
  it('takes a race for unhandled only where a check before the call is named', () => {
    const race: Site = { ...site, verdict: 'race', reason: 'check-then-create' };
    assert.ok(asExpected({ ...race, trail: [step] }, unhandled));
    assert.ok(!asExpected(race, unhandled));
    assert.ok(asExpected(race, unhandled, true), 'a call that checks by itself');
    assert.ok(!asExpected({ ...race, trail: [{ ...step, line: 9 }] }, unhandled));
    assert.ok(!asExpected({ ...race, trail: [step] }, [{ verdict: 'mishandled', reasons: ['wrong-status'] }]));
  });
});

describe('mutants: a run', () => {
  const text = `import { CosmosClient } from '@azure/cosmos';
async function add(c, x) {
  try {
    return await c.items.create(x);
  } catch (e) {
    if (e.code === 409) return undefined;
    throw e;
  }
}`;
  /** An engine that believes every test of 409 and nothing else. */
  const analyse = async (file: string, source: string): Promise<FileResult> => {
    const line = source.split('\n').findIndex((l) => l.includes('.create(')) + 1;
    const found: Site = source.includes('=== 409')
      ? { ...site, line }
      : { ...site, line, verdict: 'unhandled', reason: 'not-told-apart' };
    return { file, language: 'typescript', sites: [found], problems: [], stage: 'analysed' };
  };

  it('counts what is told apart and lists the rest with what was expected', async () => {
    const grammars = await loadGrammars();
    const original = { origin: 'a.ts', file: 'a.ts', text, lines: [4], analyse };
    const { results, skipped } = await runMutants([original, { ...original, lines: [6] }], mutators, grammars);
    assert.deepEqual(skipped, [{ origin: 'a.ts', line: 6, why: 'no site found' }]);
    const status = results.find((r) => r.mutator === 'other-status-404');
    assert.equal(status?.flipped, true);
    const move = results.find((r) => r.mutator === 'move-out-of-try');
    assert.deepEqual(
      [move?.flipped, move?.line, move?.expected, move?.got],
      [false, 4, 'unhandled no-handler', 'handled told-apart'],
    );
  });
});
