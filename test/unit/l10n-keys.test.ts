/** Which texts are collected for translation, and that none reaches `t` uncollected. */
import assert from 'node:assert/strict';
import { collectKeys, sourceReader, translatedSources } from '../../scripts/lib/l10n-keys.js';
import { Engine } from '../../src/analysis/engine.js';
import { Grammars } from '../../src/analysis/languages/grammars.js';
import { scenarios } from '../../src/catalog/index.js';
import { localizeScenario, scenarioTexts } from '../../src/catalog/localize.js';
import { english, setTranslate, type Translate } from '../../src/l10n/t.js';
import { readGrammar } from '../helpers/grammars.js';
import { filesUnder, importsOf, root, textOf } from '../helpers/repository.js';

describe('texts for translation', () => {
  let read: Awaited<ReturnType<typeof sourceReader>>;
  before(async () => {
    read = await sourceReader();
  });

  const rows: [title: string, source: string, texts: string[]][] = [
    ['a call', "t('a {0}', x)", ['a {0}']],
    ['a call of a member', "this.t('a'); options.t('b')", ['a', 'b']],
    ['a call in a call', "t('a {0}', t('b'))", ['a {0}', 'b']],
    ['both sides of a condition', "t(x ? 'a' : y ? 'b' : 'c')", ['a', 'b', 'c']],
    ['quotes and escapes', 't("it\'s"); t(\'\\\\u \\u{41}\\x42\\n"\')', ["it's", '\\u AB\n"']],
    ['a template without holes', 't(`a {0}`)', ['a {0}']],
    ['the values of a table, not its keys', "phrases({ 'k': 'a', l: ['b', { m: 'c' }] })", ['a', 'b', 'c']],
    ['both forms of a number', "plural(n, ['{0} a', '{0} b']); plural(n, FORMS)", ['{0} a', '{0} b']],
    ['no other call', "test('a'); x.text('b'); t2('c'); t.x('d')", []],
  ];
  for (const [title, source, texts] of rows)
    it(`are those of ${title}`, () => {
      assert.deepEqual(
        read(source).texts.map(({ text }) => text),
        texts,
      );
    });

  it('are reported with their lines', () => {
    assert.deepEqual(read("\nt(\n  'a')").texts, [{ text: 'a', line: 3 }]);
  });

  it('are no variables, which are reported', () => {
    const { texts, indirect } = read('t(x)\nt(`a ${x}`)\nt(x ? y : "a")');
    assert.deepEqual({ texts, indirect }, { texts: [], indirect: [1, 2, 3] });
  });

  it('come out of a table marked with `phrases` where they are variables', () => {
    const hasTable = (path: string) => /\bphrases\(/.test(textOf(path)) || path === 'src/catalog/types.ts';
    const without = translatedSources(root).filter((path) => {
      if (path.startsWith('src/l10n/') || read(textOf(path)).indirect.length === 0) return false;
      return !hasTable(path) && !importsOf(path).some(({ file }) => file !== undefined && hasTable(file));
    });
    assert.deepEqual(without, [], 'wrap the table of these texts in phrases(…) of src/l10n/t.ts');
  });

  it('are all that a run over the fixtures asks for', async () => {
    const keys = await collectKeys(root);
    const unknown = new Set<string>();
    let asked = 0;
    const t: Translate = (message, ...args) => {
      asked++;
      if (!keys.has(message)) unknown.add(message);
      return english(message, ...args);
    };
    const grammars = new Grammars(readGrammar);
    setTranslate(t);
    try {
      const engine = new Engine({ grammars, budgetMs: 10_000, t });
      for (const path of filesUnder('test/fixtures/typescript'))
        await engine.analyse(path, textOf(path), async () => undefined);
    } finally {
      setTranslate(english);
    }
    assert.ok(asked > 300, `${asked} texts`);
    assert.deepEqual([...unknown], []);
  }).timeout(60_000);

  it('include those of the catalog and of every layer, and none of the command line', async () => {
    const keys = await collectKeys(root);
    for (const scenario of scenarios) assert.ok(keys.has(scenario.title), scenario.id);
    for (const layer of ['analysis', 'catalog', 'config', 'extension', 'host-node'])
      assert.ok(
        [...keys.values()].some((place) => place.startsWith(`src/${layer}/`)),
        layer,
      );
    assert.ok(![...keys.values()].some((place) => place.startsWith('src/cli/')));
  });
});

describe('a scenario in another language', () => {
  it('is the scenario itself in English', () => {
    for (const scenario of scenarios) assert.deepEqual(localizeScenario(scenario, english), scenario);
  });

  it('keeps what is matched, configured and addressed', () => {
    for (const scenario of scenarios) {
      const other = localizeScenario(scenario, (text) => `«${text}»`);
      for (const part of ['id', 'answers', 'intent', 'records', 'sources', 'cause'] as const)
        assert.deepEqual(other[part], scenario[part]);
      assert.deepEqual(
        other.operations.map(({ op }) => op),
        scenario.operations.map(({ op }) => op),
      );
      assert.deepEqual(
        other.remedies.map(({ id }) => id),
        scenario.remedies.map(({ id }) => id),
      );
      assert.equal(other.title, `«${scenario.title}»`);
      assert.equal(other.remedies[0]?.text, `«${scenario.remedies[0]?.text}»`);
    }
  });

  it('translates every step between actors that are translated alike', () => {
    for (const scenario of scenarios) {
      const { timeline } = localizeScenario(scenario, (text) => `«${text}»`);
      for (const { from, to } of timeline?.steps ?? [])
        assert.ok(timeline?.actors.includes(from) && timeline.actors.includes(to), scenario.id);
    }
  });

  it('lists each of its texts once', () => {
    for (const scenario of scenarios) {
      const texts = scenarioTexts(scenario);
      assert.equal(new Set(texts).size, texts.length);
      assert.ok(texts.includes(scenario.summary));
    }
  });
});
