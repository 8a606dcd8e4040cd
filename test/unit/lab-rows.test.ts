/** The rows of the lab against the catalog, and each row by requests: it says nothing the catalog does not know. */
import assert from 'node:assert/strict';
import { Client, ResponseType } from '@microsoft/microsoft-graph-client';
import { coverage } from '../../src/catalog/coverage.js';
import { scenarioById, scenarios } from '../../src/catalog/index.js';
import { operationsOf } from '../../src/catalog/operation.js';
import { catalogAnswer } from '../../src/lab/answers.js';
import { contentEtag, driveConflicts } from '../../src/lab/drive/conflicts.js';
import { allFamilies } from '../../src/lab/families/index.js';
import type { Conflict, Family, Json, Unique } from '../../src/lab/family.js';
import { type Lab, startLab } from '../../src/lab/index.js';
import { setAt } from '../../src/lab/store.js';

/** Every conflict in a row, wherever it stands. */
function conflictsIn(value: unknown): Conflict[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(conflictsIn);
  return 'rule' in value && 'status' in value ? [value as Conflict, ...inner] : inner;
}

const conflicts = conflictsIn([allFamilies, driveConflicts, contentEtag]);
const marked = scenarios.filter((s) => s.service !== 'cosmos' && s.operations.some((o) => o.marks));

/** Scenarios that depend on what the lab does not have, such as replication between regions: they come by a fault. */
const BY_FAULT = [
  'graph/activity-notification-ambiguous',
  'graph/application-not-replicated',
  'graph/assignment-policy-race',
  'graph/synchronization-not-settled',
];

/** A conflict of a batch is that of its step. */
const BY_STEPS = ['graph/batch-hidden-conflict'];

describe('rows of the lab', () => {
  it('name scenarios and records that exist, each record in its scenario', () => {
    assert.ok(conflicts.length > 60);
    for (const { rule, record } of conflicts) {
      const scenario = scenarioById(rule);
      assert.ok(scenario, rule);
      if (record === undefined) assert.deepEqual(scenario.records, [], `${rule} has records, and the row names none`);
      else {
        assert.ok(record in coverage, record);
        assert.ok(scenario.records.includes(record), `${record} is none of ${rule}`);
      }
    }
  });

  it("answer as one of the catalog's answers for the scenario", () => {
    const unknown = conflicts
      .filter((c) => !catalogAnswer(c))
      .map((c) => `${c.rule} ${c.status} ${c.code} ${c.message}`);
    assert.deepEqual(unknown, []);
  });

  it('cover every marked scenario of Graph and Bookings, but for those that come by a fault', () => {
    const covered = new Set(conflicts.map((c) => c.rule));
    const left = marked.map((s) => s.id).filter((id) => !covered.has(id));
    assert.deepEqual(left.sort(), [...BY_FAULT, ...BY_STEPS].sort());
  });
});

const CLASHES = 2;

/** A body that breaks this rule when it is sent twice; what the rule does not name differs between the two. */
function bodyFor(family: Family, unique: Unique, n: number): Json {
  const body: Json = {};
  for (const name of family.requires ?? []) setAt(body, name, `${name}-${n}`);
  unique.fields.forEach((field, i) => {
    const value = `value-of-${field}`;
    if (i > 0 || unique.match !== 'overlap')
      setAt(body, field, unique.match === 'any' || field === 'staffMemberIds' ? [value, `own-${n}`] : value);
  });
  if (unique.match === 'overlap') {
    const hour = (h: number): Json => ({ dateTime: `2030-01-01T${h}:30:00Z`, timeZone: 'UTC' });
    const [start = ''] = unique.fields;
    Object.assign(body, { [start]: hour(10 + n), [start.replace('start', 'end')]: hour(12 + n) });
  }
  return body;
}

const pathOf = (template: string): string => {
  let n = 0;
  return template.replace(/\{\}/g, () => `parent${n++}`);
};

describe('each row of the lab, by requests', () => {
  let lab: Lab;
  let client: Client;

  before(async () => {
    lab = await startLab({ cosmosPort: false });
    client = Client.init({ baseUrl: `${lab.graphUrl}/`, authProvider: (done) => done(null, 'no-token') });
  });
  beforeEach(() => {
    lab.reset();
    lab.configure({ mode: 'api', otherwise: {} });
  });
  after(() => lab.close());

  const raw = (version: string, path: string) => client.api(path).version(version).responseType(ResponseType.RAW);
  const post = (version: string, path: string, body: Json): Promise<Response> => raw(version, path).post(body);

  /** What has to be true of the answer to every conflict. */
  async function assertRefused(response: Response, conflict: Conflict): Promise<void> {
    assert.equal(response.status, conflict.status);
    assert.equal(response.headers.get('x-guard409-rule'), conflict.rule);
    assert.equal(response.headers.get('x-guard409-record'), conflict.record ?? null);
    const { error } = (await response.json()) as { error: Json & { innerError: Json } };
    assert.ok(error['code'], 'a code');
    assert.equal(typeof error['message'], 'string');
    assert.equal(error.innerError['request-id'], response.headers.get('request-id'));
    assert.match(String(error.innerError['date']), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
    const codes = [
      error['code'],
      error.innerError['code'],
      ...((error['details'] as Json[]) ?? []).map((d) => d['code']),
    ];
    const answer = scenarioById(conflict.rule)?.answers.find(
      (a) => a.status === response.status && (a.codes.length === 0 || codes.some((c) => a.codes.includes(String(c)))),
    );
    assert.ok(answer, `${conflict.rule}: ${JSON.stringify(codes)}`);
  }

  for (const family of allFamilies)
    for (const unique of family.unique ?? [])
      for (const collection of family.collections)
        it(`${collection}: ${unique.fields.join(', ')}${unique.onlyPortal ? ' (portal)' : ''}`, async () => {
          const path = pathOf(collection);
          const send = (n: number): Promise<Response> =>
            post(n === 1 ? 'v1.0' : 'beta', path, bodyFor(family, unique, n));
          const first = await send(1);
          assert.ok(first.status < 300, await first.clone().text());
          if (unique.onlyPortal) {
            assert.ok((await send(2)).status < 300, 'Graph accepts it');
            lab.configure({ mode: 'portal' });
            await assertRefused(await send(CLASHES + 1), unique.conflict);
            return;
          }
          await assertRefused(await send(2), unique.conflict);
          lab.configure({ mode: 'portal' });
          const portal = await send(2);
          const act = unique.portal ?? 'refuse';
          assert.equal(portal.headers.get('x-guard409-portal'), act);
          assert.equal(portal.status < 300, act !== 'refuse');
        });

  it('a deleted member holds its name where the row says so, and the portal restores it where it does', async () => {
    const held = allFamilies.flatMap((family) =>
      (family.unique ?? []).filter((u) => u.heldByDeleted).map((unique) => ({ family, unique })),
    );
    assert.ok(held.length >= 8);
    for (const { family, unique } of held) {
      lab.reset();
      lab.configure({ mode: 'api' });
      const path = pathOf(family.collections[0] ?? '');
      const made = (await (await post('v1.0', path, bodyFor(family, unique, 1))).json()) as { id: string };
      assert.equal((await raw('v1.0', `${path}/${encodeURIComponent(made.id)}`).delete()).status, 204);
      const listed = (await (await raw('v1.0', path).get()).json()) as { value: Json[] };
      assert.deepEqual(listed.value, []);
      await assertRefused(await post('v1.0', path, bodyFor(family, unique, 2)), unique.conflict);
      lab.configure({ mode: 'portal' });
      const portal = await post('v1.0', path, bodyFor(family, unique, 2));
      assert.equal(portal.status < 300, unique.portalDeleted === 'restore', path);
    }
  });

  it('the second reference is refused, also in the body of a change', async () => {
    const lists = allFamilies.filter((f) => f.references);
    assert.ok(lists.length >= 10);
    for (const family of lists)
      for (const collection of family.collections) {
        const body = { '@odata.id': 'https://graph.microsoft.com/v1.0/directoryObjects/77' };
        assert.equal((await post('v1.0', `${pathOf(collection)}/$ref`, body)).status, 204);
        const conflict = family.references?.conflict;
        assert.ok(conflict);
        await assertRefused(await post('v1.0', `${pathOf(collection)}/$ref`, body), conflict);
      }
    const group = (await client.api('/groups').post({ displayName: 'A', mailNickname: 'a' })) as { id: string };
    const bind = { 'members@odata.bind': ['https://graph.microsoft.com/v1.0/directoryObjects/77'] };
    assert.equal((await raw('v1.0', `/groups/${group.id}`).patch(bind)).status, 204);
    const again: Response = await raw('v1.0', `/groups/${group.id}`).patch(bind);
    assert.equal(again.headers.get('x-guard409-rule'), 'graph/member-already-added');
  });

  it('knows every operation of the catalog that is marked', async () => {
    const unknown: string[] = [];
    for (const scenario of marked)
      for (const { row, operation } of operationsOf(scenario).filter((o) => o.row.marks)) {
        const path = pathOf(`/${operation.segments.join('/')}`);
        if (path === '/$batch') continue;
        const response: Response = await fetch(`${lab.graphUrl}/beta${path}`, { method: operation.method });
        if ((await response.text()).includes('The lab has no such resource')) unknown.push(row.op);
      }
    assert.deepEqual(unknown, []);
  });

  it('answers by fault what it cannot reproduce by itself, each with an answer of its scenario', async () => {
    for (const rule of BY_FAULT) {
      const [row] = scenarioById(rule)?.operations.filter((o) => o.marks) ?? [];
      assert.ok(row);
      lab.fault({ on: row.op, answer: { rule } });
      const [method = '', template = ''] = row.op.split(' ');
      const response: Response = await fetch(`${lab.graphUrl}/v1.0${pathOf(template)}`, { method });
      assert.equal(response.headers.get('x-guard409-rule'), rule);
      assert.ok(scenarioById(rule)?.answers.some((a) => a.status === response.status));
    }
  });
});
