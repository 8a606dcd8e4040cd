/** What a run is, and what many of them share. */
import assert from 'node:assert/strict';
import type { Loaded } from '../lib/running.js';
import type { Session } from '../lib/session.js';
import { conflictsOf, type Program } from '../program.js';

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

export const RACERS = 8;

/** What a failure says: whatever was thrown, as an object. */
export async function failureOf(call: Promise<unknown>): Promise<Json> {
  try {
    await call;
  } catch (error) {
    return error as Json;
  }
  return assert.fail('it should fail');
}

/** The status of an error, wherever its library keeps it. */
export function statusOf(error: Json): unknown {
  const answer = error['response'] as Json | undefined;
  return error['statusCode'] ?? error['status'] ?? answer?.['statusCode'] ?? answer?.['status'] ?? error['code'];
}

export function assertConflict(program: Program, error: Json): void {
  assert.ok(
    conflictsOf(program).includes(Number(statusOf(error))),
    `no conflict: ${statusOf(error)} ${error['message']}`,
  );
}

/** There is one, and it has these values. */
export async function assertOne(at: Session, program: Program, note: string): Promise<Json> {
  const all = await at.ended(program);
  assert.equal(all.length, 1, JSON.stringify(all));
  const [only = {}] = all;
  if (program.note !== undefined) assert.equal(only[program.note], note);
  return only;
}

/** What was handed out is the one that is there. */
export function assertSame(program: Program, answer: unknown, there: Json): void {
  if (program.silent) assert.equal(answer, undefined);
  else {
    const { key = 'id' } = program;
    assert.ok(there[key] !== undefined);
    assert.equal((answer as Json | undefined)?.[key], there[key], JSON.stringify(answer));
  }
}

export const race = async (
  at: Session,
  program: Program,
  { run }: Loaded,
): Promise<PromiseSettledResult<unknown>[]> => {
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
    assert.equal(at.calls(program).length, 1);
    if ((program.cause ?? 'duplicate') === 'duplicate')
      assertSame(program, answer, await assertOne(at, program, 'mine'));
  },
};

export const otherFailure: Run = {
  name: 'another failure passes',
  async go(at, program, { run, manner }) {
    const before = await at.ended(program);
    at.lab.fault({ on: program.operation, answer: { status: 403, code: 'Forbidden', message: 'Not allowed.' } });
    const error = await failureOf(run('mine'));
    assert.equal(statusOf(error), 403);
    assert.notEqual(error['name'], manner.conflictError);
    assert.equal(at.calls(program).length, 1, 'it was tried again');
    assert.deepEqual(await at.ended(program), before);
  },
};
