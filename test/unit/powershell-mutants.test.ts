/**
 * Handled calls of the PowerShell fixtures, changed in the ways in which such code goes wrong, as `npm run mutants` does it:
 * the verdict and the reason must change with them. The share that does is printed.
 */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixtureOriginals } from '../../scripts/mutants/originals.js';
import { scriptMutators } from '../../scripts/mutants/registry.js';
import { runMutants } from '../../scripts/mutants/run.js';
import { loadGrammars } from '../helpers/grammars.js';
import { root } from '../helpers/repository.js';

describe('broken handlers in PowerShell', () => {
  it('are told apart with the right verdict and reason in 95 of 100 cases or more', async function () {
    this.timeout(120_000);
    const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
    try {
      cpSync(join(root, 'test/fixtures/powershell'), join(folder, 'powershell'), { recursive: true });
      const originals = await fixtureOriginals(folder);
      const { results, skipped } = await runMutants(originals, [], await loadGrammars(), scriptMutators);
      assert.deepEqual(skipped, []);
      const survivors = results.filter((r) => !r.flipped);
      const told = results.length - survivors.length;
      console.log(`  ${told} of ${results.length} told apart (${((100 * told) / results.length).toFixed(1)} %)`);
      const list = survivors.map((s) => `${s.origin}:${s.line} ${s.mutator}: ${s.expected}, got ${s.got}`).join('\n');
      assert.ok(results.length > 300, `${results.length} cases`);
      assert.ok(told >= 0.95 * results.length, `${told} of ${results.length}\n${list}`);
      const made = new Set(results.map((r) => r.mutator));
      assert.deepEqual(
        (scriptMutators['powershell'] ?? []).map((m) => m.id).filter((id) => !made.has(id)),
        [],
        'every mutator is used',
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
