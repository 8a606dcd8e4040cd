/** docs/remedies.md says what the remedies of today offer and what the proof of today runs. */
import assert from 'node:assert/strict';
import { remediesMarkdown } from '../../scripts/proof/document.js';
import { textOf } from '../helpers/repository.js';

describe('docs/remedies.md', () => {
  it('is fresh (npm run remedies:docs writes it)', async function () {
    this.timeout(60_000);
    const [written, wanted] = [textOf('docs/remedies.md'), await remediesMarkdown()].map((text) => text.split('\n'));
    const stale = written?.findIndex((line, index) => line !== wanted?.[index]) ?? -1;
    assert.ok(stale < 0 && written?.length === wanted?.length, `line ${stale + 1} is not: ${wanted?.[stale]}`);
  });
});
