import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type GraphIndex, missingSegment } from '../../scripts/graph-metadata.js';
import { catalogPaths } from '../../src/catalog/graph-paths.js';

const index: GraphIndex = JSON.parse(readFileSync('test/data/graph-metadata.json', 'utf8'));
const missing = (path: string) => missingSegment(index, path.slice(1).split('/'));

describe('graph paths against the service metadata', () => {
  it('comes from a known commit', () => assert.match(index.source.commit, /^[0-9a-f]{40}$/));

  for (const { op, segments, excused } of catalogPaths()) {
    if (excused) continue;
    it(op, () => assert.equal(missingSegment(index, segments), undefined));
  }

  it('finds what does not exist', () => {
    assert.equal(missing('/userz'), 'userz');
    assert.equal(missing('/users/{}/staffMembers'), 'staffMembers');
    assert.equal(missing('/me/{}'), '{}');
    assert.equal(missing('/groups/members/$ref'), 'members');
    assert.equal(missing('/solutions/bookingBusinesses/staffMembers'), 'staffMembers');
    assert.equal(missing('/teams/{}/copy'), 'copy');
    assert.equal(missing('/servicePrincipals(colour={})'), 'servicePrincipals(colour={})');
    assert.equal(missing('/servicePrincipals(appId={})'), undefined);
  });
});
