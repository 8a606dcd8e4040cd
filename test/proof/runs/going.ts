/** Runs of remedies that go on with what is there, or write over it. */
import assert from 'node:assert/strict';
import type { Loaded } from '../lib/running.js';
import type { Session } from '../lib/session.js';
import type { Program } from '../program.js';
import {
  assertConflict,
  assertOne,
  assertSame,
  failureOf,
  first,
  otherFailure,
  RACERS,
  type Run,
  race,
  statusOf,
} from './run.js';

type Json = Record<string, unknown>;

const unclear: Run = {
  name: 'conflict that never clears',
  // Where nothing is handed out, nothing is read: the service's word is enough.
  applies: ({ silent }) => !silent,
  async go(at, program, { run, clock }) {
    at.lab.fault({ on: program.operation, times: 'always', answer: { rule: program.rule } });
    assertConflict(program, await failureOf(run('mine')));
    await assertBounded(at, program, clock);
  },
};

/** Where the library looks once more after the conflict, it is not found that comes out. */
const unclearToo: Run = {
  ...unclear,
  async go(at, program, loaded) {
    if (!loaded.manner.looksAgain) return unclear.go(at, program, loaded);
    at.lab.fault({ on: program.operation, times: 'always', answer: { rule: program.rule } });
    assert.equal(statusOf(await failureOf(loaded.run('mine'))), 404);
    await assertBounded(at, program, loaded.clock);
  },
};

async function assertBounded(at: Session, program: Program, clock: Loaded['clock']): Promise<void> {
  assert.ok(at.calls(program).length <= 2, 'created more than once more');
  assert.ok(at.requests().length <= 8, `${at.requests().length} requests`);
  assert.ok(clock.skipped <= 5_000);
  assert.deepEqual(await at.ended(program), []);
}

/** Remedies that go on with what is there. */
export const going: readonly Run[] = [
  first,
  {
    name: 'duplicate',
    failsWithout: true,
    async go(at, program, { run }) {
      await run('mine');
      const before = at.requests().length;
      const answer = await run('second');
      const there = await assertOne(at, program, 'mine');
      assertSame(program, answer, there);
      assert.ok(at.requests().length - before <= 6, `${at.requests().length - before} requests`);
    },
  },
  {
    name: 'made by somebody else',
    failsWithout: true,
    async go(at, program, { run }) {
      await at.twin(program);
      const answer = await run('mine');
      const there = await assertOne(at, program, 'theirs');
      assertSame(program, answer, there);
      // What is theirs is handed out as it is: nothing claims that the new values were written.
      if (program.note !== undefined && !program.silent) assert.equal((answer as Json)[program.note], 'theirs');
    },
  },
  {
    name: 'soft-deleted or unlisted holder',
    applies: ({ hidden }) => hidden !== undefined,
    async go(at, program, { run }) {
      await at.twin(program, program.hidden === 'deleted' ? { deleted: true } : { unlisted: true });
      const error = await failureOf(run('mine'));
      assertConflict(program, error);
      assert.notEqual(error['name'], 'TypeError');
      assert.ok(at.requests().length <= 10, `${at.requests().length} requests`);
      assert.ok(at.calls(program).length <= 2, 'created more than once more');
      const all = await at.ended(program);
      assert.equal(all.length, 1);
      assert.equal(all[0]?.[program.hidden ?? ''], true, 'it was restored');
    },
  },
  {
    name: 'holder on a later page',
    failsWithout: true,
    applies: ({ others }) => others !== undefined,
    async go(at, program, { run }) {
      for (const other of program.others ?? []) await at.twin({ ...program, twin: other });
      const there = await at.ended(program);
      await at.twin(program);
      const answer = await run('mine');
      const twin = (await at.ended(program)).filter((one) => !there.some((other) => other['id'] === one['id']));
      assert.equal(twin.length, 1);
      assertSame(program, answer, twin[0] ?? {});
      assert.ok(at.calls(program).length <= 1);
    },
  },
  {
    name: 'holder that cannot be read at first',
    failsWithout: true,
    applies: ({ reads }) => reads !== undefined,
    async go(at, program, { run }) {
      await at.twin(program);
      at.lab.fault({ on: program.reads ?? '', answer: { status: 404, code: 'NotFound' } });
      const answer = await run('mine');
      assertSame(program, answer, await assertOne(at, program, 'theirs'));
      assert.equal(at.calls(program).length, 1);
    },
  },
  {
    name: 'holder that can never be read',
    applies: ({ reads }) => reads !== undefined,
    async go(at, program, { run }) {
      await at.twin(program);
      at.lab.fault({ on: program.reads ?? '', times: 'always', answer: { status: 404, code: 'NotFound' } });
      assertConflict(program, await failureOf(run('mine')));
      assert.equal(at.calls(program).length, 1);
      const reads = at.lab.journal().filter((entry) => `${entry.method} ${entry.path}` === program.reads);
      assert.ok(reads.length <= 3, `read ${reads.length} times`);
    },
  },
  {
    name: 'holder that serves somebody else',
    applies: ({ elsewhere }) => elsewhere !== undefined,
    async go(at, program, { run }) {
      await at.twin({ ...program, twin: program.elsewhere ?? {} });
      const before = await at.ended(program);
      assertConflict(program, await failureOf(run('mine')));
      assert.deepEqual(await at.ended(program), before);
      assert.equal(at.calls(program).length, 1);
    },
  },
  {
    name: 'race of 8',
    failsWithout: true,
    async go(at, program, loaded) {
      const all = await race(at, program, loaded);
      const failed = all.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
      assert.deepEqual(failed, []);
      const there = await at.ended(program);
      assert.equal(there.length, 1);
      for (const one of all) assertSame(program, one.status === 'fulfilled' && one.value, there[0] ?? {});
    },
  },
  unclear,
  otherFailure,
];

/** The same call under the name it has in the journal after the fix. */
const upserting = (program: Program): Program => ({
  ...program,
  operation: program.after ?? `${program.operation}#upsert`,
});

export const overwriting: readonly Run[] = [
  { ...first, go: (at, program, loaded) => first.go(at, upserting(program), loaded) },
  {
    name: 'duplicate',
    failsWithout: true,
    async go(at, program, { run }) {
      await run('mine');
      const answer = await run('second');
      assertSame(program, answer, await assertOne(at, program, 'second'));
    },
  },
  {
    name: 'made by somebody else',
    failsWithout: true,
    async go(at, program, { run }) {
      await at.twin(program);
      await run('mine');
      await assertOne(at, program, 'mine');
    },
  },
  {
    name: 'race of 8',
    failsWithout: true,
    async go(at, program, loaded) {
      const all = await race(at, upserting(program), loaded);
      assert.deepEqual(
        all.map((one) => one.status),
        Array.from({ length: RACERS }, () => 'fulfilled'),
      );
      assert.equal((await at.ended(program)).length, 1);
    },
  },
  { ...otherFailure, go: (at, program, loaded) => otherFailure.go(at, upserting(program), loaded) },
];

/** Forms that no repeat trips over: where the program says what is sent instead, it writes over what is there. */
export const keyed: readonly Run[] = [
  ...going.map((run) => only(run === unclear ? unclearToo : run, ({ after }) => after === undefined)),
  ...overwriting.map((run) => only(run, ({ after }) => after !== undefined)),
];

function only(run: Run, wanted: (program: Program) => boolean): Run {
  return { ...run, applies: (program) => wanted(program) && (run.applies?.(program) ?? true) };
}
