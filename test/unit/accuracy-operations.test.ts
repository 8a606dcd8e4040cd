import assert from 'node:assert/strict';
import { expectedOperations, sameOperation } from '../../scripts/accuracy/operations.js';

const DOCS = '/dbs/{}/colls/{}/docs';

describe('accuracy: operations', () => {
  const agree: [string, string][] = [
    ['POST /subscriptions', 'POST /subscriptions'],
    ['POST members/$ref', 'POST /groups/{}/members/$ref'],
    ['PATCH /subscriptions/{id}', 'PATCH /subscriptions/{}'],
    ['PUT /users/{id}/manager/$ref', 'PUT /users/{}/manager/$ref'],
    ['create item', `POST ${DOCS}`],
    ['create item stream', `POST ${DOCS}`],
    ['replace with IfMatchEtag', `PUT ${DOCS}/{}`],
    ['replace item with etag', `PUT ${DOCS}/{}`],
    ['delete stream with IfMatchEtag', `DELETE ${DOCS}/{}`],
    ['patch guarded (412)', `PATCH ${DOCS}/{}`],
    ['batch replace with IfMatchEtag', `POST ${DOCS}`],
    ['create container if not exists', 'POST /dbs/{}/colls'],
    ['add channel member', 'POST /teams/{}/channels/{}/members'],
    ['add group owner or member $ref', 'POST /groups/{}/{}/$ref'],
    ['PATCH plannerTask details If-Match', 'PATCH /planner/tasks/{}/details'],
    ['create appointment', 'POST /solutions/bookingBusinesses/{}/appointments'],
  ];
  for (const [words, ours] of agree)
    it(`${words} is ${ours}`, () => assert.ok(expectedOperations(words).some((want) => sameOperation(ours, want))));

  const differ: [string, string][] = [
    ['POST /subscriptions', 'PATCH /subscriptions'],
    ['POST /subscriptions', 'POST /subscriptions/{}'],
    ['POST members/$ref', 'POST /groups/{}/owners/$ref'],
    ['POST members/$ref', 'POST /groups/{}/members/{}'],
    ['create item', 'POST /dbs/{}/colls'],
    ['create item', `PUT ${DOCS}/{}`],
    ['replace with IfMatchEtag', `PATCH ${DOCS}/{}`],
    ['create group', 'POST /{}'],
    ['add channel member', 'POST /teams/{}/members'],
  ];
  for (const [words, ours] of differ)
    it(`${words} is not ${ours}`, () =>
      assert.ok(!expectedOperations(words).some((want) => sameOperation(ours, want))));

  it('says nothing of words it does not know', () => {
    assert.deepEqual(expectedOperations('SQL transport migration'), []);
  });
});
