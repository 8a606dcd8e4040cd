/** The waits that a fix writes into code: they are those of the plot, in both languages. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LIMITS, waits as plotted, usual } from '../../src/panel/back-off.js';
import { backOff, retrySummary } from '../../src/phrasing/back-off.js';
import { arithmetic, milliseconds } from '../../src/phrasing/typescript/arithmetic.js';
import { secondsInAll, usualWaits, type Waits } from '../../src/remedies/waits.js';

const jitters = ['none', 'equal', 'full'] as const;

/** Settings as the controls of the plot give them, in seconds. */
const settings = fc.record({
  base: fc.integer({ min: 1, max: 50 }).map((tenths) => tenths / 10),
  factor: fc.integer({ min: 2, max: 8 }).map((halves) => halves / 2),
  cap: fc.integer({ min: LIMITS.cap.min, max: LIMITS.cap.max }),
  attempts: fc.integer({ min: LIMITS.attempts.min, max: LIMITS.attempts.max }),
  jitter: fc.constantFrom(...jitters),
  retryAfter: fc.constant(0),
});

const inMilliseconds = ({ base, factor, cap, attempts, jitter }: typeof usual): Waits => ({
  base: Math.round(base * 1000),
  factor,
  cap: cap * 1000,
  attempts,
  jitter,
});

/** What the written expression comes to, for a number from chance. */
function evaluated(waits: Waits, attempt: number, random: number): number {
  const run = new Function('attempt', 'Math', `return ${backOff(waits, arithmetic)}`) as (
    attempt: number,
    math: object,
  ) => number;
  return run(attempt, { min: Math.min, max: Math.max, random: () => random });
}

describe('the waits a fix writes', () => {
  it('are the usual ones of the plot where nothing was chosen', () => {
    assert.deepEqual(inMilliseconds(usual), usualWaits);
    assert.equal(backOff(usualWaits, arithmetic), 'Math.max(100, Math.random() * Math.min(8_000, 500 * 2 ** attempt))');
    assert.match(retrySummary(usualWaits), /5 attempts, 30 seconds in all/);
  });

  it('are those that the plot shows, whatever was chosen', () => {
    fc.assert(
      fc.property(settings, (chosen) => {
        const waits = inMilliseconds(chosen);
        for (const [index, { least, most }] of plotted(chosen).entries()) {
          const attempt = index + 1;
          assert.ok(Math.abs(evaluated(waits, attempt, 1) - Math.max(100, most * 1000)) < 1, 'the longest');
          // The helper never waits for less than a tenth of a second where all is left to chance.
          const floor = chosen.jitter === 'full' ? 100 : least * 1000;
          assert.ok(Math.abs(evaluated(waits, attempt, 0) - floor) < 1, 'the shortest');
        }
      }),
    );
  });

  it('are over before the helper gives up', () => {
    fc.assert(
      fc.property(settings, (chosen) => {
        const sum = plotted(chosen).reduce((all, { most }) => all + most, 0);
        assert.ok(secondsInAll(inMilliseconds(chosen)) >= sum - 1e-6);
      }),
    );
  });

  it('are numbers that can be read', () => {
    assert.deepEqual([100, 8000, 30_000, 1_200_000].map(milliseconds), ['100', '8_000', '30_000', '1_200_000']);
  });
});
