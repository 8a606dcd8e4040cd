/** From a request to the scenarios it can run into: both sides may have holes. */
import assert from 'node:assert/strict';
import { matchScenarios } from '../../src/analysis/operations/match.js';
import { scenarios } from '../../src/catalog/index.js';
import { operationsOf } from '../../src/catalog/operation.js';

/** The first scenario that marks the request whatever it carries. */
const first = (method: string, path: string, trait?: string, anchored = true): string | undefined =>
  matchScenarios(method, path.split('/').filter(Boolean), trait, anchored).find(
    (m) => m.row.marks && m.row.needs === undefined,
  )?.scenario.id;

describe('scenarios of an operation', () => {
  it('are found for every operation of the catalog as it is written', () => {
    let rows = 0;
    for (const scenario of scenarios)
      for (const { operation } of operationsOf(scenario)) {
        rows++;
        const found = matchScenarios(operation.method, operation.segments, operation.trait);
        assert.ok(
          found.some((m) => m.scenario === scenario),
          `${scenario.id}: ${operation.method} ${operation.segments.join('/')}`,
        );
      }
    assert.ok(rows > 200);
  });

  const table: [method: string, path: string, expected: string | undefined][] = [
    ['POST', '/groups', 'graph/group-exists'],
    ['post', '/groups', undefined],
    ['GET', '/groups', undefined],
    ['POST', '/Groups', 'graph/group-exists'],
    ['POST', '/subscriptions', 'graph/subscription-duplicate'],
    ['POST', '/subscriptions/{}', undefined],
    ['POST', '/groups/{}/members/$ref', 'graph/member-already-added'],
    ['POST', '/groups/{}/owners/$ref', 'graph/member-already-added'],
    // A hole of the program may be a literal of the catalog, but not the whole last one.
    ['POST', '/groups/{}/{}s/$ref', 'graph/member-already-added'],
    ['POST', '/groups/{}/{}/$ref', 'graph/member-already-added'],
    ['POST', '/{}', undefined],
    ['POST', '/groups/{}/{}', undefined],
    ['POST', '/{}/{}/{}', undefined],
    // A word of the service is no id.
    ['POST', '/groups/$ref', undefined],
    ['POST', '/groups/{}/members/microsoft.graph.user/$ref', undefined],
    ['POST', '/dbs/{}/colls/{}/docs', 'cosmos/item-id-exists'],
    ['POST', '/solutions/bookingBusinesses/{}/staffMembers', 'bookings/staff-member-exists'],
    ['POST', '/nowhere', undefined],
    ['POST', '', undefined],
  ];
  for (const [method, path, expected] of table)
    it(`${method} ${path}: ${expected ?? 'none'}`, () => {
      assert.equal(first(method, path), expected);
    });

  it('begin earlier where the beginning of a path is unknown, if two words are left', () => {
    assert.equal(first('POST', '/{}/members/$ref', undefined, true), undefined);
    assert.equal(first('POST', '/{}/members/$ref', undefined, false), 'graph/member-already-added');
    assert.equal(first('POST', '/docs', undefined, false), undefined);
  });

  it('are kept apart by the trait of the operation', () => {
    const plain = matchScenarios('POST', ['dbs', '{}', 'colls', '{}', 'docs'], undefined);
    const upsert = matchScenarios('POST', ['dbs', '{}', 'colls', '{}', 'docs'], 'upsert');
    assert.ok(plain.length > 0);
    assert.ok(!upsert.some((m) => m.scenario.id === 'cosmos/item-id-exists' && m.row.marks));
  });

  it('come with the most specific first', () => {
    const found = matchScenarios('POST', ['groups', '{}', 'members', '$ref'], undefined).map((m) => m.literals);
    assert.deepEqual(
      found,
      [...found].sort((a, b) => b - a),
    );
  });
});
