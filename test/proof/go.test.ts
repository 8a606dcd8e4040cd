/**
 * Every fix for Go, run: a program with the fault, the fix on the way the editor goes, and the result with the real SDK against
 * the lab. All of them are built at once, and run by one process. Without the fix the same runs fail.
 */
import assert from 'node:assert/strict';
import { isOpen } from '../../src/analysis/engine.js';
import { startGo } from './go/host.js';
import { goCells, goPrograms } from './go/programs.js';
import { goToolchain } from './go/toolchain.js';
import { type Applied, apply, openSites } from './lib/fixing.js';
import { Session } from './lib/session.js';
import type { Told } from './lib/told.js';
import type { Program } from './program.js';
import { runs } from './runs/index.js';
import { first, type Run } from './runs/run.js';
import { ProofTable } from './table.js';

const FILE = 'store/store.go';

const faulty = (program: Program): string => `faulty${goPrograms.indexOf(program)}`;
const mended = (program: Program, fix: string): string =>
  `mended${goPrograms.indexOf(program)}${fix.replace(/\W/g, '')}`;

describe('the fixes for Go, run against the lab', function () {
  this.timeout(60_000);
  const table = new ProofTable();
  let session: Session | undefined;
  let host: Told | undefined;

  before(async function () {
    this.timeout(600_000);
    const go = await goToolchain();
    if (!go) {
      console.log('      no Go on this machine, and none that can be had');
      return this.skip();
    }
    session = await Session.start();
    const programs = new Map<string, string>();
    for (const program of goPrograms) programs.set(faulty(program), program.text);
    for (const { program, fix } of goCells) programs.set(mended(program, fix), await fixed(program, fix));
    host = await startGo(go, programs, new Map(), session.environment(''));
  });
  after(async () => {
    host?.close();
    await session?.close();
    if (host) console.log(table.text('in Go, against the lab'));
  });

  const once = async (program: Program, name: string, run: Run): Promise<void> => {
    assert.ok(session && host);
    await session.prepare(program);
    await run.go(session, program, await host.load(name));
  };

  for (const program of goPrograms)
    describe(`${program.title} (${program.rule})`, () => {
      for (const run of failing(program))
        it(`fails without a fix: ${run.name}`, async () => {
          await assert.rejects(once(program, faulty(program), run));
          await session?.untilConflict(program);
        });
      it('works without a fix while nothing is in the way', () => once(program, faulty(program), first));

      for (const { fix } of goCells.filter((cell) => cell.program === program))
        for (const run of (runs[fix] ?? []).filter((one) => one.applies?.(program) ?? true))
          it(`${fix}: ${run.name}`, async () => {
            const cell = { scenario: program.rule, title: program.title, fix, language: 'go', run: run.name } as const;
            table.begin(cell);
            await once(program, mended(program, fix), run);
            table.proven(cell);
          });

      it('is offered what is proven here, and nothing else', async () => {
        const [site, ...more] = await openSites(FILE, program.text);
        assert.equal(more.length, 0);
        const offered = (site?.offers ?? []).filter((offer) => offer.cures).map((offer) => offer.fix);
        assert.deepEqual([...offered].sort(), [...program.fixes].sort());
      });
    });
});

/** The program with a fix. */
async function fixed(program: Program, fix: (typeof goCells)[number]['fix']): Promise<string> {
  const applied = await apply(FILE, program.text, fix);
  assert.equal(applied.site.rule, program.rule);
  assert.ok(applied.cured, applied.text);
  if (applied.offer.cures) await stands(applied);
  return applied.text;
}

/** By whatever name its helper goes it is handled; without its test of the conflict it is not. */
async function stands({ edits, text, after }: Applied): Promise<void> {
  const helper = edits.find((edit) => /^func /m.test(edit.text))?.text;
  if (helper === undefined) return;
  const open = after.sites.filter(isOpen).length;
  for (const [, name = ''] of helper.matchAll(/^func (\w+)/gm)) {
    const renamed = text.replace(new RegExp(`\\b${name}\\b`, 'g'), 'zebraCrossing');
    assert.equal((await openSites(FILE, renamed)).length, open, `handled only by the name ${name}`);
  }
  const gutted = helper.replace(/== (?:409|412|400)\b/g, '== 404');
  assert.notEqual(gutted, helper, `no test of the conflict to take out:\n${helper}`);
  const opened = await openSites(
    FILE,
    text.replace(helper, () => gutted),
  );
  assert.ok(opened.length > open, `handled without its test:\n${gutted}`);
}

/** The runs in which the conflict comes about, of any of its fixes. */
function failing(program: Program): Run[] {
  const all = [...new Set(program.fixes.flatMap((fix) => runs[fix] ?? []))];
  return all.filter((run) => run.failsWithout && (run.applies?.(program) ?? true));
}
