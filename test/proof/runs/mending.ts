/** Runs of a handler that was mended: `made` where it was new, `known` where it was there; or no change is lost. */
import assert from 'node:assert/strict';
import type { Program } from '../program.js';
import { rereading } from './rereading.js';
import { assertOne, otherFailure, RACERS, type Run, race } from './run.js';

const isStale = ({ cause }: Program): boolean => cause === 'stale';
const ends = (program: Program): boolean => isStale(program) && !program.endless;

const told: readonly Run[] = [
  {
    name: 'first call',
    async go(at, program, { run }) {
      assert.equal(await run('mine'), 'made');
      await assertOne(at, program, 'mine');
    },
  },
  {
    name: 'duplicate',
    failsWithout: true,
    async go(at, program, { run }) {
      await at.twin(program);
      assert.equal(await run('mine'), 'known');
      await assertOne(at, program, 'theirs');
    },
  },
  {
    name: 'race of 8',
    failsWithout: true,
    async go(at, program, loaded) {
      const all = await race(at, program, loaded);
      const answers = all.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)));
      assert.deepEqual(answers.sort(), [...Array.from({ length: RACERS - 1 }, () => 'known'), 'made']);
      assert.equal((await at.ended(program)).length, 1);
    },
  },
  otherFailure,
];

/** One faulty retry sends what is refused each time, another one overwrites: both fail where changes meet. */
const counted: readonly Run[] = rereading.map(({ failsWithout: _, ...run }) => run);
const failing: readonly Run[] = counted.map((run) =>
  run.name.startsWith('race') ? { ...run, failsWithout: true } : run,
);

export const mending: readonly Run[] = [
  ...told.map((run) => ({ ...run, applies: (program: Program) => !isStale(program) })),
  ...failing.map((run) => ({ ...run, applies: ends })),
  ...counted.map((run) => ({ ...run, applies: (program: Program) => program.endless === true })),
];
