/** Runs of a handler that was mended: `made` where it was new, `known` where it was there. */
import assert from 'node:assert/strict';
import { assertOne, otherFailure, RACERS, type Run, race } from './run.js';

export const mending: readonly Run[] = [
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
