/**
 * The fixes for Python, run against the lab with the real azure-cosmos, requests, httpx and msgraph-sdk: a program with the fault, the fix
 * on the way the editor goes, and every run of its remedy. Without the fix the same runs fail.
 */
import assert from 'node:assert/strict';
import { delimiter } from 'node:path';
import { apply, openSites } from './lib/fixing.js';
import { Session } from './lib/session.js';
import type { Program } from './program.js';
import { cosmosPrograms } from './python/cosmos-programs.js';
import { standsInPython } from './python/doubts.js';
import { httpPrograms, sdkPrograms } from './python/graph-programs.js';
import { PythonHost } from './python/host.js';
import { graphPackages, packages, pathsIn } from './python/packages.js';
import { fixesOf } from './python/programs.js';
import { runs } from './runs/index.js';
import { first, type Run } from './runs/run.js';
import { ProofTable } from './table.js';

const FILE = 'run.py';
const table = new ProofTable();

for (const [what, programs, needs] of [
  ['azure-cosmos', cosmosPrograms, () => [packages()]],
  ['requests and httpx', httpPrograms, () => [packages()]],
  ['msgraph-sdk', sdkPrograms, () => [graphPackages(), packages()]],
] as const)
  describe(`the fixes for Python, run with ${what} against the lab`, function () {
    this.timeout(60_000);
    let session: Session;
    let host: PythonHost | undefined;

    before(async function () {
      this.timeout(300_000);
      const folders = needs();
      const path = folders.flatMap((folder) => (folder === undefined ? [] : pathsIn(folder)));
      if (folders.includes(undefined)) {
        console.log(`      not run: ${what} cannot be had here, or no Python with pip`);
        this.skip();
      }
      session = await Session.start();
      host = new PythonHost(path.join(delimiter), session.environment('/v1.0'));
      // A library of thousands of modules is slow to begin with.
      for (const program of programs) {
        await session.prepare(program);
        await (await host.load(program.text)).run('first');
      }
    });
    after(async () => {
      host?.close();
      await session?.close();
      console.log(table.text(`with the real ${what}, against the lab`));
    });

    const once = async (program: Program, text: string, run: Run): Promise<void> => {
      assert.ok(host);
      await session.prepare(program);
      await run.go(session, program, await host.load(text));
    };

    for (const program of programs)
      describe(`${program.title} (${program.rule})`, () => {
        for (const run of failing(program))
          it(`fails without a fix: ${run.name}`, async () => {
            await assert.rejects(once(program, program.text, run));
            await session.untilConflict(program);
          });
        it('works without a fix while nothing is in the way', () => once(program, program.text, first));

        for (const fix of fixesOf(program))
          describe(fix, () => {
            let fixed = '';
            before(async () => {
              const applied = await apply(FILE, program.text, fix);
              assert.equal(applied.site.rule, program.rule);
              await standsInPython(FILE, program.text, applied);
              fixed = applied.text;
            });
            for (const run of (runs[fix] ?? []).filter((one) => one.applies?.(program) ?? true))
              it(run.name, async () => {
                const cell = {
                  scenario: program.rule,
                  title: program.title,
                  fix,
                  language: 'python',
                  run: run.name,
                } as const;
                table.begin(cell);
                await once(program, fixed, run);
                table.proven(cell);
              });
          });

        it('is offered what is proven here, and nothing else', async () => {
          const [site, ...more] = await openSites(FILE, program.text);
          assert.equal(more.length, 0);
          const offered = (site?.offers ?? []).filter((offer) => offer.cures).map((offer) => offer.fix);
          assert.deepEqual([...offered].sort(), [...program.fixes].sort());
        });
      });
  });

/** The runs in which the conflict comes about, of any of its fixes. */
function failing(program: Program): Run[] {
  const all = [...new Set(program.fixes.flatMap((fix) => runs[fix] ?? []))];
  return all.filter((run) => run.failsWithout && (run.applies?.(program) ?? true));
}
