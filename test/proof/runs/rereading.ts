/** Runs of the remedy that reads again and makes the change again. The programs count: no change may be lost. */
import assert from 'node:assert/strict';
import type { Session } from '../lib/session.js';
import type { Program } from '../program.js';
import { assertConflict, failureOf, otherFailure, RACERS, type Run, race } from './run.js';

const MOST_ATTEMPTS = 5;

async function assertCount(at: Session, program: Program, count: number): Promise<void> {
  const all = await at.ended(program);
  assert.deepEqual(
    all.map((one) => one[program.counts ?? 'count']),
    [count],
  );
}

export const rereading: readonly Run[] = [
  {
    name: 'first call',
    async go(at, program, { run }) {
      await run('mine');
      await assertCount(at, program, 1);
    },
  },
  {
    name: 'another writer in between',
    failsWithout: true,
    async go(at, program, { run, clock }) {
      at.lab.fault({ on: program.operation, otherWriter: true });
      await run('mine');
      // Those who clash must not meet again: they wait, and not for the same time.
      assert.ok(clock.waits.length === 1 && (clock.waits[0] ?? 0) >= 50);
      await assertCount(at, program, 1);
      assert.equal(at.calls(program).length, 2);
    },
  },
  {
    name: 'race of 2',
    failsWithout: true,
    async go(at, program, { run }) {
      at.lab.fault({ on: program.operation, hold: 2 });
      await Promise.all([run('mine'), run('theirs')]);
      at.assertRaced(program);
      await assertCount(at, program, 2);
    },
  },
  {
    name: 'race of 8',
    failsWithout: true,
    async go(at, program, loaded) {
      const all = await race(at, program, loaded);
      const done = all.filter((one) => one.status === 'fulfilled').length;
      // Who does not get through within the bound says so; whoever says done has counted.
      await assertCount(at, program, done);
      assert.ok(done >= RACERS / 2, `${done} of ${RACERS} got through`);
      for (const one of all) if (one.status === 'rejected') assertConflict(program, one.reason);
    },
  },
  {
    name: 'conflict that never clears',
    async go(at, program, { run }) {
      at.lab.fault({ on: program.operation, times: 'always', otherWriter: true });
      assertConflict(program, await failureOf(run('mine')));
      assert.equal(at.calls(program).length, MOST_ATTEMPTS);
      await assertCount(at, program, 0);
    },
  },
  otherFailure,
];
