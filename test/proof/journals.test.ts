/** The journals that the panel shows are what the lab notes today. */
import assert from 'node:assert/strict';
import { recordJournals } from '../../scripts/lib/journals.js';
import recorded from '../../src/explain/journals.json' with { type: 'json' };

describe('the journals of the remedies', () => {
  it('are what the lab notes (else run npm run journals)', async function () {
    this.timeout(120_000);
    const table = await recordJournals();
    assert.ok(Object.keys(table).length > 20, 'most programs were run');
    assert.deepEqual(recorded, table);
  });
});
