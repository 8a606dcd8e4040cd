/**
 * The safety rules of the fixes, each by its number, as far as they show in what is offered and written for TypeScript and
 * JavaScript. Where a rule shows when the result runs, the row names the run in test/proof.
 */
import assert from 'node:assert/strict';
import type { FixId, Site } from '../../src/analysis/findings.js';
import { scenarioById, scenarios } from '../../src/catalog/index.js';
import { callView } from '../../src/explain/here-view.js';
import { t } from '../../src/l10n/t.js';
import { graphLookups } from '../../src/remedies/lookups/graph.js';
import { textOf } from '../helpers/repository.js';
import { apply, openSites } from '../proof/lib/fixing.js';
import { programs } from '../proof/programs/index.js';

const head = `import { Client } from '@microsoft/microsoft-graph-client';
import { type Container, CosmosClient } from '@azure/cosmos';
import pRetry from 'p-retry';
const client = Client.init({ authProvider: (done) => done(null, 'token') });
const database = new CosmosClient('x').database('shop');
const orders = database.container('orders');
const leases = database.container('leases');
interface CheckpointEntry { id: string }
let next = 0;
`;

async function siteOf(code: string): Promise<Site> {
  const sites = await openSites('src/safety.ts', `${head}${code}\n`);
  assert.equal(sites.length, 1, code);
  return sites[0] as Site;
}

const curesOf = (site: Site): FixId[] => (site.offers ?? []).filter((one) => one.cures).map((one) => one.fix);
const whyOf = (site: Site, fix: FixId): string | undefined => site.refused?.find((one) => one.fix === fix)?.why;

/** Everything any fix writes into the programs of the proof: the inserted pieces alone. */
const written = new Map<string, { inserted: string; whole: string; before: string; title: string; safe: boolean }>();
before(async function () {
  this.timeout(60_000);
  for (const program of programs)
    for (const { fix } of (await openSites('src/program.ts', program.text))[0]?.offers ?? []) {
      const { edits, text, offer } = await apply('src/program.ts', program.text, fix);
      const { title, safe } = offer;
      const inserted = edits.map((edit) => edit.text).join('\n');
      written.set(`${program.title} ${fix} ${program.rule}`, {
        inserted,
        whole: text,
        before: program.text,
        title,
        safe,
      });
    }
});
function nowhere(pattern: RegExp): void {
  assert.ok(written.size > 60);
  for (const [name, { inserted }] of written) assert.doesNotMatch(inserted, pattern, name);
}

const CREATE = 'orders.items.create(order)';

describe('the safety rules of the fixes', () => {
  describe('S1: a claim is only reported', () => {
    const claims: Readonly<Record<string, string>> = {
      'a field that ends it': 'export const f = async (id: string) => { await orders.items.create({ id, ttl: 30 }); };',
      'the name of the container': 'export const f = async (id: string) => { await leases.items.create({ id }); };',
      'the name of the value': 'export const f = async (lock: { id: string }) => { await orders.items.create(lock); };',
      'a type argument':
        'export const f = async (id: string) => { await orders.items.create<CheckpointEntry>({ id }); };',
      'the type of the parameter': 'export async function f(one: CheckpointEntry) { await orders.items.create(one); }',
      'the name of the function':
        'export async function acquireLock(id: string) { await orders.items.create({ id }); }',
      'the name of the class':
        'export class OutboxWriter { async f(id: string) { await orders.items.create({ id }); } }',
      'a Boolean returned':
        'export async function f(id: string) { try { await orders.items.create({ id }); return true; } catch { return false; } }',
      'null returned':
        'export async function f(id: string) { try { return await orders.items.create({ id }); } catch { return null; } }',
      'an id that is counted up': 'export async function f() { await orders.items.create({ id: `${next++}` }); }',
    };
    for (const [title, code] of Object.entries(claims))
      it(title, async () => {
        const site = await siteOf(code);
        assert.deepEqual(curesOf(site), ['report-conflict']);
        assert.equal(whyOf(site, 'create-or-get'), 'claim');
        assert.equal(whyOf(site, 'upsert'), 'claim');
      });

    it('is no claim without a sign of one', async () => {
      const site = await siteOf('export async function f(id: string) { await orders.items.create({ id }); }');
      assert.ok(curesOf(site).includes('create-or-get'));
    });
  });

  it('S2: create-or-get says that new values are not written, and never is safe where the value may have to be new', async () => {
    for (const program of programs) {
      const [site] = await openSites('src/program.ts', program.text);
      const offer = site?.offers?.find((one) => one.fix === 'create-or-get');
      if (!offer || program.silent) continue;
      assert.match(offer.title, /not written|stay as they are|PATCH/, program.title);
      const mayHaveToBeNew = scenarioById(program.rule)?.intent.includes('must-be-new');
      if (mayHaveToBeNew && !/PATCH/.test(offer.title)) assert.equal(offer.safe, false, program.title);
    }
  });

  describe('S3: adopts by keys alone that the service enforces', () => {
    it('never by a display name but where the service keeps that unique', () => {
      const unique = new Set([
        'graph/channel-exists',
        'graph/mail-folder-exists',
        'graph/list-exists',
        'graph/onenote-name-exists',
      ]);
      for (const row of graphLookups)
        if (row.by === 'list' && row.match.includes('displayName'))
          for (const rule of row.rules) assert.ok(unique.has(rule), rule);
    });

    it('not a group of which the display name alone is known', async () => {
      const site = await siteOf(
        "export const f = async (n: string) => client.api('/groups').post({ displayName: n });",
      );
      assert.equal(whyOf(site, 'create-or-get'), 'identity-unknown');
    });
  });

  it('S5: nothing is restored, undeleted or removed', () => nowhere(/\/restore|deletedItems|\.delete\(|undelete/i));

  it('S6: reads by the client of the call, in its version, and along the pages', async () => {
    const code =
      "export const f = async (n: string) => client.api('/groups').version('beta').post({ mailNickname: n });";
    const { text } = await apply('src/safety.ts', `${head}${code}\n`, 'create-or-get');
    assert.match(text, /client\.api\(url\)\.version\('beta'\)\.get\(\)/);
    for (const [name, { inserted }] of written) {
      assert.doesNotMatch(inserted, /\$filter/, name);
      if (/page\.value/.test(inserted)) assert.match(inserted, /@odata\.nextLink/, name);
    }
  });

  it('S7: a bare 400 is no duplicate', () => {
    for (const [name, { inserted }] of written) {
      // What only reads the words, so that they can be tested, is no test.
      const tests = inserted.split('\n').filter((line) => /=== 400|!== 400/.test(line) && !/\? await /.test(line));
      for (const line of tests)
        assert.match(inserted, /=== 400 &&[\s\S]*(?:code|message|body|data|words)/, `${name}: ${line}`);
    }
  });

  it('S8: a subscription is compared by its URL, never by the secret that lists leave out', () => {
    const { inserted = '' } = written.get('subscription create-or-get graph/subscription-duplicate') ?? {};
    assert.match(inserted, /notificationUrl !== notificationUrl/);
    // The body that is handed over has it; the helper does not look at it.
    assert.doesNotMatch(inserted.slice(inserted.indexOf('async function')), /clientState/);
  });

  it('S10: waits only for conflicts that can clear', async () => {
    for (const program of programs) {
      const [site] = await openSites('src/program.ts', program.text);
      if (!site || !curesOf(site).includes('back-off-and-retry')) continue;
      const rows = scenarioById(program.rule)?.remedies ?? [];
      assert.ok(
        rows.some((row) => row.id === 'back-off-and-retry' && !row.cannotHelp),
        program.rule,
      );
    }
    const duplicates = programs.filter(({ cause = 'duplicate' }) => cause === 'duplicate');
    assert.ok(duplicates.length > 15);
    for (const { fixes, title } of duplicates) assert.ok(!fixes.includes('back-off-and-retry'), title);
  });

  describe('S12: a retry is not put around or into another', () => {
    const call = "client.api('/servicePrincipals/s/synchronization/jobs').post({ templateId: 't' })";
    for (const [title, code] of Object.entries({
      'of a library': `export const f = () => pRetry(() => ${call}, { retries: 3 });`,
      'of the code': `export async function f() { for (let i = 0; i < 3; i++) { try { return await ${call}; } catch { await new Promise((r) => setTimeout(r, 500)); } } }`,
      'of the code that breaks out': `export async function f() { while (true) { try { await ${call}; break; } catch { if (next++ > 3) throw new Error(); } } }`,
    }))
      it(title, async () => {
        const site = await siteOf(code);
        assert.equal(whyOf(site, 'back-off-and-retry'), 'already-retried');
      });

    it('but a loop over many things is none', async () => {
      const code = `export async function f(ids: string[]) { for (let i = 0; i < ids.length; i++) { try { await ${call}; } catch (e) { console.log(e); } } }`;
      assert.ok(curesOf(await siteOf(code)).includes('back-off-and-retry'));
    });

    it('and its bound is said in its title', async () => {
      const site = await siteOf(`export const f = async () => await ${call};`);
      const title = site.offers?.find((one) => one.fix === 'back-off-and-retry')?.title ?? '';
      assert.match(title, /5 times within 30 seconds/);
    });
  });

  it('S14: no change, no loop: a replace whose change stands elsewhere is not offered to be read again', async () => {
    const site = await siteOf(
      "export const f = async (o: { id: string; _etag: string }) => { await orders.item(o.id, o.id).replace(o, { accessCondition: { type: 'IfMatch', condition: o._etag } }); };",
    );
    assert.equal(whyOf(site, 'reread-and-reapply'), 'change-not-isolated');
  });

  it('S15: no condition is dropped or weakened', () => {
    nowhere(/If-Match['"]?\s*[,:]\s*['"]\*/i);
    for (const [name, { before, whole }] of written)
      assert.equal(whole.match(/If-?Match/g)?.length, before.match(/If-?Match/g)?.length, name);
  });

  it('S16: a false predicate of a patch is not read again', async () => {
    const site = await siteOf(
      "export const f = async (id: string) => { const { resource } = await orders.item(id, id).read(); await orders.item(id, id).patch({ condition: 'from c where c.n = 1', operations: [{ op: 'set', path: '/n', value: resource.n }] }); };",
    );
    assert.deepEqual(curesOf(site), ['report-conflict']);
  });

  it('S17: nothing leans on If-None-Match', () => nowhere(/if-?none-?match/i));

  it('S18: every answer of the operation is tested', async () => {
    const { inserted = '' } = written.get('Planner task report-conflict graph/planner-stale-etag') ?? {};
    assert.match(inserted, /409/);
    assert.match(inserted, /412/);
  });

  it('S19: upsert says that it overwrites, and needs a decision', async () => {
    const site = await siteOf(`export const f = async (order: { id: string }) => { await ${CREATE}; };`);
    const offer = site.offers?.find((one) => one.fix === 'upsert');
    assert.match(offer?.title ?? '', /overwrites/);
    assert.match(offer?.title ?? '', /unique keys/);
    assert.equal(offer?.safe, false);
  });

  /** The offers whose edits hold something. */
  const offersWith = (pattern: RegExp): { title: string; safe: boolean; whole: string }[] =>
    [...written.values()].filter(({ inserted }) => pattern.test(inserted));

  it('S20: no create-if-missing without its warning', () => {
    const all = offersWith(/create-if-missing/);
    assert.ok(all.length > 2);
    for (const { title, safe, whole } of all) {
      assert.match(title, /overwrites what it sends/);
      if (/uniqueName/.test(whole)) assert.match(title, /makes a second one where the existing one has no uniqueName/);
      assert.equal(safe, false);
    }
  });
  it('S21: no key of a request is made up', () => nowhere(/transactionId|randomUUID|client-request-id/i));
  it('S22: replace is written for folders alone, with its warning, and rename never', () => {
    nowhere(/conflictBehavior['"]?\s*:\s*['"]rename/);
    const all = offersWith(/^'replace'$/);
    assert.ok(all.length > 0);
    for (const { title, safe, whole } of all) {
      assert.match(whole, /folder: \{\}/);
      assert.match(title, /some business drives refuse it/);
      assert.equal(safe, false);
    }
  });
  it('S23: createIfNotExists is not taken for a cure without an answer to the race', () => {
    const all = offersWith(/createIfNotExists/);
    assert.ok(all.length > 1);
    for (const { title, safe, whole } of all) {
      assert.match(whole, /createOrRead\(\w+(?:\.\w+(?:\('\w+'\))?)*\.createIfNotExists/);
      assert.match(title, /settings that differ are left as they are/);
      assert.equal(safe, false);
    }
  });

  describe('S24: a fix for Cosmos DB holds within one region', () => {
    const ITEM = `export const f = async (order: { id: string }) => { await ${CREATE}; };`;

    it('which is said beside each that cures, and by the panel', async () => {
      const site = await siteOf(ITEM);
      const { offers } = callView(site, 'src/safety.ts', `${head}${ITEM}`, t);
      assert.ok(offers.length > 3);
      for (const { fix, cures, note } of site.offers ?? []) {
        assert.equal(/last writer wins/.test(note ?? ''), cures, fix);
        const shown = offers.find((one) => one.fix === fix)?.text ?? '';
        assert.equal(/last writer wins/.test(shown), cures, fix);
      }
    });

    it('and by the title, where several regions write', async () => {
      const policy =
        "export const other = new CosmosClient({ endpoint: 'x', connectionPolicy: { useMultipleWriteLocations: ON } });";
      const titles = async (on: boolean): Promise<string[]> =>
        ((await siteOf(`${policy.replace('ON', String(on))}\n${ITEM}`)).offers ?? [])
          .filter(({ cures }) => cures)
          .map(({ title }) => title);
      for (const title of await titles(true)) assert.match(title, /within one region, and several write here$/);
      for (const title of await titles(false)) assert.doesNotMatch(title, /region/);
    });

    it('but not of what is defined in one place, nor of other services', async () => {
      for (const code of [
        "export const f = async () => { await database.containers.create({ id: 'x', partitionKey: '/pk' }); };",
        "export const f = async (n: string) => { await client.api('/groups').post({ mailNickname: n }); };",
      ])
        for (const { note } of (await siteOf(code)).offers ?? []) assert.equal(note, undefined);
    });
  });

  describe('S25: batches are only looked at', () => {
    for (const [title, code] of Object.entries({
      transactional:
        "export const f = async (o: any) => { await orders.items.batch([{ operationType: 'Create', resourceBody: o }], 'x'); };",
      'in bulk':
        "export const f = async (o: any) => { await orders.items.bulk([{ operationType: 'Create', resourceBody: o }]); };",
      'of Graph':
        "export const f = async (body: any) => { await client.api('/$batch').post({ requests: [{ id: '1', method: 'POST', url: '/groups', body }] }); };",
    }))
      it(title, async () => assert.deepEqual(curesOf(await siteOf(code)), ['report-conflict']));
  });

  it('S26: errors are told apart by what they carry, never by their class, and pass as they are', () => {
    nowhere(/instanceof/);
    for (const [name, { inserted: all, before }] of written) {
      const inserted = all
        .split('\n')
        .filter((line) => !before.includes(line.trim()))
        .join('\n');
      // Whatever is thrown on is the caught error itself.
      const thrown = [...inserted.matchAll(/throw (new \w+\(\w*|\w+(?:\.\w+\()?)/g)].map(([, what]) => what);
      // `AbortError` is how p-retry is told to let an error out as it is.
      const allowed = /^(?:error|missing|gone|Object\.assign\(|new AbortError\((?:error)?)$/;
      for (const what of thrown) assert.match(String(what), allowed, name);
    }
  });

  it('S29: what is logged or said holds the template of the operation, and nothing of the request', () => {
    for (const [name, { inserted: all, before }] of written) {
      if (!/ (?:instrument|report-conflict) /.test(name)) continue;
      const own = (line: string): boolean => before.includes(line.trim());
      const inserted = all
        .split('\n')
        .filter((line) => !own(line))
        .join('\n');
      // The words of an answer are looked for; they are not said again.
      assert.doesNotMatch(inserted, /error\.(?:body|config|url)|JSON\.stringify(?!\([^()]*\)\.includes\()/, name);
      const [said] = /'[A-Z]+ [/{][^']*'/.exec(inserted.replace(/"/g, "'")) ?? [];
      assert.ok(said !== undefined, name);
      assert.doesNotMatch(said, /\/(?:g1|t1|b1|u1|s1|a1|j1)\b/, name);
    }
  });

  describe('a report is heard', () => {
    const inside = (handler: string) =>
      `export const f = async (order: { id: string }) => { try { await ${CREATE}; } catch (e) { ${handler} } };`;

    it('not offered where every error is swallowed', async () => {
      const site = await siteOf(inside(''));
      assert.equal(site.reason, 'swallowed');
      assert.equal(whyOf(site, 'report-conflict'), 'swallowed');
      assert.ok(!curesOf(site).includes('report-conflict'));
    });

    it('offered where errors are passed on', async () => {
      assert.ok(curesOf(await siteOf(inside('console.error(e); throw e;'))).includes('report-conflict'));
    });
  });

  describe('S30: nothing is offered where identity, client or shape is unknown, and the reason is said', () => {
    const unknown: Readonly<Record<string, { code: string; why: string }>> = {
      'a client that cannot be written twice': {
        code: 'export const f = async (get: () => Container, o: { id: string }) => { await get().items.create(o); };',
        why: 'client-unknown',
      },
      'a body that is made elsewhere': {
        code: "export const f = async (make: () => object) => { await client.api('/groups').post(make()); };",
        why: 'identity-unknown',
      },
      'a body that something is spread into': {
        code: "export const f = async (o: object) => { await client.api('/users').post({ displayName: 'x', ...o }); };",
        why: 'identity-unknown',
      },
      'a resource without a key the service enforces': {
        code: "export const f = async (n: string) => { await client.api('/applications').post({ displayName: n }); };",
        why: 'lookup-unknown',
      },
      'a URL that cannot be written twice': {
        code: 'export const f = async (url: () => string, m: string) => { await client.api(`/solutions/bookingBusinesses/${url()}/staffMembers`).post({ emailAddress: m }); };',
        why: 'client-unknown',
      },
    };
    for (const [title, { code, why }] of Object.entries(unknown))
      it(title, async () => {
        const site = await siteOf(code);
        assert.ok(!curesOf(site).includes('create-or-get'));
        assert.equal(whyOf(site, 'create-or-get'), why);
      });

    it('a call that is not waited for, in a function that cannot', async () => {
      const site = await siteOf("export function f(o: object) { client.api('/users').post(o); }");
      assert.deepEqual(site.offers ?? [], []);
      assert.deepEqual([...new Set(site.refused?.map((one) => one.why))], ['not-asynchronous']);
    });
  });

  it('orders by the scenario, with mending first and add-ons last', async () => {
    for (const program of programs) {
      const [site] = await openSites('src/program.ts', program.text);
      const offered = (site?.offers ?? []).map((one) => one.fix);
      const listed: string[] = (scenarioById(program.rule)?.remedies ?? []).map((row) => row.id);
      const rank = (fix: FixId): number =>
        fix === 'mend' ? -1 : listed.includes(fix) ? listed.indexOf(fix) : listed.length;
      const ranks = offered.map(rank);
      assert.deepEqual(
        ranks,
        [...ranks].sort((a, b) => a - b),
        `${program.title}: ${offered}`,
      );
      if (offered.includes('instrument')) assert.equal(offered.at(-1), 'instrument', program.title);
    }
  });

  it('each rule is tested here or in the proof', () => {
    const elsewhere: Readonly<Record<string, [path: string, word: string]>> = {
      S4: ['test/proof/runs/going.ts', 'conflict that never clears'],
      S9: ['test/proof/runs/waiting.ts', 'Retry-After beyond the time there is'],
      S11: ['test/proof/runs/run.ts', 'it was tried again'],
      S13: ['test/proof/runs/waiting.ts', 'LEAST_MS'],
      S27: ['docs/remedies.md', 'PowerShell'],
      S28: ['test/unit/fixes-csharp-styles.test.ts', 'describe'],
    };
    const here = textOf('test/unit/fixes-typescript-safety.test.ts');
    for (let number = 1; number <= 30; number++) {
      const rule = `S${number}`;
      const row = elsewhere[rule];
      if (row) assert.ok(textOf(row[0]).includes(row[1]), rule);
      else assert.match(here, new RegExp(`'${rule}: `), rule);
    }
    assert.ok(scenarios.length > 80);
  });
});
