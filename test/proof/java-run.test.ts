/** The fixes for Java run with the real SDK and the platform's client against the lab, by one process. */
import assert from 'node:assert/strict';
import type { FixId } from '../../src/analysis/findings.js';
import { hasJava } from './java/compile.js';
import { startJava } from './java/host.js';
import { javaCells, javaPrograms } from './java/programs.js';
import { apply, openSites } from './lib/fixing.js';
import { Session } from './lib/session.js';
import type { Told } from './lib/told.js';
import type { Program } from './program.js';
import { runs } from './runs/index.js';
import { first, type Run } from './runs/run.js';
import { ProofTable } from './table.js';

const FILE = 'shop/Store.java';

const faulty = (program: Program): string => `faulty${javaPrograms.indexOf(program)}`;
const mended = (program: Program, fix: FixId): string =>
  `mended${javaPrograms.indexOf(program)}${fix.replace(/\W/g, '')}`;

describe('the fixes for Java, run against the lab', function () {
  this.timeout(60_000);
  const table = new ProofTable();
  let session: Session | undefined;
  let host: Told | undefined;

  before(async function () {
    this.timeout(300_000);
    if (!(await hasJava())) {
      console.log('      no Java compiler and Maven on this machine');
      return this.skip();
    }
    session = await Session.start();
    const programs = new Map<string, string>();
    for (const program of javaPrograms) programs.set(faulty(program), program.text);
    for (const { program, fix } of javaCells) programs.set(mended(program, fix), await fixed(program, fix));
    const env = { ...session.environment(''), COSMOS_URL: session.lab.cosmosUrl ?? '' };
    host = await startJava(programs, env, session.lab.certificate.cosmos ?? '');
  });
  after(async () => {
    host?.close();
    await session?.close();
    if (host) console.log(table.text('in Java, against the lab'));
  });

  const once = async (program: Program, name: string, run: Run): Promise<void> => {
    assert.ok(session && host);
    await session.prepare(program);
    await run.go(session, program, await host.load(name));
  };

  for (const program of javaPrograms)
    describe(`${program.title} (${program.rule})`, () => {
      for (const run of failing(program))
        it(`fails without a fix: ${run.name}`, async () => {
          await assert.rejects(once(program, faulty(program), run));
          await session?.untilConflict(program);
        });

      for (const { fix } of javaCells.filter((cell) => cell.program === program))
        for (const run of (runs[fix] ?? []).filter((one) => one.applies?.(program) ?? true))
          it(`${fix}: ${run.name}`, async () => {
            const cell = {
              scenario: program.rule,
              title: program.title,
              fix,
              language: 'java',
              run: run.name,
            } as const;
            table.begin(cell);
            await once(program, mended(program, fix), run);
            table.proven(cell);
          });

      if (!program.broken)
        it('works without a fix while nothing is in the way', () => once(program, faulty(program), first));

      it('is offered what is proven here, and nothing else', async () => {
        const [site, ...more] = await openSites(FILE, program.text);
        assert.equal(more.length, 0);
        const offered = (site?.offers ?? []).filter((offer) => offer.cures).map((offer) => offer.fix);
        if (program.broken) assert.equal(offered[0], 'mend');
        else assert.deepEqual([...offered].sort(), [...program.fixes].sort());
      });
    });
});

/** The program with a fix. */
async function fixed(program: Program, fix: FixId): Promise<string> {
  const applied = await apply(FILE, program.text, fix);
  assert.equal(applied.site.rule, program.rule);
  assert.ok(applied.cured, applied.text);
  return applied.text;
}

/** The runs in which the conflict comes about, of any of its fixes. */
function failing(program: Program): Run[] {
  const all = [...new Set(program.fixes.flatMap((fix) => runs[fix] ?? []))];
  return all.filter((run) => run.failsWithout && (run.applies?.(program) ?? true));
}
