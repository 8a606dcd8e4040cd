/** Faults, portal, seeds and the address for programs in other languages. */
import assert from 'node:assert/strict';
import type { Json } from '../../src/lab/family.js';
import { PortInUse, startLab } from '../../src/lab/index.js';
import { graphErrorOf, withLab } from '../helpers/lab-client.js';

describe('lab: switches', () => {
  const at = withLab();
  const ada = { displayName: 'Ada', emailAddress: 'ada@contoso.example' };
  const STAFF = '/solutions/bookingBusinesses/b/staffMembers';

  describe('faults', () => {
    it('a conflict that clears after n times, with Retry-After in seconds and as a date', async () => {
      const { id } = await at.json('POST', '/groups', { displayName: 'A', mailNickname: 'a' });
      const on = 'PATCH /groups/{}';
      const answer = { rule: 'graph/directory-concurrency' };
      at.lab.fault({ on, answer, retryAfter: { seconds: 2 } });
      at.lab.fault({ on, answer, retryAfter: { date: 3 } });
      at.lab.fault({ on, answer, retryAfter: { date: -60 } });
      at.lab.fault({ on, answer, retryAfter: 'none' });
      at.lab.fault({ on, answer });
      const patch = (): Promise<Response> => at.raw('PATCH', `/groups/${id}`, { displayName: 'B' });
      const first = await patch();
      assert.deepEqual([first.status, first.headers.get('retry-after')], [409, '2']);
      for (const ahead of [3000, -60_000]) {
        const dated = await patch();
        const wait = Date.parse(dated.headers.get('retry-after') ?? '') - Date.parse(dated.headers.get('date') ?? '');
        assert.ok(Math.abs(wait - ahead) <= 1000, `${wait}`);
      }
      assert.equal((await patch()).headers.get('retry-after'), null);
      assert.equal((await patch()).headers.get('retry-after'), '1', 'the catalog says that it is sent');
      assert.equal((await patch()).status, 204);
      const error = at.lab.journal().find((e) => e.status === 409);
      assert.deepEqual(
        [error?.code, error?.retryAfter, error?.faults?.length],
        ['Directory_ConcurrencyViolation', '2', 1],
      );
    });

    it('one that never clears, and one that begins later', async () => {
      at.lab.fault({ on: 'GET /users', times: 'always', after: 1, answer: { status: 409, code: 'X', message: 'no' } });
      const statuses: number[] = [];
      for (let n = 0; n < 5; n++) statuses.push((await at.raw('GET', '/users')).status);
      assert.deepEqual(statuses, [200, 409, 409, 409, 409]);
      at.lab.clearFaults();
      assert.equal((await at.raw('GET', '/users')).status, 200);
    });

    it('a delay, and a barrier that opens by itself', async () => {
      at.lab.fault({ on: 'GET /users', delayMs: 120 });
      at.lab.fault({ on: 'GET /groups', hold: 3, holdMs: 150 });
      await Promise.all([at.raw('GET', '/users'), at.raw('GET', '/groups'), at.raw('GET', '/groups')]);
      for (const entry of at.lab.journal()) assert.ok(entry.durationMs >= 90, JSON.stringify(entry));
    });

    it('another writer: a stale tag; another who creates: the gap after a check', async () => {
      const task = await at.json('POST', '/planner/tasks', { title: 'a' });
      at.lab.fault({ on: 'PATCH /planner/tasks/{}', otherWriter: true });
      const tag = { 'If-Match': String(task['@odata.etag']) };
      assert.equal((await at.raw('PATCH', `/planner/tasks/${task['id']}`, { title: 'b' }, tag)).status, 409);
      const file = await at.json('PUT', '/me/drive/root:/a.txt:/content', 'x', { 'Content-Type': 'text/plain' });
      at.lab.fault({ on: 'PATCH /me/drive/items/{}', otherWriter: true });
      const itemTag = { 'If-Match': String(file['eTag']) };
      assert.equal((await at.raw('PATCH', `/me/drive/items/${file['id']}`, { description: 'b' }, itemTag)).status, 412);

      at.lab.fault({ on: 'POST /me/drive/root/children', otherCreates: true });
      assert.equal((await at.raw('POST', '/me/drive/root/children', { name: 'A', folder: {} })).status, 409);
      at.lab.fault({ on: `POST ${STAFF.replace('/b/', '/{}/')}`, otherCreates: true });
      assert.equal((await at.raw('POST', STAFF, ada)).status, 409);
      assert.equal(((await at.json('GET', STAFF))['value'] as Json[]).length, 1);
    });

    it('an answer that is lost: done, and not told', async () => {
      at.lab.fault({ on: 'POST /external/connections', carriedOut: true, answer: { status: 500 } });
      const connection = { id: 'c', name: 'C' };
      assert.equal((await at.raw('POST', '/external/connections', connection)).status, 500);
      assert.equal((await at.raw('POST', '/external/connections', connection)).status, 409);
    });

    it('twins that were deleted, that no list shows', async () => {
      at.lab.seed({ path: '/groups', body: { displayName: 'S', mailNickname: 'sales' }, deleted: true });
      const refused = await graphErrorOf(at.client.api('/groups').post({ displayName: 'S', mailNickname: 'Sales' }));
      assert.equal(refused.statusCode, 400);
      assert.deepEqual((await at.json('GET', "/groups?$filter=mailNickname eq 'sales'"))['value'], []);
      assert.equal(
        ((await at.json('GET', '/directory/deletedItems/microsoft.graph.group'))['value'] as Json[]).length,
        1,
      );
      at.lab.seed({ path: STAFF, body: { ...ada }, unlisted: true });
      assert.equal((await at.raw('POST', STAFF, ada)).status, 409);
      assert.deepEqual((await at.json('GET', STAFF))['value'], []);
    });

    it('is refused when it is none', () => {
      assert.throws(() => at.lab.fault({ on: 'POST users' }), /path does not start/);
      assert.throws(() => at.lab.fault({ on: 'POST /users', answer: { rule: 'graph/nothing' } }), /no such scenario/);
      assert.throws(
        () => at.lab.fault({ on: 'POST /users', answer: { rule: 'graph/user-exists', status: 418 } }),
        /status 418/,
      );
    });
  });

  describe('the portal', () => {
    beforeEach(() => void at.lab.configure({ mode: 'portal' }));

    it('links who is known and brings back who was removed', async () => {
      const first = await at.json('POST', STAFF, ada);
      const linked = await at.raw('POST', STAFF, { ...ada, emailAddress: 'ADA@contoso.example' });
      assert.deepEqual([linked.status, linked.headers.get('x-guard409-portal')], [200, 'link']);
      assert.equal(((await linked.json()) as Json)['id'], first['id']);
      await at.raw('DELETE', `${STAFF}/${first['id']}`);
      const back = await at.raw('POST', STAFF, ada);
      assert.equal(back.headers.get('x-guard409-portal'), 'restore');
      assert.equal(((await at.json('GET', STAFF))['value'] as Json[]).length, 1);
    });

    it('leaves out members, numbers lists, and is the stricter one for names of groups', async () => {
      const body = { '@odata.id': 'https://graph.microsoft.com/v1.0/directoryObjects/1' };
      await at.raw('POST', '/groups/g/members/$ref', body);
      const again = await at.raw('POST', '/groups/g/members/$ref', body);
      assert.deepEqual([again.status, again.headers.get('x-guard409-portal')], [204, 'skip']);
      await at.raw('POST', '/sites/s/lists', { displayName: 'Tasks' });
      assert.equal((await at.json('POST', '/sites/s/lists', { displayName: 'Tasks' }))['displayName'], 'Tasks 1');
      await at.raw('POST', '/groups', { displayName: 'Same', mailNickname: 'one' });
      const two = { displayName: 'Same', mailNickname: 'two' };
      assert.equal((await at.raw('POST', '/groups', two)).status, 400);
      at.lab.configure({ mode: 'api' });
      assert.equal((await at.raw('POST', '/groups', two)).status, 201);
      at.lab.configure({ mode: 'portal' });
      assert.equal(at.lab.journal().find((e) => e.portal === 'skip')?.rule, 'graph/member-already-added');
    });
  });

  describe('for programs in other languages', () => {
    const admin = async (method: string, path: string, body?: Json): Promise<{ status: number; body: Json }> => {
      const response = await fetch(`${at.lab.graphUrl}/__lab${path}`, {
        method,
        ...(body ? { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } } : {}),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Json) };
    };

    it('the same switches by HTTP', async () => {
      const fault = await admin('POST', '/faults', { on: 'GET /users', answer: { status: 423 } });
      assert.equal(fault.status, 201);
      assert.equal((await at.raw('GET', '/users')).status, 423);
      await admin('DELETE', '/faults');
      assert.deepEqual((await admin('GET', '/faults')).body['faults'], []);
      await admin('POST', '/seed', { path: '/users', body: { userPrincipalName: 'a@b.example' } });
      const { body } = await admin('GET', '/resources');
      assert.equal((body['/users'] as Json[])[0]?.['userPrincipalName'], 'a@b.example');
      assert.equal((await admin('PATCH', '/settings', { pageSize: 1, mode: 'portal' })).body['pageSize'], 1);
      assert.equal(at.lab.settings().mode, 'portal');
      const entries = (await admin('GET', '/journal')).body['entries'] as Json[];
      assert.deepEqual(
        entries.map((e) => e['path']),
        ['/users'],
      );
      await admin('DELETE', '/journal');
      assert.deepEqual((await admin('GET', '/journal')).body['entries'], []);
      await admin('POST', '/reset');
      assert.deepEqual((await admin('GET', '/resources')).body, {});
      assert.ok(((await admin('GET', '/families')).body['collections'] as string[]).includes('/subscriptions'));
      assert.ok(((await admin('GET', '')).body['operations'] as string[]).includes('POST /__lab/faults'));
    });

    it('says what is wrong with a switch', async () => {
      for (const [path, body] of [
        ['/faults', { on: 'nothing' }],
        ['/faults', { on: 'GET /users', wrong: 1 }],
        ['/seed', { path: '/no/such/thing', body: {} }],
        ['/nothing', {}],
      ] as [string, Json][]) {
        const { status, body: said } = await admin('POST', path, body);
        assert.ok(status >= 400);
        assert.ok(String((said['error'] as Json)['message']).length > 10);
      }
    });
  });

  describe('errors and journal', () => {
    it('every error body has code, message and request id, whatever was asked', async () => {
      const asked: [string, string, string?][] = [
        ['POST', '/users', 'no json'],
        ['GET', '/users/nobody'],
        ['PUT', '/users/nobody', '{}'],
        ['PATCH', '/groups/none', '{}'],
        ['DELETE', '/subscriptions/none'],
        ['GET', '/nothing/here'],
        ['POST', '/$batch', '{}'],
        ['GET', '/directory/deletedItems/none'],
        ['POST', '/me/drive/root/children', '{}'],
        ['GET', '/me/drive/items/none'],
        ['PATCH', '/subscriptions', '{}'],
        ['GET', '/users?$filter=broken'],
        ['POST', "/groups('%ZZ')/members/$ref", '{}'],
      ];
      for (const [method, path, body] of asked) {
        const headers = {
          'client-request-id': 'mine',
          'Content-Type': 'application/json',
          Authorization: 'Bearer s3cret',
        };
        const response = await fetch(`${at.lab.graphUrl}/v1.0${path}`, { method, headers, ...(body ? { body } : {}) });
        assert.ok(response.status >= 400, `${method} ${path}: ${response.status}`);
        const { error } = (await response.json()) as { error: Json & { innerError: Json } };
        assert.ok(error['code'] && error['message'], `${method} ${path}`);
        assert.equal(error.innerError['request-id'], response.headers.get('request-id'));
        assert.equal(error.innerError['client-request-id'], 'mine');
      }
      assert.equal((await fetch(`${at.lab.graphUrl}/users`)).status, 400, 'a version is needed');
      assert.ok(!JSON.stringify(at.lab.journal()).includes('s3cret'));
    });

    it('holds templates, never values', async () => {
      const paths: [string, string][] = [
        ['/users/ada@contoso.example', '/users/{}'],
        ["/users('ada@contoso.example')/events", '/users/{}/events'],
        ["/applications(appId='secret')", '/applications(appId={})'],
        ['/me/drive/root:/Salaries/ada.xlsx:/content', '/me/drive/items/{}/content'],
        ['/sites/contoso.example:/teams/hr:/lists', '/sites/{}/lists'],
        ['/teams/19:x@thread.tacv2/channels/19%3Ay%2Fz/members', '/teams/{}/channels/{}/members'],
        ['/groups/g1/members/%24ref', '/groups/{}/members/$ref'],
        ['/what/ada/ever/bob', '/what/{}/ever/{}'],
      ];
      for (const [path] of paths) await fetch(`${at.lab.graphUrl}/beta${path}`);
      assert.deepEqual(
        at.lab.journal().map((e) => e.path),
        paths.map(([, template]) => template),
      );
    });

    it('a taken port is refused by name', async () => {
      const port = Number(new URL(at.lab.graphUrl).port);
      await assert.rejects(
        startLab({ port, cosmosPort: false }),
        (error) => error instanceof PortInUse && error.port === port,
      );
      await assert.rejects(startLab({ cosmosPort: port }), PortInUse);
    });
  });
});
