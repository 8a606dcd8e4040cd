/** The fixes and snippets for Java compile against the real client libraries. */
import assert from 'node:assert/strict';
import { JAVA_FRAMES } from '../helpers/snippet-frames-java.js';
import { expand, readSnippets } from '../helpers/snippets.js';
import { BROKEN } from '../unit/fixes-java-mend-sources.js';
import { fileOf, javaSources, LATER, REREAD, SERVICES } from '../unit/fixes-java-sources.js';
import { compile, hasJava } from './java/compile.js';
import { apply, openSites } from './lib/fixing.js';

/** What the frames of the snippets take for granted: the item of a user. */
const ITEM = `public class Item {
    public String getId() { return null; }
    public String getTenant() { return null; }
    public void setStatus(String status) { }
}
`;

const never = (): never => assert.fail();

describe('Java, compiled', function () {
  this.timeout(180_000);

  before(async function () {
    if (await hasJava()) return;
    console.log('      no Java compiler and Maven on this machine');
    this.skip();
  });

  it('every fix in every position', async () => {
    const later = LATER.map((service) => ({ title: service.name, text: fileOf(service, 'CALL.block();') }));
    const changes = fileOf(SERVICES[0] ?? never(), REREAD);
    const broken = BROKEN.map(({ title, text }) => ({ title, text }));
    const sources = new Map<string, string>();
    const put = (text: string): void => {
      const name = `p${sources.size}`;
      sources.set(`${name}/Store.java`, text.replace('package shop;', `package ${name};`));
    };
    for (const { text } of [...javaSources, ...later, ...broken, { text: changes }]) {
      put(text);
      const [site] = await openSites('Store.java', text);
      for (const { fix } of site?.offers ?? []) put((await apply('Store.java', text, fix)).text);
    }
    assert.ok(sources.size > 100);
    assert.deepEqual(await compile(sources), []);
  });

  it('every snippet', async () => {
    const sources = new Map<string, string>();
    for (const { prefix, body } of readSnippets('snippets/java.json')) {
      const name = prefix.replace(/\W/g, '_');
      const text = JAVA_FRAMES[prefix]?.file(expand(body)) ?? '';
      sources.set(
        `s${name}/Store.java`,
        `package s${name};\n${text.replace(/^package [\w.]+;/m, '').replace(/class (?:Store|Waits)/, 'class Store')}`,
      );
      sources.set(`s${name}/Item.java`, `package s${name};\n${ITEM}`);
    }
    assert.deepEqual(await compile(sources), []);
  });
});
