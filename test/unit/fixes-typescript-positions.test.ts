/** The fixes in every position a call can stand in: what is offered is proven, and the result compiles with the real SDKs. */
import assert from 'node:assert/strict';
import type { FixId } from '../../src/analysis/findings.js';
import { apply, openSites, stands } from '../proof/lib/fixing.js';
import { typeCheck } from '../proof/lib/type-check.js';
import { positions, type Source, untyped } from './fixes-typescript-sources.js';

const untypedPositions: Source[] = positions.map((source) => ({
  title: `${source.title}, JavaScript`,
  file: source.file.replace(/ts$/, 'js'),
  text: untyped(source.text),
}));

/** What each fix made of each source, for the compiler at the end. */
const results = new Map<string, string>();

describe('the fixes for TypeScript and JavaScript, by position', function () {
  this.timeout(60_000);
  for (const [index, source] of [...positions, ...untypedPositions].entries())
    it(source.title, async () => {
      const sites = await openSites(source.file, source.text);
      assert.equal(sites.length, 1);
      const offers = (sites[0]?.offers ?? []).filter((offer) => offer.cures);
      assert.ok(offers.length >= 2, JSON.stringify(sites[0]?.refused));
      for (const { fix } of offers) {
        const applied = await apply(source.file, source.text, fix as FixId);
        await stands(source.file, source.text, applied);
        results.set(`${index}-${fix}.${source.file.split('.').at(-1)}`, applied.text);
      }
    });

  it('all compile with the real SDKs', async () => {
    const before = new Map(positions.map(({ text }, index) => [`before-${index}.ts`, text]));
    const typed = [...results].filter(([name]) => name.endsWith('.ts'));
    assert.ok(typed.length >= 2 * positions.length);
    assert.deepEqual(await typeCheck(new Map([...before, ...typed])), new Map());
  });
});
