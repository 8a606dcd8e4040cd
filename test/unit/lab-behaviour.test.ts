/** What the lab does beside refusing duplicates: tags, states, lists, batches, the other behaviours. */
import assert from 'node:assert/strict';
import { PageIterator } from '@microsoft/microsoft-graph-client';
import type { Json } from '../../src/lab/family.js';
import { graphErrorOf, withLab } from '../helpers/lab-client.js';

describe('lab: beside duplicates', () => {
  const at = withLab();

  describe('tags', () => {
    it('Planner merges what does not overlap, refuses what does with 409, and a missing or unknown tag with 412', async () => {
      const task = await at.json('POST', '/planner/tasks', { title: 'a', percentComplete: 0 });
      const path = `/planner/tasks/${task['id']}`;
      const ifMatch = { 'If-Match': String(task['@odata.etag']) };
      assert.equal((await at.raw('PATCH', path, { title: 'b' }, ifMatch)).status, 204);
      assert.equal((await at.raw('PATCH', path, { percentComplete: 50 }, ifMatch)).status, 204, 'another field');
      const overlapping = await at.raw('PATCH', path, { title: 'c' }, ifMatch);
      assert.equal(overlapping.status, 409);
      assert.equal(overlapping.headers.get('x-guard409-record'), 'graph-planner-stale-conflict-409');
      assert.equal((await at.raw('PATCH', path, { title: 'c' })).status, 412);
      assert.equal((await at.raw('PATCH', path, { title: 'c' }, { 'If-Match': 'W/"unknown"' })).status, 412);
      assert.equal((await at.raw('DELETE', path, undefined, ifMatch)).status, 409);
      const fresh = await at.json('GET', path);
      assert.deepEqual([fresh['title'], fresh['percentComplete']], ['b', 50]);
      const now = { 'If-Match': String(fresh['@odata.etag']) };
      const shown = await at.json('PATCH', path, { title: 'c' }, { ...now, Prefer: 'return=representation' });
      assert.equal(shown['title'], 'c');
      const details = await at.json('GET', `${path}/details`);
      assert.equal((await at.raw('PATCH', `${path}/details`, { description: 'x' })).status, 412);
      const detailsTag = { 'If-Match': String(details['@odata.etag']) };
      assert.equal((await at.raw('PATCH', `${path}/details`, { description: 'x' }, detailsTag)).status, 204);
    });

    it('Outlook refuses another change key, in the header or in the body, with 412 or, switched, with 409', async () => {
      const event = await at.json('POST', '/me/events', { subject: 'a' });
      const path = `/me/calendar/events/${event['id']}`;
      assert.equal((await at.raw('PATCH', path, { subject: 'b' })).status, 200, 'without a tag the last one wins');
      const stale = { 'If-Match': String(event['@odata.etag']) };
      const refused = await at.raw('PATCH', path, { subject: 'c' }, stale);
      assert.deepEqual(
        [refused.status, refused.headers.get('x-guard409-rule')],
        [412, 'graph/outlook-stale-change-key'],
      );
      assert.equal((await at.raw('PATCH', path, { subject: 'c', changeKey: event['changeKey'] })).status, 412);
      at.lab.configure({ otherwise: { 'graph/outlook-stale-change-key': 409 } });
      const switched = await at.raw('DELETE', path, undefined, stale);
      assert.equal(switched.status, 409);
      assert.equal(((await switched.json()) as { error: Json }).error['code'], 'ErrorIrresolvableConflict');
    });

    it('list items and permissions of drives refuse another tag with 412', async () => {
      for (const path of ['/sites/s/lists/l/items', '/me/drive/items/i/permissions']) {
        const made = await at.json('POST', path, { roles: ['read'] });
        const tag = { 'If-Match': String(made['@odata.etag']) };
        assert.equal((await at.raw('PATCH', `${path}/${made['id']}`, { roles: ['write'] }, tag)).status, 200);
        const refused = await at.raw('PATCH', `${path}/${made['id']}`, { roles: ['owner'] }, tag);
        assert.deepEqual([refused.status, refused.headers.get('x-guard409-rule')], [412, 'graph/drive-stale-etag']);
      }
    });
  });

  describe('states', () => {
    it('a group takes one team', async () => {
      const group = await at.json('POST', '/groups', { displayName: 'A', mailNickname: 'a' });
      assert.equal((await at.raw('PUT', `/groups/${group['id']}/team`, {})).status, 201);
      const again = await at.raw('PUT', `/groups/${group['id']}/team`, {});
      assert.deepEqual([again.status, again.headers.get('x-guard409-rule')], [409, 'graph/team-exists']);
      assert.equal((await at.json('GET', `/teams/${group['id']}`))['id'], group['id']);
      const bound = await at.raw('POST', '/teams', {
        'group@odata.bind': `https://graph.microsoft.com/v1.0/groups('${group['id']}')`,
      });
      assert.equal(bound.status, 409);
    });

    it('a decided stage, a connector in use, a reviewer that is taken away, a running operation', async () => {
      const stages = '/identityGovernance/entitlementManagement/accessPackageAssignmentApprovals/a/stages';
      const stage = await at.json('POST', stages, { reviewResult: 'NotReviewed' });
      assert.equal((await at.raw('PATCH', `${stages}/${stage['id']}`, { reviewResult: 'Approve' })).status, 204);
      assert.equal((await at.raw('PATCH', `${stages}/${stage['id']}`, { reviewResult: 'Deny' })).status, 409);

      const connector = await at.json('POST', '/print/connectors', { displayName: 'c' });
      const printer = await at.json('POST', '/print/printers', { connectors: [{ id: connector['id'] }] });
      assert.equal((await at.raw('DELETE', `/print/connectors/${connector['id']}`)).status, 409);
      assert.equal((await at.raw('DELETE', `/print/printers/${printer['id']}`)).status, 204);
      assert.equal((await at.raw('DELETE', `/print/connectors/${connector['id']}`)).status, 204);

      const instances = '/identityGovernance/accessReviews/definitions/d/instances';
      const review = await at.json('POST', instances, { fallbackReviewers: [{ query: 'a' }] });
      const fewer = await at.raw('PATCH', `${instances}/${review['id']}`, { fallbackReviewers: [] });
      assert.equal(fewer.status, 409);
      const more = { fallbackReviewers: [{ query: 'a' }, { query: 'b' }] };
      assert.equal((await at.raw('PATCH', `${instances}/${review['id']}`, more)).status, 204);

      at.lab.configure({ busyMs: 60_000 });
      const sync = '/deviceManagement/windowsAutopilotSettings/sync';
      assert.equal((await at.raw('POST', sync)).status, 204);
      assert.equal((await at.raw('POST', sync)).status, 409);
      at.lab.configure({ busyMs: 0 });
      assert.equal((await at.raw('POST', '/teamwork/devices/d/restart')).status, 202);
      assert.equal((await at.raw('POST', '/teamwork/devices/d/restart')).status, 202, 'it has ended');
      const policies = '/solutions/backupRestore/exchangeProtectionPolicies';
      assert.equal((await at.raw('POST', policies, { displayName: 'a' })).status, 201);
      assert.equal((await at.raw('POST', policies, { displayName: 'b' })).status, 409);
    });

    it('what can be repeated: transactionId, one chat for two, items that are put; and what leaves a second secret', async () => {
      const event = { subject: 'a', transactionId: 't-1' };
      const [first, second] = [await at.json('POST', '/me/events', event), await at.json('POST', '/me/events', event)];
      assert.equal(first['id'], second['id']);
      const { transactionId: _key, ...plain } = event;
      assert.notEqual(
        (await at.json('POST', '/me/events', plain))['id'],
        (await at.json('POST', '/me/events', plain))['id'],
      );
      const app = await at.json('POST', '/applications', { displayName: 'a' });
      for (let n = 0; n < 2; n++)
        await at.raw('POST', `/applications/${app['id']}/addPassword`, { passwordCredential: { displayName: 'ci' } });
      const read = await at.json('GET', `/applications(appId='${app['appId']}')`);
      assert.equal((read['passwordCredentials'] as Json[]).length, 2);
    });

    it('a subscription is gone when its time has passed: 404 on renewal, and a create that is accepted', async () => {
      const hook = { changeType: 'created', notificationUrl: 'https://x.example', resource: 'r' };
      const expirationDateTime = new Date(Date.now() + 80).toISOString();
      const { id } = await at.json('POST', '/subscriptions', { ...hook, expirationDateTime });
      assert.equal((await at.raw('POST', '/subscriptions', { ...hook, expirationDateTime })).status, 409);
      await new Promise((resolve) => setTimeout(resolve, 100));
      assert.equal((await at.raw('PATCH', `/subscriptions/${id}`, { expirationDateTime: '2100-01-01' })).status, 404);
      assert.equal((await at.raw('POST', '/subscriptions', { ...hook, expirationDateTime: '2100-01-01' })).status, 201);
    });

    it('members in a new group, one chat for two, a team that is accepted and made', async () => {
      const bind = { 'members@odata.bind': ['https://graph.microsoft.com/v1.0/users/1'] };
      const group = await at.json('POST', '/groups', { displayName: 'A', mailNickname: 'a', ...bind });
      assert.equal(group['members@odata.bind'], undefined);
      assert.equal(((await at.json('GET', `/groups/${group['id']}/members`))['value'] as Json[]).length, 1);
      const chat = { chatType: 'oneOnOne', members: [{ id: 1 }, { id: 2 }] };
      assert.equal((await at.json('POST', '/chats', chat))['id'], (await at.json('POST', '/chats', chat))['id']);
      const accepted = await at.raw('POST', '/teams', { displayName: 'T' });
      assert.equal(accepted.status, 202);
      assert.equal((await at.json('GET', accepted.headers.get('location') ?? ''))['status'], 'succeeded');
    });

    it('create-if-missing makes and changes by a key, and makes a second where the first has no uniqueName', async () => {
      const prefer = { Prefer: 'create-if-missing' };
      const body = { displayName: 'A', mailNickname: 'a' };
      assert.equal((await at.raw('PATCH', "/groups(uniqueName='a')", body)).status, 404);
      assert.equal((await at.raw('PATCH', "/groups(uniqueName='a')", body, prefer)).status, 201);
      assert.equal((await at.raw('PATCH', "/groups(uniqueName='a')", { displayName: 'B' }, prefer)).status, 204);
      await at.raw('POST', '/groups', { displayName: 'C', mailNickname: 'c' });
      const second = await at.raw('PATCH', "/groups(uniqueName='c')", { displayName: 'C', mailNickname: 'c2' }, prefer);
      assert.equal(second.status, 201);
    });
  });

  describe('lists', () => {
    it('come in pages that the real iterator follows', async () => {
      at.lab.configure({ pageSize: 2 });
      for (let n = 0; n < 5; n++) await at.raw('POST', '/users', { userPrincipalName: `u${n}@contoso.example` });
      const seen: string[] = [];
      const first = await at.client.api('/users').get();
      assert.equal(first.value.length, 2);
      const iterator = new PageIterator(at.client, first, (user: Json) => {
        seen.push(String(user['userPrincipalName']));
        return true;
      });
      await iterator.iterate();
      assert.equal(seen.length, 5);
      assert.equal(at.lab.journal().filter((e) => e.method === 'GET').length, 3);
    });

    it('are filtered on simple fields, with quotes doubled; subscriptions are not', async () => {
      await at.raw('POST', '/groups', {
        displayName: "O'Neil",
        mailNickname: 'oneil',
        proxyAddresses: ['smtp:a@b.example'],
      });
      await at.raw('POST', '/groups', { displayName: 'Other', mailNickname: 'other', securityEnabled: true });
      await at.raw('POST', '/chats/c/installedApps', {
        'teamsApp@odata.bind': 'https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/app1',
      });
      const names = async (path: string): Promise<unknown[]> =>
        ((await at.json('GET', path))['value'] as Json[]).map(
          (g) => g['mailNickname'] ?? (g['teamsApp'] as Json)['id'],
        );
      const where = (filter: string): string => `/groups?$filter=${encodeURIComponent(filter)}`;
      assert.deepEqual(await names(where("displayName eq 'O''Neil'")), ['oneil']);
      assert.deepEqual(await names(where("securityEnabled eq true and startswith(mailNickname,'OTH')")), ['other']);
      assert.deepEqual(await names(where("proxyAddresses/any(p:p eq 'smtp:A@b.example')")), ['oneil']);
      assert.deepEqual(await names(where("mailNickname ne 'other'")), ['oneil']);
      assert.deepEqual(
        await names(`/chats/c/installedApps?$expand=teamsApp&$filter=${encodeURIComponent("teamsApp/id eq 'app1'")}`),
        ['app1'],
      );
      assert.equal((await at.raw('GET', where("displayName eq 'O'Neil'"))).status, 400);
      assert.equal((await at.raw('GET', "/subscriptions?$filter=resource eq 'x'")).status, 400);
    });
  });

  describe('batches', () => {
    it('answer 200, each step by itself, and 424 after a failure', async () => {
      const user = { userPrincipalName: 'a@contoso.example' };
      const headers = { 'Content-Type': 'application/json' };
      const { responses } = (await at.client.api('/$batch').post({
        requests: [
          { id: '1', method: 'POST', url: '/users', body: user, headers },
          { id: '2', method: 'POST', url: '/users', body: user, headers, dependsOn: ['1'] },
          { id: '3', method: 'GET', url: "/users?$filter=userPrincipalName eq 'a@contoso.example'", dependsOn: ['2'] },
          { id: '4', method: 'GET', url: '/users' },
        ],
      })) as { responses: { id: string; status: number; body: Json; headers: Json }[] };
      const statuses = Object.fromEntries(responses.map((r) => [r.id, r.status]));
      assert.deepEqual(statuses, { '1': 201, '2': 400, '3': 424, '4': 200 });
      assert.equal(responses.find((r) => r.id === '2')?.headers['x-guard409-rule'], 'graph/user-exists');
      assert.equal(at.lab.journal().filter((e) => e.batch === 1).length, 3);
    });
  });

  describe('the other behaviours', () => {
    it('no deduplication, another status, names that deleted ones let go', async () => {
      at.lab.configure({
        otherwise: {
          'graph/subscription-duplicate': 'accepts',
          'graph/list-exists': 400,
          'graph/user-exists': 'deleted-free',
        },
      } as Json);
      const hook = {
        changeType: 'created',
        notificationUrl: 'https://x.example',
        resource: 'r',
        expirationDateTime: '2030-01-01',
      };
      for (let n = 0; n < 2; n++) assert.equal((await at.raw('POST', '/subscriptions', hook)).status, 201);
      const user = { userPrincipalName: 'a@contoso.example' };
      const { id } = await at.json('POST', '/users', user);
      await at.raw('DELETE', `/users/${id}`);
      assert.equal((await at.raw('POST', '/users', user)).status, 201);
      const restored = await at.raw('POST', `/directory/deletedItems/${id}/restore`);
      assert.deepEqual([restored.status, restored.headers.get('x-guard409-rule')], [400, 'graph/restore-name-taken']);
      await at.raw('POST', '/sites/s/lists', { displayName: 'L' });
      const list = await graphErrorOf(at.client.api('/sites/s/lists').post({ displayName: 'l' }));
      assert.deepEqual([list.statusCode, list.code], [400, 'nameAlreadyExists']);
    });

    it('documented behaviour cannot be switched', () => {
      assert.throws(() => at.lab.configure({ otherwise: { 'graph/print-connector-in-use': 'accepts' } }), /documented/);
      assert.throws(() => at.lab.configure({ otherwise: { 'graph/user-exists': 418 } }), /no answer with status 418/);
      assert.throws(() => at.lab.configure({ otherwise: { 'graph/nothing': 'accepts' } }), /no such scenario/);
    });
  });
});
