/** The fixes for Java: each is proven in every position, and none is offered where a function must not hold the call. */
import assert from 'node:assert/strict';
import type { FixId } from '../../src/analysis/findings.js';
import { apply, openSites } from '../proof/lib/fixing.js';
import { fileOf, javaSources, LATER, REREAD, SERVICES } from './fixes-java-sources.js';

const curesOf = async (text: string): Promise<FixId[]> => {
  const [site] = await openSites('Store.java', text);
  return (site?.offers ?? [])
    .filter((offer) => offer.cures)
    .map((offer) => offer.fix)
    .sort();
};

describe('the fixes for Java', function () {
  this.timeout(60_000);

  for (const { title, service, text } of javaSources)
    it(title, async () => {
      assert.equal((await openSites('Store.java', text)).length, 1, text);
      const cures = await curesOf(text);
      assert.deepEqual(cures, [...service.cures, 'report-conflict'].sort());
      for (const fix of cures) {
        const applied = await apply('Store.java', text, fix);
        assert.deepEqual(await openSites('Store.java', applied.text), [], applied.text);
      }
    });

  const [cosmos] = SERVICES;
  assert.ok(cosmos);

  it('offers no function for a name that changes', async () => {
    const text = fileOf(cosmos, 'order = order == null ? new Order() : order;\n        CALL;');
    assert.deepEqual(await curesOf(text), ['upsert']);
  });

  it('offers no function for a call that may throw what has to be declared', async () => {
    const text = fileOf({ ...cosmos, call: 'container.createItem(mapper.readTree("{}"), null, null)' }, 'CALL;');
    assert.deepEqual(await curesOf(text), ['upsert']);
  });

  it('reads again and makes the change again', async () => {
    const text = fileOf(cosmos, REREAD);
    assert.ok((await curesOf(text)).includes('reread-and-reapply'));
    const applied = await apply('Store.java', text, 'reread-and-reapply');
    assert.deepEqual(await openSites('Store.java', applied.text), [], applied.text);
  });

  it('logs and lets it pass', async () => {
    const applied = await apply('Store.java', fileOf(cosmos, 'CALL;'), 'instrument');
    assert.match(applied.text, /logConflict\(\(\) -> container\.createItem/);
    assert.equal((await openSites('Store.java', applied.text)).length, 1);
  });

  it('uses its helper again', async () => {
    const first = await apply('Store.java', fileOf(cosmos, 'CALL;'), 'report-conflict');
    const again = first.text.replace(
      'void save(',
      `void other(Order order) {\n        ${cosmos.call};\n    }\n\n    void save(`,
    );
    const second = await apply('Store.java', again, 'report-conflict');
    assert.equal(second.text.match(/ T reportConflict\(/g)?.length, 1, second.text);
  });

  for (const service of LATER)
    it(`gives a later result an operator more: ${service.name}`, async () => {
      const text = fileOf(service, 'CALL.block();');
      const cures = await curesOf(text);
      assert.deepEqual(cures, [...service.cures, 'report-conflict'].sort());
      for (const fix of cures) {
        const applied = await apply('Store.java', text, fix);
        assert.deepEqual(await openSites('Store.java', applied.text), [], applied.text);
      }
    });
});
