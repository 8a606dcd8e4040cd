/** The rows of the lab against the catalog: it says nothing the catalog does not know. */
import assert from 'node:assert/strict';
import { coverage } from '../../src/catalog/coverage.js';
import { scenarioById } from '../../src/catalog/index.js';
import { catalogAnswer } from '../../src/lab/answers.js';
import { allFamilies } from '../../src/lab/families/index.js';
import type { Conflict } from '../../src/lab/family.js';

/** Every conflict in a row, wherever it stands. */
function conflictsIn(value: unknown): Conflict[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(conflictsIn);
  return 'rule' in value && 'status' in value ? [value as Conflict, ...inner] : inner;
}

const conflicts = allFamilies.flatMap(conflictsIn);

describe('rows of the lab', () => {
  it('name scenarios and records that exist, each record in its scenario', () => {
    assert.ok(conflicts.length > 25);
    for (const { rule, record } of conflicts) {
      const scenario = scenarioById(rule);
      assert.ok(scenario, rule);
      if (record === undefined) assert.deepEqual(scenario.records, [], `${rule} has records, and the row names none`);
      else {
        assert.ok(record in coverage, record);
        assert.ok(scenario.records.includes(record), `${record} is none of ${rule}`);
      }
    }
  });

  it("answer as one of the catalog's answers for the scenario", () => {
    const unknown = conflicts
      .filter((c) => !catalogAnswer(c))
      .map((c) => `${c.rule} ${c.status} ${c.code} ${c.message}`);
    assert.deepEqual(unknown, []);
  });
});
