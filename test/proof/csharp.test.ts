/**
 * Every fix for C#, run: a program with the fault, the fix on the way the editor goes, and the result over HTTP against
 * the lab, compiled by Mono against stubs that are made from the lists of the SDKs' signatures. Without the fix the same
 * runs fail.
 */
import assert from 'node:assert/strict';
import type { FixId } from '../../src/analysis/findings.js';
import { standsInCSharp } from './csharp/doubts.js';
import { type Runnable, startCSharp } from './csharp/host.js';
import { csharpCells, csharpPrograms, isOlder, missingPrograms } from './csharp/programs.js';
import { logging } from './csharp/text.js';
import { apply, openSites } from './lib/fixing.js';
import { Session } from './lib/session.js';
import type { Told } from './lib/told.js';
import type { Program } from './program.js';
import { runs } from './runs/index.js';
import { first, type Run } from './runs/run.js';
import { ProofTable } from './table.js';

const FILE = 'src/Program.cs';

/** A program with what becomes of it. */
interface Case {
  program: Program;
  /** Namespace of the program as it is. */
  faulty: string;
  /** Namespaces of what the fixes make of it. */
  mended: ReadonlyMap<FixId, string>;
}

const cases: readonly Case[] = csharpPrograms.map((program, index) => ({
  program,
  faulty: `Faulty${index}`,
  mended: new Map(
    csharpCells
      .filter((cell) => cell.program === program)
      .map(({ fix }) => [fix, `Mended${index}${fix.replace(/\W/g, '')}`]),
  ),
}));

describe('the fixes for C#, run over HTTP against the lab', function () {
  this.timeout(60_000);
  const table = new ProofTable();
  let session: Session;
  /** With Microsoft.Graph 5, and with 4. */
  const hosts = new Map<boolean, Told>();

  before(async function () {
    this.timeout(300_000);
    session = await Session.start();
    for (const older of [false, true]) {
      const all: Runnable[] = [];
      for (const { program, faulty, mended } of cases.filter((one) => isOlder(one.program) === older)) {
        all.push(inSpace(faulty, program.text, false));
        for (const [fix, space] of mended) all.push(inSpace(space, await fixed(program, fix), fix === 'instrument'));
      }
      hosts.set(older, await startCSharp(all, session.environment('/v1.0'), older));
    }
  });
  after(async () => {
    for (const host of hosts.values()) host.close();
    await session?.close();
    console.log(table.text('compiled by Mono, over HTTP against the lab'));
  });

  const once = async (program: Program, space: string, run: Run): Promise<void> => {
    const host = hosts.get(isOlder(program));
    assert.ok(host);
    await session.prepare(program);
    await run.go(session, program, await host.load(space));
  };

  for (const { program, faulty, mended } of cases)
    describe(`${program.title} (${program.rule})`, () => {
      for (const run of failing(program))
        it(`fails without a fix: ${run.name}`, async () => {
          await assert.rejects(once(program, faulty, run));
          await session.untilConflict(program);
        });
      if (!program.broken) it('works without a fix while nothing is in the way', () => once(program, faulty, first));

      for (const [fix, space] of mended)
        describe(fix, () => {
          for (const run of (runs[fix] ?? []).filter((one) => one.applies?.(program) ?? true))
            it(run.name, async () => {
              const cell = {
                scenario: program.rule,
                title: program.title,
                fix,
                language: 'csharp',
                run: run.name,
              } as const;
              table.begin(cell);
              await once(program, space, run);
              table.proven(cell);
            });
        });

      it('is offered what is proven here, and nothing else', async () => {
        const [site, ...more] = await openSites(FILE, program.text);
        assert.equal(more.length, 0);
        const offered = (site?.offers ?? []).filter((offer) => offer.cures).map((offer) => offer.fix);
        // What is offered beside mending is proven by the programs without a handler.
        if (program.broken) assert.equal(offered[0], 'mend');
        else assert.deepEqual([...offered].sort(), [...program.fixes].sort());
      });
    });

  it('has a program for each of the other languages', () => {
    assert.deepEqual(missingPrograms, []);
  });
});

const inSpace = (space: string, text: string, logs: boolean): Runnable => ({
  space,
  text: text.replace('namespace Shopping', `namespace ${space}`),
  logs,
});

/** The program with a fix, which has stood every doubt. */
async function fixed(program: Program, fix: FixId): Promise<string> {
  const text = fix === 'instrument' ? logging(program.text) : program.text;
  const applied = await apply(FILE, text, fix);
  assert.equal(applied.site.rule, program.rule);
  await standsInCSharp(FILE, text, applied);
  return applied.text;
}

/** The runs in which the conflict comes about, of any of its fixes. */
function failing(program: Program): Run[] {
  const all = [...new Set(program.fixes.flatMap((fix) => runs[fix] ?? []))];
  return all.filter((run) => run.failsWithout && (run.applies?.(program) ?? true));
}
