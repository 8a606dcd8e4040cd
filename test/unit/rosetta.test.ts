/**
 * The same small programs in every language give the same facts: the operations, the verdicts and the reasons, call by call.
 * A program is a folder of `test/rosetta` with one file for each language.
 */
import assert from 'node:assert/strict';
import { analyserIn } from '../../scripts/lib/engine.js';
import { languageOf, languages } from '../../src/analysis/languages/index.js';
import { filesUnder, root, textOf } from '../helpers/repository.js';

const FOLDER = 'test/rosetta';
const WATCH = 'POST /subscriptions';
const REPLACE = 'PUT /dbs/{}/colls/{}/docs/{}';

/** The facts of each program: its calls in source order, as operation, verdict and reason. */
const PROGRAMS: Readonly<Record<string, readonly string[]>> = {
  // Nothing handles it.
  create: [`${WATCH}: unhandled no-handler`],
  // Every error is reported, and the program goes on.
  swallowed: [`${WATCH}: unhandled swallowed`],
  // Every error is answered in the same way.
  alike: [`${WATCH}: unhandled not-told-apart`],
  // Every error is handed on.
  rethrown: [`${WATCH}: unhandled not-told-apart`],
  // The status of another failure is tested.
  'another-status': [`${WATCH}: unhandled not-told-apart`],
  // The conflict is reported and handed on.
  'told-and-rethrown': [`${WATCH}: unhandled observed-only`],
  // 412 is tested where 409 answers.
  'wrong-status': [`${WATCH}: mishandled wrong-status`],
  // 409 is looked for where the library does not put it.
  'wrong-member': [`${WATCH}: mishandled wrong-property`],
  // A duplicate is sent once more.
  'sent-again': [`${WATCH}: mishandled retry-cannot-help`, `${WATCH}: unhandled no-handler`],
  // It is looked for first, and nothing else done.
  'check-first': [`${WATCH}: race check-then-create`],
  // 409 is told apart and nothing given back.
  'told-and-passed-over': [`${WATCH}: handled told-apart`],
  // 409 is told apart and answered with what was asked for.
  'told-and-answered': [`${WATCH}: handled told-apart`],
  // What is there is read.
  'read-back': [`${WATCH}: handled told-apart`],
  // A function tells the conflict apart.
  helper: [`${WATCH}: handled told-apart`],
  // A replacement under an ETag, whose 412 is told apart.
  'guarded-write': [`${REPLACE}: handled told-apart`],
  // The same with 409.
  'guarded-write-wrong-status': [`${REPLACE}: mishandled wrong-status`],
  // Read, changed and written again, a few times, with a growing wait.
  'read-and-write-again': [`${REPLACE}: handled told-apart`],
  // The same without end.
  'again-for-ever': [`${REPLACE}: mishandled retry-uncapped`],
  // A write that creates or replaces.
  upsert: ['POST /dbs/{}/colls/{}/docs: idempotent upsert'],
};

/** Where a language differs, and why that is right. */
const DIFFERENT: readonly { program: string; language: string; facts: readonly string[]; why: string }[] = [
  {
    program: 'rethrown',
    language: 'go',
    facts: [`${WATCH}: unhandled no-handler`],
    why: 'an error that is given back is how a function without a handler is written',
  },
  {
    program: 'another-status',
    language: 'go',
    facts: [`${WATCH}: unhandled no-handler`],
    why: 'the conflict passes a test that is not for it, and is given back as if nothing stood there',
  },
];

/** Languages without a column, and why. Where nothing is handled at all there is none either. */
const WITHOUT: Readonly<Record<string, string>> = {
  tsx: 'a dialect of another language',
  javascript: 'a dialect of another language',
  shellscript: 'its programs are still to be written',
};
const COLUMNS = languages.filter((l) => !l.traits.onlySends && !Object.hasOwn(WITHOUT, l.id)).map((l) => l.id);

describe('the same program in every language', () => {
  const analyse = analyserIn(root);
  const files = filesUnder(FOLDER);

  it('is there', () => {
    const written = files.map((file) => `${file.split('/').at(-2)} ${languageOf(file)?.id}`);
    const wanted = Object.keys(PROGRAMS).flatMap((program) => COLUMNS.map((column) => `${program} ${column}`));
    assert.deepEqual(written.sort(), wanted.sort());
    assert.ok(COLUMNS.length >= 6);
  });

  for (const [program, facts] of Object.entries(PROGRAMS))
    it(`${program}: ${facts.join(', ')}`, async () => {
      for (const file of files.filter((f) => f.split('/').at(-2) === program)) {
        const result = await analyse(file, textOf(file));
        const language = languageOf(file)?.id;
        const wanted = DIFFERENT.find((d) => d.program === program && d.language === language)?.facts ?? facts;
        assert.deepEqual(
          result.sites.map((s) => `${s.operation}: ${s.verdict} ${s.reason}`),
          wanted,
          file,
        );
        assert.deepEqual(result.problems, [], file);
        assert.ok(
          result.sites.every((s) => s.certainty === 'certain'),
          file,
        );
      }
    });

  it('differs only where that is listed', () => {
    for (const { program, facts } of DIFFERENT) assert.notDeepEqual(PROGRAMS[program], facts, program);
  });
});
