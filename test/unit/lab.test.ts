/** The lab, driven by the real client of Microsoft Graph. */
import assert from 'node:assert/strict';
import { Client, GraphError } from '@microsoft/microsoft-graph-client';
import { type Lab, startLab } from '../../src/lab/index.js';

const hook = {
  changeType: 'created,updated',
  notificationUrl: 'https://contoso.example/hook',
  resource: 'me/messages',
  expirationDateTime: '2030-01-01T00:00:00Z',
  clientState: 'secret',
};

describe('lab: Microsoft Graph by its own client', () => {
  let lab: Lab;
  let client: Client;

  before(async () => {
    lab = await startLab({ cosmosPort: false });
    client = Client.init({ baseUrl: `${lab.graphUrl}/`, authProvider: (done) => done(null, 'no-token') });
  });
  beforeEach(() => {
    lab.reset();
    lab.configure({ mode: 'api', pageSize: 100, otherwise: {} });
  });
  after(() => lab.close());

  const refusal = async (call: Promise<unknown>): Promise<GraphError> => {
    try {
      await call;
    } catch (error) {
      assert.ok(error instanceof GraphError);
      return error;
    }
    return assert.fail('it was not refused');
  };

  it('refuses a second subscription and names the first', async () => {
    const first = await client.api('/subscriptions').post(hook);
    const error = await refusal(client.api('/subscriptions').post({ ...hook, changeType: 'updated, created' }));
    assert.equal(error.statusCode, 409);
    assert.equal(error.code, 'ObjectIdentifierInUse');
    assert.ok(error.message.includes(first.id));
    assert.match(error.requestId ?? '', /^[0-9a-f-]{36}$/);
    const listed = await client.api('/subscriptions').get();
    assert.deepEqual(
      listed.value.map((s: { clientState: unknown }) => s.clientState),
      [null],
    );
    const renewed = await client
      .api(`/subscriptions/${first.id}`)
      .patch({ notificationUrl: 'https://contoso.example/new', expirationDateTime: '2031-01-01T00:00:00Z' });
    assert.equal(renewed.notificationUrl, 'https://contoso.example/new');
  });

  it('has at least two requests in flight in a race, and lets one win', async () => {
    lab.fault({ on: 'POST /subscriptions', hold: 8 });
    const calls = await Promise.allSettled(Array.from({ length: 8 }, () => client.api('/subscriptions').post(hook)));
    assert.equal(calls.filter((c) => c.status === 'fulfilled').length, 1);
    assert.equal(Math.max(...lab.journal().map((e) => e.inFlight)), 8);
    assert.equal(lab.journal().filter((e) => e.status === 409 && e.rule === 'graph/subscription-duplicate').length, 7);
  });

  it('says 400 with details for a user, and finds the deleted one only among deleted items', async () => {
    const ada = { userPrincipalName: 'Ada@contoso.example', displayName: 'Ada' };
    const made = await client.api('/users').post(ada);
    await client.api(`/users/${made.id}`).delete();
    const error = await refusal(client.api('/users').post({ ...ada, userPrincipalName: 'ada@contoso.example' }));
    assert.equal(error.statusCode, 400);
    const body = JSON.parse(error.body);
    assert.equal(body.details?.[0].code ?? body.error?.details[0].code, 'ObjectConflict');
    assert.equal((await refusal(client.api('/users/ada@contoso.example').get())).statusCode, 404);
    const deleted = await client.api('/directory/deletedItems/microsoft.graph.user').get();
    assert.equal(deleted.value[0].id, made.id);
    await client.api(`/directory/deletedItems/${made.id}/restore`).post({});
    assert.equal((await client.api('/users/ada@contoso.example').get()).id, made.id);
  });
});
