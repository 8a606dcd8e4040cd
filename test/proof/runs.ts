/** What each remedy has to withstand, as a table: what is done, and what must be true in the end. */
import assert from 'node:assert/strict';
import type { FixId } from '../../src/analysis/findings.js';
import { scenarioById } from '../../src/catalog/index.js';
import type { Loaded } from './lib/running.js';
import type { Session } from './lib/session.js';
import type { Program } from './program.js';

type Json = Record<string, unknown>;

/** One thing that can happen. */
export interface Run {
  name: string;
  /** Where it applies. */
  applies?(program: Program): boolean;
  /** Throws where the program does not end well. */
  go(at: Session, program: Program, loaded: Loaded): Promise<void>;
  /** The program must not end well without the fix. */
  failsWithout?: true;
}

const RACERS = 8;

/** What a failure says: whatever was thrown, as an object. */
async function failureOf(call: Promise<unknown>): Promise<Json> {
  try {
    await call;
  } catch (error) {
    return error as Json;
  }
  return assert.fail('it should fail');
}

/** The status of an error of either SDK. */
const statusOf = (error: Json): unknown => error['statusCode'] ?? error['status'] ?? error['code'];

/** Statuses of a scenario. */
export const conflictsOf = ({ rule }: Program): number[] => scenarioById(rule)?.answers.map((a) => a.status) ?? [];

function assertConflict(program: Program, error: Json): void {
  assert.ok(
    conflictsOf(program).includes(Number(statusOf(error))),
    `no conflict: ${statusOf(error)} ${error['message']}`,
  );
}

/** There is one, and it has these values. */
async function assertOne(at: Session, program: Program, note: string): Promise<Json> {
  const all = await at.ended(program);
  assert.equal(all.length, 1, JSON.stringify(all));
  const [only = {}] = all;
  if (program.note !== undefined) assert.equal(only[program.note], note);
  return only;
}

/** What was handed out is the one that is there. */
function assertSame(program: Program, answer: unknown, there: Json): void {
  if (program.silent) assert.equal(answer, undefined);
  else {
    const { key = 'id' } = program;
    assert.ok(there[key] !== undefined);
    assert.equal((answer as Json | undefined)?.[key], there[key], JSON.stringify(answer));
  }
}

const race = async (at: Session, program: Program, { run }: Loaded): Promise<PromiseSettledResult<unknown>[]> => {
  at.lab.fault({ on: program.operation, hold: RACERS });
  const all = await Promise.allSettled(Array.from({ length: RACERS }, (_, i) => run(`note-${i}`)));
  at.assertRaced(program);
  return all;
};

/** Nothing is in the way. */
export const first: Run = {
  name: 'first call',
  async go(at, program, { run }) {
    const answer = await run('mine');
    assertSame(program, answer, await assertOne(at, program, 'mine'));
  },
};

const otherFailure: Run = {
  name: 'another failure passes',
  async go(at, program, { run }) {
    at.lab.fault({ on: program.operation, answer: { status: 403, code: 'Forbidden', message: 'Not allowed.' } });
    const error = await failureOf(run('mine'));
    assert.equal(statusOf(error), 403);
    assert.notEqual(error['name'], 'ConflictError');
    assert.equal(at.calls(program).length, 1, 'it was tried again');
    assert.deepEqual(await at.ended(program), []);
  },
};

/** Remedies that go on with what is there. */
const going: readonly Run[] = [
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
  {
    name: 'conflict that never clears',
    // Where nothing is handed out, nothing is read: the service's word is enough.
    applies: ({ silent }) => !silent,
    async go(at, program, { run, clock }) {
      at.lab.fault({ on: program.operation, times: 'always', answer: { rule: program.rule } });
      const error = await failureOf(run('mine'));
      assertConflict(program, error);
      assert.ok(at.calls(program).length <= 2, 'created more than once more');
      assert.ok(at.requests().length <= 8, `${at.requests().length} requests`);
      assert.ok(clock.skipped <= 5_000);
      assert.deepEqual(await at.ended(program), []);
    },
  },
  otherFailure,
];

const reporting: readonly Run[] = [
  first,
  {
    name: 'duplicate',
    failsWithout: true,
    async go(at, program, { run }) {
      await run('mine');
      const error = await failureOf(run('second'));
      assert.equal(error['name'], 'ConflictError');
      assert.ok(conflictsOf(program).includes(Number(error['status'])));
      assertConflict(program, error['cause'] as Json);
      assert.equal(at.calls(program).length, 2, 'it was tried again');
      await assertOne(at, program, 'mine');
    },
  },
  {
    name: 'race of 8',
    failsWithout: true,
    async go(at, program, loaded) {
      const all = await race(at, program, loaded);
      const reasons = all.flatMap((one) => (one.status === 'rejected' ? [one.reason as Json] : []));
      assert.deepEqual(
        reasons.map((error) => error['name']),
        Array.from({ length: RACERS - 1 }, () => 'ConflictError'),
      );
      assert.equal((await at.ended(program)).length, 1);
    },
  },
  otherFailure,
];

/** The same call under the name it has in the journal after the fix. */
const upserting = (program: Program): Program => ({ ...program, operation: `${program.operation}#upsert` });

const overwriting: readonly Run[] = [
  first,
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

/** What each remedy is put through. */
export const runs: Partial<Record<FixId, readonly Run[]>> = {
  'create-or-get': going,
  'check-before-create': going,
  'report-conflict': reporting,
  upsert: overwriting,
};
