/** The fixes for C# in every position a call can stand in: each is proven, and the result compiles as C# 7. */
import assert from 'node:assert/strict';
import { compile } from '../proof/csharp/compile.js';
import { standsInCSharp } from '../proof/csharp/doubts.js';
import { apply, openSites } from '../proof/lib/fixing.js';
import { csharpPositions } from './fixes-csharp-sources.js';

describe('the fixes for C#, by position', function () {
  this.timeout(60_000);
  /** What each fix made of each source, each in a namespace of its own. */
  const results = new Map<string, string>();

  for (const [index, { title, file, text }] of csharpPositions.entries())
    it(title, async () => {
      const sites = await openSites(file, text);
      assert.equal(sites.length, 1, text);
      results.set(`Before${index}.cs`, text.replace('namespace Shopping', `namespace Before${index}`));
      const offers = (sites[0]?.offers ?? []).filter((offer) => offer.cures);
      assert.ok(
        offers.some(({ fix }) => fix === 'report-conflict'),
        JSON.stringify(sites[0]?.refused),
      );
      for (const { fix } of offers) {
        const applied = await apply(file, text, fix);
        await standsInCSharp(file, text, applied);
        const name = `${fix.replace(/\W/g, '')}${index}`;
        results.set(`${name}.cs`, applied.text.replace('namespace Shopping', `namespace ${name}`));
      }
    });

  it('all compile as C# 7 against the signatures of the SDKs', async () => {
    const made = (fix: string): number => [...results.keys()].filter((name) => name.startsWith(fix)).length;
    assert.equal(made('Before'), csharpPositions.length);
    assert.equal(made('reportconflict'), csharpPositions.length);
    // Items, and groups by their nickname, in 25 positions each; an answer and a context have no twin to read.
    assert.equal(made('createorget'), 50);
    assert.ok(made('upsert') >= 20);
    assert.deepEqual((await compile(results)).errors, []);
  });
});
