/** The arithmetic of the back-off plot. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LIMITS, limited, load, total, usual, waits } from '../../src/panel/back-off.js';
import type { BackOffSettings } from '../../src/panel/protocol.js';

const settings: fc.Arbitrary<BackOffSettings> = fc
  .record({
    base: fc.double({ min: LIMITS.base.min, max: LIMITS.base.max, noNaN: true }),
    factor: fc.double({ min: 1, max: 4, noNaN: true }),
    cap: fc.double({ min: 1, max: 60, noNaN: true }),
    attempts: fc.integer({ min: 2, max: 10 }),
    jitter: fc.constantFrom<BackOffSettings['jitter']>('none', 'equal', 'full'),
    retryAfter: fc.double({ min: 0, max: 30, noNaN: true }),
  })
  .map(limited);

describe('the back-off plot', () => {
  it('doubles up to the cap', () => {
    const all = waits({ ...usual, jitter: 'none', base: 1, factor: 2, cap: 5, attempts: 5 });
    assert.deepEqual(
      all.map(({ most }) => most),
      [1, 2, 4, 5],
    );
  });

  it('leaves to chance what the jitter says', () => {
    const least = (jitter: BackOffSettings['jitter']) => waits({ ...usual, base: 2, jitter })[0]?.least;
    assert.deepEqual([least('none'), least('equal'), least('full')], [2, 1, 0]);
  });

  it('never cuts a Retry-After short', () => {
    fc.assert(
      fc.property(settings, (chosen) => {
        for (const { least, most } of waits(chosen)) {
          assert.ok(least >= chosen.retryAfter && most >= least);
          assert.ok(most <= Math.max(chosen.cap, chosen.retryAfter));
        }
      }),
    );
  });

  it('adds the waits up', () => {
    assert.deepEqual(total({ ...usual, jitter: 'none', base: 1, factor: 2, cap: 8, attempts: 4 }), {
      most: 7,
      mean: 7,
    });
    assert.deepEqual(total({ ...usual, jitter: 'full', base: 1, factor: 2, cap: 8, attempts: 4 }), {
      most: 7,
      mean: 3.5,
    });
    // Anywhere between 0 and 4, and 2 at least: half of the time 2, else 3 on average.
    assert.equal(total({ ...usual, base: 4, factor: 1, cap: 8, attempts: 2, retryAfter: 2 }).mean, 2.5);
  });

  it('has a mean between the least and the most', () => {
    fc.assert(
      fc.property(settings, (chosen) => {
        const all = waits(chosen);
        const { most, mean } = total(chosen);
        const least = all.reduce((sum, wait) => sum + wait.least, 0);
        assert.ok(mean >= least - 1e-9 && mean <= most + 1e-9);
      }),
    );
  });

  it('sends each request of each client once, and the same for the same seed', () => {
    fc.assert(
      fc.property(settings, fc.integer(), (chosen, seed) => {
        const seconds = load(chosen, 20, seed);
        assert.equal(
          seconds.reduce((sum, count) => sum + count, 0),
          20 * chosen.attempts,
        );
        assert.deepEqual(load(chosen, 20, seed), seconds);
        assert.ok(seconds.length <= Math.floor(total(chosen).most) + 1);
      }),
    );
  });

  it('shows that jitter spreads the load', () => {
    const peak = (jitter: BackOffSettings['jitter']) => Math.max(...load({ ...usual, base: 4, jitter }).slice(1));
    assert.equal(peak('none'), 100);
    assert.ok(peak('full') < 60);
  });

  it('keeps settings within their limits', () => {
    const wild = { base: -1, factor: 99, cap: 0, attempts: 2.4, jitter: 'full', retryAfter: 1e9 } as const;
    assert.deepEqual(limited(wild), { base: 0.1, factor: 4, cap: 1, attempts: 2, jitter: 'full', retryAfter: 30 });
  });
});
