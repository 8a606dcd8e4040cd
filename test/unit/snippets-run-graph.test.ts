/** The snippets for Microsoft Graph do what their descriptions say, against a client whose answers are given. */
import assert from 'node:assert/strict';
import { failure, run } from '../helpers/run-snippet.js';

/** Answers in turn, by verb and path; an error is thrown. */
type Answers = Record<string, unknown[]>;

/** A client that gives the answers, and the calls it was asked for. */
function graph(answers: Answers) {
  const calls: { what: string; body?: unknown }[] = [];
  const answer = async (what: string, body?: unknown) => {
    calls.push(body === undefined ? { what } : { what, body });
    const rest = answers[what];
    assert.ok(rest && rest.length > 0, `not expected: ${what}`);
    const next = rest.shift();
    if (next instanceof Error) throw next;
    return next;
  };
  const request = (path: string) => ({
    filter: (text: string) => request(`${path}?${text}`),
    get: () => answer(`GET ${path}`),
    post: (body: unknown) => answer(`POST ${path}`, body),
    patch: (body: unknown) => answer(`PATCH ${path}`, body),
  });
  return { client: { api: request }, calls, asked: () => calls.map((call) => call.what) };
}

const conflict = (): Error => failure('statusCode', 409);

describe('409-graph-subscription', () => {
  const wanted = {
    resource: 'me/messages',
    changeType: 'created,updated',
    notificationUrl: 'https://a.test/hook',
    expirationDateTime: '2030-01-01T00:00:00Z',
  };
  const twin = { ...wanted, id: 's1', changeType: 'updated,created', expirationDateTime: '2029-01-01T00:00:00Z' };
  const CREATE = 'POST /subscriptions';
  const LIST = 'GET /subscriptions';
  const PATCH = 'PATCH /subscriptions/s1';
  const renewed = { ...twin, expirationDateTime: wanted.expirationDateTime };
  const start = (client: object) => run('409-graph-subscription', { client, wanted }, 'subscription');

  it('answers what was created', async () => {
    const { client, asked } = graph({ [CREATE]: [twin] });
    assert.deepEqual((await start(client)).value, twin);
    assert.deepEqual(asked(), [CREATE]);
  });

  it('renews the twin it finds on a later page, whatever the order of its change types', async () => {
    const next = 'https://graph.test/page2';
    const other = { ...twin, id: 's0', resource: 'me/events' };
    const pages = { [LIST]: [{ value: [other], '@odata.nextLink': next }], [`GET ${next}`]: [{ value: [twin] }] };
    const { client, calls, asked } = graph({ [CREATE]: [conflict()], ...pages, [PATCH]: [renewed] });
    assert.deepEqual((await start(client)).value, renewed);
    assert.deepEqual(asked(), [CREATE, LIST, `GET ${next}`, PATCH]);
    assert.deepEqual(calls.at(-1)?.body, { expirationDateTime: wanted.expirationDateTime });
  });

  it('leaves a twin alone whose notifications go elsewhere, and one that is not there', async () => {
    for (const value of [[{ ...twin, notificationUrl: 'https://b.test/hook' }], []]) {
      const first = conflict();
      const { client, asked } = graph({ [CREATE]: [first], [LIST]: [{ value }] });
      await assert.rejects(start(client), (error) => error === first);
      assert.deepEqual(asked(), [CREATE, LIST]);
    }
  });

  it('creates once more when the twin ended in between, and no oftener', async () => {
    const gone = () => failure('statusCode', 404);
    const first = graph({ [CREATE]: [conflict(), twin], [LIST]: [{ value: [twin] }], [PATCH]: [gone()] });
    assert.deepEqual((await start(first.client)).value, twin);
    const second = graph({ [CREATE]: [conflict(), conflict()], [LIST]: [{ value: [twin] }], [PATCH]: [gone()] });
    await assert.rejects(start(second.client), { statusCode: 409 });
    assert.deepEqual(second.asked(), [CREATE, LIST, PATCH, CREATE]);
  });

  it('throws other failures on at once, of the create and of the renewal', async () => {
    const refused = failure('statusCode', 400);
    await assert.rejects(start(graph({ [CREATE]: [refused] }).client), (error) => error === refused);
    const answers = { [CREATE]: [conflict()], [LIST]: [{ value: [twin] }], [PATCH]: [refused] };
    await assert.rejects(start(graph(answers).client), (error) => error === refused);
  });
});

const DIRECTORY = [
  {
    prefix: '409-graph-user',
    name: 'user',
    wanted: { userPrincipalName: 'ada@a.test' },
    create: 'POST /users',
    read: 'GET /users/ada%40a.test',
    found: { id: 'u1' },
    stored: { id: 'u1' },
    missing: failure('statusCode', 404),
  },
  {
    prefix: '409-graph-group',
    name: 'group',
    wanted: { mailNickname: "o'hare" },
    create: 'POST /groups',
    read: "GET /groups?mailNickname eq 'o''hare'",
    found: { value: [{ id: 'g1' }] },
    stored: { id: 'g1' },
    missing: { value: [] },
  },
];
const TAKEN = JSON.stringify({ code: 'Request_BadRequest', details: [{ code: 'ObjectConflict' }] });

for (const { prefix, name, wanted, create, read, found, stored, missing } of DIRECTORY)
  describe(prefix, () => {
    const start = (client: object) => run(prefix, { client, [name]: wanted }, 'stored');
    const taken = () => failure('statusCode', 400, { body: TAKEN });

    it('answers what was created', async () => {
      const { client, asked } = graph({ [create]: [stored] });
      assert.deepEqual([(await start(client)).value, asked()], [stored, [create]]);
    });

    it('answers what holds the name', async () => {
      const { client, asked } = graph({ [create]: [taken()], [read]: [found] });
      assert.deepEqual([(await start(client)).value, asked()], [stored, [create, read]]);
    });

    it('throws the first error when something else holds it', async () => {
      const first = taken();
      const { client, asked } = graph({ [create]: [first], [read]: [missing] });
      await assert.rejects(start(client), (error) => error === first);
      assert.deepEqual(asked(), [create, read]);
    });

    it('does not take a bare 400 for it, nor the words under another status', async () => {
      const others = [failure('statusCode', 400), failure('statusCode', 400, { body: '{}' })];
      for (const error of [...others, failure('statusCode', 403, { body: TAKEN }), new Error(TAKEN)]) {
        const { client, asked } = graph({ [create]: [error] });
        await assert.rejects(start(client), (thrown) => thrown === error);
        assert.deepEqual(asked(), [create]);
      }
    });
  });

describe('409-graph-member', () => {
  const ADD = 'POST /groups/g1/members/$ref';
  const start = (answer: unknown) => {
    const { client, calls } = graph({ [ADD]: [answer] });
    return run('409-graph-member', { client, groupId: 'g1', memberId: 'u1' }).then(() => calls);
  };
  const message = "One or more added object references already exist for the following modified properties: 'members'.";

  it('goes on when the member was added or is there', async () => {
    for (const answer of [undefined, failure('statusCode', 400, { message })]) {
      const [call] = await start(answer);
      assert.deepEqual(call?.body, { '@odata.id': 'https://graph.microsoft.com/v1.0/directoryObjects/u1' });
    }
  });

  it('throws a bare 400 and everything else on', async () => {
    for (const error of [failure('statusCode', 400), failure('statusCode', 404, { message })])
      await assert.rejects(start(error), (thrown) => thrown === error);
  });
});

describe('409-graph-event-key', () => {
  it('sends the key of the request with the draft', async () => {
    const { client, calls } = graph({ 'POST /me/events': [{ id: 'e1' }] });
    const names = { client, draft: { subject: 'a' }, requestId: 'r1' };
    assert.deepEqual((await run('409-graph-event-key', names, 'created')).value, { id: 'e1' });
    assert.deepEqual(calls[0]?.body, { subject: 'a', transactionId: 'r1' });
  });
});

describe('409-graph-batch', () => {
  const start = (...statuses: number[]) => {
    const responses = statuses.map((status, at) => ({ id: String(at + 1), status }));
    const { client } = graph({ 'POST /$batch': [{ responses }] });
    return run('409-graph-batch', { client, wanted: {} }, 'existing');
  };

  it('collects the steps whose resource exists', async () => {
    assert.deepEqual((await start(201, 409, 204, 409)).value, ['2', '4']);
  });

  it('throws when a step failed otherwise, and names it', async () => {
    await assert.rejects(start(201, 424, 409, 500), /2: 424, 4: 500/);
  });
});

describe('409-retry', () => {
  const UPDATE = 'PATCH /me/events/e1';
  const error = (code: string, headers?: Record<string, string>) =>
    failure('statusCode', 409, { code, headers: headers && new Headers(headers) });
  const busy = (headers?: Record<string, string>) => error('ConcurrentItemSave', headers);
  const start = async (answers: unknown[], signal = new AbortController().signal) => {
    const { client, asked } = graph({ [UPDATE]: answers });
    const { waits } = await run('409-retry', { client, eventId: 'e1', change: {}, signal });
    return { waits, count: asked().length };
  };

  it('waits with a floor until the conflict clears', async () => {
    const { waits, count } = await start([busy(), busy({}), {}]);
    assert.equal(count, 3);
    for (const ms of waits) assert.ok(ms >= 100 && ms <= 8000, String(ms));
  });

  it('waits no less than Retry-After, in seconds or as a date against that of the answer', async () => {
    const date = { 'Retry-After': 'Wed, 21 Oct 2015 07:28:12 GMT', Date: 'Wed, 21 Oct 2015 07:28:00 GMT' };
    const { waits } = await start([busy({ 'Retry-After': '11' }), busy(date), {}]);
    assert.deepEqual(waits, [11_000, 12_000]);
  });

  it('stops when that is longer than the time it has', async () => {
    await assert.rejects(start([busy({ 'Retry-After': '31' })]), { statusCode: 409 });
  });

  it('gives up after five attempts', async () => {
    await assert.rejects(start([1, 2, 3, 4, 5].map(() => busy())), { code: 'ConcurrentItemSave' });
  });

  it('does not repeat a duplicate, nor anything else', async () => {
    for (const code of ['nameAlreadyExists', '']) await assert.rejects(start([error(code)]), { code });
    await assert.rejects(start([new Error('no')]), /no/);
  });

  it('can be cancelled', async () => {
    await assert.rejects(start([busy()], AbortSignal.abort(new Error('stopped'))), /stopped/);
  });
});

describe('the snippets that log', () => {
  const secret = { message: 'ada@a.test', body: 'ada@a.test', path: '/users/ada@a.test', headers: { a: 'token' } };
  const ERRORS: [error: Error, code: unknown, requestId: string][] = [
    [failure('statusCode', 409, { ...secret, code: 'nameAlreadyExists', requestId: 'r1' }), 'nameAlreadyExists', 'r1'],
    [failure('code', 409, { ...secret, activityId: 'a1' }), 409, 'a1'],
  ];

  /** What was logged, whichever comes first. */
  async function logged(prefix: string, error: Error) {
    const lines: unknown[][] = [];
    const warn = (...parts: unknown[]) => lines.push(parts);
    await run(prefix, { error, console: { warn }, logger: { warn } });
    return lines;
  }

  for (const prefix of ['409-log', '409-log-pino']) {
    it(`${prefix} writes what tells the conflict apart, and nothing personal`, async () => {
      for (const [error, code, requestId] of ERRORS) {
        const fields = { operation: 'POST /subscriptions', scenario: 'graph/subscription-duplicate', status: 409 };
        const parts = ['409 conflict', { ...fields, code, requestId }];
        assert.deepEqual(await logged(prefix, error), [prefix === '409-log' ? parts : parts.reverse()]);
      }
    });

    it(`${prefix} is silent about other errors`, async () => {
      assert.deepEqual(await logged(prefix, failure('statusCode', 500, secret)), []);
    });
  }
});
