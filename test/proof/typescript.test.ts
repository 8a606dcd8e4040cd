/**
 * Every fix for TypeScript and JavaScript, run: a program with the fault, the fix on the way the editor goes, and the result
 * against the lab with the real SDKs. Without the fix the same runs fail.
 */
import assert from 'node:assert/strict';
import { transform } from 'esbuild';
import type { FixId } from '../../src/analysis/findings.js';
import { apply, openSites, stands } from './lib/fixing.js';
import { Session } from './lib/session.js';
import { typeCheck } from './lib/type-check.js';
import type { Program } from './program.js';
import { programs } from './programs/index.js';
import { runs } from './runs/index.js';
import { first, type Run } from './runs/run.js';
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
            await quietly(() => assert.rejects(once(program, program.text, run)));
            await session.untilConflict(program);
          });
      if (!program.broken)
        it('works without a fix while nothing is in the way', () => once(program, program.text, first));

      for (const { id, file, write } of languages)
        for (const fix of provenFixes(program))
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
          // What is offered beside mending is proven by the programs without a handler.
          if (program.broken) assert.equal(offered[0], 'mend');
          else assert.deepEqual([...offered].sort(), [...program.fixes].sort());
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

/** Logging can be added to any call that is made where it stands. */
function provenFixes({ fixes, broken, answers }: Program): FixId[] {
  return [...fixes, ...(broken || answers ? [] : ['instrument' as const])];
}

async function once(program: Program, text: string, run: Run): Promise<void> {
  await session.prepare(program);
  await run.go(session, program, await session.load(text));
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));

/** A call that nobody waits for fails where nobody hears it; here that is what is to be shown. */
async function quietly(work: () => Promise<void>): Promise<void> {
  const heard = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', () => undefined);
  try {
    await work();
    for (let turn = 0; turn < 5; turn++) await pause();
  } finally {
    process.removeAllListeners('unhandledRejection');
    for (const listener of heard) process.on('unhandledRejection', listener);
  }
}
