/** Runs of remedies that let the conflict out: under a name of its own, or noted in the log. */
import assert from 'node:assert/strict';
import type { Loaded } from '../lib/running.js';
import type { Session } from '../lib/session.js';
import { conflictsOf, type Program } from '../program.js';
import { assertConflict, failureOf, first, otherFailure, RACERS, type Run, race } from './run.js';

type Json = Record<string, unknown>;

/** Makes the call meet its conflict. */
async function provoke(at: Session, program: Program, { run }: Loaded): Promise<void> {
  if (program.cause === 'transient')
    at.lab.fault({ on: program.operation, times: 'always', answer: { rule: program.rule } });
  else if (program.cause === 'stale') at.lab.fault({ on: program.operation, otherWriter: true });
  else await run('mine');
}

const causes =
  (...wanted: NonNullable<Program['cause']>[]): ((program: Program) => boolean) =>
  ({ cause = 'duplicate' }) =>
    wanted.includes(cause);

const failures = (all: PromiseSettledResult<unknown>[]): Json[] =>
  all.flatMap((one) => (one.status === 'rejected' ? [one.reason as Json] : []));

export const reporting: readonly Run[] = [
  first,
  {
    name: 'conflict',
    failsWithout: true,
    async go(at, program, loaded) {
      await provoke(at, program, loaded);
      const before = at.calls(program).length;
      const there = (await at.ended(program)).length;
      const error = await failureOf(loaded.run('second'));
      assert.equal(error['name'], loaded.manner.conflictError);
      // An answer that is no error has no error inside.
      if (!program.answers) {
        assert.ok(conflictsOf(program).includes(Number(error['status'])));
        assertConflict(program, error['cause'] as Json);
      }
      assert.equal(at.calls(program).length, before + 1, 'it was tried again');
      assert.equal((await at.ended(program)).length, there);
      // A log that takes the message learns nothing of whom it was about.
      assert.doesNotMatch(String(error['message']), /ada|@contoso|g1|t1|b1|order-1/);
    },
  },
  {
    name: 'race of 8',
    failsWithout: true,
    applies: causes('duplicate', 'stale'),
    async go(at, program, loaded) {
      const reasons = failures(await race(at, program, loaded));
      assert.deepEqual(
        reasons.map((error) => error['name']),
        Array.from({ length: RACERS - 1 }, () => loaded.manner.conflictError),
      );
      if (program.cause !== 'stale') assert.equal((await at.ended(program)).length, 1);
    },
  },
  otherFailure,
];

/** An add-on: everything stays as it is, and a conflict is noted. */
export const noting: readonly Run[] = [
  first,
  {
    name: 'conflict',
    async go(at, program, loaded) {
      await provoke(at, program, loaded);
      const error = await failureOf(loaded.run('second'));
      assertConflict(program, error);
      assert.notEqual(error['name'], loaded.manner.conflictError);
      assert.equal(loaded.warnings.length, 1);
      const [, fields] = loaded.warnings[0] ?? [];
      const { operation, scenario, status, ...rest } = fields as Json;
      assert.equal(scenario, program.rule);
      assert.ok(conflictsOf(program).includes(Number(status)));
      assert.match(String(operation), /^[A-Z]+ [/{]/);
      assert.deepEqual(
        Object.keys(rest).filter((name) => name !== 'code' && name !== 'requestId'),
        [],
      );
      assert.doesNotMatch(
        JSON.stringify({ operation, ...rest, requestId: '' }),
        /ada|@contoso|"g1|\/t1|\/b1|order-1|not-a-secret/,
      );
    },
  },
  {
    name: 'race of 8',
    applies: causes('duplicate', 'stale'),
    async go(at, program, loaded) {
      assert.equal(failures(await race(at, program, loaded)).length, RACERS - 1);
      assert.equal(loaded.warnings.length, RACERS - 1);
    },
  },
  {
    ...otherFailure,
    async go(at, program, loaded) {
      await otherFailure.go(at, program, loaded);
      assert.deepEqual(loaded.warnings, []);
    },
  },
];
