/** The lab, driven by the real client of Microsoft Graph. */
import assert from 'node:assert/strict';
import { graphErrorOf, withLab } from '../helpers/lab-client.js';

const hook = {
  changeType: 'created,updated',
  notificationUrl: 'https://contoso.example/hook',
  resource: 'me/messages',
  expirationDateTime: '2030-01-01T00:00:00Z',
  clientState: 'secret',
};

describe('lab: Microsoft Graph by its own client', () => {
  const at = withLab();

  it('refuses a second subscription and names the first', async () => {
    const first = await at.client.api('/subscriptions').post(hook);
    const error = await graphErrorOf(at.client.api('/subscriptions').post({ ...hook, changeType: 'updated, created' }));
    assert.equal(error.statusCode, 409);
    assert.equal(error.code, 'ObjectIdentifierInUse');
    assert.ok(error.message.includes(first.id));
    assert.match(error.requestId ?? '', /^[0-9a-f-]{36}$/);
    const listed = await at.client.api('/subscriptions').get();
    assert.deepEqual(
      listed.value.map((s: { clientState: unknown }) => s.clientState),
      [null],
    );
    const renewed = await at.client
      .api(`/subscriptions/${first.id}`)
      .patch({ notificationUrl: 'https://contoso.example/new', expirationDateTime: '2031-01-01T00:00:00Z' });
    assert.equal(renewed.notificationUrl, 'https://contoso.example/new');
  });

  it('has at least two requests in flight in a race, and lets one win', async () => {
    at.lab.fault({ on: 'POST /subscriptions', hold: 8 });
    const calls = await Promise.allSettled(Array.from({ length: 8 }, () => at.client.api('/subscriptions').post(hook)));
    assert.equal(calls.filter((c) => c.status === 'fulfilled').length, 1);
    assert.equal(Math.max(...at.lab.journal().map((e) => e.inFlight)), 8);
    assert.equal(
      at.lab.journal().filter((e) => e.status === 409 && e.rule === 'graph/subscription-duplicate').length,
      7,
    );
  });

  it('says 400 with details for a user, and finds the deleted one only among deleted items', async () => {
    const ada = { userPrincipalName: 'Ada@contoso.example', displayName: 'Ada' };
    const made = await at.client.api('/users').post(ada);
    await at.client.api(`/users/${made.id}`).delete();
    const error = await graphErrorOf(
      at.client.api('/users').post({ ...ada, userPrincipalName: 'ada@contoso.example' }),
    );
    assert.equal(error.statusCode, 400);
    const body = JSON.parse(error.body);
    assert.equal(body.details?.[0].code ?? body.error?.details[0].code, 'ObjectConflict');
    assert.equal((await graphErrorOf(at.client.api('/users/ada@contoso.example').get())).statusCode, 404);
    const deleted = await at.client.api('/directory/deletedItems/microsoft.graph.user').get();
    assert.equal(deleted.value[0].id, made.id);
    await at.client.api(`/directory/deletedItems/${made.id}/restore`).post({});
    assert.equal((await at.client.api('/users/ada@contoso.example').get()).id, made.id);
  });
});
