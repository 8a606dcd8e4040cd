import assert from 'node:assert/strict';
import { median } from '../../bench/timing.js';
import { permalink, pick, randomFrom, readCommits, writeMark } from '../../scripts/accuracy/sample.js';

const list = Array.from({ length: 500 }, (_, i) => i);

describe('accuracy: sample', () => {
  it('draws the same sample for the same seed, and another for another', () => {
    const first = pick(list, 40, randomFrom(7));
    assert.deepEqual(pick(list, 40, randomFrom(7)), first);
    assert.notDeepEqual(pick(list, 40, randomFrom(8)), first);
    assert.equal(new Set(first).size, 40);
    assert.deepEqual(
      first,
      [...first].sort((a, b) => a - b),
    );
  });

  it('draws evenly', () => {
    const counts = new Map<number, number>();
    const random = randomFrom(1);
    for (let round = 0; round < 2_000; round++)
      for (const i of pick([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 3, random)) counts.set(i, (counts.get(i) ?? 0) + 1);
    // 600 each are expected; 20 is one standard deviation.
    for (let i = 0; i < 10; i++) assert.ok(Math.abs((counts.get(i) ?? 0) - 600) < 100, `${i}: ${counts.get(i)}`);
  });

  it('takes all of a list that is too short', () => {
    assert.deepEqual(pick([1, 2], 40, randomFrom(1)), [1, 2]);
  });

  it('reads commits from a table', () => {
    const commit = 'b'.repeat(40);
    const commits = readCommits(`| repo | commit |\n|---|---|\n| o/r.x | ${commit} | yes |\n| o/none | - |\n`);
    assert.deepEqual([...commits], [['o/r.x', commit]]);
  });

  it('writes a mark with its address, its code and its trail', () => {
    assert.equal(permalink('o/r', 'c1', 'a b/#x.ts', 3), 'https://github.com/o/r/blob/c1/a%20b/%23x.ts#L3');
    const text = writeMark(
      {
        repo: 'o/r',
        commit: 'c1',
        code: '  await c.items.create(`x`);',
        site: {
          rule: 'cosmos/item-exists',
          file: 'src/a.ts',
          line: 3,
          column: 1,
          endLine: 3,
          endColumn: 2,
          severity: 'warning',
          verdict: 'unhandled',
          reason: 'swallowed',
          service: 'cosmos',
          operation: 'POST /dbs/{}/colls/{}/docs',
          cause: 'duplicate',
          certainty: 'likely',
          evidence: ['import'],
          also: [],
          message: '',
          trail: [{ file: 'src/a.ts', line: 5, column: 1, endLine: 5, endColumn: 2, message: 'catches everything' }],
          remedies: [],
        },
      },
      1,
    );
    for (const part of [
      '1. [o/r src/a.ts:3](https://github.com/o/r/blob/c1/src/a.ts#L3)',
      "`await c.items.create('x');`",
      'unhandled `swallowed`, likely',
      'line 5: catches everything',
      'Judgement:',
    ])
      assert.ok(text.includes(part), part);
  });
});

describe('bench: median', () => {
  it('is the middle, or the mean of the two in the middle', () => {
    assert.equal(median([9, 1, 5]), 5);
    assert.equal(median([1, 9, 5, 7]), 6);
    assert.equal(median([]), 0);
  });
});
