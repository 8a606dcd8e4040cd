/** Java: handlers that do not work are mended by the smallest edit, or left alone. */
import assert from 'node:assert/strict';
import { apply, openSites } from '../proof/lib/fixing.js';
import { BROKEN } from './fixes-java-mend-sources.js';

describe('mends for Java', function () {
  this.timeout(60_000);

  for (const { title, reason, text, after } of BROKEN)
    it(`${reason}: ${title}`, async () => {
      const [site] = await openSites('Store.java', text);
      assert.equal(site?.reason, reason);
      if (after.length === 0) {
        assert.equal(
          site?.offers?.find(({ fix }) => fix === 'mend'),
          undefined,
        );
        return;
      }
      const fixed = await apply('Store.java', text, 'mend');
      assert.ok(fixed.cured, fixed.text);
      for (const piece of after) assert.ok(fixed.text.includes(piece), fixed.text);
    });
});
