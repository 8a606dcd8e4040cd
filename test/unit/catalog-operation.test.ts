import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  canonicalPath,
  formatOperation,
  METHODS,
  OperationError,
  parseOperation,
  TRAITS,
} from '../../src/catalog/operation.js';

describe('operation grammar', () => {
  it('splits method, segments and trait', () => {
    assert.deepEqual(parseOperation('POST /groups/{}/members/$ref'), {
      method: 'POST',
      segments: ['groups', '{}', 'members', '$ref'],
    });
    assert.deepEqual(parseOperation('POST /dbs/{}/colls/{}/docs#upsert'), {
      method: 'POST',
      segments: ['dbs', '{}', 'colls', '{}', 'docs'],
      trait: 'upsert',
    });
    assert.deepEqual(parseOperation('PATCH /groups(uniqueName={})').segments, ['groups(uniqueName={})']);
    assert.deepEqual(
      parseOperation('GET /directory/deletedItems/microsoft.graph.user').segments.at(-1),
      'microsoft.graph.user',
    );
  });

  for (const [text, part] of [
    ['/groups', 'does not start with'],
    ['post /groups', 'does not start with'],
    ['POST groups', 'does not start with "/"'],
    ['POST /groups/', 'malformed segment ""'],
    ['POST /groups/{id}', 'malformed segment "{id}"'],
    ['POST /groups/a b', 'malformed segment'],
    ['POST  /groups', 'does not start with "/"'],
    ['POST /groups#fast', 'unknown trait'],
    ['POST /dbs#upsert#bulk', 'more than one trait'],
    ["POST /groups('x')", 'malformed segment'],
    ['POST /drives/{}/root:/{}:/content', 'malformed segment'],
  ] as const) {
    it(`refuses ${text}`, () => {
      assert.throws(
        () => parseOperation(text),
        (e) => e instanceof OperationError && e.message.includes(part),
      );
    });
  }

  it('writes what it reads', () => {
    const segment = fc.constantFrom(
      '{}',
      'groups',
      '$ref',
      '$batch',
      'microsoft.graph.user',
      'apps(appId={})',
      'a(b={},c={})',
    );
    const operation = fc.record({
      method: fc.constantFrom(...METHODS),
      segments: fc.array(segment, { minLength: 1, maxLength: 6 }),
      trait: fc.option(fc.constantFrom(...TRAITS), { nil: undefined }),
    });
    fc.assert(
      fc.property(operation, ({ method, segments, trait }) => {
        const op = trait ? { method, segments, trait } : { method, segments };
        assert.deepEqual(parseOperation(formatOperation(op)), op);
      }),
    );
  });
});

describe('canonical path', () => {
  for (const [from, to] of [
    ['/me/drive/root:/a/b.txt:/content', '/me/drive/items/{}/content'],
    ['/drives/{}/items/{}:/{}:/createUploadSession', '/drives/{}/items/{}/createUploadSession'],
    ['/me/drive/root:/a/b', '/me/drive/items/{}'],
    ['/me/drive/root:/a/b:', '/me/drive/items/{}'],
    ['/sites/contoso.sharepoint.com:/teams/x:/lists', '/sites/{}/lists'],
    ['/sites/h:/teams/x:/drive/root:/a:/content', '/sites/{}/drive/items/{}/content'],
    ["/users('ada@contoso.com')/messages", '/users/{}/messages'],
    ["/groups(uniqueName='sales')", '/groups(uniqueName={})'],
    ['/servicePrincipals(appId={})', '/servicePrincipals(appId={})'],
    ["/applications(appId='x')/owners/$ref", '/applications/{}/owners/$ref'],
    ['/groups/{}/members/$ref?x=1', '/groups/{}/members/$ref'],
    ['/subscriptions/', '/subscriptions'],
  ] as const) {
    it(`${from} is ${to}`, () => assert.equal(canonicalPath(from), to));
  }

  it('is stable: a canonical path stays as it is', () => {
    const path = fc.array(fc.constantFrom('{}', 'groups', '$ref', 'root:', 'a.b:', "x('1')", "y(k='1')"), {
      minLength: 1,
    });
    fc.assert(
      fc.property(path, (segments) => {
        const once = canonicalPath(`/${segments.join('/')}`);
        assert.equal(canonicalPath(once), once);
      }),
    );
  });
});
