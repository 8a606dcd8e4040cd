import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { remedy, timeline } from '../../src/catalog/build.js';
import { coverage, omissions } from '../../src/catalog/coverage.js';
import { scenarioById, scenarios } from '../../src/catalog/index.js';
import { operationsOf, parseOperation } from '../../src/catalog/operation.js';
import { rulesJson } from '../../src/catalog/rules.js';

const recordIds: string[] = JSON.parse(readFileSync('test/data/record-ids.json', 'utf8'));
const RETRIES = ['plain-retry', 'back-off-and-retry'];
/** Built from the mission and the reference pages; the conflict reference has no record for them. */
const WITHOUT_RECORD = [
  'graph/container-permission-exists',
  'graph/schema-extension-exists',
  'graph/copilot-chat-toggled',
];

describe('catalog', () => {
  it('registers every scenario file under its own name', () => {
    const files = readdirSync('src/catalog/scenarios').map((f) => f.replace(/\.ts$/, ''));
    assert.deepEqual(scenarios.map((s) => s.id.replace('/', '-')).sort(), files.sort());
    assert.equal(new Set(scenarios.map((s) => s.id)).size, scenarios.length);
    assert.equal(scenarioById('graph/subscription-duplicate')?.service, 'graph');
    assert.equal(scenarioById('graph/nothing'), undefined);
  });

  it('covers all records of the reference, by a scenario or by a reason', () => {
    assert.equal(recordIds.length, 149);
    assert.deepEqual(Object.keys(coverage), recordIds);
    for (const [record, target] of Object.entries(coverage)) {
      const owners = scenarios.filter((s) => s.records.includes(record)).map((s) => s.id);
      assert.deepEqual(owners, typeof target === 'string' ? [target] : [], record);
    }
    for (const { record, reason } of omissions()) assert.ok(reason.length > 30, record);
  });

  it('claims no unconditional operation for two scenarios', () => {
    const owner = new Map<string, string>();
    for (const s of scenarios) {
      for (const row of s.operations.filter((r) => r.marks && !r.needs)) {
        assert.equal(owner.get(row.op), undefined, `${row.op} in ${s.id} and ${owner.get(row.op)}`);
        owner.set(row.op, s.id);
      }
    }
  });

  it('hands out everything as plain data', () => {
    const json = rulesJson();
    assert.deepEqual(JSON.parse(JSON.stringify(json)), json);
    assert.equal(json.scenarios.length, scenarios.length);
    assert.equal(json.scenarios.flatMap((s) => s.records).length + json.omissions.length, recordIds.length);
  });

  for (const s of scenarios) {
    describe(s.id, () => {
      const marks = s.operations.some((r) => r.marks);

      it('is written in the grammar', () => {
        assert.match(s.id, new RegExp(`^${s.service}/[a-z0-9]+(-[a-z0-9]+)*$`));
        assert.equal(operationsOf(s).length, s.operations.length);
        if (s.lookup) parseOperation(s.lookup.op);
        const keys = s.operations.map((r) => `${r.op} ${r.needs}`);
        assert.equal(new Set(keys).size, keys.length, 'an operation stands twice');
        for (const r of s.operations) assert.equal(r.properties !== undefined, r.needs === 'body-property', r.op);
      });

      it('explains itself', () => {
        for (const text of [s.title, s.summary, s.portal, s.api]) assert.ok(text.length > 10);
        assert.doesNotMatch(s.title, /\.$/);
        assert.ok(s.intent.length > 0 && s.sources.length > 0);
        assert.equal(s.records.length === 0, WITHOUT_RECORD.includes(s.id));
        if (s.answers.length === 0) assert.ok(s.silent, 'no answer and nothing silent: nothing to explain');
        for (const a of s.answers) assert.ok(a.status >= 200 && a.status < 600);
      });

      it('offers the best remedy first and strikes out what cannot help', () => {
        assert.ok(s.remedies.length > 0 && !s.remedies[0]?.cannotHelp);
        const firstStruck = s.remedies.findIndex((r) => r.cannotHelp);
        if (firstStruck >= 0) assert.ok(s.remedies.slice(firstStruck).every((r) => r.cannotHelp));
        for (const r of s.remedies) assert.ok(r.text.length > 15, r.id);
        for (const r of s.remedies.filter((x) => !x.cannotHelp && RETRIES.includes(x.id))) {
          assert.notEqual(s.plainRetry, 'never', `${r.id} is offered where a retry never helps`);
        }
      });

      if (!marks) return;

      it('can be answered, since it is marked', () => {
        assert.ok(s.answers.some((a) => a.status >= 400));
        assert.ok(s.timeline?.steps.some((t) => t.kind === 'error'));
        if (s.cause === 'duplicate') {
          assert.equal(s.plainRetry, 'never');
          assert.ok(s.identity ?? s.service === 'cosmos', 'a duplicate has an identity');
          assert.ok(s.remedies.some((r) => r.cannotHelp && RETRIES.includes(r.id)));
        }
        if (s.cause === 'concurrency') assert.notEqual(s.plainRetry, 'never');
      });
    });
  }
});

describe('catalog tables', () => {
  it('reads a timeline', () => {
    assert.deepEqual(timeline('A, B', 'A -> B: POST /x\nB x> A: 409 Conflict'), {
      actors: ['A', 'B'],
      steps: [
        { from: 'A', to: 'B', label: 'POST /x', kind: 'request' },
        { from: 'B', to: 'A', label: '409 Conflict', kind: 'error', status: 409 },
      ],
    });
    assert.throws(() => timeline('A, B', 'A -> C: POST /x'), /malformed step/);
    assert.throws(() => timeline('A, B', 'A to B: POST /x'), /malformed step/);
  });

  it('reads costs', () => {
    assert.deepEqual(remedy('upsert', '-lmh', 'Text').cost, {
      latency: 'none',
      complexity: 'low',
      duplicateSideEffects: 'medium',
      throttling: 'high',
    });
    for (const bad of ['lll', 'lllll', 'xlll']) assert.throws(() => remedy('upsert', bad, 'Text'), /four of/);
  });
});
