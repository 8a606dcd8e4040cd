/** Runs of the remedy that waits for a conflict to clear. */
import assert from 'node:assert/strict';
import type { FaultRequest } from '../../../src/lab/index.js';
import type { Program } from '../program.js';
import { assertConflict, failureOf, first, otherFailure, RACERS, type Run, statusOf } from './run.js';

/** What the helper promises in its title. */
const MOST_ATTEMPTS = 5;
const MOST_MS = 30_000;
/** The floor of a wait: full jitter may not be none. */
const LEAST_MS = 100;

const asking = (name: string, retryAfter: NonNullable<FaultRequest['retryAfter']>, least: number): Run => ({
  name,
  applies: asksService,
  async go(at, program, { run, clock }) {
    at.lab.fault({ on: program.operation, times: 2, answer: { rule: program.rule }, retryAfter });
    await run('mine');
    // Where a library has a wait of its own, that one comes on top.
    const waits = clock.waits.length === 4 ? [sum(clock.waits.slice(0, 2)), sum(clock.waits.slice(2))] : clock.waits;
    assert.equal(waits.length, 2);
    for (const wait of waits) assert.ok(wait >= least, `waited ${wait} ms of ${least}`);
  },
});

/** A policy of the program's own waits as it always did. */
function asksService({ ownWaits }: Program): boolean {
  return ownWaits !== true;
}

const sum = (waits: readonly number[]): number => waits.reduce((all, wait) => all + wait, 0);

export const waiting: readonly Run[] = [
  first,
  {
    name: 'conflict that clears',
    failsWithout: true,
    async go(at, program, { run, clock }) {
      at.lab.fault({ on: program.operation, times: 2, answer: { rule: program.rule } });
      await run('mine');
      assert.equal(at.calls(program).length, 3);
      assert.equal(clock.waits.length, 2);
      if (asksService(program)) for (const wait of clock.waits) assert.ok(wait >= LEAST_MS);
    },
  },
  {
    name: 'conflict that never clears',
    async go(at, program, { run, clock }) {
      at.lab.fault({ on: program.operation, times: 'always', answer: { rule: program.rule } });
      const error = await failureOf(run('mine'));
      assertConflict(program, error);
      assert.ok(at.calls(program).length > 1 && at.calls(program).length <= MOST_ATTEMPTS);
      assert.ok(clock.skipped <= MOST_MS);
    },
  },
  asking('Retry-After in seconds', { seconds: 3 }, 3_000),
  // A date has no fractions of a second, and the answer carries its own.
  asking('Retry-After as a date', { date: 5 }, 4_000),
  asking('Retry-After in the past', { date: -60 }, LEAST_MS),
  {
    name: 'Retry-After beyond the time there is',
    applies: asksService,
    async go(at, program, { run, clock, manner }) {
      at.lab.fault({ on: program.operation, answer: { rule: program.rule }, retryAfter: { seconds: 3600 } });
      const error = await failureOf(run('mine'));
      assertConflict(program, error);
      if (manner.tellsWait) assert.match(String(error['message']), /3600 s/);
      assert.deepEqual(clock.waits, []);
      assert.equal(at.calls(program).length, 1);
    },
  },
  {
    name: 'cancelled while it waits',
    applies: ({ cancels }) => cancels === true,
    async go(at, program, { run }) {
      at.lab.fault({ on: program.operation, times: 'always', answer: { rule: program.rule } });
      assert.equal(statusOf(await failureOf(run('cancelled'))), undefined);
      assert.equal(at.calls(program).length, 1);
    },
  },
  {
    name: 'race of 8',
    failsWithout: true,
    async go(at, program, { run }) {
      at.lab.fault({ on: program.operation, hold: RACERS });
      at.lab.fault({ on: program.operation, times: RACERS - 1, answer: { rule: program.rule } });
      await Promise.all(Array.from({ length: RACERS }, (_, i) => run(`note-${i}`)));
      at.assertRaced(program);
      assert.equal(at.calls(program).length, 2 * RACERS - 1);
    },
  },
  otherFailure,
];
