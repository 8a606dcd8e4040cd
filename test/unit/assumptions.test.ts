/** Runs under several assumptions: none is made twice, and none that could go differently is left out. */
import assert from 'node:assert/strict';
import { nothingAsked, underEach, watchedOptions, watchedRelax } from '../../src/analysis/handling/assumptions.js';
import type { Assumption, FollowOptions } from '../../src/analysis/handling/shape.js';

const failure = (conflict: boolean, status: number): Assumption => ({ conflict, status, codes: [], texts: [] });
const options: FollowOptions = { conflict: failure(true, 409), others: [failure(false, 418), failure(false, 599)] };

describe('assumptions', () => {
  it('runs once where nothing looks at the failure', () => {
    let runs = 0;
    const { conflict, others, looked } = underEach(options, () => ++runs);
    assert.deepEqual({ runs, conflict, others, looked }, { runs: 1, conflict: 1, others: [1], looked: false });
  });

  for (const member of ['conflict', 'status', 'codes', 'texts'] as const)
    it(`runs for each failure where one looks at its ${member}`, () => {
      const { conflict, others, looked } = underEach(options, (a) => a[member]);
      assert.equal(looked, true);
      assert.deepEqual(
        [conflict, ...others],
        [options.conflict, ...options.others].map((a) => a[member]),
      );
    });

  it('notes what was asked, through runs, and changes no answer', () => {
    const asked = nothingAsked();
    const watched = watchedOptions({ ...options, pretendAwaited: true }, asked);
    assert.deepEqual(asked, nothingAsked());
    underEach(watched, () => undefined);
    assert.equal(asked.answer, false);
    assert.equal(underEach(watched, (a) => a.status).conflict, 409);
    assert.equal(asked.answer, true);
    assert.equal(asked.awaited, false);
    assert.equal(watched.pretendAwaited, true);
    assert.equal(asked.awaited, true);
    const relax = watchedRelax({ type: true }, asked);
    assert.deepEqual([relax.type, asked.type, asked.property], [true, true, false]);
    assert.deepEqual([relax.property, asked.property], [false, true]);
  });

  it('notes a look at one of the other failures', () => {
    const asked = nothingAsked();
    const status = watchedOptions(options, asked).others[0]?.status;
    assert.deepEqual([status, asked.answer], [418, true]);
  });
});
