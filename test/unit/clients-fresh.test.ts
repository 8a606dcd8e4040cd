import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { CLIENTS, clientTables } from '../../scripts/lib/client-tables.js';

describe('the page of client libraries', () => {
  it('is fresh (else run `npm run clients:docs`)', () => {
    assert.equal(readFileSync(CLIENTS, 'utf8'), clientTables());
  });
});
