/**
 * Every fix for TypeScript and JavaScript, run: a program with the fault, the fix on the way the editor goes, and the result
 * against the lab with the real SDKs. Without the fix the same runs fail.
 */
import assert from 'node:assert/strict';
import { transform } from 'esbuild';
import { apply, openSites, stands } from './lib/fixing.js';
import { Session } from './lib/session.js';
import { typeCheck } from './lib/type-check.js';
import type { Program } from './program.js';
import { programs } from './programs/index.js';
import { conflictsOf, first, type Run, runs } from './runs.js';
import { type Cell, ProofTable } from './table.js';

const table = new ProofTable();
const fixedTexts = new Map<string, string>();
let session: Session;

/** The program in each language: as JavaScript it is what the compiler writes, in its own style. */
const languages: readonly { id: Cell['language']; file: string; write(program: Program): Promise<string> }[] = [
  { id: 'typescript', file: 'src/program.ts', write: async ({ text }) => text },
  {
    id: 'javascript',
    file: 'src/program.js',
    write: async ({ text }) => (await transform(text, { loader: 'ts', target: 'es2022' })).code,
  },
];

describe('the fixes for TypeScript and JavaScript, run against the lab', function () {
  this.timeout(30_000);
  before(async () => {
    session = await Session.start();
  });
  after(async () => {
    await session.close();
    console.log(table.text());
  });

  for (const program of programs) {
    describe(`${program.title} (${program.rule})`, () => {
      for (const run of [...new Set(program.fixes.flatMap((fix) => runs[fix] ?? []))].filter((r) => r.failsWithout))
        if (!run.applies || run.applies(program))
          it(`fails without a fix: ${run.name}`, async () => {
            await assert.rejects(once(program, program.text, run));
            const met = session.calls(program).filter(({ status }) => conflictsOf(program).includes(status));
            assert.ok(met.length > 0, 'it failed for another reason than the conflict');
          });
      it('works without a fix while nothing is in the way', () => once(program, program.text, first));

      for (const { id, file, write } of languages)
        for (const fix of program.fixes)
          describe(`${fix}, ${id}`, () => {
            let fixed = '';
            before(async () => {
              const text = await write(program);
              const applied = await apply(file, text, fix);
              assert.equal(applied.site.rule, program.rule);
              await stands(file, text, applied);
              fixed = applied.text;
              if (id === 'typescript') fixedTexts.set(`${fixedTexts.size}.ts`, fixed);
            });
            for (const run of runs[fix] ?? [])
              if (!run.applies || run.applies(program))
                it(run.name, async () => {
                  const cell = { scenario: program.rule, title: program.title, fix, language: id, run: run.name };
                  table.begin(cell);
                  await once(program, fixed, run);
                  table.proven(cell);
                });
          });

      it('is offered what is proven here, and nothing else', async () => {
        for (const { file, write } of languages) {
          const [site, ...more] = await openSites(file, await write(program));
          assert.equal(more.length, 0);
          const offered = (site?.offers ?? []).filter((offer) => offer.cures).map((offer) => offer.fix);
          assert.deepEqual([...offered].sort(), [...program.fixes].sort());
        }
      });
    });
  }
});

describe('the fixed programs', () => {
  it('compile with the real SDKs', async function () {
    this.timeout(60_000);
    assert.ok(fixedTexts.size > 40);
    assert.deepEqual([...(await typeCheck(fixedTexts))], []);
  });
});

async function once(program: Program, text: string, run: Run): Promise<void> {
  await session.prepare(program);
  await run.go(session, program, await session.load(text));
}
