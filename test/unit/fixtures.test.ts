/** Every recognised call of every fixture has the verdict that stands beside it. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { languageOf } from '../../src/analysis/languages/index.js';
import { type FixtureResult, runFixtures } from '../helpers/fixtures.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../fixtures');

/** Models without a parser, judged by a test of their own. */
const OTHER = 'hand-lowered';

for (const folder of readdirSync(root).filter((f) => f !== OTHER)) {
  describe(`fixtures: ${folder}`, () => {
    let results: FixtureResult[] = [];

    before(async function () {
      this.timeout(60_000);
      results = await runFixtures(root, folder);
    });

    it('are answered as they say', () => {
      const faults = results.flatMap((r) => r.faults);
      assert.equal(faults.length, 0, `\n${faults.join('\n')}`);
    });

    it('hold calls of every verdict', () => {
      const verdicts = new Set(results.flatMap((r) => r.expectations.map((e) => e.verdict)));
      // Where nothing but requests stand, nothing can be checked before one of them.
      const isRun = results.some((r) => languageOf(r.file)?.traits.onlySends !== true);
      for (const v of ['unhandled', 'mishandled', 'handled', 'idempotent', ...(isRun ? ['race'] : [])])
        assert.ok(verdicts.has(v), v);
    });

    after(() => {
      const todo = results.flatMap((r) => r.todo);
      if (todo.length) console.log(`  ${folder}: ${todo.length} left to do\n${todo.map((t) => `    ${t}`).join('\n')}`);
    });
  });
}
